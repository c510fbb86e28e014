// SPDX-License-Identifier: MIT
#include "engine/model/lazy_programs.h"

#include "engine/expr/compiler.h"
#include "engine/model/fact_type.h"
#include "engine/model/knowledge.h"

namespace zhilu {
namespace {

/// The facts of whole knowledge as variables, each made when it is first looked up.
class FactScope : public expr::Scope {
 public:
  FactScope(const Knowledge& knowledge, std::unordered_map<FactId, expr::Variable>& variables)
      : knowledge_(knowledge), variables_(variables) {}

  const expr::Variable* find(std::string_view name) const override {
    const FactId id = knowledge_.find_fact(name);
    if (!id.is_set()) return nullptr;
    const auto [entry, is_new] = variables_.try_emplace(id);
    if (is_new) {
      const Fact& fact = knowledge_.facts[id];
      entry->second = {fact.id, feel_type(fact.kind), id, {}};
      if (fact.kind == FactKind::Choice || fact.kind == FactKind::Choices) {
        for (const FactOption& option : fact.options) entry->second.options.push_back(option.id);
      }
    }
    return &entry->second;
  }
  // Only for suggestions, and what is compiled here has been compiled before without a problem.
  std::vector<std::string> names() const override { return {}; }
  // The id of a fact is one word.
  const expr::KnownNames& known_names() const override { return known_; }

 private:
  const Knowledge& knowledge_;
  std::unordered_map<FactId, expr::Variable>& variables_;
  expr::KnownNames known_;
};

}  // namespace

const expr::Program* LazyPrograms::program(const Knowledge& knowledge, ConditionId id) {
  std::atomic<const expr::Program*>& slot = programs_[id.value];
  if (const expr::Program* made = slot.load(std::memory_order_acquire)) return made;
  const Condition& condition = knowledge.conditions[id];
  // Before the lock, which the input needs too.
  const expr::Program* input = condition.input.is_set() ? program(knowledge, condition.input) : nullptr;

  const std::scoped_lock lock(mutex_);
  if (const expr::Program* made = slot.load(std::memory_order_relaxed)) return made;
  kept_.push_back(make(knowledge, condition, input));
  slot.store(kept_.back().get(), std::memory_order_release);
  return kept_.back().get();
}

std::shared_ptr<const expr::Program> LazyPrograms::read(const Knowledge& knowledge, ConditionId id) {
  const Condition& condition = knowledge.conditions[id];
  const expr::Program* input = condition.input.is_set() ? program(knowledge, condition.input) : nullptr;
  const std::scoped_lock lock(mutex_);
  if (const expr::Program* made = programs_[id.value].load(std::memory_order_relaxed)) {
    return made->shared_from_this();
  }
  return make(knowledge, condition, input);
}

/// REQUIRES: the mutex is held.
std::shared_ptr<const expr::Program> LazyPrograms::make(const Knowledge& knowledge,
                                                        const Condition& condition,
                                                        const expr::Program* input) {
  const FactScope scope(knowledge, variables_);
  Diagnostics problems;
  return input == nullptr ? expr::compile(condition.text, {}, scope, problems)
                          : expr::compile_unary_test(condition.text, {}, *input, scope, problems);
}

}  // namespace zhilu
