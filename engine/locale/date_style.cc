// SPDX-License-Identifier: MIT
#include "engine/locale/date_style.h"

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "engine/locale/date_text.h"

namespace zhilu {
namespace {

constexpr double kMillisecondsPerDay = 86400000.0;
// Beyond some five million years ICU's calendar gives up; such dates are written in the house's way.
constexpr std::int64_t kMostDays = 1'000'000'000;

icu::UnicodeString unicode(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
}

icu::Locale locale_of(Language language) {
  switch (language) {
    case Language::Hans:
      return {"zh", "CN"};
    case Language::Hant:
      return {"zh", "TW"};
    case Language::English:
      return {"en", "GB"};  // Day before month, as date_text writes.
  }
  return {"zh", "CN"};
}

// The format in UTC and in the proleptic Gregorian calendar, as Date reckons; null if the pattern is bad.
std::unique_ptr<icu::SimpleDateFormat> make_format(std::string_view style, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString pattern = unicode(style);
  if (style.starts_with("::")) {
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status)) return nullptr;
    pattern = generator->getBestPattern(unicode(style.substr(2)), status);
    if (pattern.isEmpty()) return nullptr;
  }
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  auto calendar =
      std::make_unique<icu::GregorianCalendar>(icu::TimeZone::createTimeZone("UTC"), locale, status);
  if (U_FAILURE(status)) return nullptr;
  calendar->setGregorianChange(-1.0e16, status);
  format->adoptCalendar(calendar.release());
  // A pattern with a letter that means nothing fails only when a date is written.
  icu::UnicodeString trial;
  const std::unique_ptr<icu::Calendar> day(format->getCalendar()->clone());
  format->format(*day, trial, nullptr, status);
  return U_SUCCESS(status) ? std::move(format) : nullptr;
}

}  // namespace

struct DateStyle::Impl {
  std::unique_ptr<icu::SimpleDateFormat> format;
};

DateStyle::DateStyle(std::string_view style, Language language) : language_(language) {
  while (style.starts_with(' ')) style.remove_prefix(1);
  while (style.ends_with(' ')) style.remove_suffix(1);
  if (style.empty() || style == "medium" || style == "long") return;
  if (style == "short") {
    kind_ = Kind::Short;
  } else if (style == "full") {
    kind_ = Kind::Full;
  } else {
    kind_ = Kind::Pattern;
    auto impl = std::make_shared<Impl>();
    impl->format = make_format(style, locale_of(language));
    valid_ = impl->format != nullptr;
    impl_ = std::move(impl);
  }
}

std::string DateStyle::format(Date date) const {
  switch (kind_) {
    case Kind::Plain:
      break;
    case Kind::Short:
      return date.to_string();
    case Kind::Full:
      return date_with_weekday(date, language_);
    case Kind::Pattern: {
      if (!valid_ || date.days() > kMostDays || date.days() < -kMostDays) break;
      // A shared format is not promised to be safe between threads; its copy is one's own.
      const std::unique_ptr<icu::SimpleDateFormat> own(impl_->format->clone());
      icu::UnicodeString text;
      own->format(static_cast<double>(date.days()) * kMillisecondsPerDay, text);
      std::string out;
      text.toUTF8String(out);
      return out;
    }
  }
  return date_text(date, language_);
}

}  // namespace zhilu
