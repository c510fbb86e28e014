// SPDX-License-Identifier: MIT
// Functions that make lists of lists. Positions count from 1, or from the end if negative.
#include <algorithm>

#include "engine/expr/families.h"
#include "engine/expr/function_call.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;
using Values = std::vector<Value>;

/// Index from 0 of the position that parameter `parameter` names in a list of `size` items; empty if there is
/// none.
std::optional<std::size_t> index_at(FunctionCall& call, std::size_t parameter, std::size_t size) {
  const std::optional<std::int64_t> position = whole_part(call.number(parameter));
  const auto count = static_cast<std::int64_t>(size);
  if (!position || *position == 0 || *position > count || *position < -count) return std::nullopt;
  return static_cast<std::size_t>(*position > 0 ? *position - 1 : count + *position);
}

Values::const_iterator at(const Values& items, std::size_t index) {
  return items.begin() + static_cast<std::ptrdiff_t>(index);
}

Value sublist(FunctionCall& call) {
  const Values& items = call.list(0);
  const std::optional<std::size_t> first = index_at(call, 1, items.size());
  if (!first) return call.fail(1);
  std::size_t count = items.size() - *first;
  if (call.given(2)) {
    const std::optional<std::int64_t> length = whole_part(call.number(2));
    if (!length || *length < 1 || *length > static_cast<std::int64_t>(count)) return call.fail(2);
    count = static_cast<std::size_t>(*length);
  }
  return Value::list(Values(at(items, *first), at(items, *first + count)));
}

Value append(FunctionCall& call) {
  Values items = call.list(0);
  items.insert(items.end(), call.list(1).begin(), call.list(1).end());
  return Value::list(std::move(items));
}

Value concatenate(FunctionCall& call) {
  Values items;
  for (Value list : call.list(0)) {
    if (list.is_null()) return call.fail(0);
    fit(list, T::List);
    items.insert(items.end(), list.as_list().begin(), list.as_list().end());
    if (items.size() > call.runtime().budget().list_items) break;  // Refused by the caller.
  }
  return Value::list(std::move(items));
}

Value insert_before(FunctionCall& call) {
  Values items = call.list(0);
  const std::optional<std::size_t> index = index_at(call, 1, items.size());
  if (!index) return call.fail(1);
  items.insert(at(items, *index), call[2]);
  return Value::list(std::move(items));
}

Value remove(FunctionCall& call) {
  Values items = call.list(0);
  const std::optional<std::size_t> index = index_at(call, 1, items.size());
  if (!index) return call.fail(1);
  items.erase(at(items, *index));
  return Value::list(std::move(items));
}

Value reverse(FunctionCall& call) {
  return Value::list(Values(call.list(0).rbegin(), call.list(0).rend()));
}

void flatten_into(Values& out, const Values& items, std::size_t limit) {
  for (const Value& item : items) {
    if (out.size() > limit) return;
    if (item.is(ValueKind::List)) {
      flatten_into(out, item.as_list(), limit);
    } else {
      out.push_back(item);
    }
  }
}

Value flatten(FunctionCall& call) {
  Values out;
  flatten_into(out, call.list(0), call.runtime().budget().list_items);
  return Value::list(std::move(out));
}

/// Replaces the items for which the author's function says so.
Value replace_matching(FunctionCall& call) {
  Values items = call.list(0);
  for (Value& item : items) {
    const Value matches = call_function(call.runtime(), *call[1].as_function(), {item, call[2]});
    if (matches.is_open()) return merge_unknown(matches, matches);
    if (matches.is_null() && matches.as_null().reason != nullptr) return matches;
    if (!matches.is(ValueKind::Boolean)) return call.fail(1);
    if (matches.as_boolean()) item = call[2];
  }
  return Value::list(std::move(items));
}

Value list_replace(FunctionCall& call) {
  if (call[1].is(ValueKind::Function)) return replace_matching(call);
  Values items = call.list(0);
  const std::optional<std::size_t> index = index_at(call, 1, items.size());
  if (!index) return call.fail(1);
  items[*index] = call[2];
  return Value::list(std::move(items));
}

constexpr ParameterInfo kSublist[] = {{.name = "list", .type = T::List},
                                      {.name = "start position", .type = T::Number},
                                      {.name = "length", .type = T::Number, .arity = Arity::Optional}};
constexpr ParameterInfo kAppend[] = {{.name = "list", .type = T::List},
                                     {.name = "item", .arity = Arity::Rest, .nullable = true}};
constexpr ParameterInfo kLists[] = {{.name = "list", .type = T::List, .arity = Arity::Rest}};
constexpr ParameterInfo kInsert[] = {{.name = "list", .type = T::List},
                                     {.name = "position", .type = T::Number},
                                     {.name = "newItem", .nullable = true}};
constexpr ParameterInfo kRemove[] = {{.name = "list", .type = T::List},
                                     {.name = "position", .type = T::Number}};
constexpr ParameterInfo kList[] = {{.name = "list", .type = T::List}};
constexpr ParameterInfo kReplaceMatch[] = {{.name = "list", .type = T::List},
                                           {.name = "match", .type = T::Function},
                                           {.name = "newItem", .nullable = true}};

constexpr SignatureInfo kSublistSignature[] = {{kSublist, T::List}};
constexpr SignatureInfo kAppendSignature[] = {{kAppend, T::List}};
constexpr SignatureInfo kConcatenate[] = {{kLists, T::List}};
constexpr SignatureInfo kInsertSignature[] = {{kInsert, T::List}};
constexpr SignatureInfo kRemoveSignature[] = {{kRemove, T::List}};
constexpr SignatureInfo kToList[] = {{kList, T::List}};
constexpr SignatureInfo kReplace[] = {{kInsert, T::List}, {kReplaceMatch, T::List}};

constexpr BuiltIn kFunctions[] = {
    {.name = "sublist",
     .signatures = kSublistSignature,
     .absorb = Absorb::Surface,
     .code = sublist,
     .zh = "列表从某个位置起的若干项。",
     .en = "A number of items from a position on."},
    {.name = "append",
     .signatures = kAppendSignature,
     .absorb = Absorb::Surface,
     .code = append,
     .zh = "在列表末尾加上若干项。",
     .en = "The list with items added at its end."},
    {.name = "concatenate",
     .signatures = kConcatenate,
     .absorb = Absorb::Surface,
     .code = concatenate,
     .zh = "几个列表首尾相接。",
     .en = "Several lists one after the other."},
    {.name = "insert before",
     .signatures = kInsertSignature,
     .absorb = Absorb::Surface,
     .code = insert_before,
     .zh = "在某个位置之前插入一项。",
     .en = "The list with an item inserted before a position."},
    {.name = "remove",
     .signatures = kRemoveSignature,
     .absorb = Absorb::Surface,
     .code = remove,
     .zh = "去掉某个位置上的项。",
     .en = "The list without the item at a position."},
    {.name = "reverse",
     .signatures = kToList,
     .absorb = Absorb::Surface,
     .code = reverse,
     .zh = "列表倒过来。",
     .en = "The list in reverse order."},
    {.name = "flatten",
     .signatures = kToList,
     .code = flatten,
     .zh = "把列表里的列表都展开。",
     .en = "The items of lists inside lists as one list."},
    {.name = "list replace",
     .signatures = kReplace,
     .absorb = Absorb::Surface,
     .pure = false,
     .code = list_replace,
     .zh = "换掉某个位置上的项，或函数所说的各项。",
     .en = "The list with the item at a position, or those a function names, replaced."},
};

}  // namespace

std::span<const BuiltIn> list_edit_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
