// SPDX-License-Identifier: MIT
// Runs scenarios and says how they ended, as data.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/tester/scenario.h"

namespace zhilu {

/// One expectation that does not hold.
struct ScenarioFailure {
  /// The key of the expectation: `present`, `first`, ...
  std::string key;
  std::string expected;
  std::string actual;
};

struct ScenarioResult {
  std::string topic;
  std::string name;
  Span span;
  /// Empty: passed.
  std::vector<ScenarioFailure> failures;
  /// Why it was expected to fail; empty if it was not.
  std::string gap;

  bool passed() const { return failures.empty(); }
  /// A failure that nobody has declared.
  bool is_failure() const { return !failures.empty() && gap.empty(); }
};

/// Runs one scenario. Same input, same result.
ScenarioResult run_scenario(const Scenario& scenario, const Engine& engine);

/// The failure as a sentence: `first：应为 a、b，实际是 b、a`.
std::string sentence(const ScenarioFailure& failure, Tongue tongue);

}  // namespace zhilu
