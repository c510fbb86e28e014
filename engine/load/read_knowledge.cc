// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::pair<std::string_view, EventKind> kEvents[] = {
    {"submitted", EventKind::Submitted}, {"accepted", EventKind::Accepted}, {"refused", EventKind::Refused},
    {"replied", EventKind::Replied},     {"promised", EventKind::Promised}, {"resolved", EventKind::Resolved},
};

/// A scale or another list of named things: gives each entry that is a mapping to `read`.
template <class Read>
void read_scale(Linker& linker, MapReader& map, std::string_view key, NameTable& table, Read read) {
  const yaml::Node* node = map.require(key);
  if (node == nullptr) return linker.excuse(table);
  const std::vector<yaml::Entry>& entries = entries_of(*node, linker.diagnostics);
  if (entries.empty()) {
    if (node->is_map()) linker.diagnostics.add(kEmptyList, node->span);
    return linker.excuse(table);
  }
  for (const yaml::Entry& entry : entries) {
    // Urgencies have names in upper case: P0, P1, ...
    if (key != "urgency") read_id(entry.key, linker.diagnostics);
    MapReader fields(entry.value, entry.key, linker.diagnostics);
    const std::string prefix = std::string(key) + "." + entry.key.text + ".";
    const yaml::Node* title = fields.require("title");
    const std::uint32_t id =
        read(entry, fields, title != nullptr ? linker.text(*title, prefix + "title") : Text{});
    table.declare(entry.key, id, false, linker.diagnostics);
    fields.finish();
  }
}

std::vector<EventKind> read_events(Linker& linker, const std::string& outcome, const yaml::Node* events) {
  std::vector<EventKind> kinds;
  if (events == nullptr) {
    for (const auto& [word, kind] : kEvents) {
      if (word == outcome) kinds.push_back(kind);
    }
    return kinds;
  }
  for (const yaml::Node& item : items_of(*events, linker.diagnostics)) {
    const auto kind = read_word(item, kEvents, linker.diagnostics);
    if (kind) kinds.push_back(*kind);
  }
  return kinds;
}

}  // namespace

void read_knowledge(Linker& linker, const yaml::Node& root) {
  Knowledge& knowledge = linker.knowledge;
  MapReader map(root, "knowledge.yaml", {root.span.file, 0, 0}, linker.diagnostics);
  const auto string_of = [&](std::string_view key) {
    const yaml::Node* node = map.require(key);
    return std::string(node != nullptr ? read_string(*node, linker.diagnostics).value_or("") : "");
  };
  const auto text_of = [&](const char* key) {
    const yaml::Node* node = map.require(key);
    return node != nullptr ? linker.text(*node, key) : Text{};
  };
  knowledge.name = string_of("name");
  knowledge.title = text_of("title");
  knowledge.version = string_of("version");
  knowledge.jurisdiction = string_of("jurisdiction");
  knowledge.disclaimer = text_of("disclaimer");
  knowledge.out_of_scope = text_of("out_of_scope");
  knowledge.nothing_understood = text_of("nothing_understood");

  read_scale(linker, map, "severity", linker.severities,
             [&](const yaml::Entry& entry, MapReader& fields, Text title) {
               SeverityLevel level{entry.key.text, std::move(title), {}};
               const yaml::Node* meaning = fields.require("meaning");
               if (meaning != nullptr)
                 level.meaning = linker.text(*meaning, "severity." + level.id + ".meaning");
               return knowledge.severities.push_back(std::move(level)).value;
             });
  read_scale(linker, map, "urgency", linker.urgencies, [&](const yaml::Entry& entry, MapReader&, Text title) {
    return knowledge.urgencies.push_back({entry.key.text, std::move(title)}).value;
  });
  read_scale(linker, map, "phases", linker.phases, [&](const yaml::Entry& entry, MapReader&, Text title) {
    return knowledge.phases.push_back({entry.key.text, std::move(title)}).value;
  });
  read_scale(linker, map, "outcomes", linker.outcomes,
             [&](const yaml::Entry& entry, MapReader& fields, Text title) {
               Outcome outcome{entry.key.text, std::move(title), {}, {}, false};
               outcome.events = read_events(linker, outcome.id, fields.find("events"));
               fields.find("results");  // Options of a fact, read once facts are known.
               const yaml::Node* after_limit = fields.find("after_limit");
               if (after_limit != nullptr)
                 outcome.after_limit = read_boolean(*after_limit, linker.diagnostics).value_or(false);
               return knowledge.outcomes.push_back(std::move(outcome)).value;
             });
  map.find("guarantees");
  map.finish();
}

void read_outcome_results(Linker& linker, const yaml::Node& root) {
  const yaml::Node* outcomes = root.find("outcomes");
  if (outcomes == nullptr) return;
  for (const yaml::Entry& entry : outcomes->entries) {
    const NameTable::Definition* outcome = linker.outcomes.find(entry.key.text);
    const yaml::Node* results = entry.value.find("results");
    if (results == nullptr || outcome == nullptr) continue;
    const NameTable::Definition* tried = linker.facts.find("tried_result");
    if (tried == nullptr) {
      if (!linker.is_excused(linker.facts, "tried_result")) {
        linker.diagnostics.add(kUnknownFact, results->span, {"tried_result"});
      }
      return;
    }
    for (const yaml::Node& item : items_of(*results, linker.diagnostics)) {
      const auto option = linker.option(FactId{tried->id}, item);
      if (option) linker.knowledge.outcomes[OutcomeId{outcome->id}].results.push_back(*option);
    }
  }
}

void read_guarantees(Linker& linker, const yaml::Node& root) {
  const yaml::Node* guarantees = root.find("guarantees");
  if (guarantees == nullptr) return;
  for (const yaml::Entry& entry : entries_of(*guarantees, linker.diagnostics)) {
    read_id(entry.key, linker.diagnostics);
    MapReader map(entry.value, entry.key, linker.diagnostics);
    Guarantee guarantee;
    guarantee.id = entry.key.text;
    guarantee.span = entry.key.span;
    if (const yaml::Node* title = map.require("title")) {
      guarantee.title = linker.text(*title, "guarantees." + guarantee.id + ".title");
    }
    if (const yaml::Node* step = map.require("step")) guarantee.step = linker.step(*step);
    const yaml::Node* precautions = map.find("precautions");
    if (precautions != nullptr) guarantee.precautions = linker.precaution_list(*precautions);
    // A guarantee without either would promise nothing.
    const yaml::Node* gates = precautions != nullptr ? map.find("gates") : map.require("gates");
    if (gates != nullptr) guarantee.gates = linker.step_list(*gates);
    if (const yaml::Node* source = map.require("source")) guarantee.sources = linker.source_list(*source);
    map.finish();
    linker.knowledge.guarantees.push_back(std::move(guarantee));
  }
}

}  // namespace zhilu::load
