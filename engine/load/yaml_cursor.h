// SPDX-License-Identifier: MIT
// A place in a YAML text, with what both readers of its structure need: lines, blanks, plain and quoted
// scalars.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/load/yaml_scalar.h"

namespace zhilu::yaml {

/// A scalar, or a list or mapping in brackets, in the order of the text.
struct Token {
  enum class Kind : std::uint8_t { Scalar, Sequence, Map };
  Kind kind = Kind::Scalar;
  /// Of a sequence or map only begin and end are meant: of the brackets.
  ScalarPlace place;
};

class Cursor {
 public:
  Cursor(FileId file, std::string_view text, std::vector<Token>& tokens, Diagnostics& diagnostics);

  std::string_view text() const { return text_; }
  std::size_t at() const { return at_; }
  bool at_end() const { return at_ >= text_.size(); }
  bool at_line_end() const { return is_line_end(at_); }
  /// The byte here, or `ahead` bytes on; a line feed at the end of the text.
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }
  /// True if the byte `ahead` bytes on is a space, a tab or a line end.
  bool blank_at(std::size_t ahead) const;
  /// Bytes from the start of the line to here.
  int column() const { return static_cast<int>(at_ - line_begin_); }

  void advance(std::size_t bytes = 1) { at_ += bytes; }
  /// Goes back to where this line began.
  void rewind_line() { at_ = line_begin_; }
  /// Goes behind the end of this line.
  void next_line();
  /// Skips spaces; gives their number.
  std::size_t skip_spaces();
  /// Skips spaces between tokens; a tab or a foreign blank there is reported and skipped too. Tabs before a
  /// line end or a comment are harmless.
  void skip_separation();
  /// The same at the start of a line, where no tab is harmless; `indentation` is offered instead.
  void skip_indentation(std::size_t indentation);
  /// Goes to the start of the next line whose content begins at column `column` or before it.
  void skip_deeper(int column);
  /// True at `---` or `...` at the start of a line.
  bool at_document_marker() const;
  /// True if a comment begins here: '#' at the start of a line or behind a blank.
  bool at_comment() const;

  /// Reads a plain scalar up to its end on this line and adds its token. Foreign blanks at its edges are
  /// reported. REQUIRES: can_begin_plain().
  ScalarPlace scan_plain(bool in_flow);
  /// True if a plain scalar can begin here; otherwise the byte here is an indicator.
  bool can_begin_plain(bool in_flow) const;
  /// Reads a quoted scalar and adds its token. Empty, and reported, if it does not end on this line.
  std::optional<ScalarPlace> scan_quoted(bool in_flow);
  /// Reports what stands here instead of a value: an anchor, alias, tag or another indicator.
  void report_indicator(bool in_flow);

  /// Reports scalars that are no keys: `<<`, words for nothing, and endless ones. True if there was nothing
  /// to report.
  bool check_key(const ScalarPlace& place);

  /// Adds a problem. After kMaxProblems of them one says that there were too many, and no more are added.
  Diagnostic& report(const DiagnosticKind& kind, std::size_t begin, std::size_t end,
                     std::vector<std::string> args = {});
  std::string_view slice(const ScalarPlace& place) const {
    return text_.substr(place.begin, place.end - place.begin);
  }
  /// Where the text of this line ends, without trailing blanks.
  std::size_t line_content_end() const;

  std::size_t problems() const { return problems_; }
  std::vector<Token>& tokens() { return tokens_; }

  static constexpr std::size_t kMaxProblems = 100;

 private:
  bool is_line_end(std::size_t at) const;
  void skip_blanks(bool tabs_may_trail, std::size_t spaces);

  FileId file_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::vector<Token>& tokens_;
  Diagnostics& diagnostics_;
  std::size_t problems_ = 0;
  Diagnostic unreported_;
};

/// True for the plain scalars that YAML takes for nothing: `null` and `~`.
bool is_null_word(std::string_view text);

/// `text` as a single-quoted scalar.
std::string single_quoted(std::string_view text);

}  // namespace zhilu::yaml
