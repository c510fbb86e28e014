// SPDX-License-Identifier: MIT
// Three-valued logic, comparison and membership for the naive evaluator, written from the definitions: a
// value known in part stands for the values it may turn out to have, and a result is settled where all of
// them agree.
//
// Nothing here calls the engine's logic or comparison of open values; what is settled is compared by it.
#pragma once

#include <optional>
#include <vector>

#include "engine/expr/ast.h"
#include "engine/value/value.h"

namespace zhilu::naive {

/// Unknown for want of everything that any of the values is missing.
Value unknown_of(const std::vector<Value>& values);

/// True if all are; false if one is; else unknown if one is open, for want of what the open ones miss; else
/// null. `any` is the same with true and false exchanged.
Value all_of(const std::vector<Value>& values);
Value any_of(const std::vector<Value>& values);
Value negation(const Value& value);

/// `a relation b`.
Value relate(expr::Relation relation, const Value& a, const Value& b);

/// `value in test`, where the test is a value, a list, a range or a set.
Value is_member(const Value& value, const Value& test);

/// `relation end` as a test of `value`, or `value in test` where there is no relation; any of them holds.
struct Test {
  std::optional<expr::Relation> relation;
  Value value;
};
Value passes_any(const Value& value, const std::vector<Test>& tests);

}  // namespace zhilu::naive
