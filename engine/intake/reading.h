// SPDX-License-Identifier: MIT
// Helpers for whoever reads an input tree: expected types, known keys, names to ids, each with its
// diagnostics.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/name_map.h"
#include "engine/base/spelling.h"
#include "engine/intake/input.h"
#include "engine/value/date.h"

namespace zhilu::intake {

/// What was expected, in both languages.
struct Words {
  std::string_view zh;
  std::string_view en;
};

inline constexpr Words kDateWords{"日期（写成 2026-11-22）", "a date like 2026-11-22"};
inline constexpr Words kIdWords{"编号", "an id"};
inline constexpr Words kTextWords{"文字", "text"};
inline constexpr Words kListWords{"列表", "a list"};
inline constexpr Words kMapWords{"一组键值", "a map"};

/// Reports that `value` has the wrong type for `name`.
void report_type(const InputValue& value, std::string_view name, Words expected, Diagnostics& out);

/// Reports that `value` has the right type but is not what `name` takes.
void report_value(const InputValue& value, std::string_view name, Words expected, Diagnostics& out);

/// The date `value` writes; empty, with a diagnostic, if it is none.
std::optional<Date> read_date(const InputValue& value, std::string_view name, Diagnostics& out);

/// Reports a word that is none of `known`, with the nearest of them as fix.
void report_unknown(const DiagnosticKind& kind, std::string_view word, Span span,
                    std::vector<std::string> args, std::span<const std::string> known, Diagnostics& out);

/// Reports the keys of `map` that are not in `known`, and those that stand twice. True if there are none.
bool check_keys(const InputValue& map, std::span<const std::string_view> known, Diagnostics& out);

inline bool is_text(const InputValue& value) {
  return value.kind == InputValue::Kind::String || value.kind == InputValue::Kind::Plain;
}

/// The id that `value` names in `index`; not set, with a diagnostic of kind `unknown`, if it names none.
template <class IdType>
IdType look_up(const InputValue& value, std::string_view name, const NameMap<IdType>& index,
               const DiagnosticKind& unknown, Diagnostics& out) {
  if (!is_text(value)) {
    report_type(value, name, kIdWords, out);
    return {};
  }
  if (const auto found = index.find(value.text); found != index.end()) return found->second;
  std::vector<std::string> known;
  known.reserve(index.size());
  for (const auto& [id, target] : index) known.push_back(id);
  report_unknown(unknown, value.text, value.span, {value.text}, known, out);
  return {};
}

}  // namespace zhilu::intake
