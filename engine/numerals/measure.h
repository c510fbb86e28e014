// SPDX-License-Identifier: MIT
// Figures with a unit of measure, age or temperature: 15万吨, 6.5公里, 180cm, 三个月大, 零下5摄氏度, 64gb.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/value/decimal.h"

namespace zhilu {

enum class MeasureKind : std::uint8_t { Age, Dimension, Temperature };

struct MeasureUnit {
  std::u32string_view written;  ///< Folded.
  MeasureKind kind = MeasureKind::Dimension;
  std::string_view name;  ///< In English.
};

/// A measure in a folded text: characters [begin, end).
struct Measure {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Decimal value;
  const MeasureUnit* unit = nullptr;  ///< Never null; static.
};

/// The measures of one kind, in order, not overlapping.
void find_measures(std::u32string_view text, MeasureKind kind, std::vector<Measure>& out);

}  // namespace zhilu
