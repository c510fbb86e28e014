// SPDX-License-Identifier: MIT
// How a person says a value: the lexicon's entries (docs/knowledge_format.md §10).
#pragma once

#include <cstdint>

#include "engine/base/array.h"
#include "engine/base/source.h"
#include "engine/base/str.h"
#include "engine/model/ids.h"

namespace zhilu {

/// A phrase that means that `fact` has the option `option` (an index into Fact::options).
///
/// An entry of words.yaml with several phrases, or with `also`, makes one Word for each phrase and each
/// value.
struct Word {
  FactId fact;
  std::uint32_t option = 0;
  /// As written in words.yaml. `…` stands for a few characters of the same clause (`客服…不理`), `……` for
  /// some more of the same text, `{child}` for any phrase of that word set.
  Str phrase;
  Span span;

  /// True for a phrase under `not`: it means nothing itself, and words of the same value inside it do not
  /// count.
  bool hides = false;
  /// How surely the phrase means the value, 0 to 100. Of readings of a one-valued fact the surest wins.
  std::uint8_t confidence = 90;
  /// Counts only where it is told as done: 报警了, not 要不要报警.
  bool done = false;
  /// A negation, a question or a condition around the phrase does not change it: 没退款 is about a refund
  /// too.
  bool steady = false;
  /// If not empty: at least one of these phrases must stand somewhere in the text.
  Array<Str> with;
  /// None of these phrases may stand in the text.
  Array<Str> without;
};

/// Phrases that may stand for one another inside longer ones: `{child}…充值`.
struct WordSet {
  Str id;
  Array<Str> phrases;
  Span span;
};

/// A usual typing error: where people type `wrong`, `right` is read.
struct Spelling {
  Str wrong;
  Str right;
  Span span;
};

}  // namespace zhilu
