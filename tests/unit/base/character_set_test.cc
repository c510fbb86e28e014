// SPDX-License-Identifier: MIT
#include "engine/base/character_set.h"

#include <doctest/doctest.h>

using namespace zhilu;

TEST_CASE("a character set holds what it was given and nothing else") {
  constexpr CharacterSet set(U"元块\n9");
  std::size_t held = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) held += set.holds(c) ? 1 : 0;
  CHECK(held == 4);
  CHECK(set.holds(U'元'));
  CHECK(set.holds(U'\n'));
  CHECK_FALSE(set.holds(U'8'));
}

TEST_CASE("characters can be added to a set") {
  CharacterSet set(U"一");
  set.add(U"二三");
  set.add(U'四');
  for (const char32_t c : std::u32string_view(U"一二三四")) CHECK(set.holds(c));
  CHECK_FALSE(set.holds(U'五'));
}
