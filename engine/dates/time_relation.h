// SPDX-License-Identifier: MIT
// Words that bound a time on one side: 以前, 及以前, 之后, 以来, 自从, 截至.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/dates/time_expression.h"

namespace zhilu {

/// A relation told by words, with the place behind them.
struct RelationText {
  TimeRelation relation = TimeRelation::At;
  std::size_t end = 0;
};

/// The words behind a time that ends at `at`, blanks allowed. Empty if none stand there.
std::optional<RelationText> read_relation_behind(std::u32string_view text, std::size_t at);

/// The words before a time, at `i`: 自从, 从, 截至.
std::optional<RelationText> read_relation_before(std::u32string_view text, std::size_t i);

/// Does the text hold a 从 … 到 …, so that a 从 need not belong to the time behind it?
bool has_from_to(std::u32string_view text);

/// Is it a point in time, not a stretch of it?
bool is_point(TimeKind kind);

/// The range that a point or a period becomes behind 以前 and the like.
TimeKind range_of(TimeKind kind);

/// Makes a reading of a point or a period one of the range that the relation bounds.
void bound_reading(TimeReading& reading, TimeRelation relation);

}  // namespace zhilu
