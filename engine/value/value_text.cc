// SPDX-License-Identifier: MIT
// Values as text: literals of FEEL, and the bare form that string() gives.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"
#include "engine/value/value.h"

namespace zhilu {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

bool is_name_character(char32_t c, bool first) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return true;
  if (c >= '0' && c <= '9') return !first;
  // Chinese characters; full-width punctuation must not stand outside quotes.
  return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff);
}

// Can this be a key of a context without quotes, whoever reads it?
bool is_plain_name(std::string_view name) {
  static constexpr std::array<std::string_view, 19> kReserved{
      "and",      "between", "else", "every", "external", "false",     "for",  "function", "if",  "in",
      "instance", "not",     "null", "or",    "return",   "satisfies", "some", "then",     "true"};
  if (name.empty() || std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end()) return false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = decode_at(name, at);
    if (!is_name_character(c.value, at == 0)) return false;
    at += c.size;
  }
  return true;
}

std::string at_literal(const std::string& text) {
  return "@\"" + text + "\"";
}

std::string list_text(const std::vector<Value>& items) {
  std::string out = "[";
  for (const Value& item : items) {
    if (out.size() > 1) out += ", ";
    out += to_feel_text(item);
  }
  return out + "]";
}

std::string context_text(const Context& context) {
  std::string out = "{";
  for (const Context::Entry& entry : context.entries()) {
    if (out.size() > 1) out += ", ";
    out +=
        (is_plain_name(entry.first) ? entry.first : quoted(entry.first)) + ": " + to_feel_text(entry.second);
  }
  return out + "}";
}

std::string range_text(const Range& range) {
  if (range.form != RangeForm::Between) {
    return (range.form == RangeForm::Equal ? "(= " : "(!= ") + to_feel_text(range.low.value_or(Value())) +
           ")";
  }
  if (!range.low) {
    return (range.high_closed ? "(<= " : "(< ") + to_feel_text(range.high.value_or(Value())) + ")";
  }
  if (!range.high) return (range.low_closed ? "(>= " : "(> ") + to_feel_text(*range.low) + ")";
  return (range.low_closed ? "[" : "(") + to_feel_text(*range.low) + ".." + to_feel_text(*range.high) +
         (range.high_closed ? "]" : ")");
}

std::string partial_set_text(const PartialSet& set) {
  std::string out;
  for (const std::string& name : set.holds) out += (out.empty() ? "" : ", ") + quoted(name);
  for (const std::string& name : set.fails) out += (out.empty() ? "not " : ", not ") + quoted(name);
  return "some of (" + out + ")";
}

std::string partial_choice_text(const PartialChoice& choice) {
  std::string out;
  for (const std::string& name : choice.options) out += (out.empty() ? "" : ", ") + quoted(name);
  return "one of (" + out + ")";
}

std::string interval_text(const Interval& interval) {
  return "about [" + interval.low.to_string() + ".." + (interval.bounded ? interval.high.to_string() : "") +
         "]";
}

}  // namespace

std::string to_feel_text(const Value& value) {
  switch (value.kind()) {
    case ValueKind::Null:
      return "null";
    case ValueKind::Unknown:
      return "unknown";
    case ValueKind::Boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::Number:
      return value.as_number().to_string();
    case ValueKind::String:
      return quoted(value.as_string());
    case ValueKind::Date:
      return at_literal(value.as_date().to_string());
    case ValueKind::Time:
      return at_literal(value.as_time().to_string());
    case ValueKind::DateTime:
      return at_literal(value.as_date_time().to_string());
    case ValueKind::YearsMonths:
      return at_literal(value.as_years_months().to_string());
    case ValueKind::DaysTime:
      return at_literal(value.as_days_time().to_string());
    case ValueKind::List:
      return list_text(value.as_list());
    case ValueKind::Context:
      return context_text(value.as_context());
    case ValueKind::Range:
      return range_text(value.as_range());
    case ValueKind::Function:
      return "function";
    case ValueKind::PartialSet:
      return partial_set_text(value.as_partial_set());
    case ValueKind::PartialChoice:
      return partial_choice_text(value.as_partial_choice());
    case ValueKind::Interval:
      return interval_text(value.as_interval());
  }
  return {};
}

std::string to_plain_text(const Value& value) {
  switch (value.kind()) {
    case ValueKind::String:
      return value.as_string();
    case ValueKind::Date:
      return value.as_date().to_string();
    case ValueKind::Time:
      return value.as_time().to_string();
    case ValueKind::DateTime:
      return value.as_date_time().to_string();
    case ValueKind::YearsMonths:
      return value.as_years_months().to_string();
    case ValueKind::DaysTime:
      return value.as_days_time().to_string();
    default:
      return to_feel_text(value);
  }
}

}  // namespace zhilu
