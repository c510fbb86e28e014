// SPDX-License-Identifier: MIT
// A case of tests/cases/load: a knowledge base that differs in a few lines from the good one in base/, and
// what must be found wrong with it.
//
//     # What is wrong, in a sentence.
//     # expect: shared/steps.yaml:8:12 unknown-phase -> stop_loss
//     === edit shared/steps.yaml
//     -    phase: stop_loss
//     +    phase: stop_los
//
// An empty line parts two edits of one file. Other sections: `=== file PATH` (a whole file), `=== append
// PATH` (more lines of it), `=== bytes PATH` (a whole file with \xHH for odd bytes and no line feed at its
// end), `=== delete PATH`, and `=== empty` (no base at all). An expectation names file, line, column
// (characters, from 1) and code; behind `->` stands the fix, with \n for a line feed. A problem without a
// place has `-` for it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"

namespace zhilu::test {

using FileMap = std::map<std::string, std::string, std::less<>>;

struct CaseFile {
  /// The lines before the first section that are no expectations.
  std::string comment;
  std::vector<std::string> expected;
  /// Everything from the first section on.
  std::string sections;
  FileMap files;
};

/// Reads a case. Throws std::runtime_error if an edit does not fit the base, or fits it in two places.
CaseFile read_case(std::string_view text, const FileMap& base);

/// The case as text again, with other expectations.
std::string write_case(const CaseFile& file, const std::vector<std::string>& expected);

/// Diagnostics in the form of expectations.
std::vector<std::string> as_expectations(const Diagnostics& diagnostics, const SourceMap& sources);

/// All files below `folder`, by their path in it.
FileMap read_folder(const std::string& folder);

}  // namespace zhilu::test
