// SPDX-License-Identifier: MIT
// Types of values: what type_of() says, and what `instance of` asks.
#include <algorithm>

#include "engine/value/value.h"

namespace zhilu {
namespace {

// The common type of a row of values; Null, which conforms to everything, for an empty one.
class CommonType {
 public:
  void add(const Value& value) {
    // Once it is Any it stays so.
    if (type_.kind() != TypeKind::Any) type_ = common_type(type_, type_of(value));
  }
  Type type() const { return type_; }

 private:
  Type type_ = TypeKind::Null;
};

// Inside a list, context or range a null may stand for a value of any type.
bool may_stand_for(const Value& value, const Type& type) {
  return value.is_null() || is_instance(value, type);
}

}  // namespace

Type type_of(const Value& value) {
  switch (value.kind()) {
    case ValueKind::Null:
      return TypeKind::Null;
    case ValueKind::Unknown:
      return TypeKind::Any;
    case ValueKind::Boolean:
      return TypeKind::Boolean;
    case ValueKind::Number:
    case ValueKind::Interval:
      return TypeKind::Number;
    case ValueKind::String:
    case ValueKind::PartialChoice:
      return TypeKind::String;
    case ValueKind::Date:
      return TypeKind::Date;
    case ValueKind::Time:
      return TypeKind::Time;
    case ValueKind::DateTime:
      return TypeKind::DateTime;
    case ValueKind::YearsMonths:
      return TypeKind::YearsMonths;
    case ValueKind::DaysTime:
      return TypeKind::DaysTime;
    case ValueKind::PartialSet:
      return Type::list(TypeKind::String);
    case ValueKind::List: {
      CommonType common;
      for (const Value& item : value.as_list()) common.add(item);
      return Type::list(common.type());
    }
    case ValueKind::Context: {
      std::vector<Type::Entry> entries;
      for (const Context::Entry& entry : value.as_context().entries()) {
        entries.push_back({entry.first, type_of(entry.second)});
      }
      return Type::context(std::move(entries));
    }
    case ValueKind::Range: {
      CommonType common;
      if (value.as_range().low) common.add(*value.as_range().low);
      if (value.as_range().high) common.add(*value.as_range().high);
      return Type::range(common.type());
    }
    case ValueKind::Function:
      return value.as_function()->type();
  }
  return TypeKind::Any;
}

bool is_instance(const Value& value, const Type& type) {
  if (value.is_null()) return type.kind() == TypeKind::Null;
  if (type.kind() == TypeKind::Any) return true;
  // Walked value by value: that is cheaper than building a type, and stops at the first that does not fit.
  if (value.is(ValueKind::List) && type.kind() == TypeKind::List) {
    const Type element = type.element();
    const std::vector<Value>& items = value.as_list();
    return std::all_of(items.begin(), items.end(),
                       [&](const Value& item) { return may_stand_for(item, element); });
  }
  if (value.is(ValueKind::Context) && type.kind() == TypeKind::Context) {
    const std::vector<Type::Entry>& entries = type.entries();
    return std::all_of(entries.begin(), entries.end(), [&](const Type::Entry& entry) {
      const Value* own = value.as_context().find(entry.name);
      return own && may_stand_for(*own, entry.type);
    });
  }
  return conforms_to(type_of(value), type);
}

}  // namespace zhilu
