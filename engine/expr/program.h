// SPDX-License-Identifier: MIT
// A compiled expression: checked tree and bytecode. Immutable, shared between threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/expr/ast.h"
#include "engine/value/fact_set.h"
#include "engine/value/type.h"

namespace zhilu::expr {

struct Code;

class Program : public std::enable_shared_from_this<Program> {
 public:
  Program(std::string text, Ast ast, std::vector<FactId> facts, std::unique_ptr<const Code> code);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// As it was written; of a unary test, the test.
  const std::string& text() const { return text_; }
  /// The tree after checking and substitution of `?`; see ast.h for how to walk it.
  const Ast& ast() const { return ast_; }
  ExprId root() const { return ast_.root(); }
  /// Type of the result.
  const Type& type() const { return ast_.type(ast_.root()); }
  /// All facts the expression may read, ascending.
  const std::vector<FactId>& facts() const { return facts_; }
  /// True if the value depends on no fact, no event and not on today.
  bool is_constant() const { return ast_.is_constant(ast_.root()); }

  /// For vm.cc.
  const Code& code() const { return *code_; }

 private:
  std::string text_;
  Ast ast_;
  std::vector<FactId> facts_;
  std::unique_ptr<const Code> code_;
};

}  // namespace zhilu::expr
