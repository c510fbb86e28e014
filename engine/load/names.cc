// SPDX-License-Identifier: MIT
#include "engine/load/names.h"

#include "engine/load/diagnostics.h"

namespace zhilu::load {

void NameTable::declare(const yaml::Node& name, std::uint32_t id, bool is_alias, Diagnostics& diagnostics) {
  const auto [found, is_new] = definitions_.try_emplace(name.text, Definition{id, name.span, is_alias});
  if (is_new) {
    candidates_.clear();
    return;
  }
  Diagnostic& problem = diagnostics.add(kDuplicateId, name.span, {name.text});
  problem.notes.push_back({&kFirstId, found->second.span, {}});
}

const NameTable::Definition* NameTable::find(std::string_view name) const {
  const auto found = definitions_.find(name);
  return found == definitions_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& NameTable::candidates() const {
  if (candidates_.empty()) {
    candidates_.reserve(definitions_.size());
    for (const auto& [name, definition] : definitions_) candidates_.push_back(name);
  }
  return candidates_;
}

}  // namespace zhilu::load
