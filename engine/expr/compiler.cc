// SPDX-License-Identifier: MIT
#include "engine/expr/compiler.h"

#include "engine/expr/checker.h"
#include "engine/expr/code.h"
#include "engine/expr/codegen.h"
#include "engine/expr/diagnostics.h"
#include "engine/expr/folder.h"
#include "engine/expr/parser.h"

namespace zhilu::expr {
namespace {

std::shared_ptr<const Program> finish(std::string_view text, Ast ast, const Scope& scope,
                                      Diagnostics& diagnostics) {
  Bindings bindings = check(ast, scope, diagnostics);
  fold_constants(ast);
  std::unique_ptr<const Code> code = generate(ast, bindings);
  return std::make_shared<const Program>(std::string(text), std::move(ast), std::move(bindings.facts),
                                         std::move(code));
}

void require_condition(const Program& program, Diagnostics& diagnostics) {
  const TypeKind kind = program.type().kind();
  if (kind == TypeKind::Boolean || kind == TypeKind::Any || kind == TypeKind::Null) return;
  diagnostics.add(kNotACondition, program.ast().span(program.root()), {program.type().to_string()});
}

/// Copies the tree below `id`, with `input` in place of `?`.
ExprId substitute(const Ast& from, ExprId id, const Ast& input, Ast& to) {
  if (from.kind(id) == NodeKind::Input) return to.graft(input, input.root());
  std::vector<ExprId> children;
  for (const ExprId child : from.children(id)) children.push_back(substitute(from, child, input, to));
  return to.copy_node(from, id, children);
}

}  // namespace

std::shared_ptr<const Program> compile(std::string_view text, const TextOrigin& origin, const Scope& scope,
                                       Diagnostics& diagnostics) {
  return finish(text, parse(text, scope.known_names(), diagnostics, origin), scope, diagnostics);
}

std::shared_ptr<const Program> compile_condition(std::string_view text, const TextOrigin& origin,
                                                 const Scope& scope, Diagnostics& diagnostics) {
  std::shared_ptr<const Program> program = compile(text, origin, scope, diagnostics);
  require_condition(*program, diagnostics);
  return program;
}

std::shared_ptr<const Program> compile_unary_test(std::string_view text, const TextOrigin& origin,
                                                  const Program& input, const Scope& scope,
                                                  Diagnostics& diagnostics) {
  const Ast tests = parse_unary_tests(text, scope.known_names(), diagnostics, origin);
  const bool tests_nothing =
      tests.kind(tests.root()) == NodeKind::Literal && tests.value(tests.root()).is_true();
  if (tests_nothing) return nullptr;
  // The input was checked when it was compiled; what is wrong with it has been said.
  Ast ast;
  ast.set_root(substitute(tests, tests.root(), input.ast(), ast));
  std::shared_ptr<const Program> program = finish(text, std::move(ast), scope, diagnostics);
  require_condition(*program, diagnostics);
  return program;
}

}  // namespace zhilu::expr
