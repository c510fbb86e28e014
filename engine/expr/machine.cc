// SPDX-License-Identifier: MIT
#include "engine/expr/machine.h"

#include "engine/expr/diagnostics.h"
#include "engine/expr/function_call.h"
#include "engine/expr/function_values.h"
#include "engine/expr/operators.h"
#include "engine/expr/ranges.h"
#include "engine/expr/temporal.h"
#include "engine/expr/value_words.h"

namespace zhilu::expr {
namespace {

/// The branches of an `if` whose condition is not known: what they agree on, else unknown.
Value merge_branches(const Value& condition, const Value& yes, const Value& no) {
  if (!yes.is_open() && !no.is_open() && is_same(yes, no)) return yes;
  FactSet missing = condition.missing();
  yes.add_missing(missing);
  no.add_missing(missing);
  return Value::unknown(missing);
}

Value between(const Value& value, const Value& low, const Value& high) {
  return logical_and(less_equal(low, value), less_equal(value, high));
}

}  // namespace

Machine::Machine(const Program& program, std::uint32_t slots, Runtime& runtime)
    : program_(program), code_(program.code()), runtime_(runtime), stack_(slots + code_.max_stack + 1) {
  for (std::uint32_t i = 0; i < slots; ++i) stack_.push(Value());
}

void Machine::spend_on_last(std::size_t n) {
  for (const Value& operand : stack_.last(n)) {
    if (operand.is(ValueKind::List) || operand.is(ValueKind::Context)) runtime_.spend_on(operand);
  }
}

Value Machine::run(Block block) {
  const std::size_t before = stack_.size();
  execute(block);
  if (runtime_.stopped()) {
    stack_.drop(stack_.size() - before);
    return runtime_.stop_value();
  }
  return stack_.pop();
}

void Machine::report(std::uint32_t at, const Value& null) {
  if (runtime_.observer() == nullptr) return;
  static const std::vector<std::string> kNoArgs;
  const Null& detail = null.as_null();
  runtime_.observer()->on_fault(program_, code_.nodes[at], *detail.reason,
                                detail.args ? *detail.args : kNoArgs);
}

/// Tells the observer of a value that should be true or false and is neither. It counts as null.
void Machine::note_if_no_boolean(std::uint32_t at, const Value& value, std::string_view sign) {
  if (runtime_.observer() == nullptr) return;
  if (value.is(ValueKind::Boolean) || value.is_null() || value.is_open()) return;
  report(at, Value::null(kNotABoolean, {std::string(sign), type_words(value)}));
}

void Machine::finish(std::uint32_t at, std::size_t taken, Value value) {
  if (is_fault(value)) {
    // A null that was passed on has been reported where it came from.
    bool is_new = true;
    for (const Value& operand : stack_.last(taken)) {
      is_new = is_new && !(is_fault(operand) && operand.as_null().reason == value.as_null().reason);
    }
    if (is_new) report(at, value);
  }
  stack_.drop(taken);
  stack_.push(std::move(value));
}

void Machine::execute(Block block) {
  if (!runtime_.enter_block()) return runtime_.leave_block();
  for (std::uint32_t at = block.begin; at < block.end;) {
    if (!runtime_.spend(1)) break;
    const Instruction in = code_.instructions[at];
    std::uint32_t next = at + 1;
    switch (in.op) {
      case Op::Constant:
        stack_.push(code_.constants[in.c]);
        break;
      case Op::Fact:
        stack_.push(runtime_.environment().fact(FactId{in.c}));
        break;
      case Op::Local:
        stack_.push(stack_[in.c]);
        break;
      case Op::ItemEntry:
        if (!push_entry(stack_[in.b], code_.names[in.c])) next = at + 2;
        break;
      case Op::BuiltIn:
        stack_.push(Value::function(std::make_shared<const BuiltInValue>(*code_.calls[in.c].function)));
        break;
      case Op::Temporal:
        push_temporal(at, code_.names[in.c]);
        break;
      case Op::Fail:
        finish(at, 0, Value::null(*code_.failures[in.c].kind, code_.failures[in.c].args));
        break;
      case Op::Negate:
        finish(at, 1, negate(stack_.top()));
        break;
      case Op::Arithmetic: {
        const NodeKind kind = static_cast<NodeKind>(in.a);
        Value value = arithmetic(kind, stack_.top(1), stack_.top(), runtime_.zones());
        finish(at, 2, value.is(ValueKind::String) ? runtime_.checked(std::move(value)) : std::move(value));
        break;
      }
      case Op::Compare:
        spend_on_last(2);
        finish(at, 2, compare(static_cast<Relation>(in.a), stack_.top(1), stack_.top()));
        break;
      case Op::Not:
        note_if_no_boolean(at, stack_.top(), "not");
        finish(at, 1, logical_not(stack_.top()));
        break;
      case Op::ShortCircuit:
        if (in.a != 0 ? stack_.top().is_true() : stack_.top().is_false()) next = in.c;
        break;
      case Op::Logic:
        note_if_no_boolean(at, stack_.top(1), in.a != 0 ? "or" : "and");
        note_if_no_boolean(at, stack_.top(), in.a != 0 ? "or" : "and");
        finish(
            at, 2,
            in.a != 0 ? logical_or(stack_.top(1), stack_.top()) : logical_and(stack_.top(1), stack_.top()));
        break;
      case Op::Between:
        spend_on_last(3);
        finish(at, 3, between(stack_.top(2), stack_.top(1), stack_.top()));
        break;
      case Op::In:
        spend_on_last(2);
        finish(at, 2, is_in(stack_.top(1), stack_.top()));
        break;
      case Op::InMany:
        spend_on_last(in.b + 1);
        finish(at, in.b + 1, is_in_any(stack_.top(in.b), stack_.last(in.b), code_.relations[in.c]));
        break;
      case Op::InstanceOf:
        spend_on_last(1);
        finish(at, 1,
               stack_.top().is_open() ? merge_unknown(stack_.top(), stack_.top())
                                      : Value::boolean(is_instance(stack_.top(), code_.types[in.c])));
        break;
      case Op::Branch: {
        const Value condition = stack_.pop();
        if (condition.is_open()) {
          const std::uint32_t end = code_.instructions[in.c - 1].c;
          branch_unknown(at, condition, {next, in.c - 1}, {in.c, end});
          next = end;
        } else if (!condition.is_true()) {
          note_if_no_boolean(at, condition, "if");
          next = in.c;
        }
        break;
      }
      case Op::Jump:
        next = in.c;
        break;
      case Op::List: {
        const std::span<Value> items = stack_.last(in.c);
        finish(at, in.c, runtime_.checked(Value::list({items.begin(), items.end()})));
        break;
      }
      case Op::Context:
        make_context(at, code_.keys[in.c]);
        break;
      case Op::Store:
        stack_[in.c] = stack_.top();
        break;
      case Op::Range:
        finish(at, 2, make_range(stack_.top(1), stack_.top(), (in.a & 1) != 0, (in.a & 2) != 0));
        break;
      case Op::HalfRange:
        finish(at, 1, make_half_range(static_cast<Relation>(in.a), stack_.top()));
        break;
      case Op::Path:
        spend_on_last(1);
        finish(at, 1, property(stack_.top(), code_.names[in.c]));
        break;
      case Op::Index:
        finish(at, 2, item_at(stack_.top(1), stack_.top()));
        break;
      case Op::Filter:
        filter(at, {next, in.c}, in.b, static_cast<FilterUse>(in.a));
        next = in.c;
        break;
      case Op::Loop:
        loop(at, code_.loops[in.c]);
        next = code_.loops[in.c].end;
        break;
      case Op::CallBuiltIn:
        call_built_in_at(at, code_.calls[in.c], in.b);
        break;
      case Op::CallValue: {
        static const std::vector<std::string> kNoNames;
        call_value(at, in.b, in.c == Code::kNone ? kNoNames : code_.keys[in.c], in.a != 0);
        break;
      }
      case Op::Closure:
        push_closure(at, code_.functions[in.c], in.c);
        break;
    }
    if (runtime_.stopped()) break;
    at = next;
  }
  runtime_.leave_block();
}

void Machine::push_temporal(std::uint32_t at, const std::string& text) {
  std::optional<Value> value = parse_temporal(text, runtime_.zones());
  finish(at, 0, value ? *std::move(value) : Value::null(kBadTemporal, {text}));
}

bool Machine::push_entry(const Value& item, const std::string& name) {
  if (!item.is(ValueKind::Context)) return false;
  const Value* entry = item.as_context().find(name);
  if (entry == nullptr) return false;
  stack_.push(*entry);
  return true;
}

void Machine::push_closure(std::uint32_t at, const FunctionPlan& plan, std::uint32_t index) {
  if (plan.external) return finish(at, 0, Value::null(kExternalFunction));
  std::vector<Value> captured;
  for (const Capture& capture : plan.captures) captured.push_back(stack_[capture.outer]);
  const std::shared_ptr<const Program> program = program_.weak_from_this().lock();
  if (program == nullptr) return finish(at, 0, Value::null(kNotAFunction, {"function"}));
  stack_.push(Value::function(std::make_shared<const Closure>(program, index, std::move(captured))));
}

void Machine::make_context(std::uint32_t at, const std::vector<std::string>& keys) {
  std::vector<Context::Entry> entries;
  entries.reserve(keys.size());
  const std::span<Value> values = stack_.last(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) entries.emplace_back(keys[i], values[i]);
  finish(at, keys.size(), Value::context(zhilu::Context(std::move(entries))));
}

void Machine::call_built_in_at(std::uint32_t at, const CallSite& site, std::size_t count) {
  const std::span<Value> arguments = stack_.last(count);
  finish(at, count,
         call_built_in(*site.function, site.plans, {arguments.begin(), arguments.end()}, runtime_));
}

void Machine::call_value(std::uint32_t at, std::size_t count, const std::vector<std::string>& names,
                         bool may_misfit) {
  const Value callee = stack_.top(count);
  if (callee.is(ValueKind::Function)) {
    const std::span<Value> arguments = stack_.last(count);
    finish(at, count + 1,
           call_function(runtime_, *callee.as_function(), {arguments.begin(), arguments.end()}, names,
                         may_misfit));
  } else if (callee.is_open()) {
    FactSet missing = callee.missing();
    for (const Value& argument : stack_.last(count)) argument.add_missing(missing);
    finish(at, count + 1, Value::unknown(missing));
  } else {
    finish(at, count + 1, Value::null(kNotAFunction, {type_words(callee)}));
  }
}

void Machine::branch_unknown(std::uint32_t at, const Value& condition, Block yes, Block no) {
  const Value of_yes = run(yes);
  if (runtime_.stopped()) return;
  const Value of_no = run(no);
  if (runtime_.stopped()) return;
  finish(at, 0, merge_branches(condition, of_yes, of_no));
}

Value item_at(const Value& list, const Value& position) {
  if (list.is_open() || position.is_open()) return merge_unknown(list, position);
  if (list.is_null()) return is_fault(list) ? list : Value::null(kNullOperand, {"[…]"});
  const auto index = position.is(ValueKind::Number) ? position.as_number().to_int64() : std::nullopt;
  const std::size_t size = list.is(ValueKind::List) ? list.as_list().size() : 1;
  const auto count = static_cast<std::int64_t>(size);
  if (!index || *index == 0 || *index > count || *index < -count) {
    return Value::null(kNoSuchIndex, {value_words(position)});
  }
  if (!list.is(ValueKind::List)) return list;
  return list.as_list()[static_cast<std::size_t>(*index > 0 ? *index - 1 : count + *index)];
}

}  // namespace zhilu::expr
