// SPDX-License-Identifier: MIT
#include "engine/dates/clock_form.h"

#include <array>

#include "engine/dates/time_words.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

struct PartWord {
  std::u32string_view written;
  DayPart part;
  HourRule rule;
  int shift = 0;
  bool names_day = false;
};

// Longer before shorter where one begins like the other.
constexpr auto kParts = std::to_array<PartWord>({
    {U"凌晨", DayPart::Morning, HourRule::AsWritten},
    {U"清晨", DayPart::Morning, HourRule::AsWritten},
    {U"早上", DayPart::Morning, HourRule::AsWritten},
    {U"早间", DayPart::Morning, HourRule::AsWritten},
    {U"早晨", DayPart::Morning, HourRule::AsWritten},
    {U"上午", DayPart::Morning, HourRule::AsWritten},
    {U"中午", DayPart::Midday, HourRule::Midday},
    {U"正午", DayPart::Midday, HourRule::Midday},
    {U"下午", DayPart::Afternoon, HourRule::Afternoon},
    {U"午后", DayPart::Afternoon, HourRule::Afternoon},
    {U"傍晚", DayPart::Afternoon, HourRule::Afternoon},
    {U"晚上", DayPart::Evening, HourRule::Evening},
    {U"晚间", DayPart::Evening, HourRule::Evening},
    {U"夜晚", DayPart::Evening, HourRule::Evening},
    {U"夜里", DayPart::Evening, HourRule::Night},
    {U"半夜", DayPart::Night, HourRule::Night},
    {U"午夜", DayPart::Night, HourRule::Night},
    {U"深夜", DayPart::Night, HourRule::Night},
    {U"夜间", DayPart::Night, HourRule::Night},
    {U"今早", DayPart::Morning, HourRule::AsWritten, 0, true},
    {U"今晨", DayPart::Morning, HourRule::AsWritten, 0, true},
    {U"今晚", DayPart::Evening, HourRule::Evening, 0, true},
    {U"今夜", DayPart::Evening, HourRule::Night, 0, true},
    {U"明早", DayPart::Morning, HourRule::AsWritten, 1, true},
    {U"明晨", DayPart::Morning, HourRule::AsWritten, 1, true},
    {U"明晚", DayPart::Evening, HourRule::Evening, 1, true},
    {U"昨早", DayPart::Morning, HourRule::AsWritten, -1, true},
    {U"昨晚", DayPart::Evening, HourRule::Evening, -1, true},
    {U"昨夜", DayPart::Evening, HourRule::Night, -1, true},
    {U"前晚", DayPart::Evening, HourRule::Evening, -2, true},
    {U"早", DayPart::Morning, HourRule::AsWritten},
    {U"晚", DayPart::Evening, HourRule::Evening},
});

constexpr std::u32string_view kPartFirsts = U"凌清早上中正下午傍晚夜半深今明昨前";
constexpr std::u32string_view kAbout =
    U"大约 大概 差不多 可能 也许 约 不超过 不多于 不多过 最多 最长 最少 少于 超过 短过 长过 多过 几乎要 将近 "
    U"差点 快要 "
    U"接近 至少 起码 超出 不到";

/// The hour that is meant behind a part of the day; 24 where the day ends.
int meant_hour(HourRule rule, int hour) {
  switch (rule) {
    case HourRule::AsWritten:
      return hour == 12 ? 12 : hour;
    case HourRule::Midday:
      return hour < 11 ? hour + 12 : hour;
    case HourRule::Afternoon:
      return hour < 12 ? hour + 12 : hour;
    case HourRule::Evening:
      return hour >= 5 && hour <= 12 ? hour + 12 : hour;
    case HourRule::Night:
      return hour >= 7 && hour <= 12 ? hour + 12 : hour;
  }
  return hour;
}

class ClockReader {
 public:
  ClockReader(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  /// `rule` where a word before has named the part of the day.
  std::optional<ClockForm> read(std::optional<HourRule> rule) {
    std::size_t i = at_;
    const bool may_be_rough = is_one_of(char_at(text_, i), U"大差可也约不最少短超长多几将快接至起");
    if (const std::size_t about = may_be_rough ? behind_any(text_, i, kAbout) : 0) {
      clock_.is_rough = true;
      i = skip_blanks(text_, about);
    }
    const std::optional<DayPartText> part = read_day_part(text_, i);
    if (part && !part->names_day) i = skip_blanks(text_, behind(text_, part->end, U"的"));
    if (part && !part->names_day) rule = part->rule;
    const bool known = rule.has_value();
    if (!read_short_of(i) && !read_colons(i) && !read_words(i, known)) return std::nullopt;
    if (const std::size_t about = behind_any(text_, clock_.end, U"左右 前后 许")) {
      clock_.is_rough = true;
      clock_.end = about;
    }
    clock_.is_open = clock_.hour >= 1 && clock_.hour <= 12;
    if (known) {
      set_part(*rule);
    } else {
      read_half_of_day();
    }
    if (clock_.hour == 24) {
      clock_.hour = 0;
      clock_.next_day = true;
    }
    return clock_;
  }

 private:
  void set_part(HourRule rule) {
    clock_.is_open = false;
    clock_.has_part = true;
    const int hour = meant_hour(rule, clock_.hour);
    // 晚上1点 is past midnight.
    clock_.next_day = hour < 5 && (rule == HourRule::Evening);
    clock_.hour = hour;
  }

  // a.m., PM.
  void read_half_of_day() {
    const std::size_t i = skip_blanks(text_, clock_.end);
    const char32_t half = char_at(text_, i);
    if (half != U'a' && half != U'p') return;
    std::size_t end = skip_blanks(text_, behind(text_, i + 1, U"."));
    if (char_at(text_, end) != U'm') return;
    end = behind(text_, end + 1, U".");
    if (is_ascii_alphanumeric(char_at(text_, end))) return;
    clock_.end = end;
    clock_.is_open = false;
    clock_.has_part = true;
    if (half == U'p' && clock_.hour < 12) clock_.hour += 12;
    if (half == U'a' && clock_.hour == 12) clock_.hour = 0;
  }

  // 差五分八点, 差一刻九点.
  bool read_short_of(std::size_t i) {
    if (char_at(text_, i) != U'差') return false;
    const std::optional<ShortNumber> missing = read_short_number(text_, i + 1);
    if (!missing || missing->value < 1 || missing->value > 59) return false;
    const bool quarters = char_at(text_, missing->end) == U'刻';
    if (!quarters && char_at(text_, missing->end) != U'分') return false;
    const std::size_t hour_at = behind(text_, missing->end + 1, U"钟");
    if (!read_words(hour_at, true) || clock_.minute >= 0) return false;
    clock_.hour = (clock_.hour + 23) % 24;
    if (clock_.hour == 0) clock_.hour = 12;
    clock_.minute = 60 - missing->value * (quarters ? 15 : 1);
    return clock_.minute >= 0;
  }

  // 8:00, 17:55:23.
  bool read_colons(std::size_t i) {
    if (i > 0 && is_one_of(text_[i - 1], U":.-") && i > 1 && is_ascii_digit(text_[i - 2]) &&
        text_[i - 1] != U'-') {
      return false;
    }
    const std::optional<ShortNumber> hour = arabic(i, 24);
    if (!hour || char_at(text_, hour->end) != U':') return false;
    const std::optional<ShortNumber> minute = arabic(hour->end + 1, 59);
    if (!minute || minute->digits != 2) return false;
    clock_.hour = hour->value;
    clock_.minute = minute->value;
    clock_.end = minute->end;
    if (char_at(text_, minute->end) == U':') {
      const std::optional<ShortNumber> second = arabic(minute->end + 1, 59);
      if (!second || second->digits != 2) return false;
      clock_.second = second->value;
      clock_.end = second->end;
    }
    return true;
  }

  std::optional<ShortNumber> arabic(std::size_t i, int most) const {
    if (!is_ascii_digit(char_at(text_, i))) return std::nullopt;
    const std::optional<ShortNumber> number = read_short_number(text_, i);
    return number && number->digits <= 2 && number->value <= most ? number : std::nullopt;
  }

  // 十点, 15时20分, 九点二十, 两点半, 五点一刻.
  bool read_words(std::size_t i, bool is_known) {
    const std::optional<ShortNumber> hour = read_short_number(text_, i);
    if (!hour || hour->value > 24 || hour->digits > 2) return false;
    // 第三点, 3.5点 and 十几点 are no times.
    if (i > 0 && is_one_of(text_[i - 1], U"第.几")) return false;
    const std::size_t mark = skip_blanks(text_, hour->end);
    const char32_t unit = char_at(text_, mark);
    if (unit != U'点' && unit != U'时') return false;
    std::size_t end = mark + 1;
    if (unit == U'时' && is_one_of(char_at(text_, end), U"间候常刻代期而不装速差辰")) return false;
    if (unit == U'点' && is_one_of(char_at(text_, end), U"几儿点击赞券卡名头")) return false;
    clock_.hour = hour->value;
    clock_.minute = clock_.second = -1;
    clock_.end = end;
    if (const std::size_t whole = behind_any(text_, skip_blanks(text_, end), U"整 钟")) {
      clock_.end = whole;
      return true;
    }
    const bool has_minute = read_minute(end);
    if (!has_minute && unit == U'点' && digit_value(char_at(text_, end)) >= 0) return false;  // 八点五折.
    // 一点 is rather a little.
    if (!is_known && char_at(text_, end) == U'多') return false;
    return is_known || has_minute || hour->is_arabic || hour->value != 1 || char_at(text_, i) == U'零';
  }

  bool read_minute(std::size_t i) {
    const std::size_t past = behind_any(text_, i, U"过 又");
    if (past > 0) i = past;
    if (char_at(text_, i) == U'半') {
      clock_.minute = 30;
      clock_.end = i + 1;
      return true;
    }
    const std::optional<ShortNumber> number = read_short_number(text_, i);
    if (!number || number->value > 59 || number->digits > 2) return false;
    const std::size_t unit = skip_blanks(text_, number->end);
    const char32_t c = char_at(text_, unit);
    if (c == U'刻' && number->value >= 1 && number->value <= 3) {
      clock_.minute = 15 * number->value;
      clock_.end = behind(text_, unit + 1, U"钟");
      return true;
    }
    if (c == U'分' && char_at(text_, unit + 1) != U'之') {
      clock_.minute = number->value;
      clock_.end = behind(text_, unit + 1, U"钟");
      read_second(clock_.end);
      return true;
    }
    // Without 分 it takes two digits: 九点二十, but 八点五折 and 三点五 are no times.
    const bool two = number->digits == 2 || number->value >= 10;
    if (!two || unit_at(text_, number->end) > 0 || is_one_of(char_at(text_, number->end), U"折成倍元块%个")) {
      return false;
    }
    clock_.minute = number->value;
    clock_.end = number->end;
    return true;
  }

  void read_second(std::size_t i) {
    const std::optional<ShortNumber> number = read_short_number(text_, i);
    if (!number || number->value > 59 || char_at(text_, number->end) != U'秒') return;
    clock_.second = number->value;
    clock_.end = behind(text_, number->end + 1, U"钟");
  }

  std::u32string_view text_;
  std::size_t at_;
  ClockForm clock_;
};

}  // namespace

std::optional<DayPartText> read_day_part(std::u32string_view text, std::size_t i) {
  if (!is_one_of(char_at(text, i), kPartFirsts)) return std::nullopt;
  for (const PartWord& word : kParts) {
    if (!stands_at(text, i, word.written)) continue;
    const std::size_t end = i + word.written.size();
    const bool is_short = word.written.size() == 1;
    if (is_short && is_one_of(char_at(text, end), U"已就前饭安期退点报会恋婚熟班餐")) continue;
    return DayPartText{.part = word.part,
                       .rule = word.rule,
                       .shift = word.shift,
                       .names_day = word.names_day,
                       .is_short = is_short,
                       .end = end};
  }
  return std::nullopt;
}

std::string_view part_code(DayPart part) {
  switch (part) {
    case DayPart::Morning:
      return "MO";
    case DayPart::Midday:
      return "MI";
    case DayPart::Afternoon:
      return "AF";
    case DayPart::Evening:
      return "EV";
    case DayPart::Night:
      return "NI";
  }
  return "";
}

PartHours part_hours(DayPart part) {
  switch (part) {
    case DayPart::Morning:
      return {8, 12};
    case DayPart::Midday:
      return {11, 13};
    case DayPart::Afternoon:
      return {12, 16};
    case DayPart::Evening:
      return {16, 20};
    case DayPart::Night:
      return {20, 24};
  }
  return {};
}

std::optional<ClockForm> read_clock(std::u32string_view text, std::size_t i) {
  return ClockReader(text, i).read({});
}

std::optional<ClockForm> read_clock_of(std::u32string_view text, std::size_t i, HourRule rule) {
  return ClockReader(text, i).read(rule);
}

std::optional<ClockForm> read_bare_hour(std::u32string_view text, std::size_t i) {
  const std::optional<DayPartText> part = read_day_part(text, i);
  const bool known = part && !part->names_day;
  const std::optional<ShortNumber> hour = read_short_number(text, known ? part->end : i);
  if (!hour || hour->value > 24 || hour->digits > 2 || !is_one_of(char_at(text, hour->end), U"到至-~—–")) {
    return std::nullopt;
  }
  ClockForm clock{.hour = hour->value, .end = hour->end};
  clock.is_open = !known && clock.hour >= 1 && clock.hour <= 12;
  clock.has_part = known;
  if (known) clock.hour = meant_hour(part->rule, clock.hour) % 24;
  return clock;
}

std::string clock_timex(const ClockForm& clock, int hour) {
  std::string out = "T" + padded(hour, 2);
  if (clock.minute >= 0) out += ':' + padded(clock.minute, 2);
  if (clock.second >= 0) out += ':' + padded(clock.second, 2);
  return out;
}

}  // namespace zhilu
