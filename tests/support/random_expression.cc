// SPDX-License-Identifier: MIT
#include "tests/unit/expr/random_expression.h"

#include <fmt/format.h>

#include <algorithm>

namespace zhilu::test {
namespace {

const std::vector<std::string> kNumberFacts{"loss_amount", "fee", "金额", "损失 金额", "年-龄"};
const std::vector<std::string> kNumbers{"0", "1", "2", "3", "3000", "0.5", "-1"};
const std::vector<std::string> kComparisons{"=", "!=", "<", "<=", ">", ">="};
const std::vector<std::string> kLoopNames{"x", "y", "z"};

}  // namespace

std::string RandomExpressions::variable() {
  if (!variables_.empty() && chance(60)) return pick(variables_);
  return pick(kNumberFacts);
}

std::string RandomExpressions::number(int depth) {
  if (depth <= 0) return chance(50) ? variable() : pick(kNumbers);
  switch (below(9)) {
    case 0:
      return variable();
    case 1:
      return pick(kNumbers);
    case 2:
      return fmt::format("({} {} {})", number(depth - 1), pick({"+", "-", "*", "/"}), number(depth - 1));
    case 3:
      return fmt::format("-{}", variable());
    case 4:
      return fmt::format("(if {} then {} else {})", boolean(depth - 1), number(depth - 1), number(depth - 1));
    case 5:
      return fmt::format("{}({})", pick({"count", "sum", "max", "min"}), number_list(depth - 1));
    case 6:
      return fmt::format("{}[{}]", number_list(depth - 1), pick({"1", "2", "-1", "7"}));
    case 7:
      return fmt::format("{{a: {}, b: a + 1}}.{}", number(depth - 1), pick({"a", "b"}));
    default:
      return fmt::format("string length({})", text(depth - 1));
  }
}

std::string RandomExpressions::number_list(int depth) {
  if (depth <= 0 || chance(40)) return fmt::format("[{}, {}, 1]", number(0), number(0));
  if (chance(30)) return fmt::format("{}[item {} {}]", number_list(depth - 1), pick(kComparisons), number(0));
  if (chance(20)) return fmt::format("append({}, {})", number_list(depth - 1), number(depth - 1));
  if (chance(20)) {
    return fmt::format("[{{a: {}, fee: 1}}, {{a: 2, fee: {}}}][a > {}].fee", number(0), number(0), number(0));
  }
  const std::string name = pick(kLoopNames);
  const std::string domain = chance(50) ? number_list(depth - 1) : "1..3";
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

std::string RandomExpressions::option_test() {
  switch (below(6)) {
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
    default:
      return "platform in [\"exchange\", \"wallet_payment\", \"bank\", \"loan\", \"other\"]";
  }
}

std::string RandomExpressions::boolean(int depth) {
  if (depth <= 0)
    return chance(50) ? option_test() : pick({"emergency", "for_business", "true", "false", "null"});
  switch (below(12)) {
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
      return fmt::format("({} in ({}, [{}..{}), > {}))", number(depth - 1), number(0), pick(kNumbers),
                         pick(kNumbers), number(0));
    case 8: {
      const std::string name = pick(kLoopNames);
      const std::string domain = number_list(depth - 1);
      variables_.push_back(name);
      std::string body = boolean(depth - 1);
      variables_.pop_back();
      return fmt::format("({} {} in {} satisfies {})", pick({"some", "every"}), name, domain, body);
    }
    case 9:
      return fmt::format("({} = {})", text(depth - 1), text(depth - 1));
    case 10:
      return fmt::format("(if {} then {} else {})", boolean(depth - 1), boolean(depth - 1),
                         boolean(depth - 1));
    default:
      return option_test();
  }
}

SampleMatter RandomExpressions::matter() {
  SampleMatter matter("");
  for (const std::string& name : sample_scope().names()) {
    const expr::Variable& variable = *sample_scope().find(name);
    Value value;
    if (chance(5)) {
      value = Value::null();
    } else if (!variable.options.empty() && variable.type.kind() == TypeKind::String) {
      value = Value::string(pick(variable.options));
    } else if (!variable.options.empty()) {
      std::vector<Value> members;
      for (const std::string& option : variable.options) {
        if (chance(40)) members.push_back(Value::string(option));
      }
      value = Value::list(std::move(members));
    } else if (variable.type.kind() == TypeKind::Number) {
      value = Value::number(*Decimal::parse(pick(kNumbers)));
    } else if (variable.type.kind() == TypeKind::Boolean) {
      value = Value::boolean(chance(50));
    } else {
      value = Value::string(pick({"bank", "文本", ""}));
    }
    matter.set(variable.fact, std::move(value));
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
