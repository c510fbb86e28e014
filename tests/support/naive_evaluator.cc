// SPDX-License-Identifier: MIT
#include "tests/support/naive_evaluator.h"

#include <algorithm>
#include <set>

#include "engine/expr/function_values.h"
#include "engine/expr/operators.h"
#include "engine/expr/temporal.h"
#include "tests/support/naive_walker.h"

namespace zhilu::naive {

Value Walker::walk(ExprId id) {
  switch (ast_.kind(id)) {
    case NodeKind::Literal:
      return literal(id);
    case NodeKind::Name:
      return name(id);
    case NodeKind::Path:
      return path(child(id, 0), ast_.text(id));
    case NodeKind::Negate: {
      const Value a = child(id, 0);
      return a.is_open() ? unknown_of({a}) : expr::negate(a);
    }
    case NodeKind::Add:
    case NodeKind::Subtract:
    case NodeKind::Multiply:
    case NodeKind::Divide:
    case NodeKind::Power: {
      const std::vector<Value> operands = children(id);
      if (operands[0].is_open() || operands[1].is_open()) return unknown_of(operands);
      return expr::arithmetic(ast_.kind(id), operands[0], operands[1], runtime_.zones());
    }
    case NodeKind::Equal:
      return relation(id, Relation::Equal);
    case NodeKind::NotEqual:
      return relation(id, Relation::NotEqual);
    case NodeKind::Less:
      return relation(id, Relation::Less);
    case NodeKind::LessEqual:
      return relation(id, Relation::LessEqual);
    case NodeKind::Greater:
      return relation(id, Relation::Greater);
    case NodeKind::GreaterEqual:
      return relation(id, Relation::GreaterEqual);
    case NodeKind::And:
      return all_of(children(id));
    case NodeKind::Or:
      return any_of(children(id));
    case NodeKind::Not:
      return negation(child(id, 0));
    case NodeKind::Between: {
      const std::vector<Value> v = children(id);
      return all_of({relate(Relation::LessEqual, v[1], v[0]), relate(Relation::LessEqual, v[0], v[2])});
    }
    case NodeKind::In:
      return in(id);
    case NodeKind::InstanceOf: {
      const Value value = child(id, 0);
      if (value.is_open()) return unknown_of({value});
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
    case NodeKind::Range:
      return range(id);
    case NodeKind::HalfRange:
      return half_range(id);
    case NodeKind::Call:
      return call(id);
    case NodeKind::NamedArgument:
      return child(id, 0);
    case NodeKind::Function:
      return function(id);
    default:
      return Value::null();
  }
}

Value Walker::child(ExprId id, std::size_t i) {
  return walk(ast_.child(id, i));
}

std::vector<Value> Walker::children(ExprId id, std::size_t from) {
  std::vector<Value> values;
  for (const ExprId i : ast_.children(id).subspan(from)) values.push_back(walk(i));
  return values;
}

Value Walker::relation(ExprId id, Relation relation) {
  const std::vector<Value> operands = children(id);
  return relate(relation, operands[0], operands[1]);
}

Value Walker::literal(ExprId id) const {
  if (ast_.text(id).empty()) return ast_.value(id);
  return expr::parse_temporal(ast_.text(id), runtime_.zones()).value_or(Value::null());
}

Value Walker::name(ExprId id) const {
  const std::string_view name = ast_.text(id);
  for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
    if (it->is_item && it->value.is(ValueKind::Context)) {
      const Value* entry = it->value.as_context().find(name);
      if (entry != nullptr) return *entry;
    }
    if (it->name == name) return it->value;
  }
  if (ast_.fact(id).is_set()) return runtime_.environment().fact(ast_.fact(id));
  if (ast_.function(id) == nullptr) return Value::null();
  return Value::function(std::make_shared<const expr::BuiltInValue>(*ast_.function(id)));
}

Value Walker::path(const Value& base, std::string_view name) {
  if (base.is_open()) return unknown_of({base});
  if (base.is(ValueKind::Context)) {
    const Value* entry = base.as_context().find(name);
    return entry != nullptr ? *entry : Value::null();
  }
  if (!base.is(ValueKind::List)) return expr::property(base, name);
  std::vector<Value> items;
  for (const Value& item : base.as_list()) items.push_back(path(item, name));
  return Value::list(std::move(items));
}

Value Walker::in(ExprId id) {
  const Value value = child(id, 0);
  std::vector<Test> tests;
  for (const ExprId test : ast_.children(id).subspan(1)) {
    const bool half = ast_.kind(test) == NodeKind::HalfRange;
    tests.push_back(
        {half ? std::optional(ast_.relation(test)) : std::nullopt, half ? child(test, 0) : walk(test)});
  }
  return passes_any(value, tests);
}

Value Walker::choose(ExprId id) {
  const Value condition = child(id, 0);
  if (!condition.is_open()) return child(id, condition.is_true() ? 1 : 2);
  const Value yes = child(id, 1);
  const Value no = child(id, 2);
  return !yes.is_open() && !no.is_open() && is_same(yes, no) ? yes : unknown_of({condition, yes, no});
}

Value Walker::context(ExprId id) {
  const std::size_t before = bindings_.size();
  std::vector<Context::Entry> entries;
  std::set<std::string> keys;
  for (const ExprId entry : ast_.children(id)) {
    const std::string key(ast_.text(entry));
    Value value = child(entry, 0);
    keys.insert(key);
    bindings_.push_back({key, value, false});
    entries.emplace_back(key, std::move(value));
  }
  bindings_.resize(before);
  if (keys.size() < entries.size()) return Value::null();
  return Value::context(Context(std::move(entries)));
}

Value Walker::range(ExprId id) {
  const std::vector<Value> ends = children(id);
  if (ends[0].is_open() || ends[1].is_open()) return unknown_of(ends);
  const auto is_end = [](const Value& end) { return end.is_null() || order(end, end).has_value(); };
  const bool fits = is_end(ends[0]) && is_end(ends[1]) &&
                    (ends[0].is_null() || ends[1].is_null() || ends[0].kind() == ends[1].kind());
  return fits ? Value::range({ends[0], ends[1], ast_.low_closed(id), ast_.high_closed(id)}) : Value::null();
}

Value Walker::half_range(ExprId id) {
  const Value end = child(id, 0);
  if (end.is_open()) return unknown_of({end});
  const Relation relation = ast_.relation(id);
  if (relation == Relation::Equal) return Value::range({end, end, true, true, RangeForm::Equal});
  if (relation == Relation::NotEqual) return Value::range({end, end, true, true, RangeForm::NotEqual});
  if (relation == Relation::Less || relation == Relation::LessEqual)
    return Value::range({std::nullopt, end, false, relation == Relation::LessEqual});
  return Value::range({end, std::nullopt, relation == Relation::GreaterEqual, false});
}

Value evaluate(const expr::Program& program, const expr::Environment& environment) {
  const expr::Budget budget;
  expr::Runtime runtime(environment, nullptr, budget);
  return Walker(program, {}, runtime, 0).walk(program.root());
}

bool is_alike(const Value& a, const Value& b) {
  if (a.is(ValueKind::Function) && b.is(ValueKind::Function)) return true;
  if (a.is(ValueKind::List) && b.is(ValueKind::List)) {
    return std::equal(a.as_list().begin(), a.as_list().end(), b.as_list().begin(), b.as_list().end(),
                      is_alike);
  }
  if (a.is(ValueKind::Context) && b.is(ValueKind::Context)) {
    const auto& x = a.as_context().entries();
    const auto& y = b.as_context().entries();
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const auto& m, const auto& n) {
      return m.first == n.first && is_alike(m.second, n.second);
    });
  }
  return is_same(a, b);
}

}  // namespace zhilu::naive
