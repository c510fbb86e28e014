// SPDX-License-Identifier: MIT
// Random well-typed expressions over sample_scope, and random matters to evaluate them on. Same seed and
// compiler, same sequence.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/support/sample_facts.h"

namespace zhilu::test {

class RandomExpressions {
 public:
  explicit RandomExpressions(std::uint32_t seed) : random_(seed) {}

  /// An expression that is well typed and true, false, null or unknown.
  std::string condition() { return boolean(4); }

  /// A well-typed expression of any type.
  std::string expression();

  /// A unary test on `loss_amount`.
  std::string unary_test();

  /// A matter in which every fact has a value, now and then null.
  SampleMatter matter();

  /// The same matter with less known: facts forgotten, or known in part in a way that holds of their value.
  SampleMatter blurred(const SampleMatter& matter);

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
  std::string pick(const std::vector<std::string>& choices) {
    return choices[below(static_cast<std::uint32_t>(choices.size()))];
  }

  std::string boolean(int depth);
  std::string number(int depth);
  std::string number_list(int depth);
  std::string text(int depth);
  std::string date(int depth);
  std::string duration(int depth);
  std::string context_list(int depth);
  std::string option_test();
  std::string any_test(int depth);
  std::string membership(int depth);
  std::string quantified(int depth);
  std::string number_variable();
  Value some_value(const expr::Variable& variable);
  Value blur(FactId fact, const Value& value);

  std::mt19937 random_;
  /// Loop variables in scope, all of them numbers.
  std::vector<std::string> variables_;
};

}  // namespace zhilu::test
