// SPDX-License-Identifier: MIT
#include "engine/expr/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/base/utf8.h"
#include "engine/expr/characters.h"
#include "engine/expr/diagnostics.h"
#include "engine/expr/string_literal.h"

namespace zhilu::expr {
namespace {

constexpr std::size_t kMaxText = 1 << 20;

struct KeywordName {
  std::string_view name;
  Keyword keyword;
};
constexpr std::array kKeywords{
    KeywordName{"and", Keyword::And},
    KeywordName{"between", Keyword::Between},
    KeywordName{"else", Keyword::Else},
    KeywordName{"every", Keyword::Every},
    KeywordName{"external", Keyword::External},
    KeywordName{"false", Keyword::False},
    KeywordName{"for", Keyword::For},
    KeywordName{"function", Keyword::Function},
    KeywordName{"if", Keyword::If},
    KeywordName{"in", Keyword::In},
    KeywordName{"instance", Keyword::Instance},
    KeywordName{"null", Keyword::Null},
    KeywordName{"of", Keyword::Of},
    KeywordName{"or", Keyword::Or},
    KeywordName{"return", Keyword::Return},
    KeywordName{"satisfies", Keyword::Satisfies},
    KeywordName{"some", Keyword::Some},
    KeywordName{"then", Keyword::Then},
    KeywordName{"true", Keyword::True},
};

/// Reads one text from left to right. Characters that stand for ASCII are seen as that; `foreign_` remembers
/// that the token at hand has some.
class Lexer {
 public:
  Lexer(std::string_view text, const TextOrigin& origin, Diagnostics& diagnostics)
      : text_(text), origin_(origin), diagnostics_(diagnostics) {
    out_.source = text;
  }

  Lexed run() {
    if (text_.size() > kMaxText) {
      diagnostics_.add(kExpressionTooLong, origin_.map(0, 0), {fmt::to_string(kMaxText)});
      text_ = {};
    }
    out_.tokens.reserve(text_.size() / 4 + 2);
    while (skip_blanks()) read_token();
    begin_ = at_;
    emit(TokenKind::End);
    return std::move(out_);
  }

 private:
  struct Character {
    char32_t value = 0;      ///< As it is written; 0 at the end of the text.
    std::string_view ascii;  ///< What it stands for, where that is something else.
    std::size_t size = 0;

    char32_t meaning() const { return ascii.size() == 1 ? static_cast<char32_t>(ascii[0]) : value; }
  };

  Character look(std::size_t at) const {
    if (at >= text_.size()) return {};
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {byte, {}, 1};
    const CodePoint c = decode_at(text_, at);
    return {c.value, ascii_meaning(c.value), c.size};
  }

  Span span(std::size_t begin, std::size_t end) const {
    return origin_.map(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
  }

  /// Goes to the next token; false at the end.
  bool skip_blanks() {
    while (at_ < text_.size()) {
      const Character c = look(at_);
      if (is_blank(c.value)) {
        ++at_;
      } else if (is_foreign_blank(c.value)) {
        report_foreign_blanks();
      } else if (c.value == '/' && look(at_ + 1).value == '/') {
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
      } else if (c.value == '/' && look(at_ + 1).value == '*') {
        const std::size_t end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos) diagnostics_.add(kUnclosedComment, span(at_, at_ + 2));
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  void report_foreign_blanks() {
    const std::size_t begin = at_;
    const char32_t first = look(at_).value;
    while (is_foreign_blank(look(at_).value)) at_ += look(at_).size;
    diagnostics_.add(kForeignBlank, span(begin, at_), {fmt::format("U+{:04X}", static_cast<unsigned>(first))})
        .fix = Fix{" "};
  }

  void read_token() {
    begin_ = at_;
    foreign_ = false;
    const Character c = look(at_);
    const char32_t meaning = c.meaning();
    if (c.value == '"') return read_string();
    if (c.value == '\'') return read_foreign_string('\'');
    if (c.value == U'’') return read_right_quote();
    if (is_open_quote(c.value)) return read_foreign_string(c.value);
    if (is_digit(meaning) || (meaning == '.' && is_digit(look(at_ + c.size).meaning()) && c.ascii.empty())) {
      return read_number();
    }
    if (is_word_character(c, false)) return read_word();
    read_operator();
  }

  static bool is_word_character(const Character& c, bool inside) {
    const char32_t meaning = c.meaning();
    if (!c.ascii.empty() && meaning < 0x80)
      return std::isalnum(static_cast<int>(meaning)) != 0 || meaning == '_';
    return c.size > 0 && is_name_character(c.value, inside);
  }

  char32_t take() {
    const Character c = look(at_);
    foreign_ = foreign_ || !c.ascii.empty();
    at_ += c.size;
    return c.meaning();
  }
  bool take_if(char32_t meaning) {
    if (at_ >= text_.size() || look(at_).meaning() != meaning) return false;
    take();
    return true;
  }
  void take_digits() {
    while (is_digit(look(at_).meaning())) take();
  }

  void read_number() {
    take_digits();
    const Character point = look(at_);
    if (point.meaning() == '.' && is_digit(look(at_ + point.size).meaning())) {
      take();
      take_digits();
    }
    const std::size_t before_exponent = at_;
    if (look(at_).meaning() == 'e' || look(at_).meaning() == 'E') {
      const bool was_foreign = foreign_;
      take();
      if (!take_if('-')) take_if('+');
      if (is_digit(look(at_).meaning())) {
        take_digits();
      } else {
        at_ = before_exponent;
        foreign_ = was_foreign;
      }
    }
    emit_checked(TokenKind::Number);
  }

  void read_word() {
    take();
    while (is_word_character(look(at_), true)) take();
    emit_checked(TokenKind::Word);
  }

  void read_string() {
    ++at_;
    while (at_ < text_.size() && text_[at_] != '"')
      at_ += text_[at_] == '\\' && at_ + 1 < text_.size() ? 2 : 1;
    if (at_ >= text_.size()) {
      diagnostics_.add(kUnclosedText, span(begin_, begin_ + 1));
      at_ = text_.size();
      return emit(TokenKind::String, std::string(text_.substr(begin_)) + '"');
    }
    ++at_;
    emit(TokenKind::String);
  }

  /// A text in quotes that are not straight double ones. Any closing quote ends it, since input methods mix
  /// them.
  void read_foreign_string(char32_t open) {
    at_ += look(at_).size;
    const std::size_t content = at_;
    while (at_ < text_.size()) {
      const char32_t c = look(at_).value;
      if (open == '\'' ? c == '\'' : is_close_quote(c)) break;
      at_ += look(at_).size;
    }
    if (at_ >= text_.size()) {
      diagnostics_.add(kUnclosedText, span(begin_, content));
      return emit(TokenKind::String, quote_string(text_.substr(content)));
    }
    const std::string meant = quote_string(text_.substr(content, at_ - content));
    at_ += look(at_).size;
    diagnostics_.add(kForeignQuotes, span(begin_, at_), {meant}).fix = Fix{meant};
    emit(TokenKind::String, meant);
  }

  /// ’ may be part of a name (FEEL allows it there); after a blank it opens a text like any other quote.
  void read_right_quote() {
    const bool inside_name = !out_.tokens.empty() && out_.tokens.back().end == begin_ &&
                             out_.tokens.back().kind == TokenKind::Word;
    if (!inside_name) return read_foreign_string(U'’');
    at_ += look(at_).size;
    emit(TokenKind::Apostrophe);
  }

  void read_operator() {
    const Character c = look(at_);
    if (c.ascii.size() > 1) return read_long_foreign(c);
    switch (take()) {
      case '(':
        return emit_checked(TokenKind::LeftParen);
      case ')':
        return emit_checked(TokenKind::RightParen);
      case '[':
        return emit_checked(TokenKind::LeftBracket);
      case ']':
        return emit_checked(TokenKind::RightBracket);
      case '{':
        return emit_checked(TokenKind::LeftBrace);
      case '}':
        return emit_checked(TokenKind::RightBrace);
      case ',':
        return emit_checked(TokenKind::Comma);
      case ':':
        return emit_checked(TokenKind::Colon);
      case '.':
        return emit_checked(take_if('.') ? TokenKind::DotDot : TokenKind::Dot);
      case '+':
        return emit_checked(TokenKind::Plus);
      case '-':
        return emit_checked(take_if('>') ? TokenKind::Arrow : TokenKind::Minus);
      case '*':
        return emit_checked(take_if('*') ? TokenKind::StarStar : TokenKind::Star);
      case '/':
        return emit_checked(TokenKind::Slash);
      case '@':
        return emit_checked(TokenKind::At);
      case '?':
        return emit_checked(TokenKind::Question);
      case '=':
        return read_equal();
      case '!':
        return emit_checked(take_if('=') ? TokenKind::NotEqual : TokenKind::Exclamation);
      case '<':
        return emit_checked(take_if('=') ? TokenKind::LessEqual : TokenKind::Less);
      case '>':
        return emit_checked(take_if('=') ? TokenKind::GreaterEqual : TokenKind::Greater);
      case '&':
        take_if('&');
        return emit_other(TokenKind::Word, "and");
      case '|':
        take_if('|');
        return emit_other(TokenKind::Word, "or");
      case ';':
        report_foreign(",");
        return emit(TokenKind::Comma, ",");
      case '%':
        return emit(TokenKind::Percent);
      default:
        return report_bad(c);
    }
  }

  void read_equal() {
    if (take_if('=')) {
      take_if('=');
      return emit_other(TokenKind::Equal, "=");
    }
    if (take_if('>')) return emit_other(TokenKind::GreaterEqual, ">=");
    if (take_if('<')) return emit_other(TokenKind::LessEqual, "<=");
    emit_checked(TokenKind::Equal);
  }

  /// One character for several, such as ≥.
  void read_long_foreign(const Character& c) {
    at_ += c.size;
    // …… is written as two characters and stands for one operator.
    if (c.ascii == "..") {
      while (look(at_).ascii == "..") at_ += look(at_).size;
    }
    TokenKind kind = TokenKind::Word;
    if (c.ascii == ">=") kind = TokenKind::GreaterEqual;
    if (c.ascii == "<=") kind = TokenKind::LessEqual;
    if (c.ascii == "!=") kind = TokenKind::NotEqual;
    if (c.ascii == "..") kind = TokenKind::DotDot;
    if (c.ascii == "->") kind = TokenKind::Arrow;
    report_foreign(std::string(c.ascii));
    emit(kind, std::string(c.ascii));
  }

  void report_bad(const Character& c) {
    // A run of malformed bytes or odd characters is one mistake.
    while (at_ < text_.size() && look(at_).value == c.value) at_ += look(at_).size;
    std::string shown(text_.substr(begin_, c.size));
    if (c.value < 0x20 || c.value == 0xFFFD || c.value == 0x7F) {
      shown = fmt::format("U+{:04X}", static_cast<unsigned>(c.value));
    }
    diagnostics_.add(kBadCharacter, span(begin_, at_), {shown});
    emit(TokenKind::Bad);
  }

  void report_foreign(const std::string& meant) {
    diagnostics_.add(kForeignCharacter, span(begin_, at_), {std::string(written()), meant}).fix = Fix{meant};
  }

  std::string_view written() const { return text_.substr(begin_, at_ - begin_); }

  /// What the bytes of the token stand for.
  std::string meaning() const {
    std::string meant;
    for (std::size_t i = begin_; i < at_; i += look(i).size) {
      const Character c = look(i);
      if (c.ascii.empty()) {
        meant += text_.substr(i, c.size);
      } else {
        meant += c.ascii;
      }
    }
    return meant;
  }

  /// Ends a token that is right but for the width of its characters.
  void emit_checked(TokenKind kind) {
    if (!foreign_) return emit(kind);
    std::string meant = meaning();
    report_foreign(meant);
    emit(kind, std::move(meant));
  }

  /// Ends a token of another language.
  void emit_other(TokenKind kind, std::string meant) {
    diagnostics_.add(kForeignOperator, span(begin_, at_), {std::string(written()), meant}).fix = Fix{meant};
    emit(kind, std::move(meant));
  }

  void emit(TokenKind kind) {
    Token token;
    token.kind = kind;
    token.begin = static_cast<std::uint32_t>(begin_);
    token.end = static_cast<std::uint32_t>(at_);
    if (kind == TokenKind::Word) token.keyword = find_keyword(written());
    out_.tokens.push_back(token);
  }

  void emit(TokenKind kind, std::string meant) {
    emit(kind);
    Token& token = out_.tokens.back();
    token.mended = true;
    if (kind == TokenKind::Word) token.keyword = find_keyword(meant);
    out_.mended.emplace_back(static_cast<std::uint32_t>(out_.tokens.size() - 1), std::move(meant));
  }

  std::string_view text_;
  const TextOrigin& origin_;
  Diagnostics& diagnostics_;
  Lexed out_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  bool foreign_ = false;
};

}  // namespace

Keyword find_keyword(std::string_view word) {
  if (word.size() < 2 || word.size() > 9) return Keyword::None;
  for (const KeywordName& k : kKeywords) {
    if (k.name == word) return k.keyword;
  }
  return Keyword::None;
}

bool is_name_part(TokenKind kind) {
  switch (kind) {
    case TokenKind::Word:
    case TokenKind::Number:
    case TokenKind::Dot:
    case TokenKind::Slash:
    case TokenKind::Minus:
    case TokenKind::Plus:
    case TokenKind::Star:
    case TokenKind::StarStar:
    case TokenKind::Apostrophe:
      return true;
    default:
      return false;
  }
}

std::string_view Lexed::text(std::uint32_t index) const {
  const Token& token = tokens[index];
  if (!token.mended) return source.substr(token.begin, token.end - token.begin);
  const auto it =
      std::lower_bound(mended.begin(), mended.end(), index,
                       [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
  return it->second;
}

Lexed lex(std::string_view text, const TextOrigin& origin, Diagnostics& diagnostics) {
  return Lexer(text, origin, diagnostics).run();
}

}  // namespace zhilu::expr
