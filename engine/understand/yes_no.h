// SPDX-License-Identifier: MIT
// A plain answer to a question of yes or no: 是的, 没问题, 不行, 👌.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zhilu {

/// The answer in a folded text: characters [begin, end).
struct YesNo {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool value = false;
  /// 0.4 to 1: how much of the text the answer is, 1 where nothing else is said.
  double confidence = 1;
};

/// The first piece of the text, between blanks and punctuation, that is nothing but an answer. Empty if none
/// is: of 我说不要 no part is one.
std::optional<YesNo> find_yes_no(std::u32string_view text);

}  // namespace zhilu
