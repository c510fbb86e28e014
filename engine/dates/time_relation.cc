// SPDX-License-Identifier: MIT
#include "engine/dates/time_relation.h"

#include "engine/dates/time_words.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

/// 春节前一天 is a day of its own.
bool is_length_beside(std::u32string_view text, std::size_t i) {
  return is_one_of(char_at(text, i), U"一两三几") && is_one_of(char_at(text, i + 1), U"天周个晚日");
}

}  // namespace

std::optional<RelationText> read_relation_behind(std::u32string_view text, std::size_t at) {
  const std::size_t i = skip_blanks(text, at);
  const std::size_t inclusive = behind_any(text, i, U"或者 以及 或 及 和");
  const std::size_t word = inclusive > 0 ? inclusive : i;
  if (const std::size_t end = behind_any(text, word, U"之前 以前")) {
    return RelationText{inclusive > 0 ? TimeRelation::Until : TimeRelation::Before, end};
  }
  if (const std::size_t end = behind_any(text, word, U"之后 以后")) {
    return RelationText{inclusive > 0 ? TimeRelation::Since : TimeRelation::After, end};
  }
  if (inclusive > 0) return std::nullopt;
  const char32_t next = char_at(text, i + 1);
  if (char_at(text, i) == U'前' && !is_one_of(next, U"面往台天后任夫半夜") &&
      !is_length_beside(text, i + 1)) {
    return RelationText{TimeRelation::Before, i + 1};
  }
  if (char_at(text, i) == U'后' && !is_one_of(next, U"面来台天期续半"))
    return RelationText{TimeRelation::After, i + 1};
  if (const std::size_t end = behind_any(text, i, U"以来 开始 至今"))
    return RelationText{TimeRelation::Since, end};
  if (char_at(text, i) == U'起' && !is_one_of(next, U"诉来码因了步"))
    return RelationText{TimeRelation::Since, i + 1};
  return std::nullopt;
}

std::optional<RelationText> read_relation_before(std::u32string_view text, std::size_t i) {
  if (const std::size_t end = behind_any(text, i, U"自从 自打 自 从"))
    return RelationText{TimeRelation::Since, end};
  if (const std::size_t end = behind_any(text, i, U"截止到 截至到 截止 截至 直到 直至")) {
    return RelationText{TimeRelation::Before, end};
  }
  return std::nullopt;
}

bool has_from_to(std::u32string_view text) {
  const std::size_t from = text.find_first_of(U"从自");
  if (from == std::u32string_view::npos) return false;
  const std::size_t to = text.find_last_of(U"到至");
  return to != std::u32string_view::npos && to > from + 1 && to + 1 < text.size();
}

bool is_point(TimeKind kind) {
  return kind == TimeKind::Date || kind == TimeKind::Time || kind == TimeKind::DateTime;
}

TimeKind range_of(TimeKind kind) {
  switch (kind) {
    case TimeKind::Time:
    case TimeKind::TimeRange:
      return TimeKind::TimeRange;
    case TimeKind::DateTime:
    case TimeKind::DateTimeRange:
      return TimeKind::DateTimeRange;
    default:
      return TimeKind::DateRange;
  }
}

void bound_reading(TimeReading& reading, TimeRelation relation) {
  const std::optional<TimePoint> first = reading.start;
  const std::optional<TimePoint> last = reading.end ? reading.end : reading.start;
  reading.start.reset();
  reading.end.reset();
  switch (relation) {
    case TimeRelation::Before:
      reading.end = first;
      return;
    case TimeRelation::Until:
      reading.end = last;
      return;
    case TimeRelation::After:
      reading.start = last;
      return;
    case TimeRelation::Since:
      reading.start = first;
      return;
    case TimeRelation::At:
      reading.start = first;
      return;
  }
}

}  // namespace zhilu
