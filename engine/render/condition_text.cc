// SPDX-License-Identifier: MIT
// Statements: what is true or false.
#include "engine/render/condition_text.h"

#include "engine/expr/functions.h"
#include "engine/expr/node_kinds.h"
#include "engine/expr/printer.h"
#include "engine/render/condition_writer.h"
#include "engine/render/fact_text.h"

namespace zhilu {
namespace {

using expr::Relation;

Relation opposite(Relation relation) {
  switch (relation) {
    case Relation::Equal:
      return Relation::NotEqual;
    case Relation::NotEqual:
      return Relation::Equal;
    case Relation::Less:
      return Relation::GreaterEqual;
    case Relation::LessEqual:
      return Relation::Greater;
    case Relation::Greater:
      return Relation::LessEqual;
    case Relation::GreaterEqual:
      return Relation::Less;
  }
  return relation;
}

// `3000 < x` is `x > 3000`.
Relation mirrored(Relation relation) {
  switch (relation) {
    case Relation::Less:
      return Relation::Greater;
    case Relation::LessEqual:
      return Relation::GreaterEqual;
    case Relation::Greater:
      return Relation::Less;
    case Relation::GreaterEqual:
      return Relation::LessEqual;
    case Relation::Equal:
    case Relation::NotEqual:
      break;
  }
  return relation;
}

const Saying& between_saying(bool low, bool high) {
  if (low) return high ? say::kBetweenBoth : say::kBetweenLow;
  return high ? say::kBetweenHigh : say::kBetweenNone;
}

// How the title of a question of yes or no becomes a statement: 是否收到短信, 没有收到短信.
struct AskedForm {
  std::string_view asked;
  std::string_view yes;
  std::string_view no;
};
constexpr AskedForm kQuestions[] = {
    {"是否已经", "已经", "还没有"}, {"是否已經", "已經", "還沒有"}, {"是否收到", "收到了", "没有收到"},
    {"是否被", "被", "没有被"},     {"是否有", "有", "没有"},       {"有没有", "有", "没有"},
    {"有沒有", "有", "沒有"},       {"能否", "能", "不能"},         {"是否", "", "不是"},
};

}  // namespace

ConditionText ConditionWriter::write(ExprId id) {
  Said said = is_statement(id) ? statement(id) : operand(id);
  return {std::move(said.text), std::move(unsaid_)};
}

bool ConditionWriter::is_statement(ExprId id) const {
  if (expr::is_condition(ast_.kind(id))) return true;
  switch (ast_.kind(id)) {
    case NodeKind::Name:
    case NodeKind::Call:
      return ast_.type(id).kind() == TypeKind::Boolean;
    default:
      return false;
  }
}

Said ConditionWriter::statement(ExprId id, bool holds) {
  const NodeKind kind = ast_.kind(id);
  const auto children = ast_.children(id);
  if (const auto relation = expr::relation_of(kind))
    return comparison(holds ? *relation : opposite(*relation), children[0], children[1]);
  switch (kind) {
    case NodeKind::And:
    case NodeKind::Or:
      return logic(id, holds);
    case NodeKind::Not:
      return statement(children[0], !holds);
    case NodeKind::Between:
      return between(id, holds);
    case NodeKind::In:
      return in(id, holds);
    case NodeKind::InstanceOf: {
      const Saying* type = find_type_saying(ast_.text(children[1]));
      if (type == nullptr) break;
      return {say(holds ? say::kIsOfType : say::kIsNotOfType, noun(children[0]), say(*type)), Hold::Noun};
    }
    case NodeKind::Literal:
      if (!ast_.value(id).is(ValueKind::Boolean)) break;
      return {say(ast_.value(id).as_boolean() == holds ? say::kAlways : say::kNever), Hold::Noun};
    case NodeKind::Name:
      if (names_fact(knowledge(), ast_, id) && knowledge().facts[ast_.fact(id)].kind == FactKind::Boolean)
        return fact_statement(ast_.fact(id), holds);
      return {say(holds ? say::kHolds : say::kHoldsNot, name(id).text), Hold::Noun};
    case NodeKind::If:
    case NodeKind::Some:
    case NodeKind::Every:
    case NodeKind::Call: {
      const Said said = kind == NodeKind::If      ? choice(id)
                        : kind == NodeKind::Call  ? call(id)
                        : kind == NodeKind::Every ? loop(id, say::kEvery)
                                                  : loop(id, say::kSome);
      return holds ? said : Said{say(say::kNot, said.text), Hold::Noun};
    }
    default:
      break;
  }
  const Said said = unsaid(id);
  return holds ? said : Said{say(say::kNot, said.text), Hold::Noun};
}

Said ConditionWriter::fact_statement(FactId fact, bool holds) const {
  const std::string title(wording_.title(knowledge().facts[fact].title));
  for (const AskedForm& question : kQuestions) {
    const std::size_t at = title.find(question.asked);
    if (at == std::string::npos) continue;
    const std::string_view answer = holds ? question.yes : question.no;
    return {title.substr(0, at) + std::string(answer) + title.substr(at + question.asked.size()), Hold::Noun};
  }
  return {say(holds ? say::kFactYes : say::kFactNo, title), Hold::Noun};
}

Said ConditionWriter::logic(ExprId id, bool holds) {
  const bool is_and = ast_.kind(id) == NodeKind::And;
  const auto operands = ast_.children(id);
  std::vector<Said> said;
  for (std::size_t i = 0; i < operands.size();) {
    std::optional<Members> group = member(operands[i]);
    std::size_t next = i + 1;
    // `and` over the values of one choice would be a contradiction, better seen as it is written.
    while (group && (group->of_set || !is_and) && next < operands.size()) {
      std::optional<Members> more = member(operands[next]);
      if (!more || more->fact != group->fact || more->of_set != group->of_set) break;
      group->options.push_back(more->options.front());
      ++next;
    }
    said.push_back(next > i + 1 ? members(*group, is_and) : statement(operands[i]));
    i = next;
  }
  if (said.size() == 1) return holds ? said.front() : Said{say(say::kNot, said.front().text), Hold::Noun};
  const Saying& between = is_and ? say::kAnd : say::kOr;
  std::vector<std::string> parts;
  for (const Said& one : said) parts.push_back(bracketed(one, Hold::Noun));
  std::string whole = join(parts, between, between, wording_.language());
  return holds ? Said{std::move(whole), Hold::Clause} : Said{say(say::kNot, whole), Hold::Noun};
}

std::optional<ConditionWriter::Members> ConditionWriter::member(ExprId id) const {
  const NodeKind kind = ast_.kind(id);
  if (kind != NodeKind::In && kind != NodeKind::Equal) return std::nullopt;
  const auto children = ast_.children(id);
  if (children.size() != 2) return std::nullopt;
  const ExprId fact = children[kind == NodeKind::In ? 1 : 0];
  const ExprId option = children[kind == NodeKind::In ? 0 : 1];
  if (ast_.kind(fact) != NodeKind::Name || !names_fact(knowledge(), ast_, fact)) return std::nullopt;
  const FactKind wanted = kind == NodeKind::In ? FactKind::Choices : FactKind::Choice;
  if (knowledge().facts[ast_.fact(fact)].kind != wanted) return std::nullopt;
  if (!ast_.is_constant(option) || !ast_.value(option).is(ValueKind::String)) return std::nullopt;
  return Members{ast_.fact(fact),
                 kind == NodeKind::In,
                 {value_text(wording_, ast_.value(option), {.options = ast_.fact(fact)})}};
}

Said ConditionWriter::members(const Members& members, bool all) const {
  const std::string options = joined(members.options, all ? say::kListAnd : say::kListOr);
  if (!members.of_set) return {say(say::kIs, title(members.fact), options), Hold::Noun};
  return {say(all ? say::kIncludesAll : say::kIncludes, title(members.fact), options), Hold::Noun};
}

std::optional<Said> ConditionWriter::special_comparison(Relation relation, ExprId left, ExprId right) {
  if (relation != Relation::Equal && relation != Relation::NotEqual) return std::nullopt;
  if (!ast_.is_constant(right)) return std::nullopt;
  const bool equal = relation == Relation::Equal;
  const Value& value = ast_.value(right);
  if (value.is_null() && is_event(left)) {
    return Said{say(equal ? say::kNotHappened : say::kHappened, event_subject(ast_.child(left, 1))),
                Hold::Noun};
  }
  if (value.is_null()) {
    // Not the statement that a fact of yes or no makes, but the fact.
    const std::string subject = ast_.kind(left) == NodeKind::Name ? name(left).text : noun(left);
    return Said{say(equal ? say::kHasNoValue : say::kHasValue, subject), Hold::Noun};
  }
  if (value.is(ValueKind::Boolean) && is_statement(left)) return statement(left, value.as_boolean() == equal);
  const bool is_empty_text = value.is(ValueKind::String) && value.as_string().empty();
  if (is_empty_text) return Said{say(equal ? say::kIsEmpty : say::kIsNotEmpty, noun(left)), Hold::Noun};
  return std::nullopt;
}

const Saying& ConditionWriter::relation_saying(Relation relation, ExprId left, ExprId right) const {
  const auto is_of = [&](ExprId id, std::initializer_list<TypeKind> kinds) {
    for (const TypeKind kind : kinds) {
      if (ast_.type(id).kind() == kind) return true;
    }
    return false;
  };
  const auto either = [&](std::initializer_list<TypeKind> kinds) {
    return is_of(left, kinds) || is_of(right, kinds);
  };
  const bool in_time = either({TypeKind::Date, TypeKind::Time, TypeKind::DateTime});
  switch (relation) {
    case Relation::Equal:
      if (in_time) return say::kOn;
      return either({TypeKind::Number}) ? say::kEqual : say::kIs;
    case Relation::NotEqual:
      if (in_time) return say::kNotOn;
      return either({TypeKind::Number}) ? say::kNotEqual : say::kIsNot;
    case Relation::Less:
      return in_time ? say::kBefore : say::kLess;
    case Relation::LessEqual:
      return in_time ? say::kNotAfter : say::kLessEqual;
    case Relation::Greater:
      return in_time ? say::kAfter : say::kGreater;
    case Relation::GreaterEqual:
      return in_time ? say::kNotBefore : say::kGreaterEqual;
  }
  return say::kEqual;
}

Said ConditionWriter::comparison(Relation relation, ExprId left, ExprId right) {
  if (ast_.is_constant(left) && !ast_.is_constant(right)) {
    std::swap(left, right);
    relation = mirrored(relation);
  }
  if (std::optional<Said> said = special_comparison(relation, left, right)) return *std::move(said);
  const std::string subject = operand(left, unit(left).money ? unit(left) : unit(right), Hold::Sum);
  return {say(relation_saying(relation, left, right), subject,
              operand(right, ast_.is_constant(right) ? unit(left) : unit(right), Hold::Sum)),
          Hold::Noun};
}

Said ConditionWriter::between(ExprId id, bool holds) {
  const auto children = ast_.children(id);
  const ValueUnit of = unit(children[0]);
  const std::string text = say(say::kBetweenBoth, noun(children[0]), operand(children[1], of, Hold::Sum),
                               operand(children[2], of, Hold::Sum));
  return {holds ? text : say(say::kNot, text), Hold::Noun};
}

Said ConditionWriter::in(ExprId id, bool holds) {
  const ExprId value = ast_.child(id, 0);
  const auto tests = ast_.children(id).subspan(1);
  const bool of_list = tests.size() == 1 && ast_.kind(tests[0]) != NodeKind::List &&
                       ast_.type(tests[0]).kind() == TypeKind::List;
  if (of_list) {
    return {say(holds ? say::kIncludes : say::kIncludesNot, noun(tests[0]),
                operand(value, unit(tests[0]), Hold::Noun)),
            Hold::Noun};
  }
  std::vector<ExprId> flat;
  bool plain = true;
  for (const ExprId test : tests) {
    if (ast_.kind(test) == NodeKind::List) {
      flat.insert(flat.end(), ast_.children(test).begin(), ast_.children(test).end());
    } else {
      flat.push_back(test);
    }
  }
  for (const ExprId test : flat) {
    plain = plain && ast_.kind(test) != NodeKind::Range && ast_.kind(test) != NodeKind::HalfRange &&
            ast_.type(test).kind() != TypeKind::List;
  }
  if (flat.empty()) return {say(holds ? say::kNever : say::kAlways), Hold::Noun};
  if (plain) return in_options(value, flat, holds);
  const std::string subject = noun(value);
  if (flat.size() == 1) return test(subject, value, flat[0], holds);
  std::vector<std::string> parts;
  for (const ExprId one : flat) parts.push_back(test(parts.empty() ? subject : "", value, one, true).text);
  const std::string text = join(parts, say::kListOr, say::kListOr, wording_.language());
  return {holds ? text : say(say::kNot, text), Hold::Noun};
}

Said ConditionWriter::in_options(ExprId value, std::span<const ExprId> tests, bool holds) {
  if (tests.size() == 1) return comparison(holds ? Relation::Equal : Relation::NotEqual, value, tests[0]);
  std::vector<std::string> options;
  for (const ExprId test : tests) options.push_back(operand(test, unit(value), Hold::Sum));
  if (holds) return {say(say::kIs, noun(value), joined(options, say::kListOr)), Hold::Noun};
  return {say(say::kIsNone, noun(value), joined(options, say::kListComma)), Hold::Noun};
}

Said ConditionWriter::test(const std::string& subject, ExprId value, ExprId test, bool holds) {
  const ValueUnit of = unit(value);
  std::string text;
  switch (ast_.kind(test)) {
    case NodeKind::HalfRange: {
      const ExprId end = ast_.child(test, 0);
      const Relation relation = holds ? ast_.relation(test) : opposite(ast_.relation(test));
      return {say(relation_saying(relation, value, end), subject, operand(end, of, Hold::Sum)), Hold::Noun};
    }
    case NodeKind::Range:
      text = say(between_saying(ast_.low_closed(test), ast_.high_closed(test)), subject,
                 operand(ast_.child(test, 0), of, Hold::Sum), operand(ast_.child(test, 1), of, Hold::Sum));
      return {holds ? text : say(say::kNot, text), Hold::Noun};
    default:
      text = operand(test, of, Hold::Sum);
      return {say(relation_saying(holds ? Relation::Equal : Relation::NotEqual, value, test), subject, text),
              Hold::Noun};
  }
}

Said ConditionWriter::loop(ExprId id, const Saying& saying) {
  const auto children = ast_.children(id);
  const std::size_t declared = variables_.size();
  std::vector<std::pair<std::string, std::string>> iterators;
  for (const ExprId iterator : children.first(children.size() - 1)) {
    const auto domain = ast_.children(iterator);
    const std::string list =
        domain.size() == 1 ? noun(domain[0])
                           : say(say::kBracketed, say(say::kRangeBoth, noun(domain[0]), noun(domain[1])));
    iterators.emplace_back(list, ast_.text(iterator));
    declare(ast_.text(iterator), domain[0]);
  }
  const ExprId body = children.back();
  std::string text = is_statement(body) ? statement(body).text : operand(body).text;
  for (auto it = iterators.rbegin(); it != iterators.rend(); ++it)
    text = say(saying, it->first, it->second, text);
  variables_.resize(declared);
  return {text, Hold::Clause};
}

Said ConditionWriter::choice(ExprId id) {
  const auto children = ast_.children(id);
  const auto branch = [&](ExprId part) {
    return is_statement(part) ? statement(part).text : operand(part, unit(id)).text;
  };
  return {say(say::kIf, statement(children[0]).text, branch(children[1]), branch(children[2])), Hold::Clause};
}

Said ConditionWriter::unsaid(ExprId id) {
  unsaid_.push_back(expr::print(ast_, id));
  return {unsaid_.back(), Hold::Noun};
}

ConditionText condition_text(const Wording& wording, const expr::Ast& ast, expr::ExprId id,
                             const VariableUnits& variables) {
  return ConditionWriter(wording, ast, variables).write(id);
}

}  // namespace zhilu
