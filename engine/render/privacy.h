// SPDX-License-Identifier: MIT
// What a person wrote, made fit to be shown again: nothing that steers a terminal, nothing that identifies
// anybody.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhilu {

/// The text on one line and without anything invisible that acts: control characters (escape sequences lose
/// their escape), bidirectional controls, zero-width characters. Line ends and tabs become blanks, malformed
/// bytes U+FFFD.
std::string clean_text(std::string_view text);

/// Cleans the text and hides personal identifiers, character by character: mobile and landline numbers
/// (138****1234), identity and bank card numbers and any other number of twelve or more digits, e-mail
/// addresses, accounts named as such (微信号 ab****), house numbers. Digits may be full-width or grouped by
/// blanks or hyphens. Hotlines and amounts stay.
std::string masked_text(std::string_view text);

/// Bytes [begin, end) of `text` as masked_text() shows them within the whole: a part of a telephone number is
/// masked as well. Bounds behind the end are cut off; a bound inside a character moves out to its edge.
std::string masked_excerpt(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// The same for several parts of one text, which is read once. REQUIRES: `text` outlives this object.
class MaskedText {
 public:
  explicit MaskedText(std::string_view text);

  std::string excerpt(std::uint32_t begin, std::uint32_t end) const;

  /// A character of the text.
  struct Character {
    char32_t value = 0;
    /// Full-width forms as ASCII, for finding numbers and addresses.
    char32_t folded = 0;
    /// Its first byte in the text.
    std::uint32_t begin = 0;
    bool hidden = false;
  };

 private:
  std::string_view text_;
  std::vector<Character> characters_;
};

}  // namespace zhilu
