// SPDX-License-Identifier: MIT
#include "engine/compile/blanks.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/expr/vm.h"

namespace zhilu {
namespace {

/// A world of which nothing is known. It notes what is asked of it: an evaluation that asks for the same and
/// is told the same gives the same.
class BlankWorld final : public expr::Environment {
 public:
  explicit BlankWorld(const Knowledge& knowledge) : knowledge_(knowledge) {}

  Value fact(FactId fact) const override {
    read_.push_back(fact);
    return Value::unknown(fact);
  }
  std::optional<Date> today() const override {
    depends_on_more_ = true;
    return std::nullopt;
  }
  Value event(std::string_view) const override {
    depends_on_more_ = true;
    return Value::null();
  }
  const Calendar* calendar() const override { return &knowledge_.calendar; }
  const ZoneRules* zones() const override {
    depends_on_more_ = true;
    return nullptr;
  }
  const TextRules* text_rules() const override {
    depends_on_more_ = true;
    return nullptr;
  }

  /// The facts asked for, each once; empty where more than facts was asked for.
  std::optional<std::vector<FactId>> take_read() {
    if (depends_on_more_) return std::nullopt;
    std::sort(read_.begin(), read_.end());
    read_.erase(std::unique(read_.begin(), read_.end()), read_.end());
    return std::move(read_);
  }

 private:
  const Knowledge& knowledge_;
  mutable std::vector<FactId> read_;
  mutable bool depends_on_more_ = false;
};

Blank::Kind kind_of(const Value& value) {
  if (value.is(ValueKind::Boolean)) return value.as_boolean() ? Blank::Kind::True : Blank::Kind::False;
  if (value.is_null()) return Blank::Kind::Null;
  return value.is_open() ? Blank::Kind::Open : Blank::Kind::None;
}

Blank make_blank(const expr::Program& program, expr::ExprId root, Compiled& compiled) {
  BlankWorld world(*compiled.knowledge);
  const Value value = expr::evaluate(program, root, world);
  const std::optional<std::vector<FactId>> read = world.take_read();
  const FactSet missing = value.missing();
  const Blank::Kind kind = kind_of(value);
  if (!read || kind == Blank::Kind::None || std::max(read->size(), missing.size()) > Blank::kMost) return {};
  const Blank blank{.kind = kind,
                    .reads = static_cast<std::uint8_t>(read->size()),
                    .missing = static_cast<std::uint8_t>(missing.size()),
                    .begin = static_cast<std::uint32_t>(compiled.blank_facts.size())};
  compiled.blank_facts.append(read->begin(), read->end());
  compiled.blank_facts.append(missing.begin(), missing.end());
  return blank;
}

}  // namespace

void add_blanks(Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  for (std::uint32_t p = compiled.general; p < compiled.predicates.size(); ++p) {
    const Predicate& predicate = compiled.predicates[p];
    const auto program = knowledge.read_program(predicate.condition);
    compiled.general_blanks.push_back(make_blank(*program, predicate.root, compiled));
  }
  for (const Derivation& derivation : compiled.derivations) {
    Blank blank;
    if (derivation.fact.is_set()) {
      const auto program = knowledge.read_program(knowledge.facts[derivation.fact].fallback);
      blank = make_blank(*program, program->root(), compiled);
    }
    compiled.default_blanks.push_back(blank);
  }
}

}  // namespace zhilu
