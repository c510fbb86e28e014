// SPDX-License-Identifier: MIT
#include "tests/conformance/encoding.h"

#include <algorithm>

#include "engine/expr/temporal.h"

namespace zhilu::conformance {
namespace {

constexpr int kMaxTypeDepth = 6;

std::optional<Value> decode_lexical(const std::string& type, const std::string& text,
                                    const ZoneRules& zones) {
  if (type == "number") {
    const std::optional<Decimal> number = Decimal::parse(text);
    if (!number) return std::nullopt;
    return Value::number(*number);
  }
  return expr::parse_temporal(text, zones);
}

bool near(const Decimal& a, const Decimal& b) {
  const std::optional<Decimal> difference = Decimal::subtract(a, b);
  const Decimal tolerance = *Decimal::parse("0.00000001");
  if (!difference) return false;
  if (difference->absolute() <= tolerance) return true;
  const std::optional<Decimal> scaled = Decimal::multiply(a.absolute(), tolerance);
  return scaled && difference->absolute() <= *scaled;
}

bool agree_contexts(const Context& expected, const Context& got) {
  if (expected.size() != got.size()) return false;
  return std::all_of(expected.entries().begin(), expected.entries().end(), [&](const Context::Entry& entry) {
    const Value* other = got.find(entry.first);
    return other != nullptr && agree(entry.second, *other);
  });
}

}  // namespace

std::optional<Value> decode(const Json& json, const ZoneRules& zones) {
  if (json.is_null()) return Value::null();
  if (json.is_boolean()) return Value::boolean(json.get<bool>());
  if (json.is_string()) return Value::string(json.get<std::string>());
  if (json.is_array()) {
    std::vector<Value> items;
    for (const Json& item : json) {
      std::optional<Value> value = decode(item, zones);
      if (!value) return std::nullopt;
      items.push_back(*std::move(value));
    }
    return Value::list(std::move(items));
  }
  if (!json.is_object()) return std::nullopt;
  if (json.contains("@") && json.contains("v")) {
    return decode_lexical(json["@"].get<std::string>(), json["v"].get<std::string>(), zones);
  }
  std::vector<Context::Entry> entries;
  for (const auto& [key, item] : json.items()) {
    std::optional<Value> value = decode(item, zones);
    if (!value) return std::nullopt;
    entries.emplace_back(key, *std::move(value));
  }
  return Value::context(Context(std::move(entries)));
}

bool agree(const Value& expected, const Value& got) {
  if (expected.kind() != got.kind()) return false;
  switch (expected.kind()) {
    case ValueKind::Null:
      return true;
    case ValueKind::Number:
      return near(expected.as_number(), got.as_number());
    case ValueKind::List: {
      const auto& a = expected.as_list();
      const auto& b = got.as_list();
      return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), agree);
    }
    case ValueKind::Context:
      return agree_contexts(expected.as_context(), got.as_context());
    default:
      return is_same(expected, got) || equals(expected, got).is_true();
  }
}

DeclaredTypes::DeclaredTypes(const Json& types) {
  for (const Json& type : types) by_name_[type["name"].get<std::string>()] = type;
}

Type DeclaredTypes::resolve(const std::string& name, int depth) const {
  const auto it = by_name_.find(name);
  if (it != by_name_.end()) return depth > kMaxTypeDepth ? Type(TypeKind::Any) : build(it->second, depth + 1);
  return find_simple_type(name).value_or(Type(TypeKind::Any));
}

Type DeclaredTypes::build(const Json& json, int depth) const {
  const auto named = [&](const Json& owner) {
    return owner.contains("type") ? resolve(owner["type"].get<std::string>(), depth) : Type(TypeKind::Any);
  };
  Type type = TypeKind::Any;
  if (json.contains("function")) {
    std::vector<Type> parameters;
    if (json["function"].contains("params")) {
      for (const Json& parameter : json["function"]["params"]) parameters.push_back(named(parameter));
    }
    const Json& result = json["function"].value("result", Json("Any"));
    type = Type::function(std::move(parameters), resolve(result.get<std::string>(), depth));
  } else if (json.contains("fields")) {
    std::vector<Type::Entry> entries;
    for (const Json& field : json["fields"]) {
      Type of_field = depth > kMaxTypeDepth ? Type(TypeKind::Any) : build(field, depth + 1);
      entries.push_back({field["name"].get<std::string>(), std::move(of_field)});
    }
    type = Type::context(std::move(entries));
  } else {
    type = named(json);
  }
  return json.value("list", false) ? Type::list(std::move(type)) : type;
}

}  // namespace zhilu::conformance
