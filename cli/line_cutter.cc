// SPDX-License-Identifier: MIT
#include "cli/line_cutter.h"

#include <algorithm>

namespace zhilu {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

bool LineCutter::must_wait() const {
  return !at_end_ && text_.find('\n', searched_) == std::string::npos && !io_.has_input();
}

std::optional<LineCutter::Line> LineCutter::next() {
  while (true) {
    if (std::optional<Line> line = cut()) return line;
    if (!read_more()) return std::nullopt;
  }
}

bool LineCutter::read_more() {
  if (at_end_) return false;
  text_.erase(0, at_);
  searched_ -= at_;
  at_ = 0;
  at_end_ = !io_.read_some(text_);
  return true;
}

// The next line of what was read, if it holds a whole one that is not blank.
std::optional<LineCutter::Line> LineCutter::cut() {
  while (true) {
    const std::size_t end = text_.find('\n', searched_);
    const bool whole = end != std::string::npos;
    if (!whole && !(at_end_ && (at_ < text_.size() || skipping_))) {
      searched_ = text_.size();
      if (searched_ - at_ <= max_bytes_) return std::nullopt;
      // Nothing of a line that is too long is kept.
      skipping_ = true;
      at_ = searched_;
      return std::nullopt;
    }
    std::string_view line(text_);
    line = line.substr(at_, whole ? end - at_ : std::string_view::npos);
    at_ = searched_ = whole ? end + 1 : text_.size();
    ++number_;
    const bool too_long = skipping_ || line.size() > max_bytes_;
    skipping_ = false;
    if (too_long) return Line{{}, number_, true};
    if (number_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_blank(line)) return Line{line, number_, false};
  }
}

}  // namespace zhilu
