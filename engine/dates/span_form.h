// SPDX-License-Identifier: MIT
// Lengths of time: 三年半, 一个半月, 8天又二十个小时, 半年, 7个工作日, 一个多月.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/value/date.h"
#include "engine/value/decimal.h"

namespace zhilu {

enum class SpanUnit : std::uint8_t { Year, Month, Week, Day, Workday, Hour, Minute, Second };

/// A length of time as written.
struct SpanForm {
  static constexpr std::size_t kUnits = 8;
  std::array<std::optional<Decimal>, kUnits> amounts;  ///< By SpanUnit.
  bool is_rough = false;                               ///< 多, 几, 来.
  /// A single unit, or several: 8天20小时.
  bool is_compound = false;
  std::size_t end = 0;

  bool within_day() const;       ///< Only hours, minutes and seconds.
  std::int64_t seconds() const;  ///< A year counts 365 days, a month 30.
  std::string timex() const;     ///< P3.5Y, P8DT20H.
  /// Whole months, and the seconds beside them; a half month counts 15 days.
  std::int64_t months() const;
  std::int64_t seconds_beside_months() const;
};

/// The length written at `i`. Empty if none is. The unit alone (个小时 of 上个小时) counts once where
/// `may_lack_number`.
std::optional<SpanForm> read_span(std::u32string_view text, std::size_t i, bool may_lack_number = false);

}  // namespace zhilu
