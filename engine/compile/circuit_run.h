// SPDX-License-Identifier: MIT
// How a circuit is run, by whoever knows the truths of predicates.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "engine/compile/compiled.h"
#include "engine/value/truth.h"

namespace zhilu {

/// Where it does not matter what a circuit is missing.
struct NothingMissing {
  static constexpr std::size_t size() { return 0; }
  static constexpr void resize(std::size_t) {}
};

/// The truth of a circuit. `test(predicate)` gives that of a predicate; where it is Unknown, it may add what
/// is missing to the end of `missing`, a list. What the circuit is missing is behind what was there: nothing
/// unless it is Unknown.
template <class Missing, class Test>
Truth run_circuit(std::span<const CircuitOp> ops, Missing& missing, const Test& test) {
  // Beside each truth on the stack, where its part of the list begins; that of the next follows, so that both
  // parts of an operation lie together. A part that is settled misses nothing; where it is combined away, so
  // is what it misses.
  struct Part {
    Truth truth;
    std::size_t begin;
  };
  std::array<Part, kMaxCircuitDepth + 2> stack;
  std::size_t top = 0;
  for (const CircuitOp& op : ops) {
    switch (op.code) {
      case CircuitOp::Code::Predicate: {
        const std::size_t begin = missing.size();
        const Truth truth = test(op.predicate);
        stack[top++] = {truth, begin};
        break;
      }
      case CircuitOp::Code::False:
        stack[top++] = {Truth::False, missing.size()};
        break;
      case CircuitOp::Code::True:
        stack[top++] = {Truth::True, missing.size()};
        break;
      case CircuitOp::Code::Not:
        stack[top - 1].truth = truth_not(stack[top - 1].truth);
        break;
      case CircuitOp::Code::And:
      case CircuitOp::Code::Or: {
        --top;
        Part& a = stack[top - 1];
        const Truth b = stack[top].truth;
        a.truth = op.code == CircuitOp::Code::And ? truth_and(a.truth, b) : truth_or(a.truth, b);
        if (a.truth != Truth::Unknown) missing.resize(a.begin);
        break;
      }
    }
  }
  return stack[0].truth;
}

}  // namespace zhilu
