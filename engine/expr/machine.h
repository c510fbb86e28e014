// SPDX-License-Identifier: MIT
// Executes the bytecode of one program in one frame of local variables. Internal to this room.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expr/code.h"
#include "engine/expr/program.h"
#include "engine/expr/runtime.h"
#include "engine/expr/value_stack.h"

namespace zhilu::expr {

class Machine {
 public:
  Machine(const Program& program, std::uint32_t slots, Runtime& runtime);

  /// The value of a block; null if the budget is used up.
  Value run(Block block);

  void set_local(std::uint32_t slot, Value value) { stack_[slot] = std::move(value); }

 private:
  void execute(Block block);
  /// Replaces the uppermost `taken` values by `value` and reports it if it is a null with a new reason.
  void finish(std::uint32_t at, std::size_t taken, Value value);
  /// Pays for an operation that walks over its operands.
  void spend_on_last(std::size_t n);
  void report(std::uint32_t at, const Value& null);
  void note_if_no_boolean(std::uint32_t at, const Value& value, std::string_view sign);

  // What is too long for execute().
  void push_temporal(std::uint32_t at, const std::string& text);
  void push_closure(std::uint32_t at, const FunctionPlan& plan, std::uint32_t index);
  bool push_entry(const Value& item, const std::string& name);
  void make_context(std::uint32_t at, const std::vector<std::string>& keys);
  void call_built_in_at(std::uint32_t at, const CallSite& site, std::size_t count);
  void call_value(std::uint32_t at, std::size_t count, const std::vector<std::string>& names,
                  bool may_misfit);
  void branch_unknown(std::uint32_t at, const Value& condition, Block yes, Block no);
  void filter(std::uint32_t at, Block condition, std::uint32_t slot, FilterUse use);
  void filter_unknown(std::uint32_t at, Block condition, std::uint32_t slot);
  void loop(std::uint32_t at, const LoopPlan& plan);
  bool set_partial(const LoopPlan& plan, const std::vector<Value>& results);
  /// Runs the iterators from `depth` on, and the body inside them. False: the result is settled.
  bool loop_from(const LoopPlan& plan, std::size_t depth, std::vector<Value>& results, Value& result);

  const Program& program_;
  const Code& code_;
  Runtime& runtime_;
  ValueStack stack_;
};

/// A null that says why it is one.
inline bool is_fault(const Value& value) {
  return value.is_null() && value.as_null().reason != nullptr;
}

/// `list[position]`: counted from 1, from the end if negative.
Value item_at(const Value& list, const Value& position);

}  // namespace zhilu::expr
