// SPDX-License-Identifier: MIT
// The knowledge: everything that was loaded, by id. Immutable once loaded and shared between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/array.h"
#include "engine/base/id.h"
#include "engine/base/name_map.h"
#include "engine/base/str.h"
#include "engine/model/channel.h"
#include "engine/model/condition.h"
#include "engine/model/decision_table.h"
#include "engine/model/fact.h"
#include "engine/model/graph.h"
#include "engine/model/ids.h"
#include "engine/model/lazy_programs.h"
#include "engine/model/step.h"
#include "engine/model/word.h"
#include "engine/value/calendar.h"

namespace zhilu {

enum class TopicStatus : std::uint8_t { Draft, Tested, Stable, Withdrawn };

struct Topic {
  Str id;
  Text title;
  Text scope;
  Text not_for;
  Str owner;
  TopicStatus status = TopicStatus::Draft;
  Date reviewed;
  Date review_by;
  SourceRefs sources;
  /// Other names this topic had.
  Array<Str> aliases;
  Span span;
};

/// One rung of the severity scale, the gravest first.
struct SeverityLevel {
  Str id;
  Text title;
  Text meaning;
};

/// One rung of the urgency scale, the most urgent first: P0, P1, ...
struct UrgencyLevel {
  Str id;
  Text title;
};

struct Phase {
  Str id;
  Text title;
};

/// What an event of a matter reports about a step or channel.
enum class EventKind : std::uint8_t { Submitted, Accepted, Refused, Replied, Promised, Resolved };

/// What can come of a step.
struct Outcome {
  Str id;
  Text title;
  /// Kinds of event that mean this outcome; where the file names none, the kind of the same name, if any.
  Array<EventKind> events;
  /// Options of `tried_result` (indices) that mean this outcome for a step that was done before.
  Array<std::uint32_t> results;
  /// True: while the channel has a Reply limit, this outcome holds only when that limit has run out.
  bool after_limit = false;
};

/// A promise about the whole knowledge, proven over the graphs: every way to `step` passes one of `gates`,
/// and `step` carries all of `precautions`.
struct Guarantee {
  Str id;
  Text title;
  StepId step;
  Array<StepId> gates;
  Array<PrecautionId> precautions;
  SourceRefs sources;
  Span span;
};

/// Facts that the engine itself must know by name; each may be not set in small knowledge bases.
struct CoreFacts {
  FactId severity;       ///< Derived choice, options in the order of the severity scale.
  FactId scope;          ///< Choice in / out.
  FactId issues;         ///< Choices.
  FactId tried;          ///< Choices.
  FactId tried_result;   ///< Choice.
  FactId emergency;      ///< Boolean.
  FactId loss_amount;    ///< Money.
  FactId happened_on;    ///< Date.
  FactId complained_on;  ///< Date.
};

struct Knowledge {
  Str name;
  Text title;
  Str version;
  Str jurisdiction;
  Text disclaimer;
  /// Said where scope is out.
  Text out_of_scope;
  /// Said where nothing was understood.
  Text nothing_understood;

  IdVector<SeverityId, SeverityLevel> severities;
  IdVector<UrgencyId, UrgencyLevel> urgencies;
  IdVector<PhaseId, Phase> phases;
  IdVector<OutcomeId, Outcome> outcomes;
  IdVector<TopicId, Topic> topics;
  IdVector<FactId, Fact> facts;
  IdVector<ConditionId, Condition> conditions;
  IdVector<TableId, DecisionTable> tables;
  IdVector<SourceId, Source> sources;
  IdVector<ChannelId, Channel> channels;
  IdVector<EvidenceId, Evidence> evidence;
  IdVector<PrecautionId, Precaution> precautions;
  IdVector<LetterId, Letter> letters;
  IdVector<StepId, Step> steps;
  IdVector<GraphId, Graph> graphs;
  IdVector<NodeId, Node> nodes;
  Array<Word> words;
  Array<Spelling> spellings;
  Array<WordSet> word_sets;
  Array<Guarantee> guarantees;
  Calendar calendar;
  CoreFacts core;
  /// By language tag: `en`, `zh-Hant`.
  NameMap<Translations> translations;

  /// By id or by an alias of an earlier id; not set if there is none.
  FactId find_fact(std::string_view id) const;
  StepId find_step(std::string_view id) const;
  ChannelId find_channel(std::string_view id) const;
  GraphId find_graph(std::string_view id) const;
  TopicId find_topic(std::string_view id) const;
  LetterId find_letter(std::string_view id) const;
  /// Index of an option of `fact`; empty if it has none of that id.
  std::optional<std::uint32_t> find_option(FactId fact, std::string_view option) const;

  /// The program of a condition; null where compilation failed. Lives as long as this knowledge.
  const expr::Program* find_program(ConditionId id) const {
    const Condition& condition = conditions[id];
    if (condition.program != nullptr || lazy_programs == nullptr) return condition.program.get();
    return lazy_programs->program(*this, id);
  }
  /// The same of a condition that could be compiled.
  const expr::Program& program(ConditionId id) const { return *find_program(id); }

  /// The same for those who read it once: a program that was not there before is not kept.
  std::shared_ptr<const expr::Program> read_program(ConditionId id) const {
    const Condition& condition = conditions[id];
    if (condition.program != nullptr || lazy_programs == nullptr) return condition.program;
    return lazy_programs->read(*this, id);
  }

  /// Names to ids, filled by the linker.
  NameMap<FactId> fact_index;
  NameMap<StepId> step_index;
  NameMap<ChannelId> channel_index;
  NameMap<GraphId> graph_index;
  NameMap<TopicId> topic_index;
  NameMap<LetterId> letter_index;

  /// Where conditions are texts only, as in knowledge from a compiled file; null where they hold their
  /// programs.
  Unplaced<std::shared_ptr<LazyPrograms>> lazy_programs;
};

}  // namespace zhilu
