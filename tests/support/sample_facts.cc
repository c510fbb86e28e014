// SPDX-License-Identifier: MIT
#include "tests/support/sample_facts.h"

#include <algorithm>
#include <stdexcept>

#include "engine/expr/compiler.h"

namespace zhilu::test {
namespace {

const std::vector<std::string>& sample_names() {
  static const std::vector<std::string> kNames{"loss_amount",   "fee",       "金额",         "损失 金额",
                                               "年-龄",         "emergency", "for_business", "platform",
                                               "intent",        "issues",    "tried",        "happened_on",
                                               "complained_on", "note",      "wait",         "anything"};
  return kNames;
}

Type sample_type(const std::string& name) {
  if (name == "emergency" || name == "for_business") return TypeKind::Boolean;
  if (name == "platform" || name == "intent" || name == "note") return TypeKind::String;
  if (name == "issues" || name == "tried") return Type::list(TypeKind::String);
  if (name == "happened_on" || name == "complained_on") return TypeKind::Date;
  if (name == "wait") return TypeKind::DaysTime;
  if (name == "anything") return TypeKind::Any;
  return TypeKind::Number;
}

std::vector<std::string> sample_options(const std::string& name) {
  if (name == "platform") return {"exchange", "wallet_payment", "bank", "loan", "other"};
  if (name == "intent") return {"complain", "follow_up", "prevent"};
  if (name == "issues") return {"fraud", "account_theft", "privacy_leak", "refund_dispute", "other"};
  if (name == "tried") return {"police", "customer_service", "hotline_12315"};
  return {};
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (std::string part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

Value constant(std::string_view text) {
  Diagnostics diagnostics;
  const auto program = expr::compile(text, TextOrigin{}, expr::MapScope(), diagnostics);
  if (!diagnostics.empty()) throw std::invalid_argument(std::string(text));
  return expr::evaluate(*program, SampleMatter(""));
}

Value read_value(FactId fact, const std::string& text) {
  if (text[0] == '+' || text[0] == '-') {
    if (text.size() > 1 && !(text[1] >= '0' && text[1] <= '9')) {
      PartialSet set;
      set.fact = fact;
      for (const std::string& part : split(text, ' ')) {
        (part[0] == '+' ? set.holds : set.fails).push_back(part.substr(1));
      }
      return Value::partial_set(std::move(set));
    }
  }
  if (text.find('|') != std::string::npos) return Value::partial_choice({fact, split(text, '|')});
  if (const std::size_t at = text.find('~'); at != std::string::npos) {
    Interval interval{fact, *Decimal::parse(text.substr(0, at)), Decimal(0), at + 1 < text.size()};
    if (interval.bounded) interval.high = *Decimal::parse(text.substr(at + 1));
    return Value::interval(interval);
  }
  return constant(text);
}

}  // namespace

const expr::MapScope& sample_scope() {
  static const expr::MapScope kScope = [] {
    expr::MapScope scope;
    for (std::uint32_t i = 0; i < sample_names().size(); ++i) {
      const std::string& name = sample_names()[i];
      scope.add({name, sample_type(name), FactId{i}, sample_options(name)});
    }
    return scope;
  }();
  return kScope;
}

std::string fact_name(FactId fact) {
  return sample_names()[fact.value];
}

SampleMatter::SampleMatter(std::string_view facts) {
  for (const std::string& assignment : split(facts, ';')) {
    const std::size_t equal = assignment.find('=');
    const expr::Variable* variable = sample_scope().find(trimmed(assignment.substr(0, equal)));
    if (variable == nullptr) throw std::invalid_argument(assignment);
    set(variable->fact, read_value(variable->fact, trimmed(assignment.substr(equal + 1))));
  }
}

Value SampleMatter::fact(FactId fact) const {
  const auto it = values_.find(fact);
  return it == values_.end() ? Value::unknown(fact) : it->second;
}

Value SampleMatter::event(std::string_view step_or_channel) const {
  if (step_or_channel != "complain_platform") return Value::null();
  return Value::context(Context({{"what", Value::string("submitted")},
                                 {"on", Value::date(*Date::from_ymd(2026, 11, 1))},
                                 {"number", Value::null()}}));
}

}  // namespace zhilu::test
