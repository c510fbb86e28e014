// SPDX-License-Identifier: MIT
#include "engine/value/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/value/checked.h"

namespace zhilu {
namespace {

constexpr std::int32_t kMaxOffset = 18 * 3600;
constexpr std::int32_t kNanosPerSecond = 1000000000;

bool is_utc_name(std::string_view zone) {
  return zone == "UTC" || zone == "Etc/UTC" || zone == "GMT" || zone == "Etc/GMT" || zone == "Z";
}

// Takes two digits off the front; negative if there are none.
int take_two_digits(std::string_view& text) {
  if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return -1;
  const int number = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// Takes `:NN` off the front, NN below 60; negative if there is none.
int take_sixtieths(std::string_view& text) {
  if (!take(text, ':')) return -1;
  const int number = take_two_digits(text);
  return number < 60 ? number : -1;
}

// A time as it was written; whoever knows the date finds the offset of a named zone.
struct Written {
  std::int32_t second_of_day = 0;  // 86400 for 24:00:00.
  std::int32_t nanosecond = 0;
  Zone zone;
  std::string_view zone_name;
};

std::optional<Zone> parse_offset(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (!negative && !text.starts_with('+')) return std::nullopt;
  text.remove_prefix(1);
  const int hours = take_two_digits(text);
  const int minutes = take_sixtieths(text);
  const int seconds = text.empty() ? 0 : take_sixtieths(text);
  if (hours < 0 || minutes < 0 || seconds < 0 || !text.empty()) return std::nullopt;
  const std::int32_t offset = hours * 3600 + minutes * 60 + seconds;
  return Zone::from_offset(negative ? -offset : offset);
}

std::optional<Written> parse_time(std::string_view text) {
  Written written;
  const int hour = take_two_digits(text);
  const int minute = take_sixtieths(text);
  const int second = take_sixtieths(text);
  if (hour < 0 || minute < 0 || second < 0) return std::nullopt;
  if (take(text, '.')) {
    std::int32_t unit = kNanosPerSecond / 10;
    const std::size_t before = text.size();
    for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1), unit /= 10) {
      written.nanosecond += (text[0] - '0') * unit;
    }
    if (text.size() == before) return std::nullopt;
  }
  written.second_of_day = hour * 3600 + minute * 60 + second;
  const bool is_end_of_day = written.second_of_day == Time::kSecondsPerDay && written.nanosecond == 0;
  if (hour > 23 && !is_end_of_day) return std::nullopt;
  if (text.empty()) return written;
  if (take(text, '@')) {
    if (text.empty()) return std::nullopt;
    written.zone_name = text;
    return written;
  }
  const std::optional<Zone> zone = text == "Z" ? Zone::from_offset(0) : parse_offset(text);
  if (!zone) return std::nullopt;
  written.zone = *zone;
  return written;
}

// The offset of `zone` without daylight saving: the smaller one of a winter's and a summer's day.
std::optional<int> standard_offset(const ZoneRules& zones, std::string_view zone) {
  constexpr std::int64_t kJanuary2000 = 946684800;
  constexpr std::int64_t kJuly2000 = 962409600;
  const std::optional<int> january = zones.offset_seconds(zone, kJanuary2000);
  const std::optional<int> july = zones.offset_seconds(zone, kJuly2000);
  if (!january || !july) return std::nullopt;
  return std::min(*january, *july);
}

std::int64_t local_seconds(Date date, const Time& time) {
  return date.days() * Time::kSecondsPerDay + time.second_of_day();
}

}  // namespace

bool UtcOnly::is_known(std::string_view zone) const {
  return is_utc_name(zone);
}

std::optional<int> UtcOnly::offset_seconds(std::string_view zone, std::int64_t) const {
  return is_utc_name(zone) ? std::optional(0) : std::nullopt;
}

std::optional<int> UtcOnly::offset_seconds_at_utc(std::string_view zone, std::int64_t) const {
  return is_utc_name(zone) ? std::optional(0) : std::nullopt;
}

std::optional<Zone> Zone::from_offset(std::int32_t seconds) {
  if (seconds < -kMaxOffset || seconds > kMaxOffset) return std::nullopt;
  Zone zone;
  zone.offset_ = seconds;
  zone.set_ = true;
  return zone;
}

Zone Zone::named(std::string name, std::int32_t offset) {
  Zone zone;
  zone.name_ = std::make_shared<const std::string>(std::move(name));
  zone.offset_ = std::clamp(offset, -kMaxOffset, kMaxOffset);
  zone.set_ = true;
  return zone;
}

Zone Zone::with_offset(std::int32_t offset) const {
  Zone zone = *this;
  zone.offset_ = std::clamp(offset, -kMaxOffset, kMaxOffset);
  return zone;
}

std::string Zone::to_string() const {
  if (!set_) return {};
  if (name_) return "@" + *name_;
  if (offset_ == 0) return "Z";
  const std::int32_t size = offset_ < 0 ? -offset_ : offset_;
  std::string text = fmt::format("{}{:02}:{:02}", offset_ < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) text += fmt::format(":{:02}", size % 60);
  return text;
}

std::optional<Time> Time::from_parts(int hour, int minute, int second, int nanosecond, Zone zone) {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
  if (nanosecond < 0 || nanosecond >= kNanosPerSecond) return std::nullopt;
  return from_second_of_day(hour * 3600 + minute * 60 + second, nanosecond, std::move(zone));
}

Time Time::from_second_of_day(std::int64_t second_of_day, std::int32_t nanosecond, Zone zone) {
  Time time;
  time.second_of_day_ = static_cast<std::int32_t>(floor_modulo(second_of_day, kSecondsPerDay));
  time.nanosecond_ = nanosecond;
  time.zone_ = std::move(zone);
  return time;
}

std::optional<Time> Time::parse(std::string_view text, const ZoneRules& zones) {
  std::optional<Written> written = parse_time(text);
  if (!written) return std::nullopt;
  if (!written->zone_name.empty()) {
    if (!zones.is_known(written->zone_name)) return std::nullopt;
    const std::optional<int> offset = standard_offset(zones, written->zone_name);
    if (!offset) return std::nullopt;
    written->zone = Zone::named(std::string(written->zone_name), *offset);
  }
  return from_second_of_day(written->second_of_day, written->nanosecond, std::move(written->zone));
}

Time Time::plus(DaysTime duration) const {
  const std::int32_t nanos = nanosecond_ + duration.nanoseconds();
  const std::int64_t seconds = second_of_day_ + floor_modulo(duration.seconds(), kSecondsPerDay);
  return from_second_of_day(seconds + nanos / kNanosPerSecond, nanos % kNanosPerSecond, zone_);
}

std::optional<DaysTime> Time::minus(const Time& other) const {
  if (zone_.is_local() != other.zone_.is_local()) return std::nullopt;
  return DaysTime::make(utc_second() - other.utc_second(), nanosecond_ - other.nanosecond_);
}

std::string Time::to_string() const {
  std::string text = fmt::format("{:02}:{:02}:{:02}", hour(), minute(), second());
  if (nanosecond_ != 0) {
    std::string fraction = fmt::format(".{:09}", nanosecond_);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    text += fraction;
  }
  return text + zone_.to_string();
}

DateTime::DateTime(Date date, Time time, const ZoneRules& zones) : date_(date), time_(std::move(time)) {
  const Zone& zone = time_.zone();
  if (zone.name().empty()) return;
  const std::optional<int> offset = zones.offset_seconds(zone.name(), local_seconds(date_, time_));
  if (!offset || *offset == zone.offset()) return;
  time_ = Time::from_second_of_day(time_.second_of_day(), time_.nanosecond(), zone.with_offset(*offset));
}

DateTime DateTime::from_date(Date date) {
  DateTime moment;
  moment.date_ = date;
  moment.time_ = Time::from_second_of_day(0, 0, Zone::from_offset(0).value_or(Zone()));
  return moment;
}

std::optional<DateTime> DateTime::parse(std::string_view text, const ZoneRules& zones) {
  const std::size_t t = text.find('T');
  if (t == std::string_view::npos) return std::nullopt;
  std::optional<Date> date = Date::parse(text.substr(0, t));
  std::optional<Written> written = parse_time(text.substr(t + 1));
  if (!date || !written) return std::nullopt;
  if (written->second_of_day == Time::kSecondsPerDay) {
    if (date->days() == Date::kLastDay) return std::nullopt;
    date = date->plus_days(1);
  }
  if (!written->zone_name.empty()) {
    if (!zones.is_known(written->zone_name)) return std::nullopt;
    written->zone = Zone::named(std::string(written->zone_name), 0);
  }
  return DateTime(
      *date, Time::from_second_of_day(written->second_of_day, written->nanosecond, std::move(written->zone)),
      zones);
}

std::int64_t DateTime::utc_seconds() const {
  return local_seconds(date_, time_) - time_.zone().offset();
}

std::optional<DateTime> DateTime::plus(DaysTime duration, const ZoneRules& zones) const {
  const std::int64_t nanos = std::int64_t{time_.nanosecond()} + duration.nanoseconds();
  std::optional<std::int64_t> utc = checked_add(utc_seconds(), duration.seconds());
  if (utc) utc = checked_add(*utc, nanos / kNanosPerSecond);
  if (!utc) return std::nullopt;
  Zone zone = time_.zone();
  if (!zone.name().empty()) {
    const std::optional<int> offset = zones.offset_seconds_at_utc(zone.name(), *utc);
    if (offset) zone = zone.with_offset(*offset);
  }
  const std::optional<std::int64_t> local = checked_add(*utc, zone.offset());
  if (!local) return std::nullopt;
  const std::int64_t day = floor_divide(*local, Time::kSecondsPerDay);
  if (day < Date::kFirstDay || day > Date::kLastDay) return std::nullopt;
  // Not the constructor: where clocks are set back, it would take the earlier of two moments.
  DateTime moment;
  moment.date_ = Date::from_days(day);
  moment.time_ =
      Time::from_second_of_day(*local, static_cast<std::int32_t>(nanos % kNanosPerSecond), std::move(zone));
  return moment;
}

std::optional<DateTime> DateTime::plus(YearsMonths duration, const ZoneRules& zones) const {
  const YearMonthDay from = date_.ymd();
  constexpr std::int64_t kMaxYear = 999999999;
  const std::optional<std::int64_t> months =
      checked_add(std::int64_t{from.year} * 12 + from.month - 1, duration.months());
  if (!months || *months < -kMaxYear * 12 || *months > kMaxYear * 12 + 11) return std::nullopt;
  return DateTime(date_.plus_months(duration.months()), time_, zones);
}

std::optional<DaysTime> DateTime::minus(const DateTime& other) const {
  if (zone().is_local() != other.zone().is_local()) return std::nullopt;
  return DaysTime::make(utc_seconds() - other.utc_seconds(),
                        std::int64_t{time_.nanosecond()} - other.time_.nanosecond());
}

std::string DateTime::to_string() const {
  return date_.to_string() + "T" + time_.to_string();
}

YearsMonths months_between(Date from, Date to) {
  const YearMonthDay a = from.ymd();
  const YearMonthDay b = to.ymd();
  std::int64_t months = (std::int64_t{b.year} - a.year) * 12 + b.month - a.month;
  // A month counts only when its day is reached.
  if (months > 0 && b.day < a.day) --months;
  if (months < 0 && b.day > a.day) ++months;
  return YearsMonths::from_months(months);
}

}  // namespace zhilu
