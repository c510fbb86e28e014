// SPDX-License-Identifier: MIT
// Characters of the condition language, and those that are written by mistake for them.
#pragma once

#include <string_view>

namespace zhilu::expr {

/// True if `c` may start (or, with `inside`, stand in) a word, as in the grammar of FEEL but for full-width
/// forms and CJK punctuation: with those, `年龄＞18` would be one name.
bool is_name_character(char32_t c, bool inside);

/// The ASCII text for a character that is not ASCII but was meant as such (， ＞ ≥ １ …); empty for all
/// others.
std::string_view ascii_meaning(char32_t c);

bool is_blank(char32_t c);
/// Blanks of Unicode that look like a space, or like nothing.
bool is_foreign_blank(char32_t c);
bool is_digit(char32_t c);

/// Quotes other than straight double ones that open a text, and all that close one.
bool is_open_quote(char32_t c);
bool is_close_quote(char32_t c);

}  // namespace zhilu::expr
