// SPDX-License-Identifier: MIT
// Functions that look at lists: membership, counting, all and any, positions, order.
#include <algorithm>

#include "engine/expr/families.h"
#include "engine/expr/function_call.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;

/// Whether the list has the element, with what is missing if that is not known.
Value contains_settled(const Value& list, const Value& element) {
  if (list.is(ValueKind::PartialSet)) {
    if (!element.is(ValueKind::String)) return merge_unknown(list, element.is_open() ? element : list);
    const PartialSet& set = list.as_partial_set();
    return Value::truth(set.contains(element.as_string()), FactSet(set.fact));
  }
  Value result = Value::boolean(false);
  for (const Value& item : list.as_list()) {
    Value same = equals(item, element);
    if (same.is_true()) return same;
    if (same.is_open()) result = logical_or(result, same);
  }
  return result;
}

Value list_contains(FunctionCall& call) {
  const Value& list = call[0];
  const Value& element = call[1];
  if (list.is_open() && !list.is(ValueKind::PartialSet)) return merge_unknown(list, element);
  if (!element.is(ValueKind::PartialChoice)) return contains_settled(list, element);
  bool all = true;
  bool none = true;
  for (const std::string& option : element.as_partial_choice().options) {
    const Value has = contains_settled(list, Value::string(option));
    all = all && has.is_true();
    none = none && has.is_false();
  }
  return all || none ? Value::boolean(all) : merge_unknown(element, list);
}

Value count(FunctionCall& call) {
  return Value::number(Decimal(static_cast<std::int64_t>(call.list(0).size())));
}

Value combine(FunctionCall& call, bool any) {
  if (call[0].is_open()) return merge_unknown(call[0], call[0]);
  Value result = Value::boolean(!any);
  for (const Value& item : call.list(0)) {
    const bool fits = item.is(ValueKind::Boolean) || item.is_null() || item.is_open();
    if (!fits) return call.fail(0);
    result = any ? logical_or(result, item) : logical_and(result, item);
  }
  return result;
}
Value all(FunctionCall& call) {
  return combine(call, false);
}
Value any(FunctionCall& call) {
  return combine(call, true);
}

Value index_of(FunctionCall& call) {
  std::vector<Value> positions;
  for (std::size_t i = 0; i < call.list(0).size(); ++i) {
    if (equals(call.list(0)[i], call[1]).is_true()) {
      positions.push_back(Value::number(Decimal(static_cast<std::int64_t>(i + 1))));
    }
  }
  return Value::list(std::move(positions));
}

/// Appends what `out` does not have yet.
void append_distinct(std::vector<Value>& out, const std::vector<Value>& items, Runtime& runtime) {
  for (const Value& item : items) {
    if (!runtime.spend(out.size())) return;
    const auto same = [&](const Value& other) { return equals(other, item).is_true(); };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(item);
  }
}

Value distinct_values(FunctionCall& call) {
  std::vector<Value> out;
  append_distinct(out, call.list(0), call.runtime());
  return Value::list(std::move(out));
}

Value union_of(FunctionCall& call) {
  std::vector<Value> out;
  for (Value list : call.list(0)) {
    if (list.is_null()) return call.fail(0);
    fit(list, T::List);
    append_distinct(out, list.as_list(), call.runtime());
  }
  return Value::list(std::move(out));
}

/// Merge sort: stable, and safe with any answers of the author's function.
class Sorter {
 public:
  explicit Sorter(FunctionCall& call) : call_(call), items_(call.list(0)), buffer_(items_.size()) {}

  Value run() {
    sort(0, items_.size());
    return failed_ ? fault_ : Value::list(std::move(items_));
  }

 private:
  void sort(std::size_t begin, std::size_t end) {
    if (end - begin < 2 || failed_) return;
    const std::size_t middle = begin + (end - begin) / 2;
    sort(begin, middle);
    sort(middle, end);
    std::size_t left = begin;
    std::size_t right = middle;
    for (std::size_t i = begin; i < end; ++i) {
      const bool take_right = left == middle || (right < end && precedes(items_[right], items_[left]));
      buffer_[i] = items_[take_right ? right++ : left++];
    }
    if (failed_) return;
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end),
              items_.begin() + static_cast<std::ptrdiff_t>(begin));
  }

  bool precedes(const Value& a, const Value& b) {
    if (failed_) return false;
    const Value answer = call_function(call_.runtime(), *call_[1].as_function(), {a, b});
    if (answer.is(ValueKind::Boolean)) return answer.as_boolean();
    failed_ = true;
    const bool has_reason = answer.is_open() || (answer.is_null() && answer.as_null().reason != nullptr);
    fault_ = has_reason ? answer : call_.fail(1);
    if (answer.is_open()) fault_ = merge_unknown(answer, answer);
    return false;
  }

  FunctionCall& call_;
  std::vector<Value> items_;
  std::vector<Value> buffer_;
  bool failed_ = false;
  Value fault_;
};

Value sort(FunctionCall& call) {
  return Sorter(call).run();
}

constexpr ParameterInfo kListElement[] = {{.name = "list", .type = T::List},
                                          {.name = "element", .nullable = true}};
constexpr ParameterInfo kListMatch[] = {{.name = "list", .type = T::List},
                                        {.name = "match", .nullable = true}};
constexpr ParameterInfo kList[] = {{.name = "list", .type = T::List}};
constexpr ParameterInfo kBooleans[] = {
    {.name = "list", .type = T::List, .element = T::Boolean, .arity = Arity::Spread}};
constexpr ParameterInfo kLists[] = {{.name = "list", .type = T::List, .arity = Arity::Rest}};
constexpr ParameterInfo kSort[] = {{.name = "list", .type = T::List},
                                   {.name = "precedes", .type = T::Function}};

constexpr SignatureInfo kContains[] = {{kListElement, T::Boolean}};
constexpr SignatureInfo kToNumber[] = {{kList, T::Number}};
constexpr SignatureInfo kToList[] = {{kList, T::List}};
constexpr SignatureInfo kToBoolean[] = {{kBooleans, T::Boolean}};
constexpr SignatureInfo kIndexOf[] = {{kListMatch, T::List, T::Number}};
constexpr SignatureInfo kUnion[] = {{kLists, T::List}};
constexpr SignatureInfo kSortSignature[] = {{kSort, T::List}};

constexpr BuiltIn kFunctions[] = {
    {.name = "list contains",
     .signatures = kContains,
     .absorb = Absorb::Never,
     .code = list_contains,
     .zh = "列表里有这个值时为真；也可以写 值 in 列表。",
     .en = "True if a list has a value; the same as `value in list`."},
    {.name = "count",
     .signatures = kToNumber,
     .absorb = Absorb::Surface,
     .code = count,
     .zh = "列表有几项。",
     .en = "The number of items."},
    {.name = "all",
     .signatures = kToBoolean,
     .absorb = Absorb::Never,
     .code = all,
     .zh = "每一项都为真时为真。",
     .en = "True if all items are true."},
    {.name = "any",
     .signatures = kToBoolean,
     .absorb = Absorb::Never,
     .code = any,
     .zh = "至少一项为真时为真。",
     .en = "True if at least one item is true."},
    {.name = "index of",
     .signatures = kIndexOf,
     .code = index_of,
     .zh = "这个值在列表里的所有位置，从 1 数。",
     .en = "All positions of a value in a list, from 1."},
    {.name = "distinct values",
     .signatures = kToList,
     .code = distinct_values,
     .zh = "去掉重复的项。",
     .en = "The list without repetitions."},
    {.name = "union",
     .signatures = kUnion,
     .code = union_of,
     .zh = "几个列表合在一起，去掉重复的项。",
     .en = "Several lists as one, without repetitions."},
    {.name = "sort",
     .signatures = kSortSignature,
     .pure = false,
     .code = sort,
     .zh = "按“前者在后者之前”的函数排序。",
     .en = "Sorts a list by a function that says whether one item precedes another."},
};

}  // namespace

std::span<const BuiltIn> list_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
