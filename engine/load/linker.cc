// SPDX-License-Identifier: MIT
// References and texts; conditions are in linker_conditions.cc.
#include "engine/load/linker.h"

#include <algorithm>
#include <utility>

#include "engine/base/spelling.h"
#include "engine/expr/diagnostics.h"
#include "engine/load/diagnostics.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

/// Names compared in all, in one load; enough for thousands of slips in a base of ordinary size.
constexpr std::size_t kMaxCompared = 500'000;

constexpr std::uint32_t kNone = FactId::kNone;

}  // namespace

Linker::Linker(Knowledge& base, const SourceMap& files, Diagnostics& out)
    : knowledge(base),
      sources(files),
      diagnostics(out),
      facts(kUnknownFact, &kIsAFact),
      steps(kUnknownStep, &kIsAStep),
      channels(kUnknownChannel, &kIsAChannel),
      evidence(kUnknownEvidence, &kIsEvidence),
      precautions(kUnknownPrecaution, &kIsAPrecaution),
      letters(kUnknownLetter, &kIsALetter),
      graphs(kUnknownGraph, &kIsAGraph),
      source_names(kUnknownSource, &kIsASource),
      tables(kUnknownFact),
      topics(kNoTopicFile),
      phases(kUnknownPhase),
      urgencies(kUnknownUrgency),
      severities(kUnknownWord),
      outcomes(kUnknownOutcome) {}

bool Linker::may_compare(std::size_t count) {
  if (compared_ + count > kMaxCompared) return false;
  compared_ += count;
  return true;
}

std::optional<std::string> Linker::suggest(std::string_view name,
                                           const std::vector<std::string>& candidates) {
  if (!may_compare(candidates.size())) return std::nullopt;
  return find_nearest(name, candidates);
}

bool Linker::is_excused(const NameTable& table, std::string_view name) const {
  return excused_.contains(&table) || lost_words_.contains(name);
}

void Linker::report_unknown(const NameTable& table, std::string_view name, Span span,
                            std::vector<std::string> more) {
  if (is_excused(table, name)) return;
  std::vector<std::string> args{std::string(name)};
  args.insert(args.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  Diagnostic& problem = diagnostics.add(table.unknown(), span, std::move(args));
  if (auto nearest = suggest(name, table.candidates())) {
    problem.fix = Fix{*std::move(nearest)};
    return;
  }
  const NameTable* others[] = {&facts,       &steps,   &channels, &evidence,
                               &precautions, &letters, &graphs,   &source_names};
  for (const NameTable* other : others) {
    const NameTable::Definition* definition = other == &table ? nullptr : other->find(name);
    if (definition == nullptr) continue;
    problem.notes.push_back({other->is_one(), definition->span, {}});
    return;
  }
}

std::uint32_t Linker::resolve(const NameTable& table, const yaml::Node& name) {
  const auto word = read_string(name, diagnostics);
  if (!word) return kNone;
  if (const NameTable::Definition* definition = table.find(*word)) return definition->id;
  report_unknown(table, *word, name.span);
  return kNone;
}

std::vector<std::uint32_t> Linker::resolve_list(const NameTable& table, const yaml::Node& names) {
  std::vector<std::uint32_t> ids;
  std::set<std::uint32_t> seen;
  for (const yaml::Node& name : items_of(names, diagnostics)) {
    const std::uint32_t id = resolve(table, name);
    if (id == kNone) continue;
    if (seen.insert(id).second) {
      ids.push_back(id);
    } else {
      diagnostics.add(kRepeatedItem, name.span, {name.text});
    }
  }
  return ids;
}

std::optional<std::uint32_t> Linker::option(FactId fact, const yaml::Node& name) {
  const auto word = read_string(name, diagnostics);
  if (!word) return std::nullopt;
  if (const auto index = knowledge.find_option(fact, *word)) return index;
  if (is_broken(fact)) return std::nullopt;
  const Fact& owner = knowledge.facts[fact];
  Diagnostic& problem = diagnostics.add(expr::kUnknownOption, name.span, {std::string(*word), owner.id});
  std::vector<std::string> candidates;
  for (const FactOption& candidate : owner.options) candidates.push_back(candidate.id);
  if (auto nearest = suggest(*word, candidates)) problem.fix = Fix{*std::move(nearest)};
  return std::nullopt;
}

SourceRefs Linker::source_list(const yaml::Node& citations) {
  SourceRefs refs;
  for (const yaml::Node& node : items_of(citations, diagnostics)) {
    const auto ref = citation(node);
    if (!ref) continue;
    if (std::find(refs.begin(), refs.end(), *ref) == refs.end()) {
      refs.push_back(*ref);
    } else {
      diagnostics.add(kRepeatedItem, node.span, {node.text});
    }
  }
  return refs;
}

std::optional<SourceRef> Linker::citation(const yaml::Node& node) {
  const auto text = read_string(node, diagnostics);
  if (!text) return std::nullopt;
  const std::size_t dot = text->find('.');
  const std::string_view source = text->substr(0, dot);
  const std::string_view passage = dot == std::string_view::npos ? "" : text->substr(dot + 1);
  if (source.empty() || passage.empty()) {
    diagnostics.add(kBadReference, node.span, {std::string(*text)});
    return std::nullopt;
  }
  // The span of one part of the citation; only a plain or simply quoted one has its bytes side by side.
  const TextOrigin origin = origin_of(node, sources);
  const auto part = [&](std::size_t begin, std::size_t end) {
    return origin.map(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
  };
  const NameTable::Definition* owner = source_names.find(source);
  if (owner == nullptr) {
    report_unknown(source_names, source, part(0, dot));
    return std::nullopt;
  }
  const NameTable& table = passages[owner->id];
  const NameTable::Definition* found = table.find(passage);
  if (found == nullptr) {
    if (excused_sources_.contains(SourceId{owner->id})) return std::nullopt;
    report_unknown(table, passage, part(dot + 1, text->size()), {std::string(source)});
    return std::nullopt;
  }
  return SourceRef{SourceId{owner->id}, found->id, node.span};
}

Text Linker::text(const yaml::Node& node, std::string_view key) {
  const auto content = read_string(node, diagnostics);
  if (!content) return {};
  text_keys_.emplace(key, node.span);
  return {std::string(*content), key, node.span};
}

void Linker::add_lost_words(std::string_view file_text) {
  const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  for (std::size_t at = 0; at < file_text.size();) {
    std::size_t end = at;
    while (end < file_text.size() && is_word(file_text[end])) ++end;
    if (end > at) lost_words_.emplace(file_text.substr(at, end - at));
    at = end + 1;
  }
}

void Linker::fill_indexes() {
  const auto fill = [](const NameTable& table, auto& index) {
    for (const auto& [name, definition] : table.definitions()) index[name] = {definition.id};
  };
  fill(facts, knowledge.fact_index);
  fill(steps, knowledge.step_index);
  fill(channels, knowledge.channel_index);
  fill(graphs, knowledge.graph_index);
  fill(topics, knowledge.topic_index);
  fill(letters, knowledge.letter_index);
}

}  // namespace zhilu::load
