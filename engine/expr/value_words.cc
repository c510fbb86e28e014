// SPDX-License-Identifier: MIT
#include "engine/expr/value_words.h"

namespace zhilu::expr {
namespace {

constexpr std::uint64_t kShortWeight = 20;

}  // namespace

std::string type_words(const Value& value) {
  if (value.weight() <= kShortWeight) return type_of(value).to_string();
  if (value.is(ValueKind::List)) return Type(TypeKind::List).to_string();
  if (value.is(ValueKind::Context)) return Type(TypeKind::Context).to_string();
  return type_of(value).to_string();
}

std::string value_words(const Value& value) {
  return value.weight() <= kShortWeight ? to_feel_text(value) : type_words(value);
}

}  // namespace zhilu::expr
