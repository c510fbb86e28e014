// SPDX-License-Identifier: MIT
// What the tests of checks share: running one check, and its findings as short texts.
#pragma once

#include <string>
#include <vector>

#include "engine/check/check.h"
#include "engine/check/checks.h"
#include "tests/support/small_knowledge.h"

namespace zhilu::test {

using Texts = std::vector<std::string>;

/// `code arg, arg` of each problem, in the order found.
inline Texts texts_of(const Diagnostics& diagnostics) {
  Texts texts;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    std::string text(diagnostic.kind->code);
    for (std::size_t i = 0; i < diagnostic.args.size(); ++i)
      text += (i == 0 ? " " : ", ") + diagnostic.args[i];
    texts.push_back(text);
  }
  return texts;
}

/// What one check finds.
inline Diagnostics findings_of(void (*run)(const Knowledge&, Findings&), const SmallKnowledge& small) {
  Diagnostics diagnostics;
  Findings findings(diagnostics);
  run(small.k, findings);
  return diagnostics;
}

}  // namespace zhilu::test
