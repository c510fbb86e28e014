// SPDX-License-Identifier: MIT
#include "engine/expr/program.h"

#include "engine/expr/code.h"

namespace zhilu::expr {

Program::Program(std::string text, Ast ast, std::vector<FactId> facts, std::unique_ptr<const Code> code)
    : text_(std::move(text)), ast_(std::move(ast)), facts_(std::move(facts)), code_(std::move(code)) {}

Program::~Program() = default;

}  // namespace zhilu::expr
