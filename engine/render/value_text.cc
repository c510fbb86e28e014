// SPDX-License-Identifier: MIT
// Values in words.
#include <span>

#include "engine/locale/date_text.h"
#include "engine/locale/number_text.h"
#include "engine/render/condition_text.h"
#include "engine/render/condition_words.h"
#include "engine/render/fact_text.h"

namespace zhilu {
namespace {

class ValueWriter {
 public:
  ValueWriter(const Wording& wording, const ValueUnit& unit) : wording_(wording), unit_(unit) {}

  std::string write(const Value& value) const {
    switch (value.kind()) {
      case ValueKind::Null:
        return say(say::kNoValue);
      case ValueKind::Unknown:
        return say(say::kNotKnown);
      case ValueKind::Boolean:
        return std::string(wording_.phrase(value.as_boolean() ? Phrase::Yes : Phrase::No));
      case ValueKind::Number:
        return number(value.as_number());
      case ValueKind::String:
        return string(value.as_string());
      case ValueKind::Date:
        return date_text(value.as_date(), wording_.language());
      case ValueKind::Time:
      case ValueKind::DateTime:
        return to_plain_text(value);
      case ValueKind::YearsMonths:
      case ValueKind::DaysTime:
        return duration_text(to_plain_text(value), wording_.language());
      case ValueKind::List:
        return value.as_list().empty() ? say(say::kEmptyList) : joined(value.as_list(), say::kListComma);
      case ValueKind::PartialSet:
        return partial_set(value.as_partial_set());
      case ValueKind::PartialChoice:
        return names(value.as_partial_choice().options, say::kListOr);
      case ValueKind::Interval:
        return interval(value.as_interval());
      case ValueKind::Context:
      case ValueKind::Range:
      case ValueKind::Function:
        break;
    }
    return to_feel_text(value);
  }

 private:
  template <class... Parts>
  std::string say(const Saying& saying, const Parts&... parts) const {
    const std::vector<std::string> given{parts...};
    return fill(saying, wording_.language(), given);
  }

  std::string number(const Decimal& value) const {
    if (unit_.money) return amount_text(value, wording_.language());
    // Years and other small numbers are written without a comma.
    return value < Decimal(10'000) ? value.to_string() : number_text(value);
  }

  std::string string(const std::string& text) const {
    if (text.empty()) return say(say::kEmptyText);
    if (unit_.events) {
      if (const Saying* saying = find_event_saying(text)) return say(say::kQuoted, say(*saying));
    }
    if (unit_.options.is_set()) {
      const auto option = wording_.knowledge().find_option(unit_.options, text);
      if (option) return say(say::kQuoted, std::string(option_title(wording_, unit_.options, *option)));
    }
    return say(say::kQuoted, text);
  }

  std::string names(const std::vector<std::string>& ids, const Saying& last) const {
    std::vector<Value> values;
    for (const std::string& id : ids) values.push_back(Value::string(id));
    return joined(values, last);
  }

  // `a、b或c`: the last two by `last`, the others by commas.
  std::string joined(const std::vector<Value>& values, const Saying& last) const {
    std::vector<std::string> items;
    for (const Value& value : values) items.push_back(write(value));
    return join(items, say::kListComma, last, wording_.language());
  }

  std::string partial_set(const PartialSet& set) const {
    std::string text;
    if (!set.holds.empty()) text = say(say::kHoldsItem, names(set.holds, say::kListComma));
    if (!set.fails.empty()) {
      const std::string fails = say(say::kLacksItem, names(set.fails, say::kListComma));
      text = text.empty() ? fails : say(say::kListComma, text, fails);
    }
    return text.empty() ? say(say::kNotKnown) : say(say::kPartlyKnown, text);
  }

  std::string interval(const Interval& interval) const {
    const Bounds bounds{.low = interval.low, .high = interval.high, .bounded = interval.bounded};
    return unit_.money ? amount_text(bounds, wording_.language()) : range_text(bounds, wording_.language());
  }

  const Wording& wording_;
  const ValueUnit& unit_;
};

bool is_money_function(std::string_view name) {
  for (const std::string_view keeps :
       {"min", "max", "sum", "mean", "median", "abs", "decimal", "floor", "ceiling", "round up", "round down",
        "round half up", "round half down"}) {
    if (name == keeps) return true;
  }
  return false;
}

bool is_event_call(const expr::Ast& ast, expr::ExprId id) {
  if (ast.kind(id) != expr::NodeKind::Call) return false;
  const expr::ExprId callee = ast.child(id, 0);
  return ast.kind(callee) == expr::NodeKind::Name && ast.function(callee) != nullptr &&
         ast.text(callee) == "event";
}

}  // namespace

bool names_fact(const Knowledge& knowledge, const expr::Ast& ast, expr::ExprId id) {
  return ast.fact(id).is_set() && ast.fact(id).value < knowledge.facts.size();
}

std::string value_text(const Wording& wording, const Value& value, const ValueUnit& unit) {
  return ValueWriter(wording, unit).write(value);
}

ValueUnit unit_of(const Knowledge& knowledge, const expr::Ast& ast, expr::ExprId id) {
  using expr::NodeKind;
  const auto children = ast.children(id);
  // The first of the children that has a unit.
  const auto of_any = [&](std::span<const expr::ExprId> candidates) {
    for (const expr::ExprId child : candidates) {
      const ValueUnit unit = unit_of(knowledge, ast, child);
      if (unit.money || unit.events || unit.options.is_set()) return unit;
    }
    return ValueUnit();
  };
  switch (ast.kind(id)) {
    case NodeKind::Name: {
      if (!names_fact(knowledge, ast, id)) return {};
      const FactKind kind = knowledge.facts[ast.fact(id)].kind;
      const bool has_options = kind == FactKind::Choice || kind == FactKind::Choices;
      return {.options = has_options ? ast.fact(id) : FactId(), .money = kind == FactKind::Money};
    }
    case NodeKind::Add:
    case NodeKind::Subtract:
    case NodeKind::Multiply:
    case NodeKind::Negate:
    case NodeKind::List:
    case NodeKind::Range:
    case NodeKind::HalfRange:
      return of_any(children);
    case NodeKind::Divide:
      // Yuan by yuan is a plain number.
      if (unit_of(knowledge, ast, children[1]).money) return {};
      return of_any(children.first(1));
    case NodeKind::NamedArgument:
    case NodeKind::Filter:
      return of_any(children.first(1));
    case NodeKind::If:
      return of_any(children.subspan(1));
    case NodeKind::Path:
      return {
          .options = {}, .money = false, .events = ast.text(id) == "what" && is_event_call(ast, children[0])};
    case NodeKind::Call: {
      const expr::ExprId callee = children[0];
      const bool keeps = ast.function(callee) != nullptr && is_money_function(ast.text(callee));
      return keeps ? of_any(children.subspan(1)) : ValueUnit();
    }
    default:
      return {};
  }
}

}  // namespace zhilu
