// SPDX-License-Identifier: MIT
// A record of a suite in Chinese: letters and digits of its names and texts replaced by Chinese characters.
//
// The replacement keeps order and equality, so every record must give the transposed value. Not so texts that
// are read or written as something else: `date("2020-01-01")`, `upper case(s)`, `string(1)`. Where a record
// has such functions only the arguments at hand, or all its texts, stay as they are.
#pragma once

#include <optional>
#include <string>

#include "tests/conformance/encoding.h"

namespace zhilu::conformance {

struct Transposed {
  Json record;
  /// Why texts, or all of the record, were left as they are; empty if nothing was.
  std::string kept;
  /// False if nothing could be replaced: numbers only, or a text that cannot be read.
  bool differs = false;
};

Transposed transpose(const Json& record);

/// The record with its literals as facts with Chinese names, so that nothing of it can be computed
/// beforehand. For records in which there is nothing to transpose.
Transposed lift_literals(const Json& record);

}  // namespace zhilu::conformance
