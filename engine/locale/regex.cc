// SPDX-License-Identifier: MIT
#include "engine/locale/regex.h"

#include <unicode/locid.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <memory>

#include "engine/locale/regex_syntax.h"

namespace zhilu {
namespace {

/// ICU counts time in units of ten thousand steps of its engine, about a millisecond each.
constexpr std::int32_t kTimeLimit = 50;
/// Bytes of backtracking.
constexpr std::int32_t kStackLimit = 4 << 20;

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// One pattern applied to one text, with the limits set.
class Search {
 public:
  Search(std::string_view text, std::string_view pattern, std::string_view flags) : text_(to_icu(text)) {
    const std::optional<RegexFlags> parsed = parse_regex_flags(flags);
    if (!parsed) {
      failure_ = RegexFailure::BadFlags;
      return;
    }
    const std::optional<RegexSource> source = translate_regex(pattern, *parsed);
    if (!source) {
      failure_ = RegexFailure::BadPattern;
      return;
    }
    groups_ = source->groups;
    std::uint32_t icu_flags = UREGEX_UNIX_LINES;
    if (parsed->multi_line) icu_flags |= UREGEX_MULTILINE;
    if (parsed->ignore_case) icu_flags |= UREGEX_CASE_INSENSITIVE;
    UErrorCode status = U_ZERO_ERROR;
    matcher_ = std::make_unique<icu::RegexMatcher>(to_icu(source->pattern), text_, icu_flags, status);
    if (U_SUCCESS(status)) matcher_->setTimeLimit(kTimeLimit, status);
    if (U_SUCCESS(status)) matcher_->setStackLimit(kStackLimit, status);
    if (U_FAILURE(status)) failure_ = RegexFailure::BadPattern;
  }

  bool ok() const { return failure_ == RegexFailure::None; }
  RegexFailure failure() const { return failure_; }
  int groups() const { return groups_; }

  /// The next match; false at the end or on failure.
  bool find() {
    if (!ok()) return false;
    UErrorCode status = U_ZERO_ERROR;
    const bool found = matcher_->find(status) != 0;
    if (U_FAILURE(status)) failure_ = RegexFailure::TooLong;
    return found && ok();
  }

  /// True if the pattern matches the empty text, where replacing and splitting make no sense.
  bool matches_nothing() {
    if (!ok()) return false;
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString empty;
    matcher_->reset(empty);
    const bool matches = matcher_->find(status) != 0;
    matcher_->reset(text_);
    if (U_FAILURE(status)) failure_ = RegexFailure::TooLong;
    return matches;
  }

  icu::UnicodeString group(int number) const {
    UErrorCode status = U_ZERO_ERROR;
    return matcher_->group(number, status);
  }
  /// The text from the end of the match before to the beginning of this one.
  icu::UnicodeString before() {
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t begin = matcher_->start(status);
    icu::UnicodeString out = text_.tempSubStringBetween(rest_, begin);
    rest_ = matcher_->end(status);
    return out;
  }
  icu::UnicodeString rest() const { return text_.tempSubString(rest_); }

 private:
  icu::UnicodeString text_;
  std::unique_ptr<icu::RegexMatcher> matcher_;
  RegexFailure failure_ = RegexFailure::None;
  int groups_ = 0;
  std::int32_t rest_ = 0;
};

/// Appends the replacement for the match at hand: $N is a group, \$ and \\ stand for themselves. False if it
/// is written wrongly.
bool append_replacement(icu::UnicodeString& out, const icu::UnicodeString& replacement,
                        const Search& search) {
  for (std::int32_t i = 0; i < replacement.length(); ++i) {
    const char16_t c = replacement[i];
    if (c == u'\\') {
      const char16_t next = i + 1 < replacement.length() ? replacement[++i] : u'\0';
      if (next != u'\\' && next != u'$') return false;
      out.append(next);
    } else if (c == u'$') {
      int number = 0;
      std::int32_t digits = 0;
      // Of $12 the longest number that is a group.
      while (i + 1 < replacement.length() && replacement[i + 1] >= u'0' && replacement[i + 1] <= u'9') {
        const int longer = number * 10 + (replacement[i + 1] - u'0');
        if (digits > 0 && longer > search.groups()) break;
        number = longer;
        ++digits;
        ++i;
      }
      if (digits == 0) return false;
      if (number <= search.groups()) out.append(search.group(number));
    } else {
      out.append(c);
    }
  }
  return true;
}

}  // namespace

std::optional<bool> IcuTextRules::matches(std::string_view text, std::string_view pattern,
                                          std::string_view flags, RegexFailure& failure) const {
  Search search(text, pattern, flags);
  const bool found = search.find();
  failure = search.failure();
  if (!search.ok()) return std::nullopt;
  return found;
}

std::optional<std::string> IcuTextRules::replace(std::string_view text, std::string_view pattern,
                                                 std::string_view replacement, std::string_view flags,
                                                 RegexFailure& failure) const {
  Search search(text, pattern, flags);
  if (search.matches_nothing()) {
    failure = RegexFailure::BadPattern;
    return std::nullopt;
  }
  const std::optional<RegexFlags> parsed = parse_regex_flags(flags);
  const icu::UnicodeString with = to_icu(replacement);
  icu::UnicodeString out;
  while (search.find()) {
    out.append(search.before());
    if (parsed->literal) {
      out.append(with);
    } else if (!append_replacement(out, with, search)) {
      failure = RegexFailure::BadReplacement;
      return std::nullopt;
    }
  }
  failure = search.failure();
  if (!search.ok()) return std::nullopt;
  out.append(search.rest());
  return to_utf8(out);
}

std::optional<std::vector<std::string>> IcuTextRules::split(std::string_view text, std::string_view pattern,
                                                            RegexFailure& failure) const {
  Search search(text, pattern, "");
  if (search.matches_nothing()) {
    failure = RegexFailure::BadPattern;
    return std::nullopt;
  }
  std::vector<std::string> parts;
  while (search.find()) parts.push_back(to_utf8(search.before()));
  failure = search.failure();
  if (!search.ok()) return std::nullopt;
  parts.push_back(to_utf8(search.rest()));
  return parts;
}

std::string IcuTextRules::upper_case(std::string_view text) const {
  return to_utf8(to_icu(text).toUpper(icu::Locale::getRoot()));
}

std::string IcuTextRules::lower_case(std::string_view text) const {
  return to_utf8(to_icu(text).toLower(icu::Locale::getRoot()));
}

}  // namespace zhilu
