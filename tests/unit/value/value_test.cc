// SPDX-License-Identifier: MIT
#include "engine/value/value.h"

#include <doctest/doctest.h>

#include "engine/value/diagnostics.h"

using namespace zhilu;

namespace {

Value text(std::string s) {
  return Value::string(std::move(s));
}

Value number(std::int64_t n) {
  return Value::number(Decimal(n));
}

FactSet facts(std::initializer_list<std::uint32_t> ids) {
  FactSet set;
  for (const std::uint32_t id : ids) set.insert(FactId{id});
  return set;
}

class TestFunction final : public Function {
 public:
  explicit TestFunction(std::uint32_t depth) : depth_(depth) {}
  Type type() const override { return Type::function({TypeKind::Number}, TypeKind::String); }
  std::uint32_t depth() const override { return depth_; }

 private:
  std::uint32_t depth_;
};

}  // namespace

TEST_CASE("an unknown carries the facts it misses, one or many") {
  CHECK(Value::unknown(FactId{3}).missing() == facts({3}));
  CHECK(Value::unknown(facts({3, 1})).missing() == facts({1, 3}));
  CHECK(Value::unknown(FactSet()).missing().empty());
  CHECK(merge_unknown(Value::unknown(FactId{3}), Value::unknown(facts({3, 1}))).missing() == facts({1, 3}));
  CHECK(merge_unknown(number(1), Value::unknown(FactId{2})).missing() == facts({2}));
}

TEST_CASE("what lies inside a value counts for what it misses") {
  const Value inside = Value::context(Context({{"a", Value::list({number(1), Value::unknown(FactId{7})})}}));
  CHECK(inside.missing() == facts({7}));
  CHECK(!inside.is_open());
  const Value range = Value::range({number(1), Value::interval({FactId{4}, 2, 3, true}), true, true});
  CHECK(range.missing() == facts({4}));
  CHECK(Value::partial_set({FactId{5}, {"a"}, {}}).missing() == facts({5}));
  CHECK(Value::partial_choice({FactId{6}, {"a", "b"}}).missing() == facts({6}));
}

TEST_CASE("what is settled takes its plain form") {
  CHECK(is_same(Value::partial_choice({FactId{1}, {"a", "a"}}), text("a")));
  CHECK(is_same(Value::interval({FactId{1}, 5, 5, true}), number(5)));
  CHECK(Value::interval({FactId{1}, 5, 5, false}).is(ValueKind::Interval));
  CHECK(Value::truth(Truth::True, {}).is_true());
  CHECK(Value::truth(Truth::False, facts({1})).is_false());
  CHECK(Value::truth(Truth::Unknown, facts({1})).missing() == facts({1}));
  const Value set = Value::partial_set({FactId{1}, {"b", "a", "b"}, {"c"}});
  CHECK(set.as_partial_set().contains("a") == Truth::True);
  CHECK(set.as_partial_set().contains("c") == Truth::False);
  CHECK(set.as_partial_set().contains("d") == Truth::Unknown);
}

TEST_CASE("a context keeps its order, and the last of two values for one name") {
  const Context context(
      {{"b", number(1)}, {"a", number(2)}, {"b", number(3)}, {"c", number(4)}, {"a", number(5)}});
  REQUIRE(context.size() == 3);
  CHECK(context.entries()[0].first == "b");
  CHECK(context.entries()[1].first == "a");
  CHECK(context.entries()[2].first == "c");
  CHECK(is_same(*context.find("a"), number(5)));
  CHECK(is_same(*context.find("b"), number(3)));
  CHECK(is_same(*context.find("c"), number(4)));
  CHECK(context.find("d") == nullptr);
  CHECK(Context().find("") == nullptr);
}

TEST_CASE("values nest only so deep") {
  Value value = number(1);
  for (std::uint32_t i = 0; i < Value::kMaxDepth; ++i) {
    value = i % 2 ? Value::list({std::move(value)}) : Value::context(Context({{"a", std::move(value)}}));
    REQUIRE(value.depth() == i + 1);
  }
  const auto check = [](const Value& v) {
    REQUIRE(v.is_null());
    CHECK(v.as_null().reason == &kValueTooDeep);
  };
  check(Value::list({value}));
  check(Value::context(Context({{"a", value}})));
  check(Value::range({value, std::nullopt, false, false}));
  check(Value::function(std::make_shared<TestFunction>(Value::kMaxDepth + 1)));
}

TEST_CASE("types of values are the narrowest there are") {
  const auto check = [](const Value& value, std::string_view expected) {
    CHECK(type_of(value).to_string() == expected);
  };
  check(Value(), "Null");
  check(Value::unknown(FactId{1}), "Any");
  check(Value::list({}), "list<Null>");
  check(Value::list({number(1), Value()}), "list<number>");
  check(Value::list({number(1), text("a")}), "list<Any>");
  check(Value::context(Context({{"b", number(1)}, {"a", text("x")}})), "context<b: number, a: string>");
  check(Value::range({number(1), std::nullopt, true, false}), "range<number>");
  check(Value::function(std::make_shared<TestFunction>(1)), "function<number>->string");
  check(Value::partial_set({FactId{1}, {"a"}, {}}), "list<string>");
  check(Value::interval({FactId{1}, 1, 2, true}), "number");
}

TEST_CASE("instances are as FEEL has them") {
  const auto check = [](const Value& value, const Type& type, bool expected) {
    CAPTURE(to_feel_text(value));
    CAPTURE(type.to_string());
    CHECK(is_instance(value, type) == expected);
  };
  const Type a_string = Type::context({{"a", TypeKind::String}});
  check(Value(), TypeKind::Any, false);
  check(Value(), TypeKind::Null, true);
  check(Value(), TypeKind::Number, false);
  check(number(1), TypeKind::Any, true);
  check(number(1), Type::list(TypeKind::Number), false);
  check(Value::list({number(1), Value()}), Type::list(TypeKind::Number), true);
  check(Value::list({number(1), text("2")}), Type::list(TypeKind::Number), false);
  check(Value::list({}), Type::list(TypeKind::Number), true);
  check(Value::list({number(1), text("2")}), TypeKind::List, true);
  check(Value::context(Context({{"a", text("x")}, {"b", number(1)}})), a_string, true);
  check(Value::context(Context({{"a", Value()}})), a_string, true);
  check(Value::context(Context({{"a", number(1)}})), a_string, false);
  check(Value::context(Context({{"b", text("x")}})), a_string, false);
  check(Value::function(std::make_shared<TestFunction>(1)), TypeKind::Function, true);
}

TEST_CASE("every reason has a code and both languages") {
  for (const DiagnosticKind* kind : all_value_diagnostics()) {
    CHECK(!kind->code.empty());
    CHECK(!kind->zh.empty());
    CHECK(!kind->en.empty());
  }
}
