// SPDX-License-Identifier: MIT
// Functions on contexts: named entries.
#include <algorithm>

#include "engine/expr/families.h"
#include "engine/expr/function_call.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;
using Entries = std::vector<zhilu::Context::Entry>;

Value get_value(FunctionCall& call) {
  const Value* value = call[0].as_context().find(call.text(1));
  return value != nullptr ? *value : Value::null();
}

Value get_entries(FunctionCall& call) {
  std::vector<Value> items;
  for (const auto& [key, value] : call[0].as_context().entries()) {
    items.push_back(Value::context(zhilu::Context({{"key", Value::string(key)}, {"value", value}})));
  }
  return Value::list(std::move(items));
}

Value context(FunctionCall& call) {
  Entries entries;
  for (const Value& item : call.list(0)) {
    if (!item.is(ValueKind::Context)) return call.fail(0);
    const Value* key = item.as_context().find("key");
    const Value* value = item.as_context().find("value");
    if (key == nullptr || value == nullptr || !key->is(ValueKind::String)) return call.fail(0);
    entries.emplace_back(key->as_string(), *value);
  }
  const std::size_t given = entries.size();
  zhilu::Context result(std::move(entries));
  return result.size() == given ? Value::context(std::move(result)) : call.fail(0);
}

/// The context with the value at the end of a path of keys; empty if the path leads through something else.
std::optional<zhilu::Context> put(const zhilu::Context& context, std::span<const Value> keys,
                                  const Value& value) {
  const std::string& key = keys[0].as_string();
  Value changed = value;
  if (keys.size() > 1) {
    const Value* inner = context.find(key);
    if (inner == nullptr || !inner->is(ValueKind::Context)) return std::nullopt;
    std::optional<zhilu::Context> deeper = put(inner->as_context(), keys.subspan(1), value);
    if (!deeper) return std::nullopt;
    changed = Value::context(*std::move(deeper));
  }
  Entries entries = context.entries();
  entries.emplace_back(key, std::move(changed));
  return zhilu::Context(std::move(entries));
}

Value context_put(FunctionCall& call) {
  const std::vector<Value> keys = call[1].is(ValueKind::List) ? call.list(1) : std::vector<Value>{call[1]};
  const auto is_key = [](const Value& key) { return key.is(ValueKind::String); };
  const bool fits =
      !keys.empty() && keys.size() < Value::kMaxDepth && std::all_of(keys.begin(), keys.end(), is_key);
  if (!fits) return call.fail(1);
  std::optional<zhilu::Context> changed = put(call[0].as_context(), keys, call[2]);
  return changed ? Value::context(*std::move(changed)) : call.fail(1);
}

Value context_merge(FunctionCall& call) {
  Entries entries;
  for (const Value& item : call.list(0)) {
    if (!item.is(ValueKind::Context)) return call.fail(0);
    entries.insert(entries.end(), item.as_context().entries().begin(), item.as_context().entries().end());
  }
  return Value::context(zhilu::Context(std::move(entries)));
}

constexpr ParameterInfo kGetValue[] = {{.name = "m", .type = T::Context}, {.name = "key", .type = T::String}};
constexpr ParameterInfo kGetEntries[] = {{.name = "m", .type = T::Context}};
constexpr ParameterInfo kEntries[] = {{.name = "entries", .type = T::List, .element = T::Context}};
constexpr ParameterInfo kContexts[] = {{.name = "contexts", .type = T::List, .element = T::Context}};
constexpr ParameterInfo kPutKey[] = {{.name = "context", .type = T::Context},
                                     {.name = "key", .type = T::String},
                                     {.name = "value", .nullable = true}};
constexpr ParameterInfo kPutKeys[] = {{.name = "context", .type = T::Context},
                                      {.name = "keys", .type = T::List, .element = T::String},
                                      {.name = "value", .nullable = true}};

constexpr SignatureInfo kGetValueSignature[] = {{kGetValue, T::Any}};
constexpr SignatureInfo kGetEntriesSignature[] = {{kGetEntries, T::List, T::Context}};
constexpr SignatureInfo kContextSignature[] = {{kEntries, T::Context}};
constexpr SignatureInfo kMergeSignature[] = {{kContexts, T::Context}};
constexpr SignatureInfo kPutSignature[] = {{kPutKey, T::Context}, {kPutKeys, T::Context}};

constexpr BuiltIn kFunctions[] = {
    {.name = "get value",
     .signatures = kGetValueSignature,
     .absorb = Absorb::Surface,
     .code = get_value,
     .zh = "取出一个键的值；没有这个键则为 null。",
     .en = "The value of a key; null if there is none."},
    {.name = "get entries",
     .signatures = kGetEntriesSignature,
     .absorb = Absorb::Surface,
     .code = get_entries,
     .zh = "所有的键和值，每个是 {key, value}。",
     .en = "All entries, each as {key, value}."},
    {.name = "context",
     .signatures = kContextSignature,
     .absorb = Absorb::Surface,
     .code = context,
     .zh = "由 {key, value} 的列表做成。",
     .en = "Makes a context of entries {key, value}."},
    {.name = "context put",
     .signatures = kPutSignature,
     .absorb = Absorb::Surface,
     .code = context_put,
     .zh = "加上或换掉一个键的值；键的列表是一条路径。",
     .en = "The context with a key's value set; a list of keys is a path."},
    {.name = "context merge",
     .signatures = kMergeSignature,
     .absorb = Absorb::Surface,
     .code = context_merge,
     .zh = "几个合成一个；键相同的以后面的为准。",
     .en = "Several contexts as one; of equal keys the last stays."},
};

}  // namespace

std::span<const BuiltIn> context_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
