// SPDX-License-Identifier: MIT
// Names, forms and calls; operators are in checker_operators.cc.
#include "engine/expr/checker.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/spelling.h"
#include "engine/expr/calls.h"
#include "engine/expr/checker_impl.h"
#include "engine/expr/diagnostics.h"
#include "engine/expr/functions.h"
#include "engine/expr/operators.h"

namespace zhilu::expr {
namespace {

/// What people write for the three constants.
struct ConstantWord {
  std::string_view word;
  std::string_view constant;
};
constexpr ConstantWord kConstantWords[] = {
    {"True", "true"},   {"TRUE", "true"}, {"真", "true"},  {"是", "true"},   {"False", "false"},
    {"FALSE", "false"}, {"假", "false"},  {"否", "false"}, {"Null", "null"}, {"NULL", "null"},
    {"None", "null"},   {"nil", "null"},  {"空", "null"},  {"无", "null"},
};

}  // namespace

Checker::Checker(Ast& ast, const Scope& scope, Diagnostics& diagnostics)
    : ast_(ast), scope_(scope), diagnostics_(diagnostics) {}

Bindings Checker::run() {
  bindings_.slot.assign(ast_.size(), Bindings::kNoSlot);
  bindings_.frames.emplace_back();
  functions_.emplace_back();
  check(ast_.root());
  std::sort(bindings_.facts.begin(), bindings_.facts.end());
  bindings_.facts.erase(std::unique(bindings_.facts.begin(), bindings_.facts.end()), bindings_.facts.end());
  return std::move(bindings_);
}

Type Checker::check(ExprId id) {
  Type type = find_type(id);
  ast_.set_type(id, type);
  return type;
}

Diagnostic& Checker::report(const DiagnosticKind& kind, ExprId at, std::vector<std::string> args) {
  return diagnostics_.add(kind, ast_.span(at), std::move(args));
}

Type Checker::find_type(ExprId id) {
  switch (ast_.kind(id)) {
    case NodeKind::Error:
    case NodeKind::Input:
      return TypeKind::Any;
    case NodeKind::Literal:
      return ast_.is_constant(id) ? type_of(ast_.value(id)) : Type(TypeKind::Any);
    case NodeKind::Name:
      return check_name(id);
    case NodeKind::Path:
      return check_path(id);
    case NodeKind::Filter:
      return check_filter(id);
    case NodeKind::If:
      return check_if(id);
    case NodeKind::For:
      return check_for(id);
    case NodeKind::Some:
    case NodeKind::Every:
      return check_quantified(id);
    case NodeKind::List:
      return check_list(id);
    case NodeKind::Context:
      return check_context(id);
    case NodeKind::Call:
      return check_call(id);
    case NodeKind::Function:
      return check_function(id);
    case NodeKind::InstanceOf:
      check(ast_.child(id, 0));
      check_type_node(ast_.child(id, 1));
      return TypeKind::Boolean;
    case NodeKind::NamedArgument:
      return check(ast_.child(id, 0));
    default:
      return check_operator(id);
  }
}

std::uint32_t Checker::add_slot() {
  return bindings_.frames[functions_.back().frame].slots++;
}

std::uint32_t Checker::declare(ExprId id, std::string_view name, Type type) {
  const std::uint32_t slot = add_slot();
  functions_.back().locals.push_back({std::string(name), slot, std::move(type)});
  if (id.is_set()) bindings_.slot[id.value] = slot;
  return slot;
}

/// The local of that name that function `depth` sees, captured from outside where necessary.
std::optional<Checker::FoundLocal> Checker::find_local(std::size_t depth, std::string_view name) {
  const std::vector<Local>& locals = functions_[depth].locals;
  for (std::size_t i = locals.size(); i-- > 0;) {
    if (locals[i].name == name) return FoundLocal{locals[i], i};
  }
  for (const Local& captured : functions_[depth].captured) {
    if (captured.name == name) return FoundLocal{captured, 0};
  }
  if (depth == 0) return std::nullopt;
  const std::optional<FoundLocal> outer = find_local(depth - 1, name);
  if (!outer) return std::nullopt;
  Frame& frame = bindings_.frames[functions_[depth].frame];
  const std::uint32_t inner = frame.slots++;
  frame.captures.push_back({outer->local.slot, inner});
  functions_[depth].captured.push_back({std::string(name), inner, outer->local.type});
  return FoundLocal{functions_[depth].captured.back(), 0};
}

/// Type of the entry `name` of the items of filters around, and where to look for it; false if it is surely
/// none. Only filters inside of which no local variable of that name was declared count.
bool Checker::find_entry(ExprId id, std::string_view name, std::size_t local_place, Type& type) {
  bool found = false;
  for (std::size_t i = filters_.size(); i-- > 0;) {
    const FilterItem& item = filters_[i];
    if (item.function != functions_.size() || item.locals <= local_place) break;
    const TypeKind kind = item.type.kind();
    if (kind != TypeKind::Any && kind != TypeKind::Context) continue;
    bindings_.items[id].push_back(item.slot);
    const Type* entry = item.type.find_entry(name);
    const bool may_have = kind == TypeKind::Any || item.type.entries().empty();
    if (!found && entry != nullptr) type = *entry;
    found = found || entry != nullptr || may_have;
    if (entry != nullptr) break;
  }
  return found;
}

Type Checker::check_name(ExprId id) {
  const std::string name(ast_.text(id));
  Type type = TypeKind::Any;
  const std::optional<FoundLocal> found = find_local(functions_.size() - 1, name);
  // `item` itself is declared just before its filter's condition, so entries of that name come first.
  const bool is_entry = find_entry(id, name, found ? found->place : 0, type);
  if (found) {
    bindings_.slot[id.value] = found->local.slot;
    return is_entry ? type : found->local.type;
  }
  if (const Variable* variable = scope_.find(name)) {
    ast_.node(id).fact = variable->fact;
    bindings_.facts.push_back(variable->fact);
    return is_entry ? type : variable->type;
  }
  if (const BuiltIn* function = find_built_in(name)) {
    ast_.node(id).function = function;
    return is_entry ? type : Type(TypeKind::Function);
  }
  if (!is_entry) report_unknown_name(id, name);
  return type;
}

void Checker::report_unknown_name(ExprId id, const std::string& name) {
  for (const ConstantWord& word : kConstantWords) {
    if (word.word != name) continue;
    report(kForeignKeyword, id, {name, std::string(word.constant)}).fix = Fix{std::string(word.constant)};
    return;
  }
  if (options_ != nullptr) {
    const auto& options = options_->options;
    if (std::find(options.begin(), options.end(), name) != options.end()) {
      report(kUnquotedOption, id, {name}).fix = Fix{fmt::format("\"{}\"", name)};
      return;
    }
  }
  std::vector<std::string> candidates = scope_.names();
  for (const FunctionScope& function : functions_) {
    for (const Local& local : function.locals) candidates.push_back(local.name);
  }
  Diagnostic& diagnostic = report(kUnknownName, id, {name});
  if (auto nearest = find_nearest(name, candidates)) diagnostic.fix = Fix{*std::move(nearest)};
}

Type Checker::check_path(ExprId id) {
  const Type base = check(ast_.child(id, 0));
  const std::string name(ast_.text(id));
  if (auto type = property_type(base, name)) return *std::move(type);
  const Type& owner = base.kind() == TypeKind::List ? base.element() : base;
  std::vector<std::string> candidates;
  for (const Type::Entry& entry : owner.entries()) candidates.push_back(entry.name);
  Diagnostic& diagnostic = report(kUnknownEntry, id, {name, base.to_string()});
  // The dot and what stands behind it.
  diagnostic.span.begin = std::max(diagnostic.span.begin, ast_.span(ast_.child(id, 0)).end);
  if (auto nearest = find_nearest(name, candidates)) diagnostic.fix = Fix{"." + *nearest};
  return TypeKind::Any;
}

Type Checker::check_filter(ExprId id) {
  const Type list = check(ast_.child(id, 0));
  const Type item = list.kind() == TypeKind::List ? list.element() : list;
  const std::size_t locals = functions_.back().locals.size();
  const std::uint32_t slot = declare(id, "item", item);
  filters_.push_back({slot, functions_.size(), functions_.back().locals.size(), item});
  const Type condition = check(ast_.child(id, 1));
  filters_.pop_back();
  functions_.back().locals.resize(locals);
  if (condition.kind() == TypeKind::Number) return item;
  const bool fits = condition.kind() == TypeKind::Boolean || condition.kind() == TypeKind::Any ||
                    condition.kind() == TypeKind::Null;
  if (!fits) report(kWrongOperand, ast_.child(id, 1), {"[…]", condition.to_string()});
  if (condition.kind() == TypeKind::Boolean) return Type::list(item);
  return TypeKind::Any;
}

Type Checker::check_if(ExprId id) {
  require_boolean(check(ast_.child(id, 0)), ast_.child(id, 0), "if");
  const Type yes = check(ast_.child(id, 1));
  const Type no = check(ast_.child(id, 2));
  return common_type(yes, no);
}

/// The variables of a for, some or every; gives what `partial` and the results see.
void Checker::check_iterators(ExprId id) {
  const auto children = ast_.children(id);
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    const ExprId iterator = ast_.child(id, i);
    const ExprId domain = ast_.child(iterator, 0);
    const Type list = check(domain);
    Type item = TypeKind::Any;
    if (ast_.children(iterator).size() == 2) {
      const Type to = check(ast_.child(iterator, 1));
      item = list.kind() == to.kind() ? list : Type(TypeKind::Any);
      for (const Type& end : {list, to}) {
        const bool fits = end.kind() == TypeKind::Number || end.kind() == TypeKind::Date ||
                          end.kind() == TypeKind::Any || end.kind() == TypeKind::Null;
        if (!fits) report(kWrongOperands, iterator, {"..", list.to_string(), to.to_string()});
        if (!fits) break;
      }
    } else {
      const bool is_list = list.kind() == TypeKind::List || list.kind() == TypeKind::Range;
      item = is_list ? list.element() : list;
    }
    ast_.set_type(iterator, item);
    declare(iterator, ast_.text(iterator), item);
  }
}

Type Checker::check_for(ExprId id) {
  const std::size_t locals = functions_.back().locals.size();
  declare(id, "partial", TypeKind::List);
  check_iterators(id);
  const Type body = check(ast_.children(id).back());
  functions_.back().locals.resize(locals);
  return Type::list(body);
}

Type Checker::check_quantified(ExprId id) {
  const std::size_t locals = functions_.back().locals.size();
  check_iterators(id);
  const ExprId condition = ast_.children(id).back();
  require_boolean(check(condition), condition, operator_sign(ast_.kind(id)));
  functions_.back().locals.resize(locals);
  return TypeKind::Boolean;
}

Type Checker::check_list(ExprId id) {
  Type element = TypeKind::Null;
  for (std::size_t i = 0; i < ast_.children(id).size(); ++i) {
    element = common_type(element, check(ast_.child(id, i)));
  }
  return Type::list(element);
}

Type Checker::check_context(ExprId id) {
  const std::size_t locals = functions_.back().locals.size();
  std::vector<Type::Entry> entries;
  for (std::size_t i = 0; i < ast_.children(id).size(); ++i) {
    const ExprId entry = ast_.child(id, i);
    Type type = check(ast_.child(entry, 0));
    ast_.set_type(entry, type);
    declare(entry, ast_.text(entry), type);
    entries.push_back({std::string(ast_.text(entry)), std::move(type)});
  }
  functions_.back().locals.resize(locals);
  return Type::context(std::move(entries));
}

Type Checker::check_function(ExprId id) {
  const auto children = ast_.children(id);
  const std::uint32_t frame = static_cast<std::uint32_t>(bindings_.frames.size());
  bindings_.frames.emplace_back();
  bindings_.frames[frame].function = id;
  bindings_.frame_of[id] = frame;
  functions_.push_back({frame, {}, {}});
  std::vector<Type> parameters;
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    const ExprId parameter = ast_.child(id, i);
    Type type = TypeKind::Any;
    if (!ast_.children(parameter).empty()) type = check_type_node(ast_.child(parameter, 0));
    ast_.set_type(parameter, type);
    declare(parameter, ast_.text(parameter), type);
    parameters.push_back(std::move(type));
  }
  bindings_.frames[frame].parameters = static_cast<std::uint32_t>(parameters.size());
  Type result = TypeKind::Any;
  if (ast_.text(id).empty()) result = check(ast_.children(id).back());
  functions_.pop_back();
  return Type::function(std::move(parameters), std::move(result));
}

Bindings check(Ast& ast, const Scope& scope, Diagnostics& diagnostics) {
  return Checker(ast, scope, diagnostics).run();
}

}  // namespace zhilu::expr
