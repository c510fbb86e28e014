// SPDX-License-Identifier: MIT
#include "engine/locale/number_style.h"

#include <unicode/dcfmtsym.h>
#include <unicode/decimfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <optional>

#include "engine/locale/number_text.h"

namespace zhilu {
namespace {

using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;
using icu::number::Precision;
using icu::number::UnlocalizedNumberFormatter;

constexpr int kTrials = 5;

icu::UnicodeString unicode(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
}

// Both Chinese scripts write the mainland's ¥, as the guidance is about it; never the host's default locale.
icu::Locale locale_of(Language language) {
  return is_chinese(language) ? icu::Locale("zh", "CN") : icu::Locale("en");
}

// True if a skeleton itself says with how many digits to write.
bool has_precision(std::string_view skeleton) {
  for (const std::string_view mark : {".", "@", "precision-", "compact-", "scientific", "engineering"}) {
    if (skeleton.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

// True for whole numbers below a thousand, which are written alike everywhere.
bool is_small_count(std::string_view digits) {
  return digits.size() <= 3 && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

UnlocalizedNumberFormatter from_skeleton(std::string_view skeleton, UErrorCode& status) {
  UnlocalizedNumberFormatter formatter = NumberFormatter::forSkeleton(unicode(skeleton), status);
  if (has_precision(skeleton)) return formatter;
  if (skeleton.find("currency/") == std::string_view::npos)
    return formatter.precision(Precision::unlimited());
  return formatter.precision(
      Precision::currency(UCURR_USAGE_STANDARD).trailingZeroDisplay(UNUM_TRAILING_ZERO_HIDE_IF_WHOLE));
}

std::optional<LocalizedNumberFormatter> from_pattern(std::string_view pattern, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(locale, status);
  const icu::DecimalFormat format(unicode(pattern), symbols, status);
  if (U_FAILURE(status)) return std::nullopt;
  const LocalizedNumberFormatter* formatter = format.toNumberFormatter(status);
  if (U_FAILURE(status) || formatter == nullptr) return std::nullopt;
  return *formatter;
}

std::optional<LocalizedNumberFormatter> make_formatter(std::string_view style, const icu::Locale& locale) {
  style = trimmed(style);
  std::string_view skeleton;
  if (style.starts_with("::")) {
    skeleton = trimmed(style.substr(2));
    if (skeleton.empty()) return std::nullopt;
  } else if (style == "integer") {
    skeleton = "precision-integer";
  } else if (style == "percent") {
    skeleton = "percent scale/100";
  } else if (style == "currency") {
    skeleton = "currency/CNY";
  } else if (!style.empty()) {
    return from_pattern(style, locale);
  }
  UErrorCode status = U_ZERO_ERROR;
  LocalizedNumberFormatter formatter = from_skeleton(skeleton, status).locale(locale);
  if (U_FAILURE(status) || formatter.copyErrorTo(status)) return std::nullopt;
  return formatter;
}

}  // namespace

struct NumberStyle::Impl {
  /// No style is given: small whole numbers are their digits.
  bool plain = false;
  /// Chinese knows one plural category.
  bool one_category = false;
  LocalizedNumberFormatter formatter;
  std::unique_ptr<icu::PluralRules> cardinal;
  std::unique_ptr<icu::PluralRules> ordinal;
};

NumberStyle::NumberStyle(std::string_view style, Language language) {
  const icu::Locale locale = locale_of(language);
  const std::optional<LocalizedNumberFormatter> formatter = make_formatter(style, locale);
  if (!formatter) return;
  UErrorCode status = U_ZERO_ERROR;
  auto impl = std::make_shared<Impl>();
  impl->plain = trimmed(style).empty();
  impl->one_category = is_chinese(language);
  impl->formatter = *formatter;
  // A skeleton may read well and yet not work; a trial tells. ICU builds its fast form at about the third use
  // of this very object: with some more trials that is done before threads share it.
  for (int trial = 0; trial < kTrials; ++trial) impl->formatter.formatInt(trial, status);
  impl->cardinal.reset(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_CARDINAL, status));
  impl->ordinal.reset(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_ORDINAL, status));
  if (U_FAILURE(status)) return;
  impl_ = std::move(impl);
}

std::string NumberStyle::format(const Decimal& value) const {
  std::string digits = value.to_string();
  if (impl_->plain && is_small_count(digits)) return digits;
  UErrorCode status = U_ZERO_ERROR;
  const icu::number::FormattedNumber formatted =
      impl_->formatter.formatDecimal({digits.data(), static_cast<int32_t>(digits.size())}, status);
  const icu::UnicodeString text = formatted.toString(status);
  if (U_FAILURE(status)) return number_text(value);
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string NumberStyle::plural_category(const Decimal& value, bool ordinal) const {
  if (impl_->one_category) return "other";
  const std::string digits = value.to_string();
  UErrorCode status = U_ZERO_ERROR;
  const icu::number::FormattedNumber formatted =
      impl_->formatter.formatDecimal({digits.data(), static_cast<int32_t>(digits.size())}, status);
  const icu::UnicodeString category = (ordinal ? impl_->ordinal : impl_->cardinal)->select(formatted, status);
  if (U_FAILURE(status)) return "other";
  std::string out;
  category.toUTF8String(out);
  return out;
}

}  // namespace zhilu
