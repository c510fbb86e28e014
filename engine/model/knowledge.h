// SPDX-License-Identifier: MIT
// The knowledge: everything that was loaded, by id. Immutable once loaded and shared between threads.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/id.h"
#include "engine/model/channel.h"
#include "engine/model/condition.h"
#include "engine/model/decision_table.h"
#include "engine/model/fact.h"
#include "engine/model/graph.h"
#include "engine/model/ids.h"
#include "engine/model/step.h"
#include "engine/model/word.h"
#include "engine/value/calendar.h"

namespace zhilu {

enum class TopicStatus : std::uint8_t { Draft, Tested, Stable, Withdrawn };

struct Topic {
  std::string id;
  Text title;
  Text scope;
  Text not_for;
  std::string owner;
  TopicStatus status = TopicStatus::Draft;
  Date reviewed;
  Date review_by;
  SourceRefs sources;
  /// Other names this topic had.
  std::vector<std::string> aliases;
  Span span;
};

/// One rung of the severity scale, the gravest first.
struct SeverityLevel {
  std::string id;
  Text title;
  Text meaning;
};

/// One rung of the urgency scale, the most urgent first: P0, P1, ...
struct UrgencyLevel {
  std::string id;
  Text title;
};

struct Phase {
  std::string id;
  Text title;
};

/// What an event of a matter reports about a step or channel.
enum class EventKind : std::uint8_t { Submitted, Accepted, Refused, Replied, Promised, Resolved };

/// What can come of a step.
struct Outcome {
  std::string id;
  Text title;
  /// Kinds of event that mean this outcome; where the file names none, the kind of the same name, if any.
  std::vector<EventKind> events;
  /// Options of `tried_result` (indices) that mean this outcome for a step that was done before.
  std::vector<std::uint32_t> results;
  /// True: while the channel has a Reply limit, this outcome holds only when that limit has run out.
  bool after_limit = false;
};

/// A promise about the whole knowledge, proven over the graphs: every way to `step` passes one of `gates`,
/// and `step` carries all of `precautions`.
struct Guarantee {
  std::string id;
  Text title;
  StepId step;
  std::vector<StepId> gates;
  std::vector<PrecautionId> precautions;
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
  std::string name;
  Text title;
  std::string version;
  std::string jurisdiction;
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
  std::vector<Word> words;
  std::vector<Spelling> spellings;
  std::vector<WordSet> word_sets;
  std::vector<Guarantee> guarantees;
  Calendar calendar;
  CoreFacts core;
  /// By language tag: `en`, `zh-Hant`.
  std::map<std::string, Translations, std::less<>> translations;

  /// By id or by an alias of an earlier id; not set if there is none.
  FactId find_fact(std::string_view id) const;
  StepId find_step(std::string_view id) const;
  ChannelId find_channel(std::string_view id) const;
  GraphId find_graph(std::string_view id) const;
  TopicId find_topic(std::string_view id) const;
  LetterId find_letter(std::string_view id) const;
  /// Index of an option of `fact`; empty if it has none of that id.
  std::optional<std::uint32_t> find_option(FactId fact, std::string_view option) const;

  /// Names to ids, filled by the linker.
  std::map<std::string, FactId, std::less<>> fact_index;
  std::map<std::string, StepId, std::less<>> step_index;
  std::map<std::string, ChannelId, std::less<>> channel_index;
  std::map<std::string, GraphId, std::less<>> graph_index;
  std::map<std::string, TopicId, std::less<>> topic_index;
  std::map<std::string, LetterId, std::less<>> letter_index;
};

}  // namespace zhilu
