// SPDX-License-Identifier: MIT
// Two times that bound a range: 从一月十日到十二日, 下午五点到七点半, 1995-1997年, 三月和九月之间.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dates/time_atom.h"

namespace zhilu {

/// A range as read: which kind it is of, its readings, and the place behind it.
struct JoinedTimes {
  TimeKind kind = TimeKind::DateRange;
  std::vector<TimeReading> readings = {};
  std::size_t end = 0;
};

/// The longest range that begins with the time at `i`; `atoms` are what read_atoms gives there.
std::optional<JoinedTimes> read_joined(std::u32string_view text, std::size_t i,
                                       const std::vector<TimeAtom>& atoms, const ReadingMoment& moment);

/// PT37M39S.
std::string clock_length(std::int64_t seconds);

}  // namespace zhilu
