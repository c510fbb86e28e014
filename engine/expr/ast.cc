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

// Rooms for a condition of ordinary size, so that small trees are not moved again and again.
constexpr std::size_t kFewNodes = 16;
constexpr std::size_t kFewTexts = 4;

ExprId Ast::add(NodeKind kind, std::uint32_t begin, std::uint32_t end, Span span,
                std::span<const ExprId> children) {
  if (nodes_.capacity() == 0) {
    nodes_.reserve(kFewNodes);
    links_.reserve(kFewNodes);
  }
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
  if (texts_.capacity() == 0) texts_.reserve(kFewTexts);
  nodes_[id.value].text = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(std::move(text));
}

void Ast::set_value(ExprId id, Value value) {
  if (values_.capacity() == 0) values_.reserve(kFewTexts);
  nodes_[id.value].value = static_cast<std::uint32_t>(values_.size());
  values_.push_back(std::move(value));
}

void Ast::set_type(ExprId id, Type type) {
  if (types_.size() < nodes_.size()) types_.resize(nodes_.size());
  types_[id.value] = std::move(type);
}

void Ast::set_children(ExprId id, std::span<const ExprId> children) {
  const std::size_t first = links_.size();
  const std::size_t count = children.size();
  // The children may lie in links_ itself, which growing may move.
  const bool inside = count > 0 && !links_.empty() && children.data() >= links_.data() &&
                      children.data() < links_.data() + first;
  const std::size_t offset = inside ? static_cast<std::size_t>(children.data() - links_.data()) : 0;
  nodes_[id.value].first_child = static_cast<std::uint32_t>(first);
  nodes_[id.value].child_count = static_cast<std::uint32_t>(count);
  for (std::size_t i = 0; i < count; ++i) links_.push_back(inside ? ExprId(links_[offset + i]) : children[i]);
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
