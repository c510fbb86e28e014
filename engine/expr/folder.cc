// SPDX-License-Identifier: MIT
#include "engine/expr/folder.h"

#include <algorithm>
#include <optional>

#include "engine/expr/function_call.h"
#include "engine/expr/operators.h"
#include "engine/expr/ranges.h"

namespace zhilu::expr {
namespace {

/// Larger results stay uncomputed: a short text must not become a large program.
constexpr std::size_t kMaxItems = 1000;
constexpr std::size_t kMaxBytes = 4096;
constexpr Budget kFoldBudget{10'000, 8, kMaxItems, kMaxBytes};

/// A world in which nothing is known; only pure functions are folded, so nobody asks it.
class Nowhere final : public Environment {
 public:
  Value fact(FactId fact) const override { return Value::unknown(fact); }
};

class Folder {
 public:
  explicit Folder(Ast& ast) : ast_(ast) {}

  void run() {
    // Children come before their parents.
    for (std::uint32_t i = 0; i < ast_.size(); ++i) {
      const ExprId id{i};
      if (ast_.is_constant(id)) continue;
      std::optional<Value> value = fold(id);
      if (value && is_worth_keeping(*value)) ast_.set_value(id, *std::move(value));
    }
  }

 private:
  static bool is_worth_keeping(const Value& value) {
    if (value.is_null()) return value.as_null().reason == nullptr;
    if (value.is(ValueKind::String)) return value.as_string().size() <= kMaxBytes;
    if (value.is(ValueKind::List)) return value.as_list().size() <= kMaxItems;
    return !value.is_open();
  }

  const Value& child(ExprId id, std::size_t i) const { return ast_.value(ast_.child(id, i)); }

  bool all_constant(std::span<const ExprId> ids) const {
    return std::all_of(ids.begin(), ids.end(), [&](ExprId id) { return ast_.is_constant(id); });
  }

  std::vector<Value> values(std::span<const ExprId> ids) const {
    std::vector<Value> values;
    for (const ExprId id : ids) values.push_back(ast_.value(id));
    return values;
  }

  std::optional<Value> fold(ExprId id) const {
    const auto children = ast_.children(id);
    const NodeKind kind = ast_.kind(id);
    if (kind == NodeKind::Call) return fold_call(id);
    if (children.empty() && kind != NodeKind::List) return std::nullopt;
    if (kind == NodeKind::InstanceOf) {
      if (!ast_.is_constant(children[0])) return std::nullopt;
      return Value::boolean(is_instance(child(id, 0), ast_.type(children[1])));
    }
    if (!all_constant(children)) return std::nullopt;
    switch (kind) {
      case NodeKind::NamedArgument:
        return child(id, 0);
      case NodeKind::Negate:
        return negate(child(id, 0));
      case NodeKind::Add:
      case NodeKind::Subtract:
      case NodeKind::Multiply:
      case NodeKind::Divide:
      case NodeKind::Power:
        return arithmetic(kind, child(id, 0), child(id, 1), UtcOnly());
      case NodeKind::Equal:
        return compare(Relation::Equal, child(id, 0), child(id, 1));
      case NodeKind::NotEqual:
        return compare(Relation::NotEqual, child(id, 0), child(id, 1));
      case NodeKind::Less:
        return compare(Relation::Less, child(id, 0), child(id, 1));
      case NodeKind::LessEqual:
        return compare(Relation::LessEqual, child(id, 0), child(id, 1));
      case NodeKind::Greater:
        return compare(Relation::Greater, child(id, 0), child(id, 1));
      case NodeKind::GreaterEqual:
        return compare(Relation::GreaterEqual, child(id, 0), child(id, 1));
      case NodeKind::Path:
        return property(child(id, 0), ast_.text(id));
      case NodeKind::List:
        return Value::list(values(children));
      case NodeKind::Range:
        return make_range(child(id, 0), child(id, 1), ast_.low_closed(id), ast_.high_closed(id));
      case NodeKind::HalfRange:
        return make_half_range(ast_.relation(id), child(id, 0));
      default:
        return std::nullopt;
    }
  }

  std::optional<Value> fold_call(ExprId id) const {
    const auto children = ast_.children(id);
    const BuiltIn* function = ast_.function(children[0]);
    const auto arguments = children.subspan(1);
    if (function == nullptr || !function->pure || !all_constant(arguments)) return std::nullopt;
    std::vector<std::string> names;
    for (const ExprId argument : arguments) {
      if (ast_.kind(argument) == NodeKind::NamedArgument) names.emplace_back(ast_.text(argument));
    }
    if (!names.empty() && names.size() != arguments.size()) return std::nullopt;
    CallFault fault;
    const std::vector<ArgumentPlan> plans = plan_call(*function, arguments.size(), names, fault);
    if (plans.empty()) return std::nullopt;
    const Nowhere nowhere;
    Runtime runtime(nowhere, nullptr, kFoldBudget);
    Value value = call_built_in(*function, plans, values(arguments), runtime);
    if (runtime.stopped()) return std::nullopt;
    return value;
  }

  Ast& ast_;
};

}  // namespace

void fold_constants(Ast& ast) {
  Folder(ast).run();
}

}  // namespace zhilu::expr
