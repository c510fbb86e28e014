// SPDX-License-Identifier: MIT
#include "engine/render/page.h"

#include "engine/base/utf8.h"
#include "engine/render/privacy.h"
#include "engine/render/wrap.h"

namespace zhilu {
namespace {

// However deep the indent, text gets this many columns.
constexpr std::size_t kLeastRoom = 16;

std::string blanks(std::size_t n) {
  return std::string(n, ' ');
}

std::size_t width_of(std::initializer_list<Cell> cells) {
  std::size_t width = 0;
  for (const Cell& cell : cells) width += cell.width;
  return width;
}

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::Plain:
      return "";
    case Style::Bold:
      return "\033[1m";
    case Style::Dim:
      return "\033[2m";
    case Style::Alarm:
      return "\033[1;31m";
    case Style::Label:
      return "\033[36m";
  }
  return "";
}

}  // namespace

std::string Page::painted(std::string_view text, Style style) const {
  // The last gate before the terminal: whatever the text is, it steers nothing.
  std::string clean = clean_text(text);
  if (!colors_ || style == Style::Plain || clean.empty()) return clean;
  return std::string(escape_of(style)).append(clean).append("\033[0m");
}

std::string Page::painted(std::initializer_list<Cell> cells) const {
  std::string out;
  for (const Cell& cell : cells) {
    const std::size_t used = display_width(cell.text);
    out += painted(cell.text, cell.style);
    out += blanks(used < cell.width ? cell.width - used : 0);
  }
  return out;
}

void Page::line(std::string text) {
  const std::size_t end = text.find_last_not_of(' ');
  text.resize(end == std::string::npos ? 0 : end + 1);
  out_ += text;
  out_ += '\n';
}

void Page::blank() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void Page::entry(std::initializer_list<Cell> cells, std::string_view text, Style style) {
  if (text.empty()) return;
  const std::size_t hang = width_of(cells);
  const std::size_t room = width_ > hang + kLeastRoom ? width_ - hang : kLeastRoom;
  std::string before = painted(cells);
  for (const std::string& piece : wrap(text, room)) {
    line(before + painted(piece, style));
    before = blanks(hang);
  }
}

void Page::entry_with_aside(std::initializer_list<Cell> cells, std::string_view text, Style style,
                            std::string_view aside) {
  const std::size_t hang = width_of(cells);
  const std::size_t used = hang + display_width(text) + display_width(aside);
  constexpr std::size_t kGap = 2;
  if (aside.empty() || used + kGap > width_) {
    entry(cells, text, style);
    entry({{"", hang}}, aside, Style::Alarm);
    return;
  }
  line(painted(cells) + painted(text, style) + blanks(width_ - used) + painted(aside, Style::Alarm));
}

}  // namespace zhilu
