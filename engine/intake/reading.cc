// SPDX-License-Identifier: MIT
#include "engine/intake/reading.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/intake/diagnostics.h"

namespace zhilu::intake {

namespace {

Words kind_words(InputValue::Kind kind) {
  switch (kind) {
    case InputValue::Kind::Null:
      return {"空值", "null"};
    case InputValue::Kind::Boolean:
      return {"真假值", "a boolean"};
    case InputValue::Kind::Number:
      return {"数字", "a number"};
    case InputValue::Kind::String:
    case InputValue::Kind::Plain:
      return {"文字", "text"};
    case InputValue::Kind::List:
      return {"列表", "a list"};
    case InputValue::Kind::Map:
      return {"一组键值", "a map"};
  }
  return {};
}

}  // namespace

void report_type(const InputValue& value, std::string_view name, Words expected, Diagnostics& out) {
  const Words found = kind_words(value.kind);
  out.add(kWrongType, value.span,
          {std::string(name), std::string(expected.zh), std::string(found.zh), std::string(expected.en),
           std::string(found.en)});
}

void report_value(const InputValue& value, std::string_view name, Words expected, Diagnostics& out) {
  out.add(kBadValue, value.span,
          {std::string(name), value.text, std::string(expected.zh), std::string(expected.en)});
}

std::optional<Date> read_date(const InputValue& value, std::string_view name, Diagnostics& out) {
  if (!is_text(value)) {
    report_type(value, name, kDateWords, out);
    return std::nullopt;
  }
  const std::optional<Date> date = Date::parse(value.text);
  if (!date) report_value(value, name, kDateWords, out);
  return date;
}

void report_unknown(const DiagnosticKind& kind, std::string_view word, Span span,
                    std::vector<std::string> args, std::span<const std::string> known, Diagnostics& out) {
  Diagnostic& diagnostic = out.add(kind, span, std::move(args));
  if (auto nearest = find_nearest(word, known)) diagnostic.fix = Fix{*nearest};
}

bool check_keys(const InputValue& map, std::span<const std::string_view> known, Diagnostics& out) {
  bool good = true;
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    const InputValue::Key& key = map.keys[i];
    if (std::ranges::find(known, key.name) == known.end()) {
      std::string listed;
      for (std::string_view name : known) listed += (listed.empty() ? "" : ", ") + std::string(name);
      const std::vector<std::string> names(known.begin(), known.end());
      report_unknown(kUnknownKey, key.name, key.span, {key.name, listed}, names, out);
      good = false;
    }
    const auto before = map.keys.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find_if(map.keys.begin(), before,
                     [&](const InputValue::Key& k) { return k.name == key.name; }) != before) {
      out.add(kDuplicateKey, key.span, {key.name});
      good = false;
    }
  }
  return good;
}

}  // namespace zhilu::intake
