// SPDX-License-Identifier: MIT
#include "engine/load/map_reader.h"

#include <algorithm>
#include <utility>

#include "engine/base/spelling.h"
#include "engine/load/diagnostics.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

void report_no_map(const yaml::Node& node, Diagnostics& diagnostics) {
  diagnostics.add(node.is_null() ? kEmptyValue : kExpectedMap, node.span);
}

}  // namespace

MapReader::MapReader(const yaml::Node& node, std::string name, Span place, Diagnostics& diagnostics)
    : node_(node),
      name_(std::move(name)),
      place_(place),
      diagnostics_(diagnostics),
      known_(node.entries.size(), false) {
  if (!node.is_map()) report_no_map(node, diagnostics);
}

const yaml::Entry* MapReader::find_entry(std::string_view key) {
  keys_.emplace_back(key);
  for (std::size_t i = 0; i < node_.entries.size(); ++i) {
    if (node_.entries[i].key.text != key) continue;
    known_[i] = true;
    return &node_.entries[i];
  }
  return nullptr;
}

const yaml::Node* MapReader::find(std::string_view key) {
  const yaml::Entry* entry = find_entry(key);
  return entry == nullptr ? nullptr : &entry->value;
}

const yaml::Node* MapReader::require(std::string_view key) {
  const yaml::Node* value = find(key);
  if (value == nullptr) missing_.emplace_back(key);
  return value;
}

void MapReader::finish() {
  if (!node_.is_map()) return;
  const std::vector<std::string_view> all(keys_.begin(), keys_.end());
  for (std::size_t i = 0; i < node_.entries.size(); ++i) {
    if (known_[i]) continue;
    const yaml::Node& key = node_.entries[i].key;
    Diagnostic& problem = diagnostics_.add(kUnknownKey, key.span, {key.text, join(all)});
    // A missing key is the likelier meaning of a misspelt one.
    auto nearest = find_nearest(key.text, missing_);
    if (nearest) std::erase(missing_, *nearest);
    if (!nearest) nearest = find_nearest(key.text, keys_);
    if (nearest) problem.fix = Fix{*nearest};
  }
  for (const std::string& key : missing_) diagnostics_.add(kMissingKey, place_, {name_, key});
}

const std::vector<yaml::Entry>& entries_of(const yaml::Node& node, Diagnostics& diagnostics) {
  if (!node.is_map()) report_no_map(node, diagnostics);
  return node.entries;
}

}  // namespace zhilu::load
