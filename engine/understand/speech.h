// SPDX-License-Identifier: MIT
// Is a text Chinese at all?
#pragma once

#include <string_view>

namespace zhilu {

/// True if most words of a folded text are of another language: sentences in Latin letters, kana, Hangul,
/// Cyrillic… Names, links and abbreviations in a Chinese text (okx上的usdt) do not make it foreign; neither
/// does a text without any words.
bool is_foreign(std::u32string_view text);

}  // namespace zhilu
