// SPDX-License-Identifier: MIT
#include "engine/render/wrap.h"

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_closing(char32_t c) {
  return is_one_of(U"、，。；：！？）】》〉」』”’…—·％,.;:!?)]}%", c);
}
bool is_opening(char32_t c) {
  return is_one_of(U"（【《〈「『“‘([{¥￥", c);
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_wide(char32_t c) {
  return display_width(c) == 2;
}

// A piece of text that is not broken, and whether a blank stands before it unless it begins a line.
struct Atom {
  std::string text;
  std::size_t width = 0;
  bool blank_before = false;
  char32_t last = 0;
};

// True if no line may end between `last` and `next`, which are or are not parted by a blank.
bool stick_together(char32_t last, char32_t next, bool blank) {
  // A number and its unit (3,000 元, 第 2 步, 7日), a mark and what it marks, a dot and what it closes.
  if (is_digit(last) && is_wide(next) && !is_opening(next)) return true;
  if (last == U'第' && is_digit(next)) return true;
  if (blank) return next == U'·' || last == U'✓' || last == U'○';
  return is_closing(next) || is_opening(last) || display_width(next) == 0 ||
         (!is_wide(last) && !is_wide(next));
}

std::vector<Atom> atoms_of(std::string_view text) {
  std::vector<Atom> atoms;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.size;
    if (c.value == U' ' || c.value == U'\n' || c.value == U'\r' || c.value == U'\t') {
      blank = true;
      continue;
    }
    if (atoms.empty() || !stick_together(atoms.back().last, c.value, blank)) {
      atoms.push_back({.text = {}, .width = 0, .blank_before = blank, .last = 0});
    } else if (blank) {
      atoms.back().text.push_back(' ');
      ++atoms.back().width;
    }
    append_utf8(atoms.back().text, c.value);
    atoms.back().width += static_cast<std::size_t>(display_width(c.value));
    atoms.back().last = c.value;
    blank = false;
  }
  return atoms;
}

std::size_t width_of(const std::vector<Atom>& line) {
  std::size_t width = 0;
  for (const Atom& atom : line) width += atom.width + (&atom != &line.front() && atom.blank_before ? 1 : 0);
  return width;
}

class Lines {
 public:
  explicit Lines(std::size_t width) : width_(width) {}

  void add(Atom atom) {
    if (atom.width > width_) return add_in_pieces(atom);
    if (!lines_.back().empty() && used_ + (atom.blank_before ? 1 : 0) + atom.width > width_) end_line();
    put(std::move(atom));
  }

  std::vector<std::string> take() {
    avoid_widow();
    std::vector<std::string> out;
    for (const std::vector<Atom>& line : lines_) {
      std::string& text = out.emplace_back();
      for (const Atom& atom : line) {
        if (!text.empty() && atom.blank_before) text.push_back(' ');
        text.append(atom.text);
      }
    }
    return out;
  }

 private:
  void end_line() {
    lines_.emplace_back();
    used_ = 0;
  }

  void put(Atom atom) {
    used_ += atom.width + (!lines_.back().empty() && atom.blank_before ? 1 : 0);
    lines_.back().push_back(std::move(atom));
  }

  // What is longer than a line is broken where the line is full.
  void add_in_pieces(const Atom& atom) {
    Atom piece{.text = {}, .width = 0, .blank_before = atom.blank_before, .last = atom.last};
    for (std::size_t at = 0; at < atom.text.size();) {
      const CodePoint c = decode_at(atom.text, at);
      const auto columns = static_cast<std::size_t>(display_width(c.value));
      if (used_ + (piece.blank_before ? 1 : 0) + piece.width + columns > width_) {
        if (!piece.text.empty()) put(piece);
        end_line();
        piece = {.text = {}, .width = 0, .blank_before = false, .last = atom.last};
      }
      append_utf8(piece.text, c.value);
      piece.width += columns;
      at += c.size;
    }
    put(std::move(piece));
  }

  // A last line of one Chinese character (and a stop) looks lost: it gets company from the line before.
  void avoid_widow() {
    constexpr std::size_t kWidow = 4;
    if (lines_.size() < 2 || lines_.back().size() != 1 || lines_.back().front().width > kWidow) return;
    std::vector<Atom>& before = lines_[lines_.size() - 2];
    const bool parted = before.size() < 3 || before.back().width > kWidow;
    if (parted || before.back().width + 1 + width_of(lines_.back()) > width_) return;
    Atom company = std::move(before.back());
    before.pop_back();
    lines_.back().insert(lines_.back().begin(), std::move(company));
  }

  std::size_t width_;
  std::size_t used_ = 0;
  std::vector<std::vector<Atom>> lines_ = {{}};
};

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  Lines lines(width);
  for (Atom& atom : atoms_of(text)) lines.add(std::move(atom));
  return lines.take();
}

}  // namespace zhilu
