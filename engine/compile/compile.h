// SPDX-License-Identifier: MIT
// Compiling: from the knowledge as it was written to the flat form that plans are made from.
#pragma once

#include <cstdint>
#include <memory>

#include "engine/compile/compiled.h"

namespace zhilu {

/// When edges become a fan, and of which form; tests set them so that small knowledge has all forms.
struct FanLimits {
  /// Nodes with fewer conditional edges take them one by one.
  std::uint32_t few_edges = 6;
  /// Beyond so many, lists are smaller and faster than bits.
  std::uint32_t most_bit_edges = 12'288;
};

/// Compiles knowledge that has passed engine/check (no cycles). Never fails; nodes on a cycle would simply
/// never be reached.
std::shared_ptr<const Compiled> compile(std::shared_ptr<const Knowledge> knowledge, FanLimits limits = {});

}  // namespace zhilu
