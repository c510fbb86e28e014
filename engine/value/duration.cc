// SPDX-License-Identifier: MIT
#include "engine/value/duration.h"

#include <fmt/format.h>

#include <limits>

#include "engine/value/checked.h"

namespace zhilu {
namespace {

constexpr std::int64_t kNanosPerSecond = 1000000000;

// Walks over the lexical form of a duration: `P`, then numbers with a letter each.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool take(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool at_end() const { return text_.empty(); }
  bool failed() const { return failed_; }

  /// Adds number * `scale` to `sum` and takes both off if the next number is followed by `unit`.
  bool take_number(char unit, std::int64_t scale, std::int64_t& sum) {
    const std::size_t digits = count_digits(0);
    if (digits == 0 || digits >= text_.size() || text_[digits] != unit) return false;
    add(text_.substr(0, digits), scale, sum);
    text_.remove_prefix(digits + 1);
    return true;
  }

  /// The same for seconds with a fraction: `4S`, `4.5S`, `4.S`.
  bool take_seconds(std::int64_t& seconds, std::int64_t& nanoseconds) {
    const std::size_t digits = count_digits(0);
    if (digits == 0) return false;
    std::size_t end = digits;
    if (end < text_.size() && text_[end] == '.') end = digits + 1 + count_digits(digits + 1);
    if (end >= text_.size() || text_[end] != 'S') return false;
    add(text_.substr(0, digits), 1, seconds);
    std::int64_t unit = kNanosPerSecond / 10;
    for (std::size_t i = digits + 1; i < end; ++i, unit /= 10) nanoseconds += (text_[i] - '0') * unit;
    text_.remove_prefix(end + 1);
    return true;
  }

 private:
  std::size_t count_digits(std::size_t from) const {
    std::size_t n = 0;
    while (from + n < text_.size() && text_[from + n] >= '0' && text_[from + n] <= '9') ++n;
    return n;
  }

  void add(std::string_view digits, std::int64_t scale, std::int64_t& sum) {
    std::optional<std::int64_t> number = 0;
    for (const char c : digits) {
      number = checked_multiply(*number, 10);
      if (number) number = checked_add(*number, c - '0');
      if (!number) break;
    }
    if (number) number = checked_multiply(*number, scale);
    if (number) number = checked_add(sum, *number);
    if (number) {
      sum = *number;
    } else {
      failed_ = true;
    }
  }

  std::string_view text_;
  bool failed_ = false;
};

std::optional<Decimal> truncate(Decimal number, int scale) {
  return Decimal::round(number, scale, Decimal::Rounding::Down);
}

std::string with_unit(std::uint64_t number, char unit) {
  return number == 0 ? std::string() : fmt::format("{}{}", number, unit);
}

// The absolute value, also of the smallest number.
std::uint64_t magnitude(std::int64_t n) {
  const auto bits = static_cast<std::uint64_t>(n);
  return n < 0 ? 0 - bits : bits;
}

}  // namespace

std::optional<YearsMonths> YearsMonths::from_decimal(Decimal months) {
  const std::optional<Decimal> whole = truncate(months, 0);
  if (!whole) return std::nullopt;
  const std::optional<std::int64_t> count = whole->to_int64();
  if (!count) return std::nullopt;
  return from_months(*count);
}

std::optional<YearsMonths> YearsMonths::parse(std::string_view text) {
  Reader reader(text);
  const bool negative = reader.take('-');
  if (!reader.take('P')) return std::nullopt;
  std::int64_t months = 0;
  const bool years = reader.take_number('Y', 12, months);
  if (!reader.take_number('M', 1, months) && !years) return std::nullopt;
  if (!reader.at_end() || reader.failed()) return std::nullopt;
  return from_months(negative ? -months : months);
}

std::optional<YearsMonths> YearsMonths::negated() const {
  return YearsMonths().minus(*this);
}

std::optional<YearsMonths> YearsMonths::plus(YearsMonths other) const {
  const std::optional<std::int64_t> sum = checked_add(months_, other.months_);
  if (!sum) return std::nullopt;
  return from_months(*sum);
}

std::optional<YearsMonths> YearsMonths::minus(YearsMonths other) const {
  const std::optional<std::int64_t> difference = checked_subtract(months_, other.months_);
  if (!difference) return std::nullopt;
  return from_months(*difference);
}

std::optional<YearsMonths> YearsMonths::times(Decimal factor) const {
  const std::optional<Decimal> product = Decimal::multiply(months_, factor);
  return product ? from_decimal(*product) : std::nullopt;
}

std::optional<YearsMonths> YearsMonths::divided_by(Decimal divisor) const {
  const std::optional<Decimal> quotient = Decimal::divide(months_, divisor);
  return quotient ? from_decimal(*quotient) : std::nullopt;
}

std::optional<Decimal> YearsMonths::divided_by(YearsMonths divisor) const {
  return Decimal::divide(months_, divisor.months_);
}

std::string YearsMonths::to_string() const {
  if (months_ == 0) return "P0M";
  const std::uint64_t months = magnitude(months_);
  return (months_ < 0 ? "-P" : "P") + with_unit(months / 12, 'Y') + with_unit(months % 12, 'M');
}

std::optional<DaysTime> DaysTime::make(std::int64_t seconds, std::int64_t nanoseconds) {
  const std::optional<std::int64_t> sum = checked_add(seconds, floor_divide(nanoseconds, kNanosPerSecond));
  if (!sum) return std::nullopt;
  DaysTime duration = from_seconds(*sum);
  duration.nanoseconds_ = static_cast<std::int32_t>(floor_modulo(nanoseconds, kNanosPerSecond));
  return duration;
}

std::optional<DaysTime> DaysTime::from_decimal(Decimal seconds) {
  const std::optional<Decimal> cut = truncate(seconds, 9);
  if (!cut) return std::nullopt;
  const std::optional<Decimal> whole = Decimal::round(*cut, 0, Decimal::Rounding::Floor);
  const std::optional<std::int64_t> count = whole ? whole->to_int64() : std::nullopt;
  if (!count) return std::nullopt;
  const std::optional<Decimal> fraction = Decimal::subtract(*cut, *whole);
  const std::optional<Decimal> nanos =
      fraction ? Decimal::multiply(*fraction, kNanosPerSecond) : std::nullopt;
  return make(*count, nanos ? nanos->to_int64().value_or(0) : 0);
}

std::optional<DaysTime> DaysTime::parse(std::string_view text) {
  Reader reader(text);
  const bool negative = reader.take('-');
  if (!reader.take('P')) return std::nullopt;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  bool any = reader.take_number('D', 86400, seconds);
  if (reader.take('T')) {
    any = reader.take_number('H', 3600, seconds);
    any = reader.take_number('M', 60, seconds) || any;
    any = reader.take_seconds(seconds, nanoseconds) || any;
  }
  if (!any || !reader.at_end() || reader.failed()) return std::nullopt;
  return negative ? make(-seconds, -nanoseconds) : make(seconds, nanoseconds);
}

Decimal DaysTime::total_seconds() const {
  // Nineteen digits and nine behind the point fit, so nothing here can fail.
  const std::optional<Decimal> fraction = Decimal::scaled(nanoseconds_, -9);
  return fraction ? Decimal::add(seconds_, *fraction).value_or(seconds_) : Decimal(seconds_);
}

std::optional<DaysTime> DaysTime::negated() const {
  return DaysTime().minus(*this);
}

std::optional<DaysTime> DaysTime::plus(DaysTime other) const {
  const std::optional<std::int64_t> sum = checked_add(seconds_, other.seconds_);
  return sum ? make(*sum, std::int64_t{nanoseconds_} + other.nanoseconds_) : std::nullopt;
}

std::optional<DaysTime> DaysTime::minus(DaysTime other) const {
  const std::optional<std::int64_t> difference = checked_subtract(seconds_, other.seconds_);
  return difference ? make(*difference, std::int64_t{nanoseconds_} - other.nanoseconds_) : std::nullopt;
}

std::optional<DaysTime> DaysTime::times(Decimal factor) const {
  const std::optional<Decimal> product = Decimal::multiply(total_seconds(), factor);
  return product ? from_decimal(*product) : std::nullopt;
}

std::optional<DaysTime> DaysTime::divided_by(Decimal divisor) const {
  const std::optional<Decimal> quotient = Decimal::divide(total_seconds(), divisor);
  return quotient ? from_decimal(*quotient) : std::nullopt;
}

std::optional<Decimal> DaysTime::divided_by(DaysTime divisor) const {
  return Decimal::divide(total_seconds(), divisor.total_seconds());
}

std::string DaysTime::to_string() const {
  if (seconds_ == 0 && nanoseconds_ == 0) return "PT0S";
  // Written from the absolute value: -0.5 s is held as -1 s and 0.5 s.
  const bool borrow = seconds_ < 0 && nanoseconds_ > 0;
  const std::uint64_t total = magnitude(seconds_) - (borrow ? 1 : 0);
  const std::int64_t nanos = borrow ? kNanosPerSecond - nanoseconds_ : nanoseconds_;
  std::string time = with_unit(total / 3600 % 24, 'H') + with_unit(total / 60 % 60, 'M');
  if (nanos != 0) {
    std::string fraction = fmt::format("{:09}", nanos);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    time += fmt::format("{}.{}S", total % 60, fraction);
  } else {
    time += with_unit(total % 60, 'S');
  }
  return (seconds_ < 0 ? "-P" : "P") + with_unit(total / 86400, 'D') + (time.empty() ? "" : "T" + time);
}

}  // namespace zhilu
