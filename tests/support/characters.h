// SPDX-License-Identifier: MIT
// UTF-8 and characters, for tests of readers that work on characters.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/utf8.h"

namespace zhilu::test {

inline std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_at(text, i);
    out.push_back(c.value);
    i += c.size;
  }
  return out;
}

inline std::string text_of(std::u32string_view characters) {
  std::string out;
  for (const char32_t c : characters) append_utf8(out, c);
  return out;
}

}  // namespace zhilu::test
