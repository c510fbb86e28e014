// SPDX-License-Identifier: MIT
// Functions that make one value of many: smallest, largest, sums and means.
#include <algorithm>

#include "engine/expr/families.h"
#include "engine/expr/function_call.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;

/// The numbers of the list; empty if there are none, or if an item is no number.
std::optional<std::vector<Decimal>> numbers(const FunctionCall& call) {
  std::vector<Decimal> out;
  for (const Value& item : call.list(0)) {
    if (!item.is(ValueKind::Number)) return std::nullopt;
    out.push_back(item.as_number());
  }
  if (out.empty()) return std::nullopt;
  return out;
}

Value extreme(FunctionCall& call, std::strong_ordering wanted) {
  const std::vector<Value>& items = call.list(0);
  if (items.empty()) return call.fail(0);
  const Value* best = &items[0];
  for (const Value& item : items) {
    const auto ordering = order(item, *best);
    if (!ordering) return call.fail(0);
    if (*ordering == wanted) best = &item;
  }
  return *best;
}
Value min(FunctionCall& call) {
  return extreme(call, std::strong_ordering::less);
}
Value max(FunctionCall& call) {
  return extreme(call, std::strong_ordering::greater);
}

std::optional<Decimal> total(const std::vector<Decimal>& items) {
  std::optional<Decimal> sum = Decimal(0);
  for (const Decimal& item : items) {
    if (sum) sum = Decimal::add(*sum, item);
  }
  return sum;
}

std::optional<Decimal> average(const std::vector<Decimal>& items) {
  const std::optional<Decimal> sum = total(items);
  return sum ? Decimal::divide(*sum, Decimal(static_cast<std::int64_t>(items.size()))) : std::nullopt;
}

Value sum(FunctionCall& call) {
  const auto items = numbers(call);
  return items ? Value::number(total(*items)) : call.fail(0);
}

Value product(FunctionCall& call) {
  const auto items = numbers(call);
  if (!items) return call.fail(0);
  std::optional<Decimal> result = Decimal(1);
  for (const Decimal& item : *items) {
    if (result) result = Decimal::multiply(*result, item);
  }
  return Value::number(result);
}

Value mean(FunctionCall& call) {
  const auto items = numbers(call);
  return items ? Value::number(average(*items)) : call.fail(0);
}

Value median(FunctionCall& call) {
  auto items = numbers(call);
  if (!items) return call.fail(0);
  std::sort(items->begin(), items->end());
  const std::size_t middle = items->size() / 2;
  if (items->size() % 2 == 1) return Value::number((*items)[middle]);
  return Value::number(average({(*items)[middle - 1], (*items)[middle]}));
}

/// Of a sample: the squares are divided by one less than their number.
Value stddev(FunctionCall& call) {
  const auto items = numbers(call);
  if (!items || items->size() < 2) return call.fail(0);
  const std::optional<Decimal> mean_value = average(*items);
  std::optional<Decimal> squares = mean_value ? std::optional(Decimal(0)) : std::nullopt;
  for (const Decimal& item : *items) {
    const auto distance = squares ? Decimal::subtract(item, *mean_value) : std::nullopt;
    const auto square = distance ? Decimal::multiply(*distance, *distance) : std::nullopt;
    squares = square ? Decimal::add(*squares, *square) : std::nullopt;
  }
  if (!squares) return Value::number(std::optional<Decimal>());
  const auto variance = Decimal::divide(*squares, Decimal(static_cast<std::int64_t>(items->size() - 1)));
  return Value::number(variance ? Decimal::sqrt(*variance) : std::nullopt);
}

Value mode(FunctionCall& call) {
  if (call.list(0).empty()) return Value::list({});
  auto items = numbers(call);
  if (!items) return call.fail(0);
  std::sort(items->begin(), items->end());
  std::vector<Value> modes;
  std::ptrdiff_t most = 0;
  for (auto run = items->begin(); run != items->end();) {
    const auto end = std::upper_bound(run, items->end(), *run);
    if (end - run > most) modes.clear();
    if (end - run >= most) modes.push_back(Value::number(*run));
    most = std::max(most, end - run);
    run = end;
  }
  return Value::list(std::move(modes));
}

constexpr ParameterInfo kItems[] = {{.name = "list", .type = T::List, .arity = Arity::Spread}};
constexpr ParameterInfo kNumbers[] = {
    {.name = "list", .type = T::List, .element = T::Number, .arity = Arity::Spread}};

constexpr SignatureInfo kExtreme[] = {{kItems, T::Any}};
constexpr SignatureInfo kToNumber[] = {{kNumbers, T::Number}};
constexpr SignatureInfo kMode[] = {{kNumbers, T::List, T::Number}};

constexpr BuiltIn kFunctions[] = {
    {.name = "min", .signatures = kExtreme, .code = min, .zh = "最小的一项。", .en = "The smallest item."},
    {.name = "max", .signatures = kExtreme, .code = max, .zh = "最大的一项。", .en = "The largest item."},
    {.name = "sum", .signatures = kToNumber, .code = sum, .zh = "各项之和。", .en = "The sum of the items."},
    {.name = "product",
     .signatures = kToNumber,
     .code = product,
     .zh = "各项之积。",
     .en = "The product of the items."},
    {.name = "mean", .signatures = kToNumber, .code = mean, .zh = "平均数。", .en = "The mean."},
    {.name = "median", .signatures = kToNumber, .code = median, .zh = "中位数。", .en = "The median."},
    {.name = "stddev",
     .signatures = kToNumber,
     .code = stddev,
     .zh = "样本标准差。",
     .en = "The standard deviation of a sample."},
    {.name = "mode",
     .signatures = kMode,
     .code = mode,
     .zh = "出现最多的数，由小到大。",
     .en = "The most frequent numbers, in ascending order."},
};

}  // namespace

std::span<const BuiltIn> statistics_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
