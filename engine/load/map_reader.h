// SPDX-License-Identifier: MIT
// Reads a mapping key by key: what was not asked for is unknown, what was required and is not there is
// missing.
//
//     MapReader map(node, entry.key, diagnostics);
//     if (const yaml::Node* title = map.require("title")) step.title = ...;
//     if (const yaml::Node* note = map.find("note")) ...
//     map.finish();
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/load/yaml.h"

namespace zhilu::load {

class MapReader {
 public:
  /// Reports it if `node` is no mapping; then nothing is found and nothing is missing. `owner` is the place
  /// and name that a missing key is reported with: the key the mapping stands under. Both must outlive the
  /// reader.
  MapReader(const yaml::Node& node, const yaml::Node& owner, Diagnostics& diagnostics)
      : MapReader(node, owner.text, owner.span, diagnostics) {}
  /// For a mapping that stands under no key of its own: an item of the list `name`, or a whole file.
  MapReader(const yaml::Node& node, std::string name, Span place, Diagnostics& diagnostics);

  /// The value of an optional key, or null.
  const yaml::Node* find(std::string_view key);

  /// The value of a key that must be there; null if it is missing, which finish() reports.
  const yaml::Node* require(std::string_view key);

  /// The whole entry of an optional key, or null.
  const yaml::Entry* find_entry(std::string_view key);

  /// Reports keys that nobody asked for and required keys that are missing. A key that is nearly a missing
  /// one is reported once, as its misspelling.
  void finish();

  bool is_map() const { return node_.is_map(); }

 private:
  const yaml::Node& node_;
  std::string name_;
  Span place_;
  Diagnostics& diagnostics_;
  /// For each entry: was it asked for?
  std::vector<bool> known_;
  std::vector<std::string> keys_;
  std::vector<std::string> missing_;
};

/// The entries of a mapping whose keys are names of the author; empty, and reported, if `node` is none.
const std::vector<yaml::Entry>& entries_of(const yaml::Node& node, Diagnostics& diagnostics);

}  // namespace zhilu::load
