// SPDX-License-Identifier: MIT
// Where guidance comes from: the seed articles, split into passages, and laws, split into articles.
#pragma once

#include <cstdint>

#include "engine/base/array.h"
#include "engine/base/maybe.h"
#include "engine/base/str.h"
#include "engine/model/ids.h"
#include "engine/model/text.h"
#include "engine/value/date.h"

namespace zhilu {

/// One citation: a passage or article of a source (`consumer_law.46`).
struct SourceRef {
  SourceId source;
  /// Index into Source::passages.
  std::uint32_t passage = 0;
  Span span;

  friend bool operator==(const SourceRef& a, const SourceRef& b) {
    return a.source == b.source && a.passage == b.passage;
  }
};

using SourceRefs = Array<SourceRef>;

/// What becomes of a passage of a seed article besides being cited.
enum class PassageUse : std::uint8_t {
  Cited,       ///< Must be cited by at least one element.
  Replaced,    ///< Deliberately not followed: `replaced_by` says what stands instead, `reason` why.
  Background,  ///< Holds no guidance (advertising, introduction); `reason` says so.
};

/// A numbered passage of a seed, or an article of a law.
struct Passage {
  /// `p07` or `46`; unique in its source.
  Str id;
  /// For a seed: a short literal quote. Empty for a law.
  Text quote;
  /// What it says, in one sentence.
  Text says;
  PassageUse use = PassageUse::Cited;
  SourceRefs replaced_by;
  Text reason;
  Span span;
};

enum class SourceKind : std::uint8_t { Seed, Law, Rule, Interpretation, Notice, Statement };

/// A seed article, law, rule, judicial interpretation, notice or official statement.
struct Source {
  Str id;
  SourceKind kind = SourceKind::Law;
  Text title;
  /// Short form for display, `消费者权益保护法`.
  Text short_title;
  Str address;
  Maybe<Date> in_force_from;
  Maybe<Date> in_force_to;
  /// True where the text itself or an official page was read, false where only secondary copies were.
  bool verified_primary = true;
  Array<Passage> passages;
  Span span;
};

}  // namespace zhilu
