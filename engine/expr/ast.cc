// SPDX-License-Identifier: MIT
#include "engine/expr/ast.h"

#include <algorithm>
#include <iterator>

namespace zhilu::expr {

std::string_view kind_name(NodeKind kind) {
  static constexpr std::string_view kNames[] = {
      "Error",         "Literal",      "Name",       "Input",        "Path",     "Filter",    "Negate",
      "Add",           "Subtract",     "Multiply",   "Divide",       "Power",    "Equal",     "NotEqual",
      "Less",          "LessEqual",    "Greater",    "GreaterEqual", "And",      "Or",        "Not",
      "Between",       "In",           "InstanceOf", "If",           "For",      "Some",      "Every",
      "Iterator",      "List",         "Context",    "Entry",        "Range",    "HalfRange", "Call",
      "NamedArgument", "Function",     "Parameter",  "TypeName",     "TypeList", "TypeRange", "TypeContext",
      "TypeField",     "TypeFunction",
  };
  static_assert(std::size(kNames) == static_cast<std::size_t>(NodeKind::TypeFunction) + 1);
  return kNames[static_cast<std::size_t>(kind)];
}

std::span<const ExprId> Ast::children(ExprId id) const {
  const Node& node = nodes_[id.value];
  return {links_.data() + node.first_child, node.child_count};
}

std::string_view Ast::text(ExprId id) const {
  const std::uint32_t text = nodes_[id.value].text;
  return text == kNoText ? std::string_view() : std::string_view(texts_[text]);
}

const Value& Ast::value(ExprId id) const {
  static const Value kNull;
  const std::uint32_t value = nodes_[id.value].value;
  return value == kNoValue ? kNull : values_[value];
}

const Type& Ast::type(ExprId id) const {
  static const Type kAny;
  return id.value < types_.size() ? types_[id.value] : kAny;
}

ExprId Ast::add(NodeKind kind, std::uint32_t begin, std::uint32_t end, Span span,
                std::span<const ExprId> children) {
  Node node;
  node.kind = kind;
  node.begin = begin;
  node.end = end;
  node.span = span;
  for (const ExprId child : children) {
    node.depth = std::max(node.depth, static_cast<std::uint16_t>(nodes_[child.value].depth + 1));
  }
  nodes_.push_back(node);
  const ExprId id{static_cast<std::uint32_t>(nodes_.size() - 1)};
  set_children(id, children);
  return id;
}

void Ast::set_text(ExprId id, std::string text) {
  nodes_[id.value].text = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(std::move(text));
}

void Ast::set_value(ExprId id, Value value) {
  nodes_[id.value].value = static_cast<std::uint32_t>(values_.size());
  values_.push_back(std::move(value));
}

void Ast::set_type(ExprId id, Type type) {
  if (types_.size() < nodes_.size()) types_.resize(nodes_.size());
  types_[id.value] = std::move(type);
}

void Ast::set_children(ExprId id, std::span<const ExprId> children) {
  // The children may lie in links_ itself, which the insertion below may move.
  const std::vector<ExprId> copy(children.begin(), children.end());
  nodes_[id.value].first_child = static_cast<std::uint32_t>(links_.size());
  nodes_[id.value].child_count = static_cast<std::uint32_t>(copy.size());
  links_.insert(links_.end(), copy.begin(), copy.end());
}

ExprId Ast::copy_node(const Ast& other, ExprId from, std::span<const ExprId> children) {
  const Node& original = other.node(from);
  const ExprId id = add(original.kind, original.begin, original.end, original.span, children);
  Node& node = nodes_[id.value];
  node.relation = original.relation;
  node.low_closed = original.low_closed;
  node.high_closed = original.high_closed;
  node.fact = original.fact;
  node.function = original.function;
  if (original.text != kNoText) set_text(id, std::string(other.text(from)));
  if (original.value != kNoValue) set_value(id, other.value(from));
  return id;
}

ExprId Ast::graft(const Ast& other, ExprId root) {
  std::vector<ExprId> children;
  for (const ExprId child : other.children(root)) children.push_back(graft(other, child));
  return copy_node(other, root, children);
}

bool same_tree(const Ast& left, ExprId a, const Ast& right, ExprId b) {
  const Ast::Node& x = left.node(a);
  const Ast::Node& y = right.node(b);
  if (x.kind != y.kind || x.relation != y.relation || x.low_closed != y.low_closed ||
      x.high_closed != y.high_closed || left.text(a) != right.text(b)) {
    return false;
  }
  if (x.kind == NodeKind::Literal && !is_same(left.value(a), right.value(b))) return false;
  const auto of_a = left.children(a);
  const auto of_b = right.children(b);
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                    [&](ExprId i, ExprId j) { return same_tree(left, i, right, j); });
}

}  // namespace zhilu::expr
