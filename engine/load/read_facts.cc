// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::size_t kMaxOptions = 64;

constexpr std::pair<std::string_view, FactKind> kKinds[] = {
    {"boolean", FactKind::Boolean}, {"number", FactKind::Number},     {"money", FactKind::Money},
    {"date", FactKind::Date},       {"duration", FactKind::Duration}, {"choice", FactKind::Choice},
    {"choices", FactKind::Choices}, {"text", FactKind::Text},
};

constexpr std::pair<std::string_view, AskCost> kCosts[] = {
    {"easy", AskCost::Easy}, {"lookup", AskCost::Lookup}, {"sensitive", AskCost::Sensitive}};

/// Words that FEEL keeps for itself.
constexpr std::string_view kReserved[] = {
    "and",      "between", "else", "every", "external", "false",  "for",       "function", "if",   "in",
    "instance", "not",     "null", "of",    "or",       "return", "satisfies", "some",     "then", "true"};

constexpr std::int32_t kMaxAskOrder = 999;

/// An option: its text, or `{ title: …, likely: 30 }`.
FactOption read_option(Linker& linker, const yaml::Entry& entry, const std::string& prefix) {
  FactOption option;
  option.id = entry.key.text;
  const std::string key = prefix + "." + option.id;
  if (!entry.value.is_map()) {
    option.title = linker.text(entry.value, key);
    return option;
  }
  MapReader map(entry.value, entry.key, linker.diagnostics);
  if (const yaml::Node* title = map.require("title")) option.title = linker.text(*title, key);
  if (const yaml::Node* likely = map.find("likely")) {
    option.likely = read_integer(*likely, 0, 100, linker.diagnostics);
  }
  map.finish();
  return option;
}

// INVARIANT: a boolean fact has the options `false` and `true` in this order, so that an option's index is
// its bit in Answer. A title that the author does not give stays empty; then whoever prints has a word for
// it.
void read_boolean_options(Linker& linker, Fact& fact, const yaml::Node* options) {
  fact.options = {FactOption{"false", {}, {}}, FactOption{"true", {}, {}}};
  if (options == nullptr) return;
  for (const yaml::Entry& entry : entries_of(*options, linker.diagnostics)) {
    if (entry.key.text != "true" && entry.key.text != "false") {
      linker.diagnostics.add(kBooleanOptions, entry.key.span);
      continue;
    }
    fact.options[entry.key.text == "true" ? 1 : 0] =
        read_option(linker, entry, "facts." + fact.id + ".options");
  }
}

void read_choice_options(Linker& linker, Fact& fact, const yaml::Node* options) {
  if (options == nullptr) return;
  const std::vector<yaml::Entry>& entries = entries_of(*options, linker.diagnostics);
  if (options->is_map() && entries.empty()) linker.diagnostics.add(kEmptyList, options->span);
  for (const yaml::Entry& entry : entries) {
    read_id(entry.key, linker.diagnostics);
    if (fact.options.size() == kMaxOptions) {
      linker.diagnostics.add(kTooManyOptions, entry.key.span, {std::to_string(kMaxOptions)});
      return;
    }
    fact.options.push_back(read_option(linker, entry, "facts." + fact.id + ".options"));
  }
}

void read_options(Linker& linker, FactId id, MapReader& map) {
  Fact& fact = linker.knowledge.facts[id];
  const bool choice = fact.kind == FactKind::Choice || fact.kind == FactKind::Choices;
  const bool boolean = fact.kind == FactKind::Boolean;
  const yaml::Entry* entry = map.find_entry("options");
  if (entry != nullptr && !choice && !boolean) {
    linker.diagnostics.add(kKeyNotForType, entry->key.span, {"options", std::string(word_of(fact.kind))});
    return;
  }
  const std::size_t problems = linker.diagnostics.items().size();
  const yaml::Node* options = choice ? map.require("options") : entry != nullptr ? &entry->value : nullptr;
  if (boolean) read_boolean_options(linker, fact, options);
  if (choice) read_choice_options(linker, fact, options);
  if (linker.diagnostics.items().size() > problems || (choice && options == nullptr)) linker.set_broken(id);
}

void read_bounds(Linker& linker, Fact& fact, MapReader& map) {
  const bool numeric = fact.kind == FactKind::Number || fact.kind == FactKind::Money;
  const yaml::Entry* bounds[] = {map.find_entry("min"), map.find_entry("max")};
  Maybe<Decimal>* targets[] = {&fact.min, &fact.max};
  for (std::size_t i = 0; i < std::size(bounds); ++i) {
    if (bounds[i] == nullptr) continue;
    if (numeric) {
      *targets[i] = read_decimal(bounds[i]->value, linker.diagnostics);
    } else {
      linker.diagnostics.add(kKeyNotForType, bounds[i]->key.span,
                             {bounds[i]->key.text, std::string(word_of(fact.kind))});
    }
  }
  if (fact.min && fact.max && *fact.max < *fact.min)
    linker.diagnostics.add(kBoundsReversed, bounds[1]->value.span);
}

}  // namespace

std::string_view word_of(FactKind kind) {
  for (const auto& [word, value] : kKinds) {
    if (value == kind) return word;
  }
  return {};
}

void read_fact(Linker& linker, const Declared& declared) {
  const FactId id{declared.id};
  Fact& fact = linker.knowledge.facts[id];
  if (std::find(std::begin(kReserved), std::end(kReserved), fact.id) != std::end(kReserved)) {
    linker.diagnostics.add(kReservedName, declared.key->span, {fact.id});
  }
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  const std::string prefix = "facts." + fact.id + ".";
  const yaml::Node* type = map.require("type");
  const auto kind = type != nullptr ? read_word(*type, kKinds, linker.diagnostics) : std::nullopt;
  if (const yaml::Node* title = map.require("title")) fact.title = linker.text(*title, prefix + "title");
  if (const yaml::Node* cost = map.find("cost")) {
    fact.cost = read_word(*cost, kCosts, linker.diagnostics).value_or(AskCost::Easy);
  }
  if (const yaml::Node* asked = map.find("asked")) {
    fact.asked = read_boolean(*asked, linker.diagnostics).value_or(false);
  }
  if (const yaml::Node* order = map.find("ask_order")) {
    fact.ask_order = read_integer(*order, 1, kMaxAskOrder, linker.diagnostics);
  }
  // What is asked of a person says why.
  const yaml::Node* ask = fact.asked ? map.require("ask") : map.find("ask");
  if (ask != nullptr) fact.ask = linker.text(*ask, prefix + "ask");
  const yaml::Node* why = fact.asked ? map.require("why") : map.find("why");
  if (why != nullptr) fact.why = linker.text(*why, prefix + "why");
  map.find("default");  // Read once all facts are known.
  map.find("alias");
  if (kind) {
    fact.kind = *kind;
    read_options(linker, id, map);
    read_bounds(linker, fact, map);
  } else {
    linker.set_broken(id);
    for (const char* key : {"options", "min", "max"}) map.find(key);
  }
  map.finish();
}

void read_default(Linker& linker, const Declared& declared) {
  if (!declared.body->is_map()) return;
  const yaml::Node* fallback = declared.body->find("default");
  if (fallback == nullptr) return;
  const FactId id{declared.id};
  const ConditionId condition = linker.expression(*fallback);
  linker.knowledge.facts[id].fallback = condition;
  linker.check_result(condition, id);
}

}  // namespace zhilu::load
