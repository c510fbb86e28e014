// SPDX-License-Identifier: MIT
// The modes of zhilu_conformance that run a suite of FEEL expressions. `suite` has the form of
// data/feel/README: meta and cases.
#pragma once

#include <string>

#include "tests/conformance/encoding.h"
#include "tests/conformance/records.h"
#include "tests/conformance/report.h"

namespace zhilu::conformance {

/// Compares the value of every record with what is expected. A record with `error` must give null and at
/// least one diagnostic.
void run_feel(const Json& suite, Report& report);

/// Prints every expression that reads without an error, and reads it again: the tree must be the same.
void run_print(const Json& suite, Report& report);

/// As run_feel, with the names and texts of every record in Chinese characters; see transposition.h. Records
/// that would mean something else are left out and counted.
void run_transposed(const Json& suite, Report& report);

/// The value a record expects.
Value expected_of(const Json& record);

bool has_passed(const Json& record, const Outcome& outcome);

/// The record with what was expected, what came, and what was complained of.
std::string describe(const Json& record, const Outcome& outcome);

}  // namespace zhilu::conformance
