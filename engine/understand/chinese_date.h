// SPDX-License-Identifier: MIT
// When something happened, as people tell it: dates and elapsed time relative to a given day: 昨天, 上周五,
// 3月5号, 去年双十一, 一个多月了, 都第20天了. Complaints tell the past, so a date that could lie on either
// side of today lies before it, and of a period the first day counts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/understand/cues.h"
#include "engine/value/date.h"

namespace zhilu {

/// A day told in a text: characters [begin, end).
struct DateText {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Date date;
  bool approximate = false;
  /// Told as time gone by since then (一个月了), not as a date.
  bool is_elapsed = false;
  /// No later than about 48 hours ago, and told so: 昨天, 刚刚, 两小时前.
  bool is_recent = false;
};

/// A stretch of text whose figures are dates, terms or lengths of time, so never money: 7个工作日内.
struct TimeText {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Finds both, in order. `cues` sorted by place.
void find_dates(std::u32string_view text, std::span<const CueMatch> cues, Date today,
                std::vector<DateText>& dates, std::vector<TimeText>& times);

}  // namespace zhilu
