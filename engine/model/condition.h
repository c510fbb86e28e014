// SPDX-License-Identifier: MIT
// A FEEL expression that stands somewhere in the knowledge, compiled.
#pragma once

#include <memory>
#include <string>

#include "engine/base/source.h"
#include "engine/expr/program.h"

namespace zhilu {

struct Condition {
  /// As the author wrote it.
  std::string text;
  Span span;
  /// Shared and immutable. Null only where compilation failed, which no opened knowledge has.
  std::shared_ptr<const expr::Program> program;
};

}  // namespace zhilu
