// SPDX-License-Identifier: MIT
// Compiling: from the knowledge as it was written to the flat form that plans are made from.
#pragma once

#include <memory>

#include "engine/compile/compiled.h"

namespace zhilu {

/// Compiles knowledge that has passed engine/check (no cycles). Never fails; nodes on a cycle would simply
/// never be reached.
std::shared_ptr<const Compiled> compile(std::shared_ptr<const Knowledge> knowledge);

}  // namespace zhilu
