// SPDX-License-Identifier: MIT
#include "engine/render/wrap.h"

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

constexpr std::u32string_view kClosing = U"、，。；：！？）】》〉」』”’…—·％,.;:!?)]}%";
constexpr std::u32string_view kOpening = U"（【《〈「『“‘([{¥￥";

// What of a character decides where a line may end.
struct Letter {
  char32_t value = 0;
  int width = 0;
  bool closing = false;
  bool opening = false;

  explicit Letter(char32_t c) : value(c), width(display_width(c)) {
    // Chinese characters and Latin letters are neither.
    const bool plain = (c >= 0x3400 && c < 0xA000) || (c >= U'a' && c <= U'z');
    closing = !plain && kClosing.find(c) != std::u32string_view::npos;
    opening = !plain && !closing && kOpening.find(c) != std::u32string_view::npos;
  }

  bool is_digit() const { return value >= U'0' && value <= U'9'; }
  bool is_wide() const { return width == 2; }
};

// A piece of text that is not broken, and whether a blank stands before it unless it begins a line.
struct Atom {
  std::string_view text;
  std::size_t width = 0;
  bool blank_before = false;
};

// True if no line may end between `last` and `next`, which are or are not parted by a blank.
bool stick_together(const Letter& last, const Letter& next, bool blank) {
  // A number and its unit (3,000 元, 第 2 步, 7日), a mark and what it marks, a dot and what it closes.
  if (last.is_digit() && next.is_wide() && !next.opening) return true;
  if (last.value == U'第' && next.is_digit()) return true;
  if (blank) return next.value == U'·' || last.value == U'✓' || last.value == U'○';
  return next.closing || last.opening || next.width == 0 || (!last.is_wide() && !next.is_wide());
}

// The atoms of a text; they refer to `plain`, which gets the text with single blanks and well-formed.
std::vector<Atom> atoms_of(std::string_view text, std::string& plain) {
  std::vector<Atom> atoms;
  // Malformed bytes become longer; views must stay good.
  plain.reserve(text.size() * 3);
  atoms.reserve(text.size() / 3 + 1);
  std::size_t begin = 0;
  bool blank = false;
  Letter last(0);
  const auto end_atom = [&] {
    if (!atoms.empty()) atoms.back().text = std::string_view(plain).substr(begin);
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.size;
    if (c.value == U' ' || c.value == U'\n' || c.value == U'\r' || c.value == U'\t') {
      blank = true;
      continue;
    }
    const Letter letter(c.value);
    if (atoms.empty() || !stick_together(last, letter, blank)) {
      end_atom();
      begin = plain.size();
      atoms.push_back({.text = {}, .width = 0, .blank_before = blank});
    } else if (blank) {
      plain.push_back(' ');
      ++atoms.back().width;
    }
    if (c.size > 1 || c.value < 0x80) {
      plain.append(text, at - c.size, c.size);
    } else {
      append_utf8(plain, c.value);
    }
    atoms.back().width += static_cast<std::size_t>(letter.width);
    last = letter;
    blank = false;
  }
  end_atom();
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

  void add(const Atom& atom) {
    if (atom.width > width_) return add_in_pieces(atom);
    if (!lines_.back().empty() && used_ + (atom.blank_before ? 1 : 0) + atom.width > width_) end_line();
    put(atom);
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
    lines_.emplace_back().reserve(width_ / 2);
    used_ = 0;
  }

  void put(const Atom& atom) {
    used_ += atom.width + (!lines_.back().empty() && atom.blank_before ? 1 : 0);
    lines_.back().push_back(atom);
  }

  // What is longer than a line is broken where the line is full.
  void add_in_pieces(const Atom& atom) {
    Atom piece{.text = {}, .width = 0, .blank_before = atom.blank_before};
    std::size_t begin = 0;
    for (std::size_t at = 0; at < atom.text.size();) {
      const CodePoint c = decode_at(atom.text, at);
      const auto columns = static_cast<std::size_t>(display_width(c.value));
      if (used_ + (piece.blank_before ? 1 : 0) + piece.width + columns > width_) {
        if (!piece.text.empty()) put(piece);
        end_line();
        piece = {.text = {}, .width = 0, .blank_before = false};
        begin = at;
      }
      at += c.size;
      piece.text = atom.text.substr(begin, at - begin);
      piece.width += columns;
    }
    put(piece);
  }

  // A last line of one Chinese character (and a stop) looks lost: it gets company from the line before.
  void avoid_widow() {
    constexpr std::size_t kWidow = 4;
    if (lines_.size() < 2 || lines_.back().size() != 1 || lines_.back().front().width > kWidow) return;
    std::vector<Atom>& before = lines_[lines_.size() - 2];
    const bool parted = before.size() < 3 || before.back().width > kWidow;
    if (parted || before.back().width + 1 + width_of(lines_.back()) > width_) return;
    const Atom company = before.back();
    before.pop_back();
    lines_.back().insert(lines_.back().begin(), company);
  }

  std::size_t width_;
  std::size_t used_ = 0;
  std::vector<std::vector<Atom>> lines_ = {{}};
};

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::string plain;
  Lines lines(width);
  for (const Atom& atom : atoms_of(text, plain)) lines.add(atom);
  return lines.take();
}

}  // namespace zhilu
