// SPDX-License-Identifier: MIT
// Functions on texts. Positions count characters (code points) from 1.
#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/expr/families.h"
#include "engine/expr/function_call.h"
#include "engine/value/text_rules.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;

/// Byte offset of character `index` (from 0) of `text`; its size if there are fewer.
std::size_t offset_of(std::string_view text, std::int64_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) at += decode_at(text, at).size;
  return at;
}

Value substring(FunctionCall& call) {
  const std::string& text = call.text(0);
  const auto length = static_cast<std::int64_t>(count_characters(text));
  const std::optional<std::int64_t> start = whole_part(call.number(1));
  if (!start || *start == 0 || *start > length || *start < -length) return call.fail(1);
  const std::int64_t first = *start > 0 ? *start - 1 : length + *start;
  std::int64_t count = length - first;
  if (call.given(2)) {
    const std::optional<std::int64_t> wanted = whole_part(call.number(2));
    if (!wanted || *wanted < 1) return call.fail(2);
    count = std::min(count, *wanted);
  }
  const std::size_t begin = offset_of(text, first);
  const std::string_view rest = std::string_view(text).substr(begin);
  return Value::string(std::string(rest.substr(0, offset_of(rest, count))));
}

Value string_length(FunctionCall& call) {
  return Value::number(Decimal(static_cast<std::int64_t>(count_characters(call.text(0)))));
}

/// Without Unicode's tables only ASCII letters have a case.
std::string ascii_case(std::string text, char first, int shift) {
  for (char& c : text) {
    if (c >= first && c < first + 26) c = static_cast<char>(c + shift);
  }
  return text;
}

Value upper_case(FunctionCall& call) {
  const TextRules* rules = call.environment().text_rules();
  if (rules != nullptr) return Value::string(rules->upper_case(call.text(0)));
  return Value::string(ascii_case(call.text(0), 'a', 'A' - 'a'));
}

Value lower_case(FunctionCall& call) {
  const TextRules* rules = call.environment().text_rules();
  if (rules != nullptr) return Value::string(rules->lower_case(call.text(0)));
  return Value::string(ascii_case(call.text(0), 'A', 'a' - 'A'));
}

Value substring_before(FunctionCall& call) {
  const std::size_t at = call.text(0).find(call.text(1));
  return Value::string(at == std::string::npos ? std::string() : call.text(0).substr(0, at));
}

Value substring_after(FunctionCall& call) {
  const std::size_t at = call.text(0).find(call.text(1));
  return Value::string(at == std::string::npos ? std::string()
                                               : call.text(0).substr(at + call.text(1).size()));
}

Value contains(FunctionCall& call) {
  return Value::boolean(call.text(0).find(call.text(1)) != std::string::npos);
}

Value starts_with(FunctionCall& call) {
  return Value::boolean(call.text(0).starts_with(call.text(1)));
}

Value ends_with(FunctionCall& call) {
  return Value::boolean(call.text(0).ends_with(call.text(1)));
}

Value string_join(FunctionCall& call) {
  std::string joined;
  bool first = true;
  for (const Value& item : call.list(0)) {
    if (item.is_null()) continue;
    if (!item.is(ValueKind::String)) return call.fail(0);
    if (!first && !call[1].is_null()) joined += call.text(1);
    joined += item.as_string();
    first = false;
    if (joined.size() > call.runtime().budget().string_bytes) break;  // Refused by the caller.
  }
  return Value::string(std::move(joined));
}

constexpr ParameterInfo kString[] = {{.name = "string", .type = T::String}};
constexpr ParameterInfo kStringMatch[] = {{.name = "string", .type = T::String},
                                          {.name = "match", .type = T::String}};
constexpr ParameterInfo kSubstring[] = {{.name = "string", .type = T::String},
                                        {.name = "start position", .type = T::Number},
                                        {.name = "length", .type = T::Number, .arity = Arity::Optional}};
constexpr ParameterInfo kJoin[] = {
    {.name = "list", .type = T::List, .element = T::String},
    {.name = "delimiter", .type = T::String, .arity = Arity::Optional, .nullable = true}};

constexpr SignatureInfo kToString[] = {{kString, T::String}};
constexpr SignatureInfo kToNumber[] = {{kString, T::Number}};
constexpr SignatureInfo kMatchToString[] = {{kStringMatch, T::String}};
constexpr SignatureInfo kMatchToBoolean[] = {{kStringMatch, T::Boolean}};
constexpr SignatureInfo kSubstringSignature[] = {{kSubstring, T::String}};
constexpr SignatureInfo kJoinSignature[] = {{kJoin, T::String}};

constexpr BuiltIn kFunctions[] = {
    {.name = "substring",
     .signatures = kSubstringSignature,
     .code = substring,
     .zh = "从某个位置起的若干个字；位置从 1 数，负数从末尾数。",
     .en = "A number of characters from a position on; positions count from 1, or from the end if negative."},
    {.name = "string length",
     .signatures = kToNumber,
     .code = string_length,
     .zh = "文本的字数。",
     .en = "The number of characters."},
    {.name = "upper case",
     .signatures = kToString,
     .pure = false,
     .code = upper_case,
     .zh = "字母都变成大写。",
     .en = "The text in capitals."},
    {.name = "lower case",
     .signatures = kToString,
     .pure = false,
     .code = lower_case,
     .zh = "字母都变成小写。",
     .en = "The text in small letters."},
    {.name = "substring before",
     .signatures = kMatchToString,
     .code = substring_before,
     .zh = "某段文字第一次出现之前的部分；没有出现则为空文本。",
     .en = "What stands before the first occurrence of a text; empty if there is none."},
    {.name = "substring after",
     .signatures = kMatchToString,
     .code = substring_after,
     .zh = "某段文字第一次出现之后的部分；没有出现则为空文本。",
     .en = "What stands behind the first occurrence of a text; empty if there is none."},
    {.name = "contains",
     .signatures = kMatchToBoolean,
     .code = contains,
     .zh = "文本里有某段文字时为真。查多选事实请用 in。",
     .en = "True if a text occurs in another. For choices use `in`."},
    {.name = "starts with",
     .signatures = kMatchToBoolean,
     .code = starts_with,
     .zh = "文本以某段文字开头时为真。",
     .en = "True if a text begins with another."},
    {.name = "ends with",
     .signatures = kMatchToBoolean,
     .code = ends_with,
     .zh = "文本以某段文字结尾时为真。",
     .en = "True if a text ends with another."},
    {.name = "string join",
     .signatures = kJoinSignature,
     .code = string_join,
     .zh = "把文本列表连成一段，中间可加分隔符；null 跳过。",
     .en = "Joins texts, with a delimiter between them; nulls are skipped."},
};

}  // namespace

std::span<const BuiltIn> string_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
