// SPDX-License-Identifier: MIT
// The arithmetic operators: which types they take, and what they give. Comparison and logic are in
// engine/value.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/expr/ast.h"
#include "engine/value/time.h"
#include "engine/value/type.h"
#include "engine/value/value.h"

namespace zhilu::expr {

/// `+`, `in`, `and` ...: the sign of an operator's node kind, for messages and for the printer; else empty.
std::string_view operator_sign(NodeKind kind);
std::string_view relation_sign(Relation relation);

/// Type of `a op b` for Add, Subtract, Multiply, Divide, Power. Any where a type is not known; empty where no
/// values of these types can be combined.
std::optional<TypeKind> arithmetic_type(NodeKind op, TypeKind a, TypeKind b);

/// `a op b`: unknown if one of them is open, null with a reason if there is no result.
Value arithmetic(NodeKind op, const Value& a, const Value& b, const ZoneRules& zones);

/// `-a`, for numbers and durations.
Value negate(const Value& a);

/// `base.name`: an entry of a context, a property of a date, time, duration or range; on a list, of each
/// item.
Value property(const Value& base, std::string_view name);

/// Type of `base.name`; empty if a value of that type has no such property.
std::optional<Type> property_type(const Type& base, std::string_view name);

/// The relation of a HalfRange as a test of `value`.
Value compare(Relation relation, const Value& a, const Value& b);

/// `value in (tests)`. `relations` has for each test the relation of a HalfRange, or none.
Value is_in_any(const Value& value, std::span<const Value> tests,
                std::span<const std::optional<Relation>> relations);

/// `value in (test)`: the test is a range, a list of values and ranges, a set known in part, or a value.
Value is_in(const Value& value, const Value& test);

}  // namespace zhilu::expr
