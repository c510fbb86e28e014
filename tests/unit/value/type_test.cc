// SPDX-License-Identifier: MIT
#include "engine/value/type.h"

#include <doctest/doctest.h>

using namespace zhilu;

namespace {

const Type kNumber = TypeKind::Number;
const Type kString = TypeKind::String;
const Type kAny = TypeKind::Any;
const Type kNull = TypeKind::Null;
const Type kA = Type::context({{"a", kNumber}});
const Type kAB = Type::context({{"a", kNumber}, {"b", kString}});

}  // namespace

TEST_CASE("types conform as DMN's lattice says") {
  const auto check = [](const Type& type, const Type& wider, bool expected) {
    CAPTURE(type.to_string());
    CAPTURE(wider.to_string());
    CHECK(conforms_to(type, wider) == expected);
  };
  check(kNumber, kNumber, true);
  check(kNumber, kAny, true);
  check(kAny, kNumber, false);
  check(kNull, kNumber, true);
  check(kNumber, kNull, false);
  check(kNumber, kString, false);
  check(Type::list(kNumber), Type::list(kAny), true);
  check(Type::list(kNumber), TypeKind::List, true);
  check(TypeKind::List, Type::list(kNumber), false);
  check(Type::list(kNull), Type::list(kNumber), true);
  check(Type::list(kNumber), Type::range(kNumber), false);
  check(Type::range(kNumber), Type::range(kAny), true);
  check(kAB, kA, true);
  check(kA, kAB, false);
  check(kA, TypeKind::Context, true);
  check(TypeKind::Context, kA, false);
  check(Type::function({kAny}, kNumber), Type::function({kNumber}, kAny), true);
  check(Type::function({kNumber}, kAny), Type::function({kAny}, kAny), false);
  check(Type::function({kNumber}, kAny), Type::function({kNumber}, kNumber), false);
  check(Type::function({}, kAny), Type::function({kNumber}, kAny), false);
  check(Type::function({kNumber}, kAny), TypeKind::Function, true);
  check(TypeKind::Function, Type::function({}, kAny), false);
}

TEST_CASE("types have FEEL's names") {
  const auto check = [](const Type& type, std::string_view expected) { CHECK(type.to_string() == expected); };
  check(kNumber, "number");
  check(TypeKind::DateTime, "date and time");
  check(Type::list(Type::list(kString)), "list<list<string>>");
  check(Type::range(TypeKind::Date), "range<date>");
  check(kAB, "context<a: number, b: string>");
  check(Type::function({TypeKind::Date, kNumber}, TypeKind::Date), "function<date, number>->date");
  check(Type::function({}, kAny), "function<>->Any");
  for (int kind = 0; kind <= static_cast<int>(TypeKind::Function); ++kind) {
    const Type type = static_cast<TypeKind>(kind);
    const std::optional<Type> found = find_simple_type(type.to_string());
    REQUIRE(found.has_value());
    CHECK(*found == type);
  }
  CHECK(!find_simple_type("money"));
}

TEST_CASE("the common type of two is the nearest above both") {
  const auto check = [](const Type& a, const Type& b, const Type& expected) {
    CAPTURE(a.to_string());
    CAPTURE(b.to_string());
    CHECK(common_type(a, b) == expected);
    CHECK(common_type(b, a) == expected);
    CHECK(conforms_to(a, expected));
    CHECK(conforms_to(b, expected));
  };
  check(kNumber, kNumber, kNumber);
  check(kNumber, kNull, kNumber);
  check(kNumber, kString, kAny);
  check(Type::list(kNumber), Type::list(kString), Type::list(kAny));
  check(kA, kAB, kA);
  check(kAB, Type::context({{"b", kNumber}, {"c", kNull}}), Type::context({{"b", kAny}}));
  check(Type::function({kNumber}, kAny), Type::function({}, kAny), TypeKind::Function);
}
