// SPDX-License-Identifier: MIT
#include "engine/expr/temporal.h"

namespace zhilu::expr {

std::optional<Value> parse_duration(std::string_view text) {
  if (const auto months = YearsMonths::parse(text)) return Value::years_months(*months);
  if (const auto time = DaysTime::parse(text)) return Value::days_time(*time);
  return std::nullopt;
}

std::optional<Value> parse_temporal(std::string_view text, const ZoneRules& zones) {
  if (const auto date = Date::parse(text)) return Value::date(*date);
  if (auto moment = DateTime::parse(text, zones)) return Value::date_time(*std::move(moment));
  if (auto time = Time::parse(text, zones)) return Value::time(*std::move(time));
  return parse_duration(text);
}

bool names_zone(std::string_view text) {
  return text.find('@') != std::string_view::npos;
}

}  // namespace zhilu::expr
