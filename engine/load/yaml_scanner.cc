// SPDX-License-Identifier: MIT
#include "engine/load/yaml_scanner.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/load/yaml_bytes.h"
#include "engine/load/yaml_diagnostics.h"
#include "engine/load/yaml_flow.h"

namespace zhilu::yaml {
namespace {

constexpr std::string_view kWideColon = "：";

bool is_identifier(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// A block mapping or list that is open: its column, and whether its last entry still waits for a value.
struct Level {
  int column = 0;
  bool list = false;
  bool waits = false;
};

/// A plain text that stands alone on its line as the value of the key above; or a key without its colon.
struct LoneValue {
  ScalarPlace place;
  int column = 0;
};

class Scanner {
 public:
  Scanner(FileId file, std::string_view text, const ScanLimits& limits, std::vector<Token>& tokens,
          Diagnostics& diagnostics)
      : cursor_(file, text, tokens, diagnostics), limits_(limits) {}

  void scan() {
    while (!cursor_.at_end() && !stopped_) {
      scan_line();
      if (cursor_.tokens().size() > limits_.tokens) {
        cursor_.report(kTooManyNodes, cursor_.at(), cursor_.at(), {std::to_string(limits_.tokens)});
        return;
      }
    }
  }

 private:
  // Each function below reads a part of a line. Those that return bool give false after a problem that makes
  // the rest of the line meaningless; the cursor is then at the start of a line.

  bool fail(const DiagnosticKind& kind, std::size_t begin, std::size_t end) {
    cursor_.report(kind, begin, end);
    cursor_.next_line();
    return false;
  }

  void scan_line() {
    cursor_.skip_spaces();
    if (cursor_.at_line_end() || cursor_.at_comment()) return cursor_.next_line();
    if (!check_line_start()) return;
    scan_entry();
  }

  /// What may not stand at the start of any line.
  bool check_line_start() {
    const std::size_t at = cursor_.at();
    if (cursor_.peek() == '\t' || is_foreign_blank(decode_at(cursor_.text(), at).value)) {
      const int column = cursor_.column();
      cursor_.skip_indentation(static_cast<std::size_t>(std::max(likely_column() - column, 1)));
      const bool blank_line = cursor_.at_line_end() || cursor_.at_comment();
      cursor_.next_line();
      if (!blank_line) cursor_.skip_deeper(column);
      return false;
    }
    if (cursor_.at_document_marker()) return fail(kDocumentMarker, at, at + 3);
    if (cursor_.column() == 0 && cursor_.peek() == '%')
      return fail(kDirective, at, cursor_.line_content_end());
    return true;
  }

  /// Where a line most likely should begin: below a key that waits, else beside the one above it.
  int likely_column() const {
    if (levels_.empty()) return 0;
    return levels_.back().column + (levels_.back().waits ? 2 : 0);
  }

  void scan_entry() {
    bool in_list = false;
    while (cursor_.peek() == '-' && cursor_.blank_at(1)) {
      if (!enter_level(true)) return;
      in_list = true;
      cursor_.advance();
      cursor_.skip_separation();
      if (cursor_.at_line_end() || cursor_.at_comment()) return cursor_.next_line();
    }
    const char c = cursor_.peek();
    if ((c == '?' || c == ':') && cursor_.blank_at(1)) {
      fail(kComplexKey, cursor_.at(), cursor_.at() + 1);
    } else if (c == '"' || c == '\'') {
      const int column = cursor_.column();
      const auto place = cursor_.scan_quoted(false);
      if (place) return scan_after_scalar(*place, column, in_list);
      if (may_take_value(column)) levels_.back().waits = false;
      cursor_.next_line();
      cursor_.skip_deeper(levels_.empty() ? column : levels_.back().column);
    } else if (cursor_.can_begin_plain(false)) {
      const int column = cursor_.column();
      scan_after_scalar(cursor_.scan_plain(false), column, in_list);
    } else {
      scan_lone_value();
    }
  }

  /// A scalar at the start of a line, or behind dashes, is a key if a colon follows; else it is a value.
  void scan_after_scalar(const ScalarPlace& place, int column, bool in_list) {
    if (!in_list && place.style == Style::Plain && replace_wide_colon(place, column)) return;
    if (in_list && place.style == Style::Plain) {
      const std::string_view text = cursor_.slice(place);
      const std::size_t wide = text.find(kWideColon);
      if (wide != std::string_view::npos && is_identifier(text.substr(0, wide)) &&
          replace_wide_colon(place, column)) {
        return;
      }
    }
    cursor_.skip_spaces();
    if (cursor_.peek() == ':' && cursor_.blank_at(1)) return scan_key(place, column);
    if (may_take_value(column)) {
      levels_.back().waits = false;
      last_plain_ = place.style == Style::Plain;
      if (!in_list) lone_ = LoneValue{place, column};
      return finish_line(place);
    }
    report_misplaced(place, column);
  }

  void scan_key(const ScalarPlace& place, int column) {
    if (!cursor_.check_key(place)) {
      cursor_.next_line();
      return cursor_.skip_deeper(column);
    }
    if (!enter_level(false, column)) return;
    cursor_.advance();
    cursor_.skip_separation();
    if (cursor_.at_line_end() || cursor_.at_comment()) return cursor_.next_line();
    scan_value(column);
  }

  /// The value on the line of its key or dash; `column` is that of the key or dash.
  void scan_value(int column) {
    const char c = cursor_.peek();
    if (c == '|' || c == '>') return scan_block_scalar(column);
    if (c == '[' || c == '{') return scan_brackets(column);
    if (c == '"' || c == '\'') {
      levels_.back().waits = false;
      last_plain_ = false;
      if (const auto place = cursor_.scan_quoted(false)) return finish_line(*place);
      // The lines of a text that goes on are part of the same problem.
      cursor_.next_line();
      return cursor_.skip_deeper(column);
    }
    if (cursor_.can_begin_plain(false)) {
      levels_.back().waits = false;
      last_plain_ = true;
      return finish_line(cursor_.scan_plain(false));
    }
    // The level goes on waiting, so that an anchor or tag before a block does not make the block a problem
    // too.
    cursor_.report_indicator(false);
    cursor_.next_line();
  }

  /// A value that no scalar can be, at the start of a line or behind dashes: brackets, a block scalar, or an
  /// indicator.
  void scan_lone_value() {
    const int column = cursor_.column();
    const char c = cursor_.peek();
    const bool is_value = c == '|' || c == '>' || c == '[' || c == '{';
    if (is_value && levels_.empty() && !root_seen_) {
      root_seen_ = true;
      levels_.push_back({-1, false, true});
      scan_value(-1);
      return levels_.clear();
    }
    if (is_value && may_take_value(column)) return scan_value(levels_.back().column);
    if (is_value) return report_misplaced({Style::Double, position(), position() + 1, 0}, column);
    cursor_.report_indicator(false);
    cursor_.next_line();
    cursor_.skip_deeper(column);
  }

  std::uint32_t position() const { return static_cast<std::uint32_t>(cursor_.at()); }

  void scan_brackets(int column) {
    levels_.back().waits = false;
    last_plain_ = false;
    const std::size_t begin = cursor_.at();
    // At the root a level stands in for what is around the brackets.
    const int depth = static_cast<int>(levels_.size()) - (column < 0 ? 1 : 0);
    if (!scan_flow(cursor_, column, depth, limits_.depth)) return;
    cursor_.skip_spaces();
    if (cursor_.peek() == ':' && cursor_.blank_at(1)) {
      fail(kComplexKey, begin, cursor_.at());
      return;
    }
    finish_line({Style::Double, static_cast<std::uint32_t>(begin), position(), 0});
  }

  void scan_block_scalar(int parent_column) {
    levels_.back().waits = false;
    last_plain_ = false;
    const std::size_t begin = cursor_.at();
    const char sign = cursor_.peek();
    cursor_.advance();
    if (cursor_.peek() == '-') cursor_.advance();
    const bool blank = cursor_.blank_at(0);
    cursor_.skip_spaces();
    if (!blank || (!cursor_.at_line_end() && !cursor_.at_comment())) {
      cursor_.report(kBlockHeader, begin, cursor_.line_content_end(), {std::string(1, sign)});
      cursor_.next_line();
      cursor_.skip_deeper(parent_column);
      return;
    }
    ScalarPlace place{sign == '|' ? Style::Literal : Style::Folded, static_cast<std::uint32_t>(begin),
                      position(), 0};
    cursor_.next_line();
    read_block_lines(parent_column, place);
    cursor_.tokens().push_back({Token::Kind::Scalar, place});
  }

  /// Goes over the lines of a block scalar; sets its indentation and its end.
  void read_block_lines(int parent_column, ScalarPlace& place) {
    int indent = -1;
    int deepest_blank = 0;
    while (!cursor_.at_end()) {
      cursor_.skip_spaces();
      const int column = cursor_.column();
      if (cursor_.at_line_end()) {
        deepest_blank = std::max(deepest_blank, column);
        // Blanks beyond the indentation belong to the text; readers differ where the file ends in them.
        if (indent >= 0 && column > indent && !cursor_.at_end()) place.end = position();
        cursor_.next_line();
        continue;
      }
      if (indent < 0 && column > parent_column && (cursor_.peek() != '\t' || column > 0)) {
        indent = column;
        if (deepest_blank > indent) cursor_.report(kIndent, cursor_.at(), cursor_.line_content_end());
      }
      if (indent < 0 || column < indent) {
        cursor_.rewind_line();
        break;
      }
      const std::size_t line_end = std::min(cursor_.text().find('\n', cursor_.at()), cursor_.text().size());
      const bool carriage = line_end > cursor_.at() && cursor_.text()[line_end - 1] == '\r';
      place.end = static_cast<std::uint32_t>(line_end - (carriage ? 1 : 0));
      cursor_.next_line();
    }
    place.indent = static_cast<std::uint32_t>(std::max(indent, 0));
  }

  /// Behind a value only a comment may stand.
  void finish_line(const ScalarPlace& value) {
    cursor_.skip_separation();
    if (!cursor_.at_line_end() && !cursor_.at_comment()) {
      const std::size_t end = cursor_.line_content_end();
      if (value.style == Style::Plain) {
        // A plain scalar ends before the line does only at ': '.
        const std::string_view text = cursor_.text().substr(value.begin, end - value.begin);
        cursor_.report(kColonInText, value.begin, end).fix = Fix{single_quoted(text)};
      } else {
        Diagnostic& problem = cursor_.report(kTextAfterValue, cursor_.at(), end);
        if (value.style == Style::Single) problem.notes.push_back({&kQuoteInside, problem.span, {}});
      }
    }
    cursor_.next_line();
  }

  bool may_take_value(int column) const {
    return !levels_.empty() && levels_.back().waits && column > levels_.back().column;
  }

  bool enter_level(bool list) { return enter_level(list, cursor_.column()); }

  /// Opens an entry at `column` in the level that it belongs to; a new level if the entry above waits for a
  /// value.
  bool enter_level(bool list, int column) {
    const std::optional<LoneValue> above = std::exchange(lone_, std::nullopt);
    bool closed = false;
    while (!levels_.empty() && (levels_.back().column > column ||
                                (levels_.back().column == column && levels_.back().list && !list))) {
      levels_.pop_back();
      closed = true;
    }
    if (!levels_.empty() && levels_.back().column == column && levels_.back().list == list) {
      levels_.back().waits = true;
      return true;
    }
    if (levels_.empty() && root_seen_) return fail_level(kSecondRoot, column);
    if (above && above->column == column && !list && !closed) {
      // What stood alone above this key and beside it was to be a key as well.
      report_missing_colon(above->place);
      levels_.push_back({column, false, true});
      return true;
    }
    if (!levels_.empty() && !levels_.back().waits) {
      return fail_level(!closed && last_plain_ ? kMultilinePlain : kIndent, column);
    }
    if (static_cast<int>(levels_.size()) >= limits_.depth) {
      cursor_.report(kTooDeep, cursor_.at(), cursor_.at() + 1, {std::to_string(limits_.depth)});
      stopped_ = true;
      return false;
    }
    if (!levels_.empty()) levels_.back().waits = false;
    root_seen_ = true;
    levels_.push_back({column, list, true});
    return true;
  }

  /// Reports the line and skips what stands below it as deep as it does.
  bool fail_level(const DiagnosticKind& kind, int column) {
    cursor_.rewind_line();
    cursor_.skip_spaces();
    cursor_.report(kind, cursor_.at(), cursor_.line_content_end());
    cursor_.next_line();
    cursor_.skip_deeper(levels_.empty() ? column - 1 : levels_.back().column);
    return false;
  }

  /// A value stands where a key or nothing is expected.
  void report_misplaced(const ScalarPlace& place, int column) {
    const bool below_value = !levels_.empty() && !levels_.back().waits && column > levels_.back().column;
    if (below_value) {
      fail_level(last_plain_ ? kMultilinePlain : kIndent, column);
      return;
    }
    // Taken for a key, so that what stands below it is still read.
    if (!enter_level(false, column)) return;
    const bool joined = report_missing_colon(place);
    levels_.back().waits = !joined;
    last_plain_ = joined;
    cursor_.next_line();
  }

  /// `title:举报` or `title 举报`; true if it was the first.
  bool report_missing_colon(const ScalarPlace& place) {
    const std::string_view text = cursor_.slice(place);
    const std::size_t colon = place.style == Style::Plain ? text.find(':') : std::string_view::npos;
    if (colon != std::string_view::npos && is_identifier(text.substr(0, colon))) {
      std::size_t end = place.begin + colon + 1;
      // The blank may be there, but a full-width one.
      while (end < place.end) {
        const CodePoint c = decode_at(cursor_.text(), end);
        if (!is_foreign_blank(c.value)) break;
        end += c.size;
      }
      cursor_.report(kColonSpace, place.begin + colon, end).fix = Fix{": "};
      return true;
    }
    cursor_.report(kMissingColon, place.begin, place.end, {std::string(text)});
    return false;
  }

  /// `标题：甲` instead of `title: 甲`. True if it was that, and was reported.
  bool replace_wide_colon(const ScalarPlace& place, int column) {
    const std::string_view text = cursor_.slice(place);
    const std::size_t wide = text.find(kWideColon);
    if (wide == std::string_view::npos || wide == 0 || cursor_.peek() == ':') return false;
    if (text.substr(0, wide).find_first_of(" \t'\"") != std::string_view::npos) return false;
    const std::size_t begin = place.begin + wide;
    const std::size_t end = begin + kWideColon.size();
    const bool opens = end == place.end;
    if (!enter_level(false, column)) return true;
    cursor_.report(kFullWidthColon, begin, end).fix = Fix{opens ? ":" : ": "};
    levels_.back().waits = opens;
    last_plain_ = !opens;
    cursor_.next_line();
    return true;
  }

  Cursor cursor_;
  const ScanLimits& limits_;
  std::vector<Level> levels_;
  /// Of the line above, if it is one.
  std::optional<LoneValue> lone_;
  bool root_seen_ = false;
  bool last_plain_ = false;
  bool stopped_ = false;
};

}  // namespace

std::vector<Token> scan(FileId file, std::string_view text, const ScanLimits& limits,
                        Diagnostics& diagnostics) {
  std::vector<Token> tokens;
  Scanner(file, text, limits, tokens, diagnostics).scan();
  return tokens;
}

}  // namespace zhilu::yaml
