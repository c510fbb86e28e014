// SPDX-License-Identifier: MIT
// A text made ready for reading: folded, and usual typing errors put right, with the way back to its bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "engine/base/array.h"
#include "engine/locale/fold.h"
#include "engine/model/word.h"
#include "engine/understand/automaton.h"

namespace zhilu {

/// Immutable, thread-safe.
class Normalizer {
 public:
  Normalizer(const Folder& folder, std::span<const Spelling> spellings);

  /// The first `max_characters` characters of any bytes. What replaces a typing error has the place of the
  /// whole error. Errors are replaced from left to right, the longest first, and not again inside what was
  /// put in.
  void normalize(const Folder& folder, std::string_view text, std::size_t max_characters,
                 FoldedText& out) const;

 private:
  Automaton wrong_;
  Array<Array<char32_t>> right_;  ///< By pattern of `wrong_`.
};

}  // namespace zhilu
