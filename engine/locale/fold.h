// SPDX-License-Identifier: MIT
// Text as it is compared: one form for every way to type the same thing, with the way back to the bytes.
//
// Folding is NFKC case folding character by character (full width, letter case, compatibility forms,
// invisible characters), then traditional to simplified. Nothing is judged here and no word is known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/array.h"

namespace zhilu {

/// Where one folded character comes from: bytes [begin, end) of the text that was folded.
struct FoldedPlace {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A folded text. INVARIANT: `places` has the size of `characters`, and begins never decrease.
struct FoldedText {
  std::u32string characters;
  std::vector<FoldedPlace> places;
  /// False if the text was longer than what was read of it.
  bool complete = true;
};

/// Folds text by table. Costs a few milliseconds to make and is meant to be shared: immutable, thread-safe.
class Folder {
 public:
  Folder();

  /// Folds the first `max_characters` characters of any bytes into `out`, whose memory is used again.
  ///
  /// Line ends become U+000A; other blanks, controls and list marks (①, ⒈, ㈠) become a blank, so that a mark
  /// never grows into the number beside it; invisible characters vanish. A malformed byte becomes U+FFFD.
  /// About 300 MB/s. REQUIRES: text.size() < 2^32.
  void fold(std::string_view text, std::size_t max_characters, FoldedText& out) const;

  /// The folded characters of all of `text`, for phrases.
  std::u32string fold(std::string_view text) const;

 private:
  // Pages of 256 characters: index_[c >> 8] is the page of c. An entry is the folded character, or 0 (as it
  // is), or kGone, or from kMany on the place of several characters in `many_` (place * 8 + count).
  static constexpr std::uint32_t kGone = 0x110000;
  static constexpr std::uint32_t kMany = 0x200000;

  std::uint32_t entry(char32_t c) const { return pages_[(std::size_t{index_[c >> 8]} << 8) + (c & 0xFF)]; }
  void set(char32_t c, std::u32string_view folded);

  Array<std::uint16_t> index_;
  Array<std::uint32_t> pages_;
  Array<char32_t> many_;
};

}  // namespace zhilu
