// SPDX-License-Identifier: MIT
// A FEEL expression that stands somewhere in the knowledge, compiled.
#pragma once

#include <memory>

#include "engine/base/arena.h"
#include "engine/base/source.h"
#include "engine/base/str.h"
#include "engine/expr/program.h"
#include "engine/model/ids.h"

namespace zhilu {

struct Condition {
  /// As the author wrote it.
  Str text;
  Span span;
  /// Shared and immutable. Null where compilation failed, which no opened knowledge has, and where it is
  /// compiled when it is asked for (LazyPrograms): readers go by Knowledge::find_program.
  Unplaced<std::shared_ptr<const expr::Program>> program;
  /// Of a cell of a decision table: the input that it tests.
  ConditionId input;
};

}  // namespace zhilu
