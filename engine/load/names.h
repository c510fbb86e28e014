// SPDX-License-Identifier: MIT
// The names that one kind of element goes by, and who has them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/load/yaml.h"

namespace zhilu::load {

class NameTable {
 public:
  struct Definition {
    std::uint32_t id = 0;
    Span span;
    /// True for an earlier name, written under `alias`.
    bool is_alias = false;
  };
  using Definitions = std::map<std::string, Definition, std::less<>>;

  /// `unknown` is reported, with the name, where a name is used that nobody has; `is_one` says in a note that
  /// a name belongs to this kind, and may be null.
  explicit NameTable(const DiagnosticKind& unknown, const DiagnosticKind* is_one = nullptr)
      : unknown_(&unknown), is_one_(is_one) {}

  /// Gives the name that stands at `name` to element `id`. A name that is taken is reported with both places
  /// and stays with its first owner.
  void declare(const yaml::Node& name, std::uint32_t id, bool is_alias, Diagnostics& diagnostics);

  /// Null if nobody has the name.
  const Definition* find(std::string_view name) const;

  const Definitions& definitions() const { return definitions_; }
  const DiagnosticKind& unknown() const { return *unknown_; }
  const DiagnosticKind* is_one() const { return is_one_; }

  /// All names, sorted; for suggestions.
  const std::vector<std::string>& candidates() const;

 private:
  const DiagnosticKind* unknown_;
  const DiagnosticKind* is_one_;
  Definitions definitions_;
  mutable std::vector<std::string> candidates_;
};

}  // namespace zhilu::load
