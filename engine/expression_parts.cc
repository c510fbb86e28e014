// SPDX-License-Identifier: MIT
#include "engine/expression_parts.h"

#include <algorithm>
#include <utility>

#include "engine/expr/compiler.h"
#include "engine/expr/printer.h"
#include "engine/expr/with_fact.h"
#include "engine/model/fact_type.h"
#include "engine/render/condition_text.h"
#include "engine/render/fact_text.h"

namespace zhilu {
namespace {

using expr::Ast;
using expr::ExprId;
using expr::NodeKind;

constexpr std::size_t kMaxParts = 500;
constexpr std::size_t kMaxItems = 10;

/// Remembers why one node became null.
class FaultOf : public expr::Observer {
 public:
  FaultOf(ExprId node, Tongue tongue) : node_(node), tongue_(tongue) {}

  void on_fault(const expr::Program&, ExprId node, const DiagnosticKind& kind,
                const std::vector<std::string>& args) override {
    if (node != node_) return;
    code = kind.code;
    text = message_text(kind, args, tongue_);
  }
  std::string code;
  std::string text;

 private:
  ExprId node_;
  Tongue tongue_;
};

/// False if the value of the part depends on a variable of a loop, filter, context or function around it: by
/// itself it has no value then.
bool is_closed(const Ast& ast, ExprId id, std::vector<std::string_view>& bound) {
  const auto children = ast.children(id);
  const std::size_t before = bound.size();
  const NodeKind kind = ast.kind(id);
  if (kind == NodeKind::Name) {
    if (ast.fact(id).is_set() || ast.function(id) != nullptr) return true;
    return std::find(bound.begin(), bound.end(), ast.text(id)) != bound.end();
  }
  for (const ExprId child : children) {
    const NodeKind of = ast.kind(child);
    if (of == NodeKind::Iterator || of == NodeKind::Parameter || of == NodeKind::Entry)
      bound.push_back(ast.text(child));
  }
  if (kind == NodeKind::Filter) bound.push_back("item");
  if (kind == NodeKind::For) bound.push_back("partial");
  const bool closed = std::all_of(children.begin(), children.end(),
                                  [&](ExprId child) { return is_closed(ast, child, bound); });
  bound.resize(before);
  return closed;
}

/// What is worth a line of its own: not types, keys, functions, nor what is plainly itself.
bool has_line(const Ast& ast, ExprId id) {
  switch (ast.kind(id)) {
    case NodeKind::Literal:
    case NodeKind::Error:
    case NodeKind::Function:
    case NodeKind::Parameter:
    case NodeKind::TypeName:
    case NodeKind::TypeList:
    case NodeKind::TypeRange:
    case NodeKind::TypeContext:
    case NodeKind::TypeField:
    case NodeKind::TypeFunction:
      return false;
    case NodeKind::Name:
      return ast.fact(id).is_set();
    case NodeKind::Negate:
    case NodeKind::List:
    case NodeKind::Context:
    case NodeKind::Range:
    case NodeKind::HalfRange:
      return !ast.is_constant(id);
    default:
      break;
  }
  std::vector<std::string_view> bound;
  return is_closed(ast, id, bound);
}

/// Parts that are only a frame around their children.
bool is_frame(NodeKind kind) {
  return kind == NodeKind::Entry || kind == NodeKind::NamedArgument || kind == NodeKind::HalfRange ||
         kind == NodeKind::Iterator;
}

bool is_boolean(const Ast& ast, ExprId id, const Value& value) {
  return value.is(ValueKind::Boolean) || ast.type(id).kind() == TypeKind::Boolean;
}

}  // namespace

expr::MapScope fact_scope(const Knowledge& knowledge) {
  expr::MapScope scope;
  for (const auto& [name, id] : knowledge.fact_index) {
    const Fact& fact = knowledge.facts[id];
    expr::Variable variable{name, feel_type(fact.kind), id, {}};
    if (fact.kind == FactKind::Choice || fact.kind == FactKind::Choices) {
      for (const FactOption& option : fact.options) variable.options.push_back(option.id);
    }
    scope.add(std::move(variable));
  }
  return scope;
}

void PartsWriter::describe(const Ast& ast, ExprId id, const Value& value, ExpressionPart& part) const {
  const Knowledge& knowledge = wording_.knowledge();
  part.expression = expr::print(ast, id);
  part.words = condition_text(wording_, ast, id, variables_).text;
  part.value = to_feel_text(value);
  part.value_words = value_text(wording_, value, unit(ast, id));
  if (is_boolean(ast, id, value)) part.truth = expr::to_truth(value);
  for (const FactId fact : value.missing()) {
    part.missing.push_back(knowledge.facts[fact].id);
    part.missing_titles.emplace_back(wording_.title(knowledge.facts[fact].title));
  }
  const FactId fact = ast.fact(id);
  if (!fact.is_set() || fact.value >= knowledge.facts.size()) return;
  const Answer& answer = wording_.answer(fact);
  if (answer.state == AnswerState::Value) part.from = name_of(answer.origin);
  if (answer.state == AnswerState::Unsure) part.from = "unsure";
  if (answer.state == AnswerState::Inapplicable) part.from = "inapplicable";
}

ValueUnit PartsWriter::unit(const Ast& ast, ExprId id) const {
  if (ast.kind(id) == expr::NodeKind::Name && !names_fact(wording_.knowledge(), ast, id)) {
    for (auto it = variables_.rbegin(); it != variables_.rend(); ++it) {
      if (it->first == ast.text(id)) return it->second;
    }
  }
  return unit_of(wording_.knowledge(), ast, id);
}

ExpressionPart PartsWriter::part(const expr::Program& program, ExprId id,
                                 const expr::Environment& environment, const expr::MapScope& scope) {
  ++count_;
  ExpressionPart made;
  FaultOf fault(id, wording_.language() == Language::English ? Tongue::English : Tongue::Chinese);
  describe(program.ast(), id, expr::evaluate(program, id, environment, &fault), made);
  made.error = std::move(fault.code);
  made.error_text = std::move(fault.text);
  add_children(program, id, environment, scope, made);
  return made;
}

void PartsWriter::add_children(const expr::Program& program, ExprId id, const expr::Environment& environment,
                               const expr::MapScope& scope, ExpressionPart& parent) {
  const Ast& ast = program.ast();
  const auto children = ast.children(id);
  for (const ExprId child : children) {
    if (count_ >= kMaxParts) {
      shortened_ = true;
      return;
    }
    if (is_frame(ast.kind(child))) {
      add_children(program, child, environment, scope, parent);
    } else if (has_line(ast, child)) {
      parent.parts.push_back(part(program, child, environment, scope));
    }
  }
  const expr::NodeKind kind = ast.kind(id);
  const bool is_loop =
      kind == expr::NodeKind::Some || kind == expr::NodeKind::Every || kind == expr::NodeKind::For;
  // Of loops in loops written as one, and of ranges, only the lists are shown.
  if (is_loop && children.size() == 2 && ast.children(children[0]).size() == 1)
    add_items(program, ast.child(children[0], 0), ast.text(children[0]), children[1], environment, scope,
              parent);
  if (kind == expr::NodeKind::Filter && ast.type(children[1]).kind() == TypeKind::Boolean)
    add_items(program, children[0], "item", children[1], environment, scope, parent);
}

void PartsWriter::add_items(const expr::Program& program, ExprId list, std::string_view variable, ExprId body,
                            const expr::Environment& environment, const expr::MapScope& scope,
                            ExpressionPart& parent) {
  const Value items = expr::evaluate(program, list, environment);
  if (!items.is(ValueKind::List)) return;
  const ValueUnit of = unit(program.ast(), list);
  for (std::size_t i = 0; i < items.as_list().size(); ++i) {
    if (i >= kMaxItems || count_ >= kMaxParts) {
      shortened_ = true;
      return;
    }
    const Value& item = items.as_list()[i];
    const auto number = static_cast<std::uint32_t>(wording_.knowledge().facts.size() + variables_.size());
    const FactId fact{number};
    expr::MapScope inner = scope;
    inner.add({std::string(variable), type_of(item), fact, {}});
    Diagnostics diagnostics;
    const auto compiled =
        expr::compile(expr::print(program.ast(), body), {FileId{0}, {{0, 0}}}, inner, diagnostics);
    // The entries of an item have names that only the filter knows.
    if (diagnostics.has_errors()) return;
    variables_.emplace_back(variable, of);
    ExpressionPart made = part(*compiled, compiled->root(), expr::WithFact(environment, fact, item), inner);
    variables_.pop_back();
    made.variable = std::string(variable) + " = " + value_text(wording_, item, of);
    parent.parts.push_back(std::move(made));
  }
}

}  // namespace zhilu
