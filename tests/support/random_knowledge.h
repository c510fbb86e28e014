// SPDX-License-Identifier: MIT
// Small random knowledge bases and matters, from a seed, for property tests.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "engine/model/knowledge.h"
#include "engine/model/matter.h"

namespace zhilu::test {

/// A generator whose sequence is the same on every platform.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  /// A number in [0, n). REQUIRES: n > 0.
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(engine_() % n); }
  bool chance(std::uint32_t percent) { return below(100) < percent; }

 private:
  std::mt19937 engine_;
};

/// A knowledge base of a few facts of every simple kind, `graphs` acyclic graphs of steps, branches (also
/// `first`), outcomes, advice and sub-graphs, and steps with `unless` and channels that refuse. Conditions
/// are compiled. Of `more_facts` further boolean ones each condition reads some.
Knowledge random_knowledge(std::uint32_t seed, std::uint32_t graphs = 3, std::uint32_t more_facts = 0);

/// A random condition over the facts of random_knowledge().
std::string random_condition(Random& random, int depth = 2);

/// A matter in which each fact is unasked, known in part, or known, at random.
Matter random_matter(const Knowledge& knowledge, Random& random);

/// The same matter with everything still open settled at random.
Matter complete(const Knowledge& knowledge, Matter matter, Random& random);

}  // namespace zhilu::test
