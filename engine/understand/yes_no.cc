// SPDX-License-Identifier: MIT
#include "engine/understand/yes_no.h"

#include <algorithm>
#include <array>

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

constexpr auto kYes = std::to_array<std::u32string_view>(
    {U"是",   U"是的", U"是啊", U"对",   U"对的", U"对啊", U"好",     U"好的",   U"好啊", U"好呀", U"好哇",
     U"好嘞", U"好吧", U"行",   U"行的", U"行啊", U"可以", U"可以的", U"没问题", U"没错", U"同意", U"中",
     U"嗯",   U"嗯嗯", U"当然", U"有",   U"要",   U"确定", U"确认",   U"yes",    U"ok",   U"👍",    U"👌"});
constexpr auto kNo = std::to_array<std::u32string_view>(
    {U"不",   U"不是", U"不是的", U"不对", U"不好", U"不行", U"不中", U"不可以", U"不同意", U"不要", U"不用",
     U"没有", U"没",   U"拒绝",   U"否定", U"否认", U"否",   U"no",   U"👎",      U"✋",      U"🖐"});

bool is_in(std::u32string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Behind the piece that begins at `i`: a row of ideographs, a Latin word, or one symbol.
std::size_t piece_end(std::u32string_view text, std::size_t i) {
  const auto same = [&](auto is_kind) {
    std::size_t end = i;
    while (end < text.size() && is_kind(text[end])) ++end;
    return end;
  };
  if (is_ideograph(text[i])) return same(is_ideograph);
  if (is_ascii_letter(text[i])) return same(is_ascii_letter);
  return text[i] > 0xFFFF || text[i] == U'✋' ? i + 1 : i;
}

bool is_skin_tone(char32_t c) {
  return c >= 0x1F3FB && c <= 0x1F3FF;
}

}  // namespace

std::optional<YesNo> find_yes_no(std::u32string_view text) {
  std::optional<YesNo> found;
  std::size_t pieces = 0;
  std::size_t answer_pieces = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = piece_end(text, i);
    if (end == i) {
      ++i;
      continue;
    }
    ++pieces;
    const std::u32string_view word = text.substr(i, end - i);
    if (!found && (is_in(word, kYes) || is_in(word, kNo))) {
      found = YesNo{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end), is_in(word, kYes)};
      answer_pieces = 1;
      if (is_skin_tone(char_at(text, end))) {
        ++found->end;
        ++answer_pieces;
      }
    }
    i = end;
  }
  if (found) {
    found->confidence = 0.4 + 0.6 * static_cast<double>(answer_pieces) / static_cast<double>(pieces);
  }
  return found;
}

}  // namespace zhilu
