// SPDX-License-Identifier: MIT
#include "tests/support/random_expression.h"

#include <fmt/format.h>

#include <algorithm>

namespace zhilu::test {
namespace {

const std::vector<std::string> kNumberFacts{"loss_amount", "fee", "金额", "损失 金额", "年-龄"};
const std::vector<std::string> kNumbers{"0", "1", "2", "3", "30", "0.5", "-1"};
const std::vector<std::string> kComparisons{"=", "!=", "<", "<=", ">", ">="};
const std::vector<std::string> kLoopNames{"x", "y", "z"};

}  // namespace

std::string RandomExpressions::number_variable() {
  if (!variables_.empty() && chance(60)) return pick(variables_);
  return pick(kNumberFacts);
}

std::string RandomExpressions::number(int depth) {
  if (depth <= 0) return chance(50) ? number_variable() : pick(kNumbers);
  switch (below(14)) {
    case 0:
      return number_variable();
    case 1:
      return pick(kNumbers);
    case 2:
      return fmt::format("({} {} {})", number(depth - 1), pick({"+", "-", "*", "/"}), number(depth - 1));
    case 3:
      return fmt::format("-{}", number_variable());
    case 4:
      return fmt::format("(if {} then {} else {})", boolean(depth - 1), number(depth - 1), number(depth - 1));
    case 5:
      return fmt::format("{}({})", pick({"count", "sum", "max", "min"}), number_list(depth - 1));
    case 6:
      return fmt::format("{}[{}]", number_list(depth - 1),
                         pick({"1", "2", "-1", "7", "fee", "loss_amount - 1"}));
    case 7:
      return fmt::format("{{a: {}, b: a + 1}}.{}", number(depth - 1), pick({"a", "b"}));
    case 8:
      return fmt::format("{}.{}", date(depth - 1), pick({"year", "month", "day", "weekday"}));
    case 9:
      return fmt::format("({} / @\"P1D\")", duration(depth - 1));
    case 10: {
      variables_.push_back("n");
      std::string body = number(depth - 1);
      variables_.pop_back();
      return fmt::format("(function(n) {})({})", body, number(depth - 1));
    }
    case 11: {
      variables_.push_back("n");
      std::string body = number(depth - 1);
      variables_.pop_back();
      return fmt::format("{{f: function(n: number) {}, g: f(n: {})}}.g", body, number(depth - 1));
    }
    case 12:
      return fmt::format("{}.fee[{}]", context_list(depth - 1), pick({"1", "-1", "fee"}));
    default:
      return fmt::format("string length({})", text(depth - 1));
  }
}

std::string RandomExpressions::context_list(int depth) {
  std::string list = fmt::format("[{{a: {}, fee: 1}}, {{a: 2, fee: {}}}]", number(depth - 1), number(0));
  if (chance(60))
    list += fmt::format("[{} {} {}]", pick({"a", "item.a", "fee"}), pick(kComparisons), number(0));
  return list;
}

std::string RandomExpressions::number_list(int depth) {
  if (depth <= 0 || chance(30)) return fmt::format("[{}, {}, 1]", number(0), number(0));
  switch (below(8)) {
    case 0:
      return fmt::format("{}[item {} {}]", number_list(depth - 1), pick(kComparisons), number(0));
    case 1:
      return fmt::format("append({}, {})", number_list(depth - 1), number(depth - 1));
    case 2:
      return context_list(depth) + ".a";
    case 3:
      return fmt::format("sort({}, function(p, q) p {} q)", number_list(depth - 1), pick({"<", ">"}));
    case 4:
      return fmt::format("(for x in {}, y in 1..2 return x * y + count(partial))", number_list(depth - 1));
    case 5:
      return fmt::format("[1, 2, 3][item {}]", pick({"in [1..3)", "in (> 1)", "< fee", "= loss_amount"}));
    default:
      break;
  }
  const std::string name = pick(kLoopNames);
  const std::string domain =
      chance(50) ? number_list(depth - 1) : pick({"1..3", "3..1", "[1..3)", "loss_amount..fee", "1..fee"});
  variables_.push_back(name);
  std::string body = number(depth - 1);
  variables_.pop_back();
  return fmt::format("(for {} in {} return {})", name, domain, body);
}

std::string RandomExpressions::text(int depth) {
  if (depth <= 0 || chance(50))
    return pick({"note", "(platform + \"\")", "\"bank\"", "\"文本\"", "(intent + note)"});
  if (chance(40)) return fmt::format("({} + {})", text(depth - 1), text(depth - 1));
  if (chance(40))
    return fmt::format("(if {} then {} else {})", boolean(depth - 1), text(depth - 1), text(depth - 1));
  return fmt::format("substring({}, 1, 2)", text(depth - 1));
}

std::string RandomExpressions::date(int depth) {
  if (depth <= 0 || chance(60))
    return pick({"happened_on", "complained_on", "today()", "@\"2026-11-01\"", "date(\"2024-02-29\")"});
  if (chance(50)) return fmt::format("({} {} {})", date(depth - 1), pick({"+", "-"}), duration(depth - 1));
  return fmt::format("(if {} then {} else {})", boolean(depth - 1), date(depth - 1), date(depth - 1));
}

std::string RandomExpressions::duration(int depth) {
  if (depth <= 0 || chance(50)) return pick({"wait", "@\"P3D\"", "@\"PT36H\""});
  switch (below(3)) {
    case 0:
      return fmt::format("({} - {})", date(depth - 1), date(depth - 1));
    case 1:
      return fmt::format("({} * {})", duration(depth - 1), pick({"2", "fee", "-1"}));
    default:
      return fmt::format("({} + {})", duration(depth - 1), duration(depth - 1));
  }
}

std::string RandomExpressions::option_test() {
  switch (below(10)) {
    case 0:
      return fmt::format("platform = {}", pick({"\"bank\"", "\"loan\"", "\"other\""}));
    case 1:
      return "platform in (\"bank\", \"loan\")";
    case 2:
      return "platform != \"exchange\"";
    case 3:
      return fmt::format("{} in issues", pick({"\"fraud\"", "\"other\"", "\"privacy_leak\""}));
    case 4:
      return fmt::format("list contains(issues, {})", pick({"\"fraud\"", "\"account_theft\""}));
    case 5:
      return fmt::format("platform in [note, {}]", pick({"\"bank\"", "\"loan\""}));
    case 6:
      return "platform in issues";
    case 7:
      return fmt::format("some i in {} satisfies i = {}", pick({"issues", "tried"}),
                         pick({"note", "\"fraud\""}));
    case 8:
      return chance(50) ? fmt::format("platform {} {}", pick(kComparisons), pick({"note", "intent"}))
                        : fmt::format("emergency {} {}", pick({"=", "!="}), pick({"true", "false", "null"}));
    default:
      return "platform in [\"exchange\", \"wallet_payment\", \"bank\", \"loan\", \"other\"]";
  }
}

/// What anything may turn out to be of any type.
std::string RandomExpressions::any_test(int depth) {
  switch (below(9)) {
    case 0:
      return fmt::format("(anything {} {})", pick(kComparisons), number(depth - 1));
    case 1:
      return fmt::format("(anything {} {})", pick({"and", "or"}), boolean(depth - 1));
    case 2:
      return fmt::format("(if anything then {} else {})", boolean(depth - 1), boolean(depth - 1));
    case 3:
      return fmt::format("list contains({}, anything)", number_list(depth - 1));
    case 4:
      return fmt::format("(anything in ({}, note))", number(0));
    case 5:
      return fmt::format("((function(n: number) {})(anything))", boolean(depth - 1));
    case 6:
      return fmt::format("({}[anything] = {})", number_list(depth - 1), number(0));
    case 7:
      return fmt::format("(some i in anything satisfies {})", boolean(depth - 1));
    default:
      return fmt::format("(count({}) = {})",
                         pick({"[anything, fee]", "append([1], anything)", "union([1, fee], [anything])",
                               "distinct values([1, fee, anything])", "concatenate([1], [anything])",
                               "index of([1, fee], 1)", "flatten([1, [anything]])", "remove([1, fee], 1)",
                               "sublist([fee, 1, anything], 2)", "reverse([1, anything])",
                               "insert before([fee], 1, anything)", "list replace([1, fee], 2, anything)"}),
                         pick({"1", "2", "3"}));
  }
}

std::string RandomExpressions::membership(int depth) {
  switch (below(5)) {
    case 0:
      return fmt::format("({} in ({}, [{}..{}), > {}))", number(depth - 1), number(0), pick(kNumbers),
                         pick(kNumbers), number(0));
    case 1:
      return fmt::format("({} in {})", number(depth - 1), number_list(depth - 1));
    case 2:
      return fmt::format("({} in {}{}..{}{})", number(depth - 1), pick({"[", "(", "]"}), number(0), number(0),
                         pick({"]", ")", "["}));
    case 3:
      return fmt::format("({} in [{}..{}])", date(depth - 1), date(0), date(0));
    default:
      return fmt::format("({} in {} {})", number(depth - 1), pick({"<", "<=", ">", ">="}), number(0));
  }
}

std::string RandomExpressions::quantified(int depth) {
  const std::string name = pick(kLoopNames);
  std::string domains = fmt::format("{} in {}", name, number_list(depth - 1));
  variables_.push_back(name);
  if (chance(30)) domains += fmt::format(", v in {}", number_list(depth - 2));
  std::string body = boolean(depth - 1);
  variables_.pop_back();
  return fmt::format("({} {} satisfies {})", pick({"some", "every"}), domains, body);
}

std::string RandomExpressions::boolean(int depth) {
  if (depth <= 0)
    return chance(50) ? option_test() : pick({"emergency", "for_business", "true", "false", "null"});
  switch (below(17)) {
    case 15:
      return fmt::format("{}([{}, {}, {}])", pick({"any", "all"}), boolean(depth - 1), boolean(depth - 2),
                         pick({"for_business", "emergency", "true"}));
    case 16:
      return any_test(depth);
    case 0:
    case 1:
      return fmt::format("({} and {})", boolean(depth - 1), boolean(depth - 1));
    case 2:
    case 3:
      return fmt::format("({} or {} or {})", boolean(depth - 1), boolean(depth - 2), boolean(depth - 2));
    case 4:
      return fmt::format("not({})", boolean(depth - 1));
    case 5:
      return fmt::format("{} {} {}", number(depth - 1), pick(kComparisons), number(depth - 1));
    case 6:
      return fmt::format("({} between {} and {})", number(depth - 1), number(0), number(0));
    case 7:
      return membership(depth);
    case 8:
      return quantified(depth);
    case 9:
      return fmt::format("({} = {})", text(depth - 1), text(depth - 1));
    case 10:
      return fmt::format("(if {} then {} else {})", boolean(depth - 1), boolean(depth - 1),
                         boolean(depth - 1));
    case 11:
      return fmt::format("({} {} {})", date(depth - 1), pick(kComparisons), date(depth - 1));
    case 12:
      return fmt::format("({} {} {})", duration(depth - 1), pick(kComparisons), duration(depth - 1));
    case 13:
      return fmt::format("(({}) instance of {})", number(depth - 1), pick({"number", "string", "Any"}));
    default:
      return option_test();
  }
}

std::string RandomExpressions::expression() {
  switch (below(8)) {
    case 0:
      return number(4);
    case 1:
      return number_list(3);
    case 2:
      return text(3);
    case 3:
      return date(3);
    case 4:
      return fmt::format("{{a: {}, b: {}}}", number(2), boolean(2));
    default:
      return boolean(4);
  }
}

std::string RandomExpressions::unary_test() {
  switch (below(5)) {
    case 0:
      return fmt::format("{} {}", pick({"<", "<=", ">", ">="}), number(1));
    case 1:
      return fmt::format("{}, {}, [{}..{}]", number(0), number(1), pick(kNumbers), number(0));
    case 2:
      return fmt::format("not({}, > {})", number(0), number(0));
    case 3:
      return fmt::format("? {} {} and {}", pick(kComparisons), number(1), boolean(2));
    default:
      return fmt::format("{}", number(1));
  }
}

Value RandomExpressions::some_value(const expr::Variable& variable) {
  if (chance(5)) return Value::null();
  const TypeKind kind = variable.type.kind();
  if (!variable.options.empty() && kind == TypeKind::String) return Value::string(pick(variable.options));
  if (!variable.options.empty()) {
    std::vector<Value> members;
    for (const std::string& option : variable.options) {
      if (chance(40)) members.push_back(Value::string(option));
    }
    return Value::list(std::move(members));
  }
  switch (kind) {
    case TypeKind::Number:
      return Value::number(*Decimal::parse(pick(kNumbers)));
    case TypeKind::Boolean:
      return Value::boolean(chance(50));
    case TypeKind::Date:
      return Value::date(Date::from_days(20'700 + below(200)));
    case TypeKind::DaysTime:
      return Value::days_time(DaysTime::from_seconds(std::int64_t{43'200} * below(10)));
    default:
      return Value::string(pick({"bank", "fraud", "文本", ""}));
  }
}

SampleMatter RandomExpressions::matter() {
  SampleMatter matter("");
  for (const std::string& name : sample_scope().names()) {
    const expr::Variable& variable = *sample_scope().find(name);
    matter.set(variable.fact, some_value(variable));
  }
  return matter;
}

Value RandomExpressions::blur(FactId fact, const Value& value) {
  const expr::Variable& variable = *sample_scope().find(fact_name(fact));
  if (value.is(ValueKind::Number) && chance(50)) {
    const Decimal low = *Decimal::subtract(value.as_number(), Decimal(below(3)));
    const Decimal high = *Decimal::add(value.as_number(), Decimal(below(3)));
    return Value::interval({fact, low, high, chance(80)});
  }
  if (value.is(ValueKind::String) && !variable.options.empty() && chance(50)) {
    PartialChoice choice{fact, {value.as_string()}};
    for (const std::string& option : variable.options) {
      if (chance(40) && option != value.as_string()) choice.options.push_back(option);
    }
    std::sort(choice.options.begin(), choice.options.end());
    return Value::partial_choice(std::move(choice));
  }
  if (value.is(ValueKind::List) && !variable.options.empty() && chance(70)) {
    PartialSet set;
    set.fact = fact;
    for (const std::string& option : variable.options) {
      if (chance(40)) continue;
      const auto is_option = [&](const Value& member) { return member.as_string() == option; };
      const bool holds = std::any_of(value.as_list().begin(), value.as_list().end(), is_option);
      (holds ? set.holds : set.fails).push_back(option);
    }
    std::sort(set.holds.begin(), set.holds.end());
    std::sort(set.fails.begin(), set.fails.end());
    return Value::partial_set(std::move(set));
  }
  return Value::unknown(fact);
}

SampleMatter RandomExpressions::blurred(const SampleMatter& matter) {
  SampleMatter out = matter;
  for (const auto& [fact, value] : matter.values()) {
    if (chance(50)) out.set(fact, blur(fact, value));
  }
  return out;
}

}  // namespace zhilu::test
