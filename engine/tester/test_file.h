// SPDX-License-Identifier: MIT
// Reads tests.yaml: scenarios with every name resolved, or diagnostics with their places.
#pragma once

#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/files.h"
#include "engine/intake/input.h"
#include "engine/tester/scenario.h"

namespace zhilu {

/// The scenarios of one file, in its order. A scenario with a mistake is left out and reported.
std::vector<Scenario> read_test_file(const InputValue& root, TopicId topic, const Knowledge& knowledge,
                                     Diagnostics& out);

/// All scenarios of a knowledge base and what is wrong with their files.
struct TestSuite {
  std::vector<Scenario> scenarios;
  SourceMap sources;
  Diagnostics diagnostics;
};

/// Reads `topics/<topic>/tests*.yaml`, in the order of their paths.
TestSuite read_tests(const FileReader& files, const Knowledge& knowledge);

}  // namespace zhilu
