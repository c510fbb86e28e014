// SPDX-License-Identifier: MIT
#include "engine/table/domain.h"

#include <algorithm>
#include <string>

namespace zhilu {
namespace {

bool is_number(FactKind kind) {
  return kind == FactKind::Number || kind == FactKind::Money;
}

bool is_cut_by(FactKind kind, const Value& value) {
  if (value.is_null()) return true;  // Equal to no value there is.
  if (is_number(kind)) return value.is(ValueKind::Number);
  if (kind == FactKind::Date) return value.is(ValueKind::Date);
  return kind == FactKind::Text && value.is(ValueKind::String);
}

DomainCell point(const Value& value) {
  return {value, value, value};
}

/// A number strictly between two, or none if they lie too close.
std::optional<Value> between(const Value& low, const Value& high) {
  if (low.is(ValueKind::Date)) {
    const Date next = low.as_date().plus_days(1);
    return next < high.as_date() ? std::optional(Value::date(next)) : std::nullopt;
  }
  const auto sum = Decimal::add(low.as_number(), high.as_number());
  const auto middle = sum ? Decimal::divide(*sum, Decimal(2)) : std::nullopt;
  if (!middle || !(low.as_number() < *middle) || !(*middle < high.as_number())) return std::nullopt;
  return Value::number(*middle);
}

/// A value below (or above) all that are named; empty if there is none.
std::optional<Value> beyond(const Value& end, bool above) {
  if (end.is(ValueKind::Date)) {
    const Date day = end.as_date().plus_days(above ? 1 : -1);
    return day != end.as_date() ? std::optional(Value::date(day)) : std::nullopt;
  }
  const Decimal& number = end.as_number();
  // Far enough to make a difference whatever the number of digits.
  auto step = Decimal::add(number.absolute(), Decimal(1));
  if (!step) return std::nullopt;
  const auto next = above ? Decimal::add(number, *step) : Decimal::subtract(number, *step);
  return next ? std::optional(Value::number(*next)) : std::nullopt;
}

bool comes_before(const Value& a, const Value& b) {
  return order(a, b) == std::strong_ordering::less;
}

std::vector<DomainCell> ordered_cells(const Fact& fact, std::vector<Value> named) {
  std::erase_if(named, [](const Value& value) { return value.is_null(); });
  const std::optional<Value> min = fact.min ? std::optional(Value::number(*fact.min)) : std::nullopt;
  const std::optional<Value> max = fact.max ? std::optional(Value::number(*fact.max)) : std::nullopt;
  if (min) named.push_back(*min);
  if (max) named.push_back(*max);
  std::erase_if(named, [&](const Value& value) {
    return (min && comes_before(value, *min)) || (max && comes_before(*max, value));
  });
  std::sort(named.begin(), named.end(), comes_before);
  const auto equal = [](const Value& a, const Value& b) {
    return order(a, b) == std::strong_ordering::equal;
  };
  named.erase(std::unique(named.begin(), named.end(), equal), named.end());
  if (named.empty()) {
    return {{is_number(fact.kind) ? Value::number(Decimal(0)) : Value::date(Date()), {}, {}}};
  }
  std::vector<DomainCell> cells;
  const std::optional<Value> below = beyond(named.front(), false);
  const std::optional<Value> above = beyond(named.back(), true);
  if (is_number(fact.kind) && ((!min && !below) || (!max && !above))) return {};
  if (!min && below) cells.push_back({*below, std::nullopt, named.front()});
  for (std::size_t i = 0; i < named.size(); ++i) {
    cells.push_back(point(named[i]));
    if (i + 1 == named.size()) break;
    if (const auto middle = between(named[i], named[i + 1])) {
      cells.push_back({*middle, named[i], named[i + 1]});
    }
  }
  if (!max && above) cells.push_back({*above, named.back(), std::nullopt});
  return cells;
}

std::vector<DomainCell> text_cells(const std::vector<Value>& named) {
  std::vector<DomainCell> cells;
  std::string other = "…";
  for (const Value& value : named) {
    if (!value.is(ValueKind::String)) continue;
    const bool is_new = std::none_of(cells.begin(), cells.end(),
                                     [&](const DomainCell& cell) { return is_same(cell.value, value); });
    if (is_new) cells.push_back(point(value));
    // Longer than every text that is named.
    while (other.size() <= value.as_string().size()) other += "…";
  }
  cells.push_back({Value::string(other), {}, {}});
  return cells;
}

}  // namespace

bool add_named_values(FactKind kind, const Value& constant, std::vector<Value>& named) {
  if (constant.is(ValueKind::List)) {
    const auto& items = constant.as_list();
    return std::all_of(items.begin(), items.end(),
                       [&](const Value& item) { return add_named_values(kind, item, named); });
  }
  if (constant.is(ValueKind::Range) && kind != FactKind::Text) {
    const Range& range = constant.as_range();
    return (!range.low || add_named_values(kind, *range.low, named)) &&
           (!range.high || add_named_values(kind, *range.high, named));
  }
  if (!is_cut_by(kind, constant)) return false;
  named.push_back(constant);
  return true;
}

std::vector<DomainCell> cells_of(const Fact& fact, std::vector<Value> named) {
  std::vector<DomainCell> cells;
  switch (fact.kind) {
    case FactKind::Boolean:
      return {point(Value::boolean(false)), point(Value::boolean(true))};
    case FactKind::Number:
    case FactKind::Money:
    case FactKind::Date:
      return ordered_cells(fact, std::move(named));
    case FactKind::Choice:
      for (const FactOption& option : fact.options) cells.push_back(point(Value::string(option.id)));
      return cells;
    case FactKind::Text:
      return text_cells(named);
    case FactKind::Duration:
    case FactKind::Choices:
      break;
  }
  return cells;
}

std::vector<DomainCell> member_cells() {
  return {point(Value::boolean(false)), point(Value::boolean(true))};
}

}  // namespace zhilu
