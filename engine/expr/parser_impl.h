// SPDX-License-Identifier: MIT
// The parser as a class; for the parser*.cc only.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expr/lexer.h"
#include "engine/expr/parser.h"

namespace zhilu::expr {

/// How strongly an operator binds; larger is stronger.
enum class Binding : std::uint8_t { Or, And, Comparison, Sum, Product, Power };

/// Recursive descent with binding powers. After the first mistake in grammar nothing further is reported:
/// what follows would only confuse. Slips of spelling that leave no doubt are reported and read as meant.
class Parser {
 public:
  Parser(std::string_view text, const KnownNames& names, Diagnostics& diagnostics, const TextOrigin& origin);

  Ast parse_all();
  Ast parse_tests();

 private:
  // Tokens.
  const Token& token(std::size_t ahead = 0) const;
  TokenKind kind(std::size_t ahead = 0) const { return token(ahead).kind; }
  Keyword keyword(std::size_t ahead = 0) const { return token(ahead).keyword; }
  std::string_view text(std::size_t ahead = 0) const;
  void next(std::size_t n = 1);
  bool take(TokenKind wanted);
  bool take(Keyword wanted);
  std::uint32_t begin() const { return token().begin; }
  /// End of the token read last.
  std::uint32_t end() const { return at_ == 0 ? 0 : lexed_.tokens[at_ - 1].end; }

  // Mistakes.
  void report(const DiagnosticKind& what, std::uint32_t from, std::uint32_t to,
              std::vector<std::string> args);
  /// A mistake that leaves no doubt: reported with its fix, and reading goes on.
  void report_slip(const DiagnosticKind& what, std::uint32_t from, std::uint32_t to,
                   std::vector<std::string> args, std::string fix);
  ExprId unexpected();
  ExprId too_deep();
  void expected(std::string_view what);
  bool expect(TokenKind wanted, std::string_view name);
  bool expect(Keyword wanted, std::string_view name);
  /// The closing bracket of one opened at `open`.
  void close(TokenKind wanted, std::uint32_t open, std::string_view open_text, std::string_view close_text);
  void expect_end();

  // Nodes.
  ExprId make(NodeKind kind, std::uint32_t from, std::span<const ExprId> children);
  ExprId make(NodeKind kind, std::uint32_t from, std::initializer_list<ExprId> children) {
    return make(kind, from, std::span<const ExprId>(children.begin(), children.size()));
  }
  ExprId literal(Value value, std::uint32_t from);
  ExprId error_node(std::uint32_t from) { return make(NodeKind::Error, from, {}); }

  // Operators, in parser.cc.
  ExprId parse_expression();
  ExprId parse_binary(Binding weakest);
  ExprId parse_in(ExprId left, std::uint32_t from);
  ExprId parse_half_range();
  ExprId parse_unary();
  ExprId parse_negation(std::uint32_t from, std::string_view written);
  ExprId parse_postfix();
  ExprId parse_postfix_of(ExprId base, std::uint32_t from);
  ExprId parse_call(ExprId callee, std::uint32_t from);
  bool starts_operand(std::size_t ahead) const;
  /// The operator that a word of another language stands for; empty if it is none.
  std::string_view foreign_word() const;

  // Operands, in parser_operands.cc.
  ExprId parse_primary();
  ExprId parse_number();
  ExprId parse_temporal_literal();
  ExprId parse_parentheses();
  ExprId parse_list_or_range();
  ExprId parse_range(ExprId low, std::uint32_t from, bool low_closed, TokenKind opening);

  // Forms with keywords and brackets, in parser_forms.cc.
  ExprId parse_if();
  ExprId parse_for();
  ExprId parse_quantified();
  std::vector<ExprId> parse_iterators();
  ExprId parse_function();
  ExprId parse_context();
  ExprId parse_type();
  ExprId parse_function_type(std::uint32_t from);
  ExprId parse_context_type(std::uint32_t from);
  ExprId parse_unary_tests();
  ExprId parse_test_list(std::uint32_t from, TokenKind until);
  bool contains_input(ExprId id) const;

  // Names, in parser_names.cc.
  ExprId parse_name();
  std::string parse_field_name();
  /// A name that is declared here; the one of an iterator ends before `in`.
  NameSet::Phrase parse_new_name(bool until_in = false);
  /// Length in tokens of the longest phrase of `names` that stands here; its name goes to `name`.
  std::size_t match_phrase(const NameSet& names, std::string& name) const;
  std::size_t match_local(std::string& name) const;
  bool matches_here(const std::vector<std::string>& parts) const;
  bool named_argument_ahead() const;
  void declare(NameSet::Phrase phrase);

  Ast ast_;
  const KnownNames& names_;
  Diagnostics& diagnostics_;
  const TextOrigin& origin_;
  Lexed lexed_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  bool failed_ = false;
  bool input_allowed_ = false;
  /// Inside the upper end of a range, where `[` may close it: [1..5[.
  bool range_end_ = false;
  std::uint32_t filters_ = 0;
  /// Names of several words declared by the expression itself, innermost last.
  std::vector<NameSet::Phrase> locals_;
  NameSet fields_;
};

/// Takes back the names declared since it was made.
class LocalNames {
 public:
  explicit LocalNames(std::vector<NameSet::Phrase>& names) : names_(names), size_(names.size()) {}
  ~LocalNames() { names_.resize(size_); }
  LocalNames(const LocalNames&) = delete;
  LocalNames& operator=(const LocalNames&) = delete;

 private:
  std::vector<NameSet::Phrase>& names_;
  std::size_t size_;
};

/// Sets a variable for the time of a block.
template <class T>
class Scoped {
 public:
  Scoped(T& variable, T value) : variable_(variable), before_(variable) { variable_ = value; }
  ~Scoped() { variable_ = before_; }
  Scoped(const Scoped&) = delete;
  Scoped& operator=(const Scoped&) = delete;

 private:
  T& variable_;
  T before_;
};

}  // namespace zhilu::expr
