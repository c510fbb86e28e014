// SPDX-License-Identifier: MIT
// Functions with regular expressions, which the environment brings along.
#include "engine/expr/families.h"
#include "engine/expr/function_call.h"
#include "engine/expr/value_words.h"
#include "engine/value/text_rules.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;

Value failed(FunctionCall& call, RegexFailure failure, std::size_t flags) {
  switch (failure) {
    case RegexFailure::BadFlags:
      return call.fail(flags);
    case RegexFailure::BadReplacement:
      return call.fail(2);
    case RegexFailure::TooLong:
      return call.fail(kPatternTooSlow, {value_words(call[1])});
    case RegexFailure::None:
    case RegexFailure::BadPattern:
      break;
  }
  return call.fail(kBadPattern, {value_words(call[1])});
}

std::string_view flags_of(const FunctionCall& call, std::size_t parameter) {
  return call[parameter].is_null() ? std::string_view() : std::string_view(call.text(parameter));
}

Value matches(FunctionCall& call) {
  const TextRules* rules = call.environment().text_rules();
  if (rules == nullptr) return call.fail(kNoRegex);
  RegexFailure failure = RegexFailure::None;
  const auto result = rules->matches(call.text(0), call.text(1), flags_of(call, 2), failure);
  return result ? Value::boolean(*result) : failed(call, failure, 2);
}

Value replace(FunctionCall& call) {
  const TextRules* rules = call.environment().text_rules();
  if (rules == nullptr) return call.fail(kNoRegex);
  RegexFailure failure = RegexFailure::None;
  auto result = rules->replace(call.text(0), call.text(1), call.text(2), flags_of(call, 3), failure);
  return result ? Value::string(*std::move(result)) : failed(call, failure, 3);
}

Value split(FunctionCall& call) {
  const TextRules* rules = call.environment().text_rules();
  if (rules == nullptr) return call.fail(kNoRegex);
  RegexFailure failure = RegexFailure::None;
  auto parts = rules->split(call.text(0), call.text(1), failure);
  if (!parts) return failed(call, failure, 1);
  std::vector<Value> items;
  items.reserve(parts->size());
  for (std::string& part : *parts) items.push_back(Value::string(std::move(part)));
  return Value::list(std::move(items));
}

constexpr ParameterInfo kMatches[] = {
    {.name = "input", .type = T::String},
    {.name = "pattern", .type = T::String},
    {.name = "flags", .type = T::String, .arity = Arity::Optional, .nullable = true}};
constexpr ParameterInfo kReplace[] = {
    {.name = "input", .type = T::String},
    {.name = "pattern", .type = T::String},
    {.name = "replacement", .type = T::String},
    {.name = "flags", .type = T::String, .arity = Arity::Optional, .nullable = true}};
constexpr ParameterInfo kSplit[] = {{.name = "string", .type = T::String},
                                    {.name = "delimiter", .type = T::String}};

constexpr SignatureInfo kMatchesSignature[] = {{kMatches, T::Boolean}};
constexpr SignatureInfo kReplaceSignature[] = {{kReplace, T::String}};
constexpr SignatureInfo kSplitSignature[] = {{kSplit, T::List, T::String}};

constexpr BuiltIn kFunctions[] = {
    {.name = "matches",
     .signatures = kMatchesSignature,
     .pure = false,
     .code = matches,
     .zh = "文本里有正则表达式所说的内容时为真。",
     .en = "True if a regular expression matches somewhere in a text."},
    {.name = "replace",
     .signatures = kReplaceSignature,
     .pure = false,
     .code = replace,
     .zh = "把正则表达式匹配到的都换成另一段文字。",
     .en = "Replaces every match of a regular expression."},
    {.name = "split",
     .signatures = kSplitSignature,
     .pure = false,
     .code = split,
     .zh = "在正则表达式匹配到的地方把文本切开。",
     .en = "Splits a text at every match of a regular expression."},
};

}  // namespace

std::span<const BuiltIn> regex_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
