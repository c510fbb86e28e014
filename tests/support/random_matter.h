// SPDX-License-Identifier: MIT
// Matters made at random, the same on every machine: for tests of what must hold for all of them, and
// benchmarks.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "engine/model/matter.h"

namespace zhilu {

/// A matter in which each fact of the person is answered with probability `known` percent. The same generator
/// state gives the same matter.
Matter random_matter(const Knowledge& knowledge, std::mt19937& random, unsigned known);

/// A complaint put together from the words of the knowledge, amounts and dates.
std::string random_text(const Knowledge& knowledge, std::mt19937& random);

}  // namespace zhilu
