// SPDX-License-Identifier: MIT
// A text made ready for reading: folded, and usual typing errors put right, with the way back to its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/locale/fold.h"
#include "engine/model/word.h"
#include "engine/understand/automaton.h"

namespace zhilu {

/// Immutable, thread-safe.
class Normalizer {
 public:
  /// `folder` must outlive this.
  Normalizer(const Folder& folder, const std::vector<Spelling>& spellings);

  /// The first `max_characters` characters of any bytes. What replaces a typing error has the place of the
  /// whole error. Errors are replaced from left to right, the longest first, and not again inside what was
  /// put in.
  void normalize(std::string_view text, std::size_t max_characters, FoldedText& out) const;

 private:
  const Folder& folder_;
  Automaton wrong_;
  std::vector<std::u32string> right_;  ///< By pattern of `wrong_`.
};

}  // namespace zhilu
