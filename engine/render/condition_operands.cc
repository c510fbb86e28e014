// SPDX-License-Identifier: MIT
// Operands: what has a value.
#include <algorithm>

#include "engine/expr/functions.h"
#include "engine/render/condition_writer.h"

namespace zhilu {
namespace {

// A title that asks does not read as a noun and is put in quotes: “对方是什么”为“银行”.
bool asks(std::string_view title) {
  for (const std::string_view word : {"什么", "什麼", "怎样", "怎樣", "怎么", "怎麼", "哪", "谁", "誰", "几",
                                      "幾", "多少", "多久", "何", "是否", "能否", "有没有", "有沒有"}) {
    if (title.find(word) != std::string_view::npos) return true;
  }
  return false;
}

const Saying& range_saying(bool low, bool high) {
  if (low) return high ? say::kRangeBoth : say::kRangeLow;
  return high ? say::kRangeHigh : say::kRangeNone;
}

}  // namespace

std::string ConditionWriter::operand(ExprId id, const ValueUnit& unit, Hold wanted) {
  return bracketed(operand(id, unit), wanted);
}

Said ConditionWriter::operand(ExprId id, const ValueUnit& unit) {
  if (ast_.kind(id) == NodeKind::List) return list(id, unit);
  if (ast_.is_constant(id) && !ast_.value(id).is(ValueKind::Context) &&
      !ast_.value(id).is(ValueKind::Range) && !ast_.value(id).is(ValueKind::Function))
    return {value_text(wording_, ast_.value(id), unit), Hold::Noun};
  // A statement that stands for its truth, as in count(...) or all([...]).
  if (is_statement(id) && ast_.kind(id) != NodeKind::Call)
    return {statement(id).text, ast_.kind(id) == NodeKind::Name ? Hold::Noun : Hold::Clause};
  switch (ast_.kind(id)) {
    case NodeKind::Name:
      return name(id);
    case NodeKind::Path:
      return path(id);
    case NodeKind::Filter:
      return filter(id);
    case NodeKind::Negate:
      return {say(say::kNegative, operand(ast_.child(id, 0), unit, Hold::Noun)), Hold::Noun};
    case NodeKind::Add:
    case NodeKind::Subtract:
    case NodeKind::Multiply:
    case NodeKind::Divide:
    case NodeKind::Power:
      return arithmetic(id, unit);
    case NodeKind::If:
      return choice(id);
    case NodeKind::For:
      return loop(id, say::kForEach);
    case NodeKind::Range:
      return range(id);
    case NodeKind::Call:
      return call(id);
    case NodeKind::NamedArgument:
      return operand(ast_.child(id, 0), unit);
    default:
      return unsaid(id);
  }
}

Said ConditionWriter::arithmetic(ExprId id, const ValueUnit& unit) {
  const ExprId left = ast_.child(id, 0);
  const ExprId right = ast_.child(id, 1);
  switch (ast_.kind(id)) {
    case NodeKind::Add:
      return {say(say::kSum, operand(left, unit, Hold::Sum), operand(right, unit, Hold::Product)), Hold::Sum};
    case NodeKind::Subtract:
      return {say(say::kDifference, operand(left, unit, Hold::Sum), operand(right, unit, Hold::Product)),
              Hold::Sum};
    case NodeKind::Multiply:
      return {say(say::kProduct, operand(left, this->unit(left), Hold::Product),
                  operand(right, this->unit(right), Hold::Noun)),
              Hold::Product};
    case NodeKind::Divide:
      return {say(say::kQuotient, operand(left, this->unit(left), Hold::Product),
                  operand(right, this->unit(right), Hold::Noun)),
              Hold::Product};
    default:
      return {say(say::kPowerOf, noun(left), noun(right)), Hold::Noun};
  }
}

std::string ConditionWriter::title(FactId fact) const {
  const std::string title(wording_.title(knowledge().facts[fact].title));
  return asks(title) ? say(say::kQuoted, title) : title;
}

Said ConditionWriter::name(ExprId id) const {
  if (names_fact(knowledge(), ast_, id)) return {title(ast_.fact(id)), Hold::Noun};
  return {std::string(ast_.text(id)), Hold::Noun};
}

Said ConditionWriter::path(ExprId id) {
  const Saying* property = find_property_saying(ast_.text(id));
  const std::string word = property != nullptr ? say(*property) : std::string(ast_.text(id));
  return {say(say::kEntryOf, noun(ast_.child(id, 0)), word), Hold::Noun};
}

Said ConditionWriter::filter(ExprId id) {
  const ExprId base = ast_.child(id, 0);
  const ExprId condition = ast_.child(id, 1);
  const std::string list = noun(base);
  if (ast_.type(condition).kind() == TypeKind::Number) {
    const auto index =
        ast_.is_constant(condition) ? ast_.value(condition).as_number().to_int64() : std::nullopt;
    if (index == -1) return {say(say::kLastItem, list), Hold::Noun};
    if (index && *index < 0) return {say(say::kItemFromEnd, list, std::to_string(-*index)), Hold::Noun};
    return {say(say::kItemAt, list, noun(condition)), Hold::Noun};
  }
  const std::size_t declared = variables_.size();
  declare("item", base);
  std::string text = is_statement(condition) ? statement(condition).text : operand(condition).text;
  variables_.resize(declared);
  return {say(say::kFiltered, list, text), Hold::Noun};
}

Said ConditionWriter::range(ExprId id) {
  return {say(range_saying(ast_.low_closed(id), ast_.high_closed(id)), noun(ast_.child(id, 0)),
              noun(ast_.child(id, 1))),
          Hold::Clause};
}

Said ConditionWriter::list(ExprId id, const ValueUnit& unit) {
  std::vector<std::string> items;
  for (const ExprId item : ast_.children(id)) items.push_back(operand(item, unit, Hold::Sum));
  if (items.empty()) return {say(say::kEmptyList), Hold::Noun};
  return {say(say::kListOf, joined(items, say::kListComma)), Hold::Noun};
}

std::vector<expr::ExprId> ConditionWriter::arguments(ExprId id) const {
  const auto given = ast_.children(id).subspan(1);
  const bool named = !given.empty() && ast_.kind(given[0]) == NodeKind::NamedArgument;
  if (!named) return {given.begin(), given.end()};
  for (const expr::SignatureInfo& signature : ast_.function(ast_.child(id, 0))->signatures) {
    std::vector<ExprId> ordered;
    for (const expr::ParameterInfo& parameter : signature.parameters) {
      for (const ExprId argument : given) {
        if (ast_.text(argument) == parameter.name) ordered.push_back(ast_.child(argument, 0));
      }
    }
    if (ordered.size() == given.size()) return ordered;
  }
  return {};
}

Said ConditionWriter::call(ExprId id) {
  const ExprId callee = ast_.child(id, 0);
  if (ast_.function(callee) == nullptr) return unsaid(id);
  const std::vector<ExprId> given = arguments(id);
  const Saying* saying = find_function_saying(ast_.text(callee), given.size());
  if (saying == nullptr || (given.empty() && ast_.children(id).size() > 1)) return unsaid(id);
  if (is_event(id)) return {say(*saying, event_subject(given[0])), Hold::Noun};
  ValueUnit shared;
  for (const ExprId argument : given) {
    if (const ValueUnit of = unit(argument); of.money || of.options.is_set()) shared = of;
  }
  const bool of_items = ast_.text(callee) == "list contains" || unit(id).money;
  // The last placeholder takes all that is left: min(a, b, c).
  const std::string_view pattern = saying->hans;
  std::size_t places = 0;
  while (pattern.find("{" + std::to_string(places) + "}") != std::string_view::npos) ++places;
  std::vector<std::string> parts;
  for (const ExprId argument : given) {
    const ValueUnit of = of_items && ast_.is_constant(argument) ? shared : unit(argument);
    std::string part = operand(argument, of, Hold::Noun);
    if (places > 0 && parts.size() == places) {
      parts.back() = say(say::kListComma, parts.back(), part);
    } else {
      parts.push_back(std::move(part));
    }
  }
  return {fill(*saying, wording_.language(), parts), Hold::Noun};
}

bool ConditionWriter::is_event(ExprId id) const {
  if (ast_.kind(id) != NodeKind::Call || ast_.children(id).size() != 2) return false;
  const ExprId callee = ast_.child(id, 0);
  return ast_.function(callee) != nullptr && ast_.text(callee) == "event";
}

std::string ConditionWriter::event_subject(ExprId argument) {
  if (ast_.is_constant(argument) && ast_.value(argument).is(ValueKind::String)) {
    const std::string& id = ast_.value(argument).as_string();
    const StepId step = knowledge().find_step(id);
    if (step.is_set()) return say(say::kQuoted, std::string(wording_.title(knowledge().steps[step].title)));
    const ChannelId channel = knowledge().find_channel(id);
    if (channel.is_set())
      return say(say::kQuoted, std::string(wording_.title(knowledge().channels[channel].title)));
  }
  return noun(argument);
}

ValueUnit ConditionWriter::unit(ExprId id) const {
  if (ast_.kind(id) == NodeKind::Name && !names_fact(knowledge(), ast_, id)) {
    for (auto it = variables_.rbegin(); it != variables_.rend(); ++it) {
      if (it->first == ast_.text(id)) return it->second;
    }
  }
  return unit_of(knowledge(), ast_, id);
}

void ConditionWriter::declare(std::string_view variable, ExprId list) {
  variables_.emplace_back(variable, unit(list));
}

std::string ConditionWriter::joined(const std::vector<std::string>& items, const Saying& last) const {
  return join(items, say::kListComma, last, wording_.language());
}

}  // namespace zhilu
