// SPDX-License-Identifier: MIT
#include "engine/expr/codegen.h"

#include <algorithm>

#include "engine/expr/diagnostics.h"
#include "engine/expr/node_kinds.h"
#include "engine/expr/operators.h"

namespace zhilu::expr {
namespace {

class Generator {
 public:
  Generator(const Ast& ast, const Bindings& bindings) : ast_(ast), bindings_(bindings) {
    code_.blocks.resize(ast.size());
    code_.instructions.reserve(2 * ast.size());
    code_.nodes.reserve(2 * ast.size());
  }

  std::unique_ptr<const Code> run() {
    code_.slots = bindings_.frames[0].slots;
    generate(ast_.root());
    // Functions found on the way, and those found inside them.
    for (std::size_t i = 0; i < code_.functions.size(); ++i) {
      if (code_.functions[i].external) continue;
      const ExprId body = ast_.children(code_.functions[i].node).back();
      depth_ = 0;
      const Block block = generate(body);
      code_.functions[i].body = block;
    }
    return std::make_unique<const Code>(std::move(code_));
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(code_.instructions.size()); }

  /// Adds an instruction that takes `taken` values from the stack and pushes one, if `pushes`.
  std::uint32_t emit(ExprId node, Op op, std::size_t taken, std::uint32_t c = 0, std::uint32_t b = 0,
                     std::uint8_t a = 0, bool pushes = true) {
    code_.instructions.push_back({op, a, b, c});
    code_.nodes.push_back(node);
    depth_ -= static_cast<std::uint32_t>(taken);
    if (pushes) ++depth_;
    code_.max_stack = std::max(code_.max_stack, depth_);
    return here() - 1;
  }
  std::uint32_t emit_jump(ExprId node, Op op, std::size_t taken, std::uint8_t a = 0) {
    return emit(node, op, taken, 0, 0, a, false);
  }
  void land(std::uint32_t jump) { code_.instructions[jump].c = here(); }

  template <class T>
  static std::uint32_t intern(std::vector<T>& table, T item) {
    table.push_back(std::move(item));
    return static_cast<std::uint32_t>(table.size() - 1);
  }
  std::uint32_t name(ExprId id) { return intern(code_.names, std::string(ast_.text(id))); }

  Block generate(ExprId id) {
    const std::uint32_t begin = here();
    if (ast_.is_constant(id)) {
      emit(id, Op::Constant, 0, intern(code_.constants, ast_.value(id)));
    } else {
      generate_node(id);
    }
    return code_.blocks[id.value] = {begin, here()};
  }

  void generate_children(ExprId id, std::size_t from = 0) {
    for (const ExprId child : ast_.children(id).subspan(from)) generate(child);
  }

  void fail(ExprId id, const DiagnosticKind& kind, std::vector<std::string> args = {}) {
    emit(id, Op::Fail, 0, intern(code_.failures, Failure{&kind, std::move(args)}));
  }

  void generate_node(ExprId id) {
    const NodeKind kind = ast_.kind(id);
    switch (kind) {
      case NodeKind::Literal:
        emit(id, Op::Temporal, 0, name(id));
        return;
      case NodeKind::Name:
        return generate_name(id);
      case NodeKind::Path:
        generate_children(id);
        emit(id, Op::Path, 1, name(id));
        return;
      case NodeKind::Filter:
        return generate_filter(id);
      case NodeKind::Negate:
        generate_children(id);
        emit(id, Op::Negate, 1);
        return;
      case NodeKind::Add:
      case NodeKind::Subtract:
      case NodeKind::Multiply:
      case NodeKind::Divide:
      case NodeKind::Power:
        generate_children(id);
        emit(id, Op::Arithmetic, 2, 0, 0, static_cast<std::uint8_t>(kind));
        return;
      case NodeKind::Equal:
      case NodeKind::NotEqual:
      case NodeKind::Less:
      case NodeKind::LessEqual:
      case NodeKind::Greater:
      case NodeKind::GreaterEqual:
        generate_children(id);
        emit(id, Op::Compare, 2, 0, 0, static_cast<std::uint8_t>(*relation_of(kind)));
        return;
      case NodeKind::And:
      case NodeKind::Or:
        return generate_logic(id);
      case NodeKind::Not:
        generate_children(id);
        emit(id, Op::Not, 1);
        return;
      case NodeKind::Between:
        generate_children(id);
        emit(id, Op::Between, 3);
        return;
      case NodeKind::In:
        return generate_in(id);
      case NodeKind::InstanceOf:
        generate(ast_.child(id, 0));
        emit(id, Op::InstanceOf, 1, intern(code_.types, ast_.type(ast_.child(id, 1))));
        return;
      case NodeKind::If:
        return generate_if(id);
      case NodeKind::For:
      case NodeKind::Some:
      case NodeKind::Every:
        return generate_loop(id);
      case NodeKind::List:
        generate_children(id);
        emit(id, Op::List, ast_.children(id).size(), static_cast<std::uint32_t>(ast_.children(id).size()));
        return;
      case NodeKind::Context:
        return generate_context(id);
      case NodeKind::Range: {
        generate_children(id);
        const int flags = (ast_.low_closed(id) ? 1 : 0) | (ast_.high_closed(id) ? 2 : 0);
        emit(id, Op::Range, 2, 0, 0, static_cast<std::uint8_t>(flags));
        return;
      }
      case NodeKind::HalfRange:
        generate_children(id);
        emit(id, Op::HalfRange, 1, 0, 0, static_cast<std::uint8_t>(ast_.relation(id)));
        return;
      case NodeKind::Call:
        return generate_call(id);
      case NodeKind::NamedArgument:
        generate_children(id);
        return;
      case NodeKind::Function:
        return generate_function(id);
      default:
        return fail(id, kSyntaxError);
    }
  }

  void generate_name(ExprId id) {
    std::vector<std::uint32_t> jumps;
    if (const auto it = bindings_.items.find(id); it != bindings_.items.end()) {
      for (const std::uint32_t slot : it->second) {
        emit(id, Op::ItemEntry, 0, name(id), slot);
        jumps.push_back(emit_jump(id, Op::Jump, 1));  // What was pushed is there only behind the jump.
      }
    }
    if (bindings_.slot[id.value] != Bindings::kNoSlot) {
      emit(id, Op::Local, 0, bindings_.slot[id.value]);
    } else if (ast_.fact(id).is_set()) {
      emit(id, Op::Fact, 0, ast_.fact(id).value);
    } else if (ast_.function(id) != nullptr) {
      emit(id, Op::BuiltIn, 0, intern(code_.calls, CallSite{ast_.function(id), {}}));
    } else {
      fail(id, kUnknownName, {std::string(ast_.text(id))});
    }
    for (const std::uint32_t jump : jumps) land(jump);
  }

  void generate_filter(ExprId id) {
    generate(ast_.child(id, 0));
    const ExprId condition = ast_.child(id, 1);
    if (ast_.type(condition).kind() == TypeKind::Number && ast_.is_constant(condition)) {
      generate(condition);
      emit(id, Op::Index, 2);
      return;
    }
    // The list stays where it is while the condition runs.
    const TypeKind kind = ast_.type(condition).kind();
    const FilterUse use = kind == TypeKind::Number ? FilterUse::Index
                          : kind == TypeKind::Any  ? FilterUse::Either
                                                   : FilterUse::Condition;
    const std::uint32_t filter =
        emit(id, Op::Filter, 0, 0, bindings_.slot[id.value], static_cast<std::uint8_t>(use), false);
    generate(condition);
    --depth_;
    land(filter);
  }

  void generate_logic(ExprId id) {
    const std::uint8_t is_or = ast_.kind(id) == NodeKind::Or ? 1 : 0;
    std::vector<std::uint32_t> jumps;
    generate(ast_.child(id, 0));
    for (std::size_t i = 1; i < ast_.children(id).size(); ++i) {
      jumps.push_back(emit_jump(id, Op::ShortCircuit, 0, is_or));
      generate(ast_.child(id, i));
      emit(id, Op::Logic, 2, 0, 0, is_or);
    }
    for (const std::uint32_t jump : jumps) land(jump);
  }

  /// True if all tests are plain literals, which together are one list.
  bool are_literals(std::span<const ExprId> tests) const {
    return std::all_of(tests.begin(), tests.end(), [&](ExprId test) {
      if (!ast_.is_constant(test)) return false;
      const ValueKind kind = ast_.value(test).kind();
      return kind == ValueKind::String || kind == ValueKind::Number || kind == ValueKind::Boolean;
    });
  }

  void generate_in(ExprId id) {
    const auto tests = ast_.children(id).subspan(1);
    generate(ast_.child(id, 0));
    if (tests.size() > 1 && are_literals(tests)) {
      std::vector<Value> items;
      for (const ExprId test : tests) items.push_back(ast_.value(test));
      emit(id, Op::Constant, 0, intern(code_.constants, Value::list(std::move(items))));
      emit(id, Op::In, 2);
      return;
    }
    if (tests.size() == 1 && ast_.kind(tests[0]) != NodeKind::HalfRange) {
      generate(tests[0]);
      emit(id, Op::In, 2);
      return;
    }
    std::vector<std::optional<Relation>> relations;
    for (const ExprId test : tests) {
      if (ast_.kind(test) == NodeKind::HalfRange) {
        relations.emplace_back(ast_.relation(test));
        generate(ast_.child(test, 0));
      } else {
        relations.emplace_back(std::nullopt);
        generate(test);
      }
    }
    emit(id, Op::InMany, tests.size() + 1, intern(code_.relations, std::move(relations)),
         static_cast<std::uint32_t>(tests.size()));
  }

  void generate_if(ExprId id) {
    generate(ast_.child(id, 0));
    const std::uint32_t branch = emit_jump(id, Op::Branch, 1);
    generate(ast_.child(id, 1));
    const std::uint32_t jump = emit_jump(id, Op::Jump, 1);
    land(branch);
    generate(ast_.child(id, 2));
    land(jump);
  }

  void generate_loop(ExprId id) {
    const auto children = ast_.children(id);
    const std::uint32_t loop = emit(id, Op::Loop, 0, 0, 0, 0, false);
    LoopPlan plan;
    plan.kind = ast_.kind(id);
    plan.at = loop;
    if (bindings_.slot[id.value] != Bindings::kNoSlot &&
        uses_slot(children.back(), bindings_.slot[id.value])) {
      plan.partial = bindings_.slot[id.value];
    }
    for (const ExprId iterator : children.first(children.size() - 1)) {
      LoopIterator it;
      it.slot = bindings_.slot[iterator.value];
      it.domain = generate(ast_.child(iterator, 0));
      --depth_;
      if (ast_.children(iterator).size() == 2) {
        it.to = generate(ast_.child(iterator, 1));
        --depth_;
      }
      plan.iterators.push_back(it);
    }
    plan.body = generate(children.back());
    plan.end = here();
    code_.instructions[loop].c = intern(code_.loops, std::move(plan));
  }

  /// Does the tree below `id` read a local variable of that slot, or take it into a function?
  bool uses_slot(ExprId id, std::uint32_t slot) const {
    if (ast_.kind(id) == NodeKind::Name && bindings_.slot[id.value] == slot) return true;
    if (ast_.kind(id) == NodeKind::Function) {
      const Frame& frame = bindings_.frames[bindings_.frame_of.at(id)];
      return std::any_of(frame.captures.begin(), frame.captures.end(),
                         [&](const Capture& capture) { return capture.outer == slot; });
    }
    const auto children = ast_.children(id);
    return std::any_of(children.begin(), children.end(),
                       [&](ExprId child) { return uses_slot(child, slot); });
  }

  void generate_context(ExprId id) {
    std::vector<std::string> keys;
    for (const ExprId entry : ast_.children(id)) keys.emplace_back(ast_.text(entry));
    std::vector<std::string> sorted = keys;
    std::sort(sorted.begin(), sorted.end());
    if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end()); twice != sorted.end()) {
      return fail(id, kDuplicateKey, {*twice});
    }
    for (const ExprId entry : ast_.children(id)) {
      generate(ast_.child(entry, 0));
      emit(entry, Op::Store, 0, bindings_.slot[entry.value], 0, 0, false);
    }
    const std::size_t count = keys.size();
    emit(id, Op::Context, count, intern(code_.keys, std::move(keys)));
  }

  void generate_call(ExprId id) {
    const auto children = ast_.children(id);
    const ExprId callee = children[0];
    const std::size_t count = children.size() - 1;
    std::vector<std::string> names;
    for (const ExprId argument : children.subspan(1)) {
      if (ast_.kind(argument) == NodeKind::NamedArgument) names.emplace_back(ast_.text(argument));
    }
    if (!names.empty() && names.size() != count) return fail(id, kMixedArguments);
    const BuiltIn* function = ast_.kind(callee) == NodeKind::Name ? ast_.function(callee) : nullptr;
    if (function == nullptr) {
      generate_children(id);
      const std::uint32_t keys = names.empty() ? Code::kNone : intern(code_.keys, std::move(names));
      const bool may_misfit = std::any_of(children.begin() + 1, children.end(), [&](ExprId argument) {
        return ast_.type(argument).kind() == TypeKind::Any;
      });
      emit(id, Op::CallValue, count + 1, keys, static_cast<std::uint32_t>(count), may_misfit ? 1 : 0);
      return;
    }
    CallFault fault;
    std::vector<ArgumentPlan> plans = plan_call(*function, count, names, fault);
    if (plans.empty()) return fail(id, *fault.kind, std::move(fault.args));
    generate_children(id, 1);
    emit(id, Op::CallBuiltIn, count, intern(code_.calls, CallSite{function, std::move(plans)}),
         static_cast<std::uint32_t>(count));
  }

  void generate_function(ExprId id) {
    const Frame& frame = bindings_.frames[bindings_.frame_of.at(id)];
    FunctionPlan plan;
    plan.node = id;
    const auto children = ast_.children(id);
    for (const ExprId parameter : children.first(children.size() - 1)) {
      plan.names.emplace_back(ast_.text(parameter));
      plan.types.push_back(ast_.type(parameter));
    }
    plan.captures = frame.captures;
    plan.slots = frame.slots;
    plan.external = !ast_.text(id).empty();
    emit(id, Op::Closure, 0, intern(code_.functions, std::move(plan)));
  }

  const Ast& ast_;
  const Bindings& bindings_;
  Code code_;
  std::uint32_t depth_ = 0;
};

}  // namespace

std::unique_ptr<const Code> generate(const Ast& ast, const Bindings& bindings) {
  return Generator(ast, bindings).run();
}

}  // namespace zhilu::expr
