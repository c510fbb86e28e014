// SPDX-License-Identifier: MIT
// The tree of an expression: nodes in one flat vector, children by id, always before their parent.
//
// The parser makes it, the checker adds what names mean (fact, function, type), and it stays in the Program
// for everyone who takes conditions apart. To walk it, switch over `kind(id)` and look at `children(id)`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/id.h"
#include "engine/base/source.h"
#include "engine/value/fact_set.h"
#include "engine/value/type.h"
#include "engine/value/value.h"

namespace zhilu::expr {

struct BuiltIn;

using ExprId = Id<struct ExprTag>;

/// What a node is; in brackets its children in order, and what `text(id)` holds.
enum class NodeKind : std::uint8_t {
  Error,      ///< [] What could not be read; reported. Evaluates to null.
  Literal,    ///< [] null, true, 12, "text", @"2026-11-22": `value(id)`.
  Name,       ///< [] A variable, text = its name. A fact has `fact(id)`, a built-in function `function(id)`.
  Input,      ///< [] `?`, before the input expression is put in its place.
  Path,       ///< [base] base.text
  Filter,     ///< [list, condition or index] list[condition]
  Negate,     ///< [a] -a
  Add,        ///< [a, b]
  Subtract,   ///< [a, b]
  Multiply,   ///< [a, b]
  Divide,     ///< [a, b]
  Power,      ///< [a, b] a ** b
  Equal,      ///< [a, b]
  NotEqual,   ///< [a, b]
  Less,       ///< [a, b]
  LessEqual,  ///< [a, b]
  Greater,    ///< [a, b]
  GreaterEqual,  ///< [a, b]
  And,           ///< [a, b, ...] two or more
  Or,            ///< [a, b, ...] two or more
  Not,           ///< [a] not(a)
  Between,       ///< [a, low, high] both ends included
  In,            ///< [a, test, ...] true if any test holds; a test is a value, a list, a range or a HalfRange
  InstanceOf,    ///< [a, type]
  If,            ///< [condition, then, else]
  For,           ///< [Iterator, ..., body]
  Some,          ///< [Iterator, ..., condition]
  Every,         ///< [Iterator, ..., condition]
  Iterator,      ///< [list] or [from, to], text = variable
  List,          ///< [item, ...]
  Context,       ///< [Entry, ...]
  Entry,         ///< [value], text = key
  Range,         ///< [low, high], `low_closed(id)`, `high_closed(id)`
  HalfRange,     ///< [end], `relation(id)`: < 5, >= 3000, = 10, != 10
  Call,          ///< [callee, argument or NamedArgument, ...]
  NamedArgument,  ///< [value], text = parameter
  Function,       ///< [Parameter, ..., body]; `external`: text = "external"
  Parameter,      ///< [] or [type], text = name
  TypeName,       ///< [] text: number, date and time, a name of the scope
  TypeList,       ///< [type]
  TypeRange,      ///< [type]
  TypeContext,    ///< [TypeField, ...]
  TypeField,      ///< [type], text = key
  TypeFunction,   ///< [type, ..., result type]
};

/// How a HalfRange compares.
enum class Relation : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

/// The word for a kind, for tests and messages to developers: "GreaterEqual".
std::string_view kind_name(NodeKind kind);

class Ast {
 public:
  /// The whole expression.
  ExprId root() const { return root_; }
  std::size_t size() const { return nodes_.size(); }

  NodeKind kind(ExprId id) const { return nodes_[id.value].kind; }
  std::span<const ExprId> children(ExprId id) const;
  ExprId child(ExprId id, std::size_t i) const { return children(id)[i]; }

  /// Name, key, parameter, variable or type, blanks inside normalized to one. Empty where a kind has no text.
  std::string_view text(ExprId id) const;

  /// The value of a Literal, and of any node that was folded to a constant; null for the others.
  const Value& value(ExprId id) const;
  /// True for literals and, after checking, for every node whose value depends on nothing.
  bool is_constant(ExprId id) const { return nodes_[id.value].value != kNoValue; }

  /// Of a Name that is a fact; not set for locals, functions and other nodes.
  FactId fact(ExprId id) const { return nodes_[id.value].fact; }
  /// Of a Name that is a built-in function, else null.
  const BuiltIn* function(ExprId id) const { return nodes_[id.value].function; }
  /// Type found by the checker; Any before that and where nothing is known.
  const Type& type(ExprId id) const;

  Relation relation(ExprId id) const { return nodes_[id.value].relation; }
  bool low_closed(ExprId id) const { return nodes_[id.value].low_closed; }
  bool high_closed(ExprId id) const { return nodes_[id.value].high_closed; }

  /// Bytes of the node in the file, through the TextOrigin of its text.
  Span span(ExprId id) const { return nodes_[id.value].span; }
  /// Bytes [begin, end) of the node in the expression's own text. Nodes that were put in for `?` have those
  /// of the input expression's text.
  std::uint32_t begin(ExprId id) const { return nodes_[id.value].begin; }
  std::uint32_t end(ExprId id) const { return nodes_[id.value].end; }

  // For the stages of the pipeline; readers do not need the rest.

  struct Node {
    NodeKind kind = NodeKind::Error;
    Relation relation = Relation::Equal;
    bool low_closed = true;
    bool high_closed = true;
    /// 0 for a leaf, else 1 more than the deepest child.
    std::uint16_t depth = 0;
    std::uint32_t first_child = 0;
    std::uint32_t child_count = 0;
    std::uint32_t text = kNoText;
    std::uint32_t value = kNoValue;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    FactId fact;
    const BuiltIn* function = nullptr;
    Span span;
  };
  static constexpr std::uint32_t kNoText = 0xffffffff;
  static constexpr std::uint32_t kNoValue = 0xffffffff;

  /// Adds a node whose children exist already.
  ExprId add(NodeKind kind, std::uint32_t begin, std::uint32_t end, Span span,
             std::span<const ExprId> children);
  Node& node(ExprId id) { return nodes_[id.value]; }
  const Node& node(ExprId id) const { return nodes_[id.value]; }
  void set_root(ExprId id) { root_ = id; }
  void set_text(ExprId id, std::string text);
  void set_value(ExprId id, Value value);
  void set_type(ExprId id, Type type);
  void set_children(ExprId id, std::span<const ExprId> children);

  /// Copies one node of `other`, with children of this tree; gives the copy.
  ExprId copy_node(const Ast& other, ExprId id, std::span<const ExprId> children);

  /// Copies the tree below `root` of `other` to the end of this one; gives the copy of `root`.
  ExprId graft(const Ast& other, ExprId root);

 private:
  std::vector<Node> nodes_;
  std::vector<ExprId> links_;
  std::vector<std::string> texts_;
  std::vector<Value> values_;
  std::vector<Type> types_;
  ExprId root_;
};

/// True if the trees below `a` and `b` are the same, whatever their places in the text.
bool same_tree(const Ast& left, ExprId a, const Ast& right, ExprId b);

}  // namespace zhilu::expr
