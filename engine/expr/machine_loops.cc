// SPDX-License-Identifier: MIT
// Filters and loops.
#include "engine/expr/diagnostics.h"
#include "engine/expr/machine.h"
#include "engine/expr/operators.h"
#include "engine/expr/ranges.h"
#include "engine/expr/value_words.h"

namespace zhilu::expr {

/// A filter whose list is not known: what its condition lacks for an item that is not known is missing too.
void Machine::filter_unknown(std::uint32_t at, Block condition, std::uint32_t slot) {
  const Value list = stack_.top();
  stack_[slot] = merge_unknown(list, list);
  const Value holds = run(condition);
  if (runtime_.stopped()) return;
  finish(at, 1, holds.is_open() ? merge_unknown(list, holds) : merge_unknown(list, list));
}

void Machine::filter(std::uint32_t at, Block condition, std::uint32_t slot, FilterUse use) {
  const Value list = stack_.top();
  if (list.is_open()) return filter_unknown(at, condition, slot);
  if (is_fault(list)) return finish(at, 1, list);
  if (list.is_null()) return finish(at, 1, Value::null(kNullOperand, {"[…]"}));
  const bool single = !list.is(ValueKind::List);
  const std::size_t size = single ? 1 : list.as_list().size();
  std::vector<Value> kept;
  FactSet missing;
  bool open = false;
  for (std::size_t i = 0; i < std::max<std::size_t>(size, 1); ++i) {
    // Of an empty list the condition still tells whether it is an index.
    const Value item = size == 0 ? Value() : single ? list : list.as_list()[i];
    stack_[slot] = item;
    const Value holds = run(condition);
    if (runtime_.stopped()) return;
    if (i == 0 && holds.is(ValueKind::Number)) return finish(at, 1, item_at(list, holds));
    // Null, so that what has the type of an item never turns out to be a list.
    if (use == FilterUse::Index && (size == 0 || !holds.is_open())) {
      return finish(at, 1, is_fault(holds) ? holds : Value::null(kNoSuchIndex, {value_words(holds)}));
    }
    if (size == 0 && use == FilterUse::Condition) break;
    if (holds.is_open()) {
      holds.add_missing(missing);
      open = true;
    } else if (size > 0 && holds.is_true()) {
      kept.push_back(item);
    } else if (size > 0) {
      note_if_no_boolean(at, holds, "[…]");
    }
    if (use == FilterUse::Index) break;
  }
  // What is unknown inside the items may matter once it is settled which of them are kept.
  if (open) list.add_missing(missing);
  finish(at, 1, open ? Value::unknown(missing) : Value::list(std::move(kept)));
}

void Machine::loop(std::uint32_t at, const LoopPlan& plan) {
  std::vector<Value> results;
  Value result = Value::boolean(plan.kind == NodeKind::Every);
  const bool goes_on = loop_from(plan, 0, results, result);
  if (runtime_.stopped()) return;
  if (plan.kind == NodeKind::For && goes_on) result = runtime_.checked(Value::list(std::move(results)));
  finish(at, 0, std::move(result));
}

/// Gives the body the results so far. False if the budget is used up.
bool Machine::set_partial(const LoopPlan& plan, const std::vector<Value>& results) {
  if (!runtime_.spend(results.size())) return false;
  Value partial = Value::list(results);
  if (is_fault(partial)) report(plan.at, partial);
  stack_[*plan.partial] = std::move(partial);
  return true;
}

bool Machine::loop_from(const LoopPlan& plan, std::size_t depth, std::vector<Value>& results, Value& result) {
  if (depth == plan.iterators.size()) {
    if (plan.partial && !set_partial(plan, results)) return false;
    Value value = run(plan.body);
    if (runtime_.stopped()) return false;
    if (plan.kind == NodeKind::For) {
      if (results.size() >= runtime_.budget().list_items) {
        result = Value::null(kBudgetList, {std::to_string(runtime_.budget().list_items)});
        return false;
      }
      results.push_back(std::move(value));
      return true;
    }
    const bool some = plan.kind == NodeKind::Some;
    note_if_no_boolean(plan.at, value, operator_sign(plan.kind));
    result = some ? logical_or(result, value) : logical_and(result, value);
    return some ? !result.is_true() : !result.is_false();
  }
  const LoopIterator& iterator = plan.iterators[depth];
  Value domain = run(iterator.domain);
  if (runtime_.stopped()) return false;
  if (iterator.to) {
    const Value to = run(*iterator.to);
    if (runtime_.stopped()) return false;
    domain = iterate(domain, to, runtime_);
  } else {
    domain = to_domain(domain, runtime_);
  }
  if (domain.is_open()) {
    // What the rounds would lack for an item that is not known is missing too.
    stack_[iterator.slot] = merge_unknown(domain, domain);
    std::vector<Value> ignored;
    Value of_item = Value::boolean(plan.kind == NodeKind::Every);
    if (depth + 1 < plan.iterators.size()) {
      loop_from(plan, depth + 1, ignored, of_item);
    } else {
      if (plan.partial) stack_[*plan.partial] = merge_unknown(domain, domain);
      of_item = run(plan.body);
    }
    if (runtime_.stopped()) return false;
    if (of_item.is_open()) domain = merge_unknown(domain, of_item);
  }
  if (!domain.is(ValueKind::List)) {
    // Not known, or no list: of a `some` or `every` an earlier round may have been unknown as well.
    if (plan.kind == NodeKind::For) {
      result = std::move(domain);
      return false;
    }
    result = domain.is_null() && depth == 0 ? domain
             : plan.kind == NodeKind::Some  ? logical_or(result, domain)
                                            : logical_and(result, domain);
    return depth > 0;
  }
  for (const Value& item : domain.as_list()) {
    stack_[iterator.slot] = item;
    if (!loop_from(plan, depth + 1, results, result)) return false;
  }
  return !runtime_.stopped();
}

}  // namespace zhilu::expr
