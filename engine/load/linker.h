// SPDX-License-Identifier: MIT
// What the readers share while a knowledge base is put together: names become ids, conditions become
// programs.
//
// Loading goes twice over the trees. First every element is declared, so that its name is known however
// broken its content is; then each element is read, and its references are resolved on the spot. So a
// reference never points at something that will only be seen later, and a mistake in one element does not
// spread to others.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/expr/scope.h"
#include "engine/load/names.h"
#include "engine/load/yaml.h"
#include "engine/model/knowledge.h"

namespace zhilu::load {

/// The facts as variables of expressions.
class FactScope : public expr::MapScope {
 public:
  /// Any of these words is taken for a fact of unknown type: they come from files that could not be read.
  void add_lost_words(const std::set<std::string, std::less<>>& words) { lost_words_ = &words; }

  const expr::Variable* find(std::string_view name) const override;
  /// Empty after some calls: each serves a suggestion, which compares all names.
  std::vector<std::string> names() const override;

 private:
  const std::set<std::string, std::less<>>* lost_words_ = nullptr;
  expr::Variable lost_{"", TypeKind::Any, {}, {}};
  mutable std::size_t given_ = 0;
};

/// A phrase that means an option of a fact.
struct Phrase {
  FactId fact;
  std::uint32_t option = 0;
  std::string_view text;

  friend bool operator==(const Phrase&, const Phrase&) = default;

  struct Hash {
    std::size_t operator()(const Phrase& phrase) const {
      return std::hash<std::string_view>()(phrase.text) * 31 + phrase.fact.value * 64 + phrase.option;
    }
  };
};

class Linker {
 public:
  Linker(Knowledge& base, const SourceMap& files, Diagnostics& out);

  Knowledge& knowledge;
  const SourceMap& sources;
  Diagnostics& diagnostics;

  NameTable facts, steps, channels, evidence, precautions, letters, graphs, source_names, tables, topics;
  NameTable phases, urgencies, severities, outcomes;
  /// The passages of each source, by SourceId.
  std::vector<NameTable> passages;

  // References: the element that a scalar names, not set (and reported, with a suggestion) if there is none.

  FactId fact(const yaml::Node& name) { return {resolve(facts, name)}; }
  StepId step(const yaml::Node& name) { return {resolve(steps, name)}; }
  ChannelId channel(const yaml::Node& name) { return {resolve(channels, name)}; }
  LetterId letter(const yaml::Node& name) { return {resolve(letters, name)}; }
  GraphId graph(const yaml::Node& name) { return {resolve(graphs, name)}; }
  PrecautionId precaution(const yaml::Node& name) { return {resolve(precautions, name)}; }
  PhaseId phase(const yaml::Node& name) { return {resolve(phases, name)}; }
  UrgencyId urgency(const yaml::Node& name) { return {resolve(urgencies, name)}; }

  /// The index of an option of `fact`; empty (and reported) if it has none of that name.
  std::optional<std::uint32_t> option(FactId fact, const yaml::Node& name);

  /// A list of references or a single one. Repetitions are reported; what is not found is left out.
  std::vector<StepId> step_list(const yaml::Node& names) { return list<StepId>(steps, names); }
  std::vector<EvidenceId> evidence_list(const yaml::Node& names) { return list<EvidenceId>(evidence, names); }
  std::vector<PrecautionId> precaution_list(const yaml::Node& names) {
    return list<PrecautionId>(precautions, names);
  }
  std::vector<OutcomeId> outcome_list(const yaml::Node& names) { return list<OutcomeId>(outcomes, names); }
  SourceRefs source_list(const yaml::Node& citations);

  /// The id a scalar names in `table`, or Id::kNone with a report. For tables that have no function above.
  std::uint32_t resolve(const NameTable& table, const yaml::Node& name);

  // Texts and conditions.

  /// A text of the author, under its key for translations. Empty (and reported) if nothing is written.
  Text text(const yaml::Node& node, std::string_view key);
  /// All keys of texts so far, with the place of the text.
  const std::map<std::string, Span, std::less<>>& text_keys() const { return text_keys_; }

  /// Makes the facts known to expressions. REQUIRES: all facts have been read but for their defaults.
  void declare_variables();
  /// A condition, an expression of any type, or a cell of a table on `input` ("-" gives a not set id).
  ConditionId condition(const yaml::Node& node);
  ConditionId expression(const yaml::Node& node);
  ConditionId unary_test(const yaml::Node& node, ConditionId input);
  /// A condition that the author did not write himself; `span` is what it stands for.
  ConditionId made_condition(std::string_view text, Span span);
  /// Reports it if what `expression` gives can be no value of `fact`: another type, or an option it does not
  /// have.
  void check_result(ConditionId expression, FactId fact);

  // What is broken, so that it causes no further reports.

  /// Words of files that could not be read: whatever they may name is not reported as unknown.
  void add_lost_words(std::string_view file_text);
  /// Names of `table` are not reported as unknown any more: the place that would declare them is broken.
  void excuse(const NameTable& table) { excused_.insert(&table); }
  bool is_excused(const NameTable& table, std::string_view name) const;
  bool is_lost(std::string_view word) const { return lost_words_.contains(word); }
  void excuse_passages(SourceId source) { excused_sources_.insert(source); }
  /// Marks a fact whose options could not be read, or a step whose outcomes could not.
  void set_broken(FactId fact) { broken_facts_.insert(fact); }
  void set_broken(StepId step) { broken_steps_.insert(step); }
  bool is_broken(FactId fact) const { return broken_facts_.contains(fact); }
  bool is_broken(StepId step) const { return broken_steps_.contains(step); }

  /// Texts whose key begins with `prefix` may be missing: their element has problems.
  void add_broken_texts(std::string prefix) { broken_texts_.insert(std::move(prefix)); }
  bool has_broken_texts(std::string_view prefix) const { return broken_texts_.contains(prefix); }

  /// The nearest of `candidates`, as long as not too many have been compared.
  std::optional<std::string> suggest(std::string_view name, const std::vector<std::string>& candidates);
  /// True while `count` more names may be looked through for a suggestion.
  bool may_compare(std::size_t count);

  // What the readers remember from one file to the next.

  /// Where each phrase of words stands first. Texts are those of the trees.
  std::unordered_map<Phrase, Span, Phrase::Hash> phrases;
  /// More conditions are refused: each is compiled, and costs many times its text.
  std::size_t max_conditions = 100'000;
  /// Words so far, counted with the words that must or must not stand around them.
  std::size_t word_parts = 0;
  /// Where the calendar of each year stands.
  std::map<std::int32_t, Span> calendar_years;
  /// By language and key: where a text is translated.
  std::map<std::string, std::unordered_map<std::string, Span>> translated;

  /// Fills the name indexes of the knowledge from the tables.
  void fill_indexes();

 private:
  template <class IdType>
  std::vector<IdType> list(const NameTable& table, const yaml::Node& names) {
    std::vector<IdType> ids;
    for (const std::uint32_t id : resolve_list(table, names)) ids.push_back(IdType{id});
    return ids;
  }
  std::vector<std::uint32_t> resolve_list(const NameTable& table, const yaml::Node& names);
  std::optional<SourceRef> citation(const yaml::Node& node);
  void report_unknown(const NameTable& table, std::string_view name, Span span,
                      std::vector<std::string> more = {});
  /// False, and reported once, where there are as many conditions as there may be.
  bool may_add_condition(Span span);
  ConditionId add_condition(const yaml::Node& node, std::shared_ptr<const expr::Program> program);
  void check_result(const expr::Ast& ast, expr::ExprId id, FactId fact);
  void check_options(const expr::Ast& ast, expr::ExprId id, FactId fact);

  FactScope scope_;
  bool reported_conditions_ = false;
  std::map<std::string, Span, std::less<>> text_keys_;
  std::set<std::string, std::less<>> lost_words_;
  std::set<const NameTable*> excused_;
  std::set<SourceId> excused_sources_;
  std::set<std::string, std::less<>> broken_texts_;
  std::set<FactId> broken_facts_;
  std::set<StepId> broken_steps_;
  std::size_t compared_ = 0;
};

}  // namespace zhilu::load
