// SPDX-License-Identifier: MIT
// Lines of a terminal page: columns, hanging indents, wrapping by display width, colours where wanted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace zhilu {

enum class Style : std::uint8_t { Plain, Bold, Dim, Alarm, Label };

/// What stands before a text on its first line, padded to `width` columns.
struct Cell {
  std::string_view text;
  std::size_t width = 0;
  Style style = Style::Plain;
};

class Page {
 public:
  /// `width`: columns of a line. Texts deep inside get a few columns more rather than none.
  Page(std::size_t width, bool colors) : width_(width), colors_(colors) {}

  /// An empty line, unless the page is empty or ends in one.
  void blank();

  /// The text wrapped behind the cells; its further lines begin below its first. An empty text gives no line.
  void entry(std::initializer_list<Cell> cells, std::string_view text, Style style = Style::Plain);

  /// The same with `aside` at the right end of the line, or on the next line where there is no room for it.
  void entry_with_aside(std::initializer_list<Cell> cells, std::string_view text, Style style,
                        std::string_view aside);

  std::string take() { return std::move(out_); }

 private:
  std::string painted(std::string_view text, Style style) const;
  std::string painted(std::initializer_list<Cell> cells) const;
  void line(std::string text);

  std::size_t width_;
  bool colors_;
  std::string out_;
};

}  // namespace zhilu
