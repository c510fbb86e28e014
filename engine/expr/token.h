// SPDX-License-Identifier: MIT
// Tokens of the condition language.
//
// A name may consist of several words and operators ("损失 金额", "date and time", "年-龄"), so words,
// numbers and operators are tokens of their own and the parser joins them by longest match over the names in
// scope.
#pragma once

#include <cstdint>
#include <string_view>

namespace zhilu::expr {

enum class TokenKind : std::uint8_t {
  End,
  Word,    ///< A run of name characters; keywords are words too.
  Number,  ///< 12, 3.50, .5, 1.2e3.
  String,  ///< With its quotes.
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Comma,
  Colon,
  Dot,
  DotDot,
  Plus,
  Minus,
  Star,
  StarStar,
  Slash,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Arrow,  ///< -> in function types.
  At,
  Question,
  Exclamation,  ///< `!`, reported by the parser with not(...) as the fix.
  Percent,      ///< `%`, reported by the parser with the number it stands for.
  Apostrophe,   ///< ’ which FEEL allows inside names; anywhere else it is an error.
  Bad,          ///< A character that no expression has; already reported.
};

/// Words with a meaning of their own. They stay words, because names may hold them.
enum class Keyword : std::uint8_t {
  None,
  And,
  Between,
  Else,
  Every,
  External,
  False,
  For,
  Function,
  If,
  In,
  Instance,
  Null,
  Of,
  Or,
  Return,
  Satisfies,
  Some,
  Then,
  True,
};

/// Bytes [begin, end) of the expression's text. A token that was written in a wrong way (full-width
/// characters, curly quotes, `&&`) has been reported and has the kind and keyword of what it stands for.
struct Token {
  TokenKind kind = TokenKind::End;
  Keyword keyword = Keyword::None;
  /// The text is not what the token means: see Lexed::text.
  bool mended = false;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The keyword that `word` is, or None. Keywords are lower case.
Keyword find_keyword(std::string_view word);

/// True for tokens that a name may hold behind its first word.
bool is_name_part(TokenKind kind);

}  // namespace zhilu::expr
