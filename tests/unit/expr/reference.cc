// SPDX-License-Identifier: MIT
#include "tests/unit/expr/reference.h"

#include <optional>
#include <string>
#include <vector>

#include "engine/expr/function_call.h"
#include "engine/expr/operators.h"
#include "engine/expr/ranges.h"

namespace zhilu::test {
namespace {

using expr::Ast;
using expr::ExprId;
using expr::NodeKind;
using expr::Relation;

/// A name that was declared around, or the item of a filter, whose entries are names.
struct Binding {
  std::string name;
  Value value;
  bool is_item = false;
};

class Walker {
 public:
  Walker(const Ast& ast, const expr::Environment& environment)
      : ast_(ast), environment_(environment), runtime_(environment, nullptr, budget_) {}

  Value walk(ExprId id) {
    switch (ast_.kind(id)) {
      case NodeKind::Literal:
        return ast_.value(id);
      case NodeKind::Name:
        return name(id);
      case NodeKind::Path:
        return expr::property(child(id, 0), ast_.text(id));
      case NodeKind::Negate:
        return expr::negate(child(id, 0));
      case NodeKind::Add:
      case NodeKind::Subtract:
      case NodeKind::Multiply:
      case NodeKind::Divide:
      case NodeKind::Power: {
        const Value a = child(id, 0);
        return expr::arithmetic(ast_.kind(id), a, child(id, 1), runtime_.zones());
      }
      case NodeKind::Equal:
        return compare(id, Relation::Equal);
      case NodeKind::NotEqual:
        return compare(id, Relation::NotEqual);
      case NodeKind::Less:
        return compare(id, Relation::Less);
      case NodeKind::LessEqual:
        return compare(id, Relation::LessEqual);
      case NodeKind::Greater:
        return compare(id, Relation::Greater);
      case NodeKind::GreaterEqual:
        return compare(id, Relation::GreaterEqual);
      case NodeKind::And:
        return logic(id, false);
      case NodeKind::Or:
        return logic(id, true);
      case NodeKind::Not:
        return logical_not(child(id, 0));
      case NodeKind::Between: {
        const Value value = child(id, 0);
        return logical_and(less_equal(child(id, 1), value), less_equal(value, child(id, 2)));
      }
      case NodeKind::In:
        return in(id);
      case NodeKind::InstanceOf: {
        const Value value = child(id, 0);
        if (value.is_open()) return merge_unknown(value, value);
        return Value::boolean(is_instance(value, ast_.type(ast_.child(id, 1))));
      }
      case NodeKind::If:
        return choose(id);
      case NodeKind::For:
      case NodeKind::Some:
      case NodeKind::Every:
        return loop(id);
      case NodeKind::Filter:
        return filter(id);
      case NodeKind::List:
        return Value::list(children(id));
      case NodeKind::Context:
        return context(id);
      case NodeKind::Range: {
        const Value low = child(id, 0);
        return expr::make_range(low, child(id, 1), ast_.low_closed(id), ast_.high_closed(id));
      }
      case NodeKind::HalfRange:
        return expr::make_half_range(ast_.relation(id), child(id, 0));
      case NodeKind::Call:
        return call(id);
      default:
        return Value();
    }
  }

 private:
  Value child(ExprId id, std::size_t i) { return walk(ast_.child(id, i)); }
  std::vector<Value> children(ExprId id) {
    std::vector<Value> values;
    for (const ExprId i : ast_.children(id)) values.push_back(walk(i));
    return values;
  }

  Value name(ExprId id) const {
    const std::string name(ast_.text(id));
    for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
      if (it->is_item && it->value.is(ValueKind::Context)) {
        const Value* entry = it->value.as_context().find(name);
        if (entry != nullptr) return *entry;
      }
      if (it->name == name) return it->value;
    }
    return environment_.fact(ast_.fact(id));
  }

  Value compare(ExprId id, Relation relation) {
    const Value a = child(id, 0);
    return expr::compare(relation, a, child(id, 1));
  }

  Value logic(ExprId id, bool any) {
    Value result = child(id, 0);
    for (std::size_t i = 1; i < ast_.children(id).size(); ++i) {
      result = any ? logical_or(result, child(id, i)) : logical_and(result, child(id, i));
    }
    return result;
  }

  Value in(ExprId id) {
    const Value value = child(id, 0);
    std::vector<Value> tests;
    std::vector<std::optional<Relation>> relations;
    for (const ExprId test : ast_.children(id).subspan(1)) {
      const bool half = ast_.kind(test) == NodeKind::HalfRange;
      tests.push_back(half ? child(test, 0) : walk(test));
      relations.push_back(half ? std::optional(ast_.relation(test)) : std::nullopt);
    }
    if (tests.size() == 1 && !relations[0]) return expr::is_in(value, tests[0]);
    return expr::is_in_any(value, tests, relations);
  }

  Value choose(ExprId id) {
    const Value condition = child(id, 0);
    if (!condition.is_open()) return child(id, condition.is_true() ? 1 : 2);
    const Value yes = child(id, 1);
    const Value no = child(id, 2);
    if (!yes.is_open() && !no.is_open() && is_same(yes, no)) return yes;
    FactSet missing = condition.missing();
    yes.add_missing(missing);
    no.add_missing(missing);
    return Value::unknown(missing);
  }

  /// All rounds of a loop, flat; empty with `stop` set where a list is none.
  bool rounds(ExprId id, std::size_t i, std::vector<Value>& results, Value& stop) {
    const auto parts = ast_.children(id);
    if (i + 1 == parts.size()) {
      results.push_back(walk(parts[i]));
      return true;
    }
    const ExprId iterator = parts[i];
    Value domain = child(iterator, 0);
    domain = ast_.children(iterator).size() == 2 ? expr::iterate(domain, child(iterator, 1), runtime_)
                                                 : expr::to_domain(domain, runtime_);
    if (!domain.is(ValueKind::List)) {
      stop = domain;
      return false;
    }
    for (const Value& item : domain.as_list()) {
      bindings_.push_back({std::string(ast_.text(iterator)), item, false});
      const bool goes_on = rounds(id, i + 1, results, stop);
      bindings_.pop_back();
      if (!goes_on) return false;
    }
    return true;
  }

  Value loop(ExprId id) {
    std::vector<Value> results;
    Value stop;
    if (!rounds(id, 0, results, stop)) return stop;
    const NodeKind kind = ast_.kind(id);
    if (kind == NodeKind::For) return Value::list(std::move(results));
    Value result = Value::boolean(kind == NodeKind::Every);
    for (const Value& value : results) {
      result = kind == NodeKind::Some ? logical_or(result, value) : logical_and(result, value);
    }
    return result;
  }

  Value filter(ExprId id) {
    const Value list = child(id, 0);
    if (list.is_open()) return merge_unknown(list, list);
    if (list.is_null()) return Value();
    const std::vector<Value> items = list.is(ValueKind::List) ? list.as_list() : std::vector<Value>{list};
    std::vector<Value> kept;
    FactSet missing;
    bool open = false;
    if (items.empty() && ast_.type(ast_.child(id, 1)).kind() == TypeKind::Number) return Value();
    for (std::size_t i = 0; i < items.size(); ++i) {
      bindings_.push_back({"item", items[i], true});
      const Value holds = child(id, 1);
      bindings_.pop_back();
      if (i == 0 && holds.is(ValueKind::Number)) return at(items, holds.as_number());
      open = open || holds.is_open();
      if (holds.is_open()) holds.add_missing(missing);
      if (holds.is_true()) kept.push_back(items[i]);
    }
    return open ? Value::unknown(missing) : Value::list(std::move(kept));
  }

  static Value at(const std::vector<Value>& items, Decimal position) {
    const auto n = position.to_int64();
    const auto size = static_cast<std::int64_t>(items.size());
    if (!n || *n == 0 || *n > size || *n < -size) return Value();
    return items[static_cast<std::size_t>(*n > 0 ? *n - 1 : size + *n)];
  }

  Value context(ExprId id) {
    const std::size_t before = bindings_.size();
    std::vector<Context::Entry> entries;
    for (const ExprId entry : ast_.children(id)) {
      Value value = child(entry, 0);
      bindings_.push_back({std::string(ast_.text(entry)), value, false});
      entries.emplace_back(std::string(ast_.text(entry)), std::move(value));
    }
    bindings_.resize(before);
    return Value::context(Context(std::move(entries)));
  }

  Value call(ExprId id) {
    const expr::BuiltIn* function = ast_.function(ast_.child(id, 0));
    std::vector<Value> arguments;
    for (const ExprId argument : ast_.children(id).subspan(1)) arguments.push_back(walk(argument));
    expr::CallFault fault;
    const auto plans = expr::plan_call(*function, arguments.size(), {}, fault);
    return expr::call_built_in(*function, plans, std::move(arguments), runtime_);
  }

  const Ast& ast_;
  const expr::Environment& environment_;
  expr::Budget budget_;
  expr::Runtime runtime_;
  std::vector<Binding> bindings_;
};

}  // namespace

Value evaluate_plainly(const Ast& ast, const expr::Environment& environment) {
  return Walker(ast, environment).walk(ast.root());
}

}  // namespace zhilu::test
