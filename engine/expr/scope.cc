// SPDX-License-Identifier: MIT
#include "engine/expr/scope.h"

#include <algorithm>

namespace zhilu::expr {
namespace {

/// How deep entries of entries are looked for; types may be built from each other without end.
constexpr int kMaxTypeDepth = 8;

void add_fields(const Type& type, NameSet& fields, int depth = 0) {
  if (depth > kMaxTypeDepth) return;
  if (type.kind() == TypeKind::List) add_fields(type.element(), fields, depth + 1);
  for (const Type::Entry& entry : type.entries()) {
    fields.add(entry.name);
    add_fields(entry.type, fields, depth + 1);
  }
}

}  // namespace

void MapScope::add(Variable variable) {
  std::string name = normalize_name(variable.name);
  known_.variables.add(name);
  add_fields(variable.type, known_.fields);
  variables_.insert_or_assign(std::move(name), std::move(variable));
}

void MapScope::add_type(std::string name, Type type) {
  add_fields(type, known_.fields);
  types_.insert_or_assign(std::move(name), std::move(type));
}

const Variable* MapScope::find(std::string_view name) const {
  const auto it = variables_.find(name);
  return it == variables_.end() ? nullptr : &it->second;
}

std::vector<std::string> MapScope::names() const {
  std::vector<std::string> names;
  names.reserve(variables_.size());
  for (const auto& [name, variable] : variables_) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

const Type* MapScope::find_type(std::string_view name) const {
  const auto it = types_.find(name);
  return it == types_.end() ? nullptr : &it->second;
}

}  // namespace zhilu::expr
