// SPDX-License-Identifier: MIT
// The facts of one topic of a large knowledge base (big_knowledge.h), and conditions over them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/support/big_words.h"

namespace zhilu::test {

class BigFacts {
 public:
  /// `count` facts whose names begin with `prefix`. REQUIRES: at least three; the first three are a boolean,
  /// a choice, and a choice that a table derives from these.
  BigFacts(std::string prefix, std::size_t count);

  /// What stands under `facts:`, `decisions:` and `words:` of the topic.
  std::string facts_yaml(BigRandom& random) const;
  std::string decisions_yaml(const std::string& source) const;
  std::string words_yaml() const;

  /// A condition; over time all facts have their turn.
  std::string condition(BigRandom& random);
  /// Choices of the options o0 to o3.
  std::vector<std::string> choices() const;
  /// True once every fact has been in a condition.
  bool all_used() const { return next_ >= count_; }

 private:
  enum class Kind { Flag, Choice, Derived, Money, Choices, Date, Number, Settled, Wait, Note };
  static constexpr std::size_t kKinds = 10;

  static Kind kind(std::size_t fact) { return static_cast<Kind>(fact % kKinds); }
  std::string name(std::size_t fact) const { return prefix_ + "f" + std::to_string(fact); }
  std::string atom(BigRandom& random);

  std::string prefix_;
  std::size_t count_;
  std::size_t next_ = 0;
};

}  // namespace zhilu::test
