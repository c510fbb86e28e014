// SPDX-License-Identifier: MIT
// Times of day as they are written: 下午五点一刻, 8:00 a.m., 差五分八点; and the parts of a day: 上午, 今晚.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhilu {

/// A part of the day, as one of those that TIMEX3 knows.
enum class DayPart : std::uint8_t { Morning, Midday, Afternoon, Evening, Night };

/// How an hour behind the word is meant: 下午5点 is 17, 半夜2点 is 2, 晚上12点 ends the day.
enum class HourRule : std::uint8_t { AsWritten, Midday, Afternoon, Evening, Night };

struct DayPartText {
  DayPart part = DayPart::Morning;
  HourRule rule = HourRule::AsWritten;
  int shift = 0;  ///< Days from today where the word names the day too: 昨晚 -1.
  bool names_day = false;
  bool is_short = false;  ///< 早 or 晚, which stand alone only behind a date.
  std::size_t end = 0;
};

/// 上午, 晚上, 今早. Empty if none stands at `i`.
std::optional<DayPartText> read_day_part(std::u32string_view text, std::size_t i);

/// `MO`, `MI`, `AF`, `EV`, `NI`.
std::string_view part_code(DayPart part);

/// Hours [first, last) that a part is taken to mean.
struct PartHours {
  int first = 0;
  int last = 0;
};
PartHours part_hours(DayPart part);

/// A time of day as written.
struct ClockForm {
  int hour = 0;  ///< 0 to 23, before noon where that is open.
  int minute = -1;
  int second = -1;
  bool is_open = false;   ///< Nothing says which half of the day: 八点.
  bool has_part = false;  ///< A word says it: 下午, p.m.
  bool is_rough = false;
  bool next_day = false;  ///< 晚上12点: the midnight that ends the day.
  std::size_t end = 0;

  int seconds_at(int h) const {
    return 3600 * h + 60 * (minute > 0 ? minute : 0) + (second > 0 ? second : 0);
  }
};

/// The time of day written at `i`, with the part of the day before it. Empty if none is.
std::optional<ClockForm> read_clock(std::u32string_view text, std::size_t i);

/// The same behind a word that has named the part already: 6点 of 今晚6点.
std::optional<ClockForm> read_clock_of(std::u32string_view text, std::size_t i, HourRule rule);

/// The same where only the hour is written, before 到 or 至: 五 of 五到六点.
std::optional<ClockForm> read_bare_hour(std::u32string_view text, std::size_t i);

/// `T17`, `T17:00`, `T17:55:23`.
std::string clock_timex(const ClockForm& clock, int hour);

/// The other reading of an open hour: 20 for 8, 0 for 12.
constexpr int other_hour(int hour) {
  return hour == 12 ? 0 : hour + 12;
}

}  // namespace zhilu
