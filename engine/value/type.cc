// SPDX-License-Identifier: MIT
#include "engine/value/type.h"

#include <algorithm>
#include <array>

namespace zhilu {

struct Type::Detail {
  /// Of a list or range the element, of a function the result.
  Type element;
  std::vector<Entry> entries;
  std::vector<Type> parameters;
};

Type Type::list(Type element) {
  Type type(TypeKind::List);
  type.detail_ = std::make_shared<const Detail>(Detail{std::move(element), {}, {}});
  return type;
}

Type Type::range(Type endpoint) {
  Type type(TypeKind::Range);
  type.detail_ = std::make_shared<const Detail>(Detail{std::move(endpoint), {}, {}});
  return type;
}

Type Type::context(std::vector<Entry> entries) {
  Type type(TypeKind::Context);
  type.detail_ = std::make_shared<const Detail>(Detail{TypeKind::Any, std::move(entries), {}});
  return type;
}

Type Type::function(std::vector<Type> parameters, Type result) {
  Type type(TypeKind::Function);
  type.detail_ = std::make_shared<const Detail>(Detail{std::move(result), {}, std::move(parameters)});
  return type;
}

Type Type::element() const {
  const bool has_element = kind_ == TypeKind::List || kind_ == TypeKind::Range;
  return has_element && detail_ ? detail_->element : Type(TypeKind::Any);
}

const std::vector<Type::Entry>& Type::entries() const {
  static const std::vector<Entry> kNone;
  return detail_ ? detail_->entries : kNone;
}

const Type* Type::find_entry(std::string_view name) const {
  for (const Entry& entry : entries()) {
    if (entry.name == name) return &entry.type;
  }
  return nullptr;
}

const std::vector<Type>& Type::parameters() const {
  static const std::vector<Type> kNone;
  return detail_ ? detail_->parameters : kNone;
}

Type Type::result() const {
  return has_signature() ? detail_->element : Type(TypeKind::Any);
}

std::string Type::to_string() const {
  switch (kind_) {
    case TypeKind::Any:
      return "Any";
    case TypeKind::Null:
      return "Null";
    case TypeKind::Boolean:
      return "boolean";
    case TypeKind::Number:
      return "number";
    case TypeKind::String:
      return "string";
    case TypeKind::Date:
      return "date";
    case TypeKind::Time:
      return "time";
    case TypeKind::DateTime:
      return "date and time";
    case TypeKind::YearsMonths:
      return "years and months duration";
    case TypeKind::DaysTime:
      return "days and time duration";
    case TypeKind::List:
      return detail_ ? "list<" + element().to_string() + ">" : "list";
    case TypeKind::Range:
      return detail_ ? "range<" + element().to_string() + ">" : "range";
    case TypeKind::Context: {
      if (!detail_) return "context";
      std::string text = "context<";
      for (const Entry& entry : entries()) {
        if (text.back() != '<') text += ", ";
        text += entry.name + ": " + entry.type.to_string();
      }
      return text + ">";
    }
    case TypeKind::Function: {
      if (!detail_) return "function";
      std::string text = "function<";
      for (const Type& parameter : parameters()) {
        if (text.back() != '<') text += ", ";
        text += parameter.to_string();
      }
      return text + ">->" + result().to_string();
    }
  }
  return {};
}

bool operator==(const Type& a, const Type& b) {
  if (a.kind_ != b.kind_ || a.has_signature() != b.has_signature()) return false;
  if (a.detail_ == b.detail_) return true;
  if (a.element() != b.element() || a.result() != b.result() || a.parameters() != b.parameters())
    return false;
  if (a.entries().size() != b.entries().size()) return false;
  return std::all_of(a.entries().begin(), a.entries().end(), [&](const Type::Entry& entry) {
    const Type* other = b.find_entry(entry.name);
    return other && *other == entry.type;
  });
}

bool conforms_to(const Type& type, const Type& wider) {
  if (wider.kind() == TypeKind::Any || type.kind() == TypeKind::Null) return true;
  if (type.kind() != wider.kind()) return false;
  switch (type.kind()) {
    case TypeKind::Any:
    case TypeKind::Null:
    case TypeKind::Boolean:
    case TypeKind::Number:
    case TypeKind::String:
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::DateTime:
    case TypeKind::YearsMonths:
    case TypeKind::DaysTime:
      return true;
    case TypeKind::List:
    case TypeKind::Range:
      return conforms_to(type.element(), wider.element());
    case TypeKind::Context:
      return std::all_of(wider.entries().begin(), wider.entries().end(), [&](const Type::Entry& entry) {
        const Type* own = type.find_entry(entry.name);
        return own && conforms_to(*own, entry.type);
      });
    case TypeKind::Function: {
      if (!wider.has_signature()) return true;
      if (!type.has_signature() || type.parameters().size() != wider.parameters().size()) return false;
      // A function that takes more than is asked for, and gives less, may stand for the wider one.
      for (std::size_t i = 0; i < type.parameters().size(); ++i) {
        if (!conforms_to(wider.parameters()[i], type.parameters()[i])) return false;
      }
      return conforms_to(type.result(), wider.result());
    }
  }
  return false;
}

Type common_type(const Type& a, const Type& b) {
  if (conforms_to(a, b)) return b;
  if (conforms_to(b, a)) return a;
  if (a.kind() != b.kind()) return TypeKind::Any;
  if (a.kind() == TypeKind::List) return Type::list(common_type(a.element(), b.element()));
  if (a.kind() == TypeKind::Range) return Type::range(common_type(a.element(), b.element()));
  if (a.kind() == TypeKind::Function) return TypeKind::Function;
  if (a.kind() != TypeKind::Context) return TypeKind::Any;
  std::vector<Type::Entry> shared;
  for (const Type::Entry& entry : a.entries()) {
    if (const Type* other = b.find_entry(entry.name)) {
      shared.push_back({entry.name, common_type(entry.type, *other)});
    }
  }
  return Type::context(std::move(shared));
}

std::optional<Type> find_simple_type(std::string_view name) {
  struct Name {
    std::string_view name;
    TypeKind kind;
  };
  // The names of FEEL, and those of DMN's data types.
  static constexpr std::array<Name, 19> kNames{{{"Any", TypeKind::Any},
                                                {"Null", TypeKind::Null},
                                                {"boolean", TypeKind::Boolean},
                                                {"number", TypeKind::Number},
                                                {"string", TypeKind::String},
                                                {"date", TypeKind::Date},
                                                {"time", TypeKind::Time},
                                                {"date and time", TypeKind::DateTime},
                                                {"dateTime", TypeKind::DateTime},
                                                {"years and months duration", TypeKind::YearsMonths},
                                                {"year month duration", TypeKind::YearsMonths},
                                                {"yearMonthDuration", TypeKind::YearsMonths},
                                                {"days and time duration", TypeKind::DaysTime},
                                                {"day time duration", TypeKind::DaysTime},
                                                {"dayTimeDuration", TypeKind::DaysTime},
                                                {"list", TypeKind::List},
                                                {"range", TypeKind::Range},
                                                {"context", TypeKind::Context},
                                                {"function", TypeKind::Function}}};
  for (const Name& known : kNames) {
    if (known.name == name) return Type(known.kind);
  }
  return std::nullopt;
}

}  // namespace zhilu
