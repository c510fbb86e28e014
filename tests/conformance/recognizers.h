// SPDX-License-Identifier: MIT
// Runs the Chinese specs of Recognizers-Text against our readers of numbers, money, dates and addresses.
//
// A case passes if the same entities are found, in the same order, each with its text, its place where the
// spec gives one, and every member of the resolution that the spec gives. Texts are compared folded (full
// width, letter case, traditional), so that a spec's own normalization does not count. Cases that the spec
// marks as not supported on one of its platforms are cases like any other, and are counted behind the table;
// where a case says that its resolution is to be ignored, only the entity is compared.
#pragma once

#include <string>

#include "tests/conformance/report.h"

namespace zhilu::conformance {

/// Runs a spec file, or every spec file below a folder in the order of their names. False if nothing there
/// can be read as a spec. A spec for which there is no reader fails as a whole.
bool run_recognizers(const std::string& path, Report& report);

}  // namespace zhilu::conformance
