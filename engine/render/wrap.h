// SPDX-License-Identifier: MIT
// Breaking text into lines by display width, for Chinese and Latin text mixed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhilu {

/// Breaks `text` into lines of at most `width` columns (Chinese characters take two); at least one line.
///
/// Chinese may break anywhere, but no line begins with closing punctuation or ends with an opening bracket,
/// and a number stays with its unit (3,000 元, 第 2 步). Latin words and numbers stay whole unless longer
/// than a line. Line ends in `text` count as blanks; blanks at the ends of lines are dropped. REQUIRES: width
/// >= 2.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace zhilu
