// SPDX-License-Identifier: MIT
// How a circuit is run, by whoever knows the truths of predicates.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/value/truth.h"

namespace zhilu {

/// Where it does not matter what a circuit is missing.
struct NothingMissing {
  static constexpr std::size_t size() { return 0; }
  static constexpr void resize(std::size_t) {}
};

/// What circuits are missing: a list that is cut about as often as it grows.
class MissingList {
 public:
  std::size_t size() const { return count_; }
  FactId operator[](std::size_t i) const { return facts_[i]; }
  void push_back(FactId fact) { append({&fact, 1}); }
  void append(std::span<const FactId> facts) {
    if (count_ + facts.size() > facts_.size()) facts_.resize(2 * (count_ + facts.size()));
    for (const FactId fact : facts) facts_[count_++] = fact;
  }
  /// REQUIRES: it is not longer then.
  void resize(std::size_t size) { count_ = size; }
  std::span<const FactId> all() const { return {facts_.data(), count_}; }

 private:
  /// The first of them count.
  std::vector<FactId> facts_;
  std::size_t count_ = 0;
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
    // One after the other instead of a switch: what comes next cannot be foretold well, and most are the
    // first or the second.
    if (op.code == CircuitOp::Code::Predicate) {
      const std::size_t begin = missing.size();
      const Truth truth = test(op.predicate);
      stack[top++] = {truth, begin};
    } else if (op.code >= CircuitOp::Code::And) {
      --top;
      Part& a = stack[top - 1];
      const Truth b = stack[top].truth;
      const Truth both = truth_and(a.truth, b);
      const Truth either = truth_or(a.truth, b);
      a.truth = op.code == CircuitOp::Code::And ? both : either;
      missing.resize(a.truth == Truth::Unknown ? missing.size() : a.begin);
    } else if (op.code == CircuitOp::Code::Not) {
      stack[top - 1].truth = truth_not(stack[top - 1].truth);
    } else {
      stack[top++] = {truth_of(op.code == CircuitOp::Code::True), missing.size()};
    }
  }
  return stack[0].truth;
}

}  // namespace zhilu
