// SPDX-License-Identifier: MIT
// What names mean to an expression: the caller's facts and types, by name.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/expr/names.h"
#include "engine/value/fact_set.h"
#include "engine/value/type.h"

namespace zhilu::expr {

struct Variable {
  std::string name;
  Type type;
  FactId fact;
  /// Ids of the options of a choice or choices fact, in their order; empty for the others. A literal compared
  /// with the fact must be one of them. A choice fact is a string, a choices fact a list of strings.
  std::vector<std::string> options;
};

class Scope {
 public:
  virtual ~Scope() = default;

  /// The variable of that name, or null. Lives as long as the scope.
  virtual const Variable* find(std::string_view name) const = 0;

  /// All names in one fixed order, for suggestions.
  virtual std::vector<std::string> names() const = 0;

  /// Names that are more than one word.
  virtual const KnownNames& known_names() const = 0;

  /// A type declared under that name, for `instance of`; null if there is none.
  virtual const Type* find_type(std::string_view) const { return nullptr; }
};

/// A scope that is filled by hand.
class MapScope : public Scope {
 public:
  /// Adds or replaces the variable of that name.
  void add(Variable variable);
  void add_type(std::string name, Type type);

  const Variable* find(std::string_view name) const override;
  std::vector<std::string> names() const override;
  const KnownNames& known_names() const override { return known_; }
  const Type* find_type(std::string_view name) const override;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
  };
  std::unordered_map<std::string, Variable, Hash, std::equal_to<>> variables_;
  std::map<std::string, Type, std::less<>> types_;
  KnownNames known_;
};

}  // namespace zhilu::expr
