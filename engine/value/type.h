// SPDX-License-Identifier: MIT
// The types of FEEL: what an expression gives and what a function takes.
//
// Types form a lattice: Any above all, Null below all. `conforms_to` is the order, as in DMN 1.5, 10.3.2.9.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhilu {

enum class TypeKind : std::uint8_t {
  Any,
  Null,
  Boolean,
  Number,
  String,
  Date,
  Time,
  DateTime,
  YearsMonths,
  DaysTime,
  List,
  Range,
  Context,
  Function
};

/// A type; cheap to copy (simple types hold nothing on the heap), immutable.
class Type {
 public:
  /// An entry of a context type.
  struct Entry;

  /// A simple type. `List`, `Range`, `Context`, `Function` without more mean list<Any>, range<Any>, any
  /// context and any function.
  constexpr Type(TypeKind kind = TypeKind::Any) : kind_(kind) {}  // NOLINT(google-explicit-constructor)
  static Type list(Type element);
  static Type range(Type endpoint);
  /// Entries in any order; a value conforms if it has at least these.
  static Type context(std::vector<Entry> entries);
  static Type function(std::vector<Type> parameters, Type result);

  TypeKind kind() const { return kind_; }
  /// Of a list or range: the type of its items or endpoints; else Any.
  Type element() const;
  /// Of a context, by name; empty for any other type.
  const std::vector<Entry>& entries() const;
  /// Of a context: the type of an entry, or null.
  const Type* find_entry(std::string_view name) const;
  /// Of a function: true where parameters and result are known.
  bool has_signature() const { return kind_ == TypeKind::Function && detail_ != nullptr; }
  const std::vector<Type>& parameters() const;
  Type result() const;

  /// FEEL's name: `number`, `list<string>`, `context<a: number>`, `function<date, number>->date`.
  std::string to_string() const;

  friend bool operator==(const Type& a, const Type& b);

 private:
  struct Detail;
  TypeKind kind_;
  std::shared_ptr<const Detail> detail_;
};

struct Type::Entry {
  std::string name;
  Type type;
};

/// Is every value of `type` one of `wider`?
bool conforms_to(const Type& type, const Type& wider);

/// The narrowest type known here that both conform to.
Type common_type(const Type& a, const Type& b);

/// The simple type that FEEL calls `name` ("number", "date and time", "dateTime", "list", "Any" …); empty if
/// none.
std::optional<Type> find_simple_type(std::string_view name);

}  // namespace zhilu
