// SPDX-License-Identifier: MIT
#include "engine/load/yaml_cursor.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/load/yaml.h"
#include "engine/load/yaml_bytes.h"
#include "engine/load/yaml_diagnostics.h"

namespace zhilu::yaml {
namespace {

constexpr std::string_view kFlowIndicators = ",[]{}";

bool is_flow_indicator(char c) {
  return kFlowIndicators.find(c) != std::string_view::npos;
}

}  // namespace

Cursor::Cursor(FileId file, std::string_view text, std::vector<Token>& tokens, Diagnostics& diagnostics)
    : file_(file), text_(text), tokens_(tokens), diagnostics_(diagnostics) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  if (text_.starts_with(kBom)) at_ = line_begin_ = kBom.size();
}

bool Cursor::is_line_end(std::size_t at) const {
  if (at >= text_.size() || text_[at] == '\n') return true;
  return text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
}

bool Cursor::blank_at(std::size_t ahead) const {
  const std::size_t at = at_ + ahead;
  return is_line_end(at) || text_[at] == ' ' || text_[at] == '\t';
}

void Cursor::next_line() {
  const std::size_t end = text_.find('\n', at_);
  at_ = line_begin_ = end == std::string_view::npos ? text_.size() : end + 1;
}

std::size_t Cursor::skip_spaces() {
  const std::size_t from = at_;
  while (!at_end() && text_[at_] == ' ') ++at_;
  return at_ - from;
}

void Cursor::skip_separation() {
  skip_blanks(true, 1);
}

void Cursor::skip_indentation(std::size_t indentation) {
  skip_blanks(false, indentation);
}

void Cursor::skip_blanks(bool tabs_may_trail, std::size_t spaces) {
  skip_spaces();
  if (at_line_end()) return;
  const CodePoint first = decode_at(text_, at_);
  const bool foreign = is_foreign_blank(first.value);
  if (first.value != '\t' && !foreign) return;
  const std::size_t from = at_;
  while (!at_line_end()) {
    const CodePoint next = decode_at(text_, at_);
    if (next.value != ' ' && next.value != '\t' && !is_foreign_blank(next.value)) break;
    at_ += next.size;
  }
  const bool trails = at_line_end() || peek() == '#';
  if (foreign) {
    report(kUnicodeBlank, from, at_, {character_name(first.value)}).fix =
        Fix{std::string(trails ? 0 : spaces, ' ')};
  } else if (!trails || !tabs_may_trail) {
    report(kTab, from, at_).fix = Fix{std::string(trails ? 0 : spaces, ' ')};
  }
}

void Cursor::skip_deeper(int limit) {
  while (!at_end()) {
    skip_spaces();
    const bool has_content = !at_line_end();
    if (has_content && column() <= limit) {
      rewind_line();
      return;
    }
    next_line();
  }
}

bool Cursor::at_document_marker() const {
  const std::string_view here = text_.substr(at_, 3);
  return at_ == line_begin_ && (here == "---" || here == "...") && blank_at(3);
}

bool Cursor::at_comment() const {
  if (peek() != '#' || at_end()) return false;
  return at_ == line_begin_ || text_[at_ - 1] == ' ' || text_[at_ - 1] == '\t';
}

bool Cursor::can_begin_plain(bool in_flow) const {
  if (at_line_end()) return false;
  const char c = peek();
  // yaml-cpp reads a question mark in brackets differently.
  if (c == '?' && in_flow) return false;
  if (c == '-' || c == '?' || c == ':') {
    return !blank_at(1) && !(in_flow && is_flow_indicator(peek(1)));
  }
  constexpr std::string_view kIndicators = ",[]{}#&*!|>'\"%@`";
  return kIndicators.find(c) == std::string_view::npos;
}

ScalarPlace Cursor::scan_plain(bool in_flow) {
  const std::size_t begin = at_;
  for (; !at_line_end(); ++at_) {
    const char c = text_[at_];
    if (c == ':' && (blank_at(1) || (in_flow && is_flow_indicator(peek(1))))) break;
    if (c == '#' && at_comment()) break;
    if (in_flow && is_flow_indicator(c)) break;
  }
  std::size_t end = at_;
  while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;

  const CodePoint first = decode_at(text_, begin);
  if (is_foreign_blank(first.value)) {
    report(kUnicodeBlank, begin, begin + first.size, {character_name(first.value)}).fix = Fix{""};
  }
  std::size_t last = end - 1;
  while (last > begin && (static_cast<unsigned char>(text_[last]) & 0xC0) == 0x80) --last;
  const CodePoint final = decode_at(text_, last);
  if (last > begin && is_foreign_blank(final.value)) {
    report(kUnicodeBlank, last, end, {character_name(final.value)}).fix = Fix{""};
  }
  const ScalarPlace place{Style::Plain, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                          0};
  tokens_.push_back({Token::Kind::Scalar, place});
  return place;
}

std::optional<ScalarPlace> Cursor::scan_quoted(bool in_flow) {
  const std::size_t begin = at_;
  const char quote = peek();
  ++at_;
  while (!at_line_end()) {
    if (quote == '"' && peek() == '\\') {
      ++at_;
      if (at_line_end()) break;
      ++at_;
    } else if (quote == '\'' && peek() == '\'' && peek(1) == '\'') {
      at_ += 2;
    } else if (peek() == quote) {
      ++at_;
      const ScalarPlace place{quote == '"' ? Style::Double : Style::Single, static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(at_), 0};
      tokens_.push_back({Token::Kind::Scalar, place});
      return place;
    } else {
      ++at_;
    }
  }
  std::size_t end = line_content_end();
  // In brackets the text most likely ends where the item does.
  if (in_flow) end = std::min(end, text_.find_first_of(kFlowIndicators, begin));
  Diagnostic& problem = report(kUnclosedQuote, begin, end, {std::string(1, quote)});
  problem.fix = Fix{std::string(text_.substr(begin, end - begin)) + quote};
  return std::nullopt;
}

void Cursor::report_indicator(bool in_flow) {
  const char c = peek();
  const std::size_t begin = at_;
  std::size_t word_end = begin + 1;
  while (!is_line_end(word_end) && text_[word_end] != ' ' && !is_flow_indicator(text_[word_end])) ++word_end;
  if (c == '&') {
    report(kAnchor, begin, word_end);
  } else if (c == '*') {
    report(kAlias, begin, word_end);
  } else if (c == '!') {
    report(kTag, begin, word_end);
  } else {
    std::size_t end = line_content_end();
    if (in_flow) end = std::max(begin + 1, std::min(end, text_.find_first_of(kFlowIndicators, begin + 1)));
    const bool list_item = c == '-' && end > begin + 1;
    Diagnostic& problem = report(kIndicator, begin, list_item ? begin + 1 : end, {std::string(1, c)});
    if (!list_item) problem.fix = Fix{single_quoted(text_.substr(begin, end - begin))};
  }
}

bool Cursor::check_key(const ScalarPlace& place) {
  const std::string_view key = slice(place);
  if (key.size() > kMaxKeyBytes) {
    report(kKeyTooLong, place.begin, place.begin + kMaxKeyBytes, {std::to_string(kMaxKeyBytes)});
    return false;
  }
  if (key != "<<" && !is_null_word(key)) return true;
  report(key == "<<" ? kMergeKey : kComplexKey, place.begin, place.end);
  return false;
}

Diagnostic& Cursor::report(const DiagnosticKind& kind, std::size_t begin, std::size_t end,
                           std::vector<std::string> args) {
  ++problems_;
  const Span span{file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  if (problems_ == kMaxProblems + 1) diagnostics_.add(kTooManyProblems, Span{file_, span.begin, span.begin});
  if (problems_ > kMaxProblems) return unreported_;
  return diagnostics_.add(kind, span, std::move(args));
}

std::size_t Cursor::line_content_end() const {
  std::size_t end = at_;
  while (!is_line_end(end)) ++end;
  while (end > line_begin_ && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
  return end;
}

bool is_null_word(std::string_view text) {
  return text == "null" || text == "~" || text == "Null" || text == "NULL";
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

}  // namespace zhilu::yaml
