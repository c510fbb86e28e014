// SPDX-License-Identifier: MIT
#include "engine/compile/blanks.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/compile/circuit_run.h"
#include "engine/expr/vm.h"
#include "engine/value/time.h"

namespace zhilu {
namespace {

void sort_once(std::vector<FactId>& facts) {
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
}

/// Notes whether it is asked for anything.
class NotedZones final : public ZoneRules {
 public:
  bool is_known(std::string_view) const override { return note(); }
  std::optional<int> offset_seconds(std::string_view, std::int64_t) const override {
    note();
    return std::nullopt;
  }
  std::optional<int> offset_seconds_at_utc(std::string_view, std::int64_t) const override {
    note();
    return std::nullopt;
  }
  bool was_asked() const { return was_asked_; }

 private:
  bool note() const {
    was_asked_ = true;
    return false;
  }
  mutable bool was_asked_ = false;
};

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
  const ZoneRules* zones() const override { return &zones_; }
  const TextRules* text_rules() const override {
    depends_on_more_ = true;
    return nullptr;
  }

  /// The facts asked for, each once; empty where more than facts was asked for.
  std::optional<std::vector<FactId>> take_read() {
    if (depends_on_more_ || zones_.was_asked()) return std::nullopt;
    sort_once(read_);
    return std::move(read_);
  }

 private:
  const Knowledge& knowledge_;
  mutable std::vector<FactId> read_;
  NotedZones zones_;
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

/// What a circuit comes to where nothing is known of the facts it reads.
class CircuitBlank {
 public:
  explicit CircuitBlank(const Compiled& compiled) : compiled_(compiled) {}

  /// The facts it reads if it is unknown for want of all of them, else none.
  std::vector<FactId> run(std::span<const CircuitOp> ops) {
    const Truth truth = run_circuit(ops, missing_, [this](std::uint32_t predicate) {
      return predicate < compiled_.general ? take_simple(predicate) : take_general(predicate);
    });
    if (!is_told_ || truth != Truth::Unknown) return {};
    const std::span<const FactId> all = missing_.all();
    std::vector<FactId> missing(all.begin(), all.end());
    sort_once(reads_);
    sort_once(missing);
    return reads_ == missing ? std::move(reads_) : std::vector<FactId>();
  }

 private:
  Truth take_simple(std::uint32_t predicate) {
    reads_.push_back(compiled_.predicates[predicate].fact);
    missing_.push_back(reads_.back());
    return Truth::Unknown;
  }

  Truth take_general(std::uint32_t predicate) {
    const Blank& blank = compiled_.general_blanks[predicate - compiled_.general];
    const FactId* facts = compiled_.blank_facts.data() + blank.begin;
    reads_.insert(reads_.end(), facts, facts + blank.reads);
    missing_.append({facts + blank.reads, blank.missing});
    is_told_ = is_told_ && blank.kind != Blank::Kind::None;
    return blank.truth();
  }

  const Compiled& compiled_;
  /// Whether it can be told what comes of all predicates.
  bool is_told_ = true;
  std::vector<FactId> reads_;
  MissingList missing_;
};

/// CompiledTables::blank_tables of a table.
std::vector<FactId> read_by_blank(const DecisionTable& table, const Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  std::vector<FactId> facts;
  bool depends_on_more = false;
  const auto take = [&](ConditionId condition) {
    if (!condition.is_set()) return;
    const std::span<const CircuitOp> ops = compiled.circuits[condition.value];
    depends_on_more |= std::ranges::any_of(ops, [&](const CircuitOp& op) {
      if (op.code != CircuitOp::Code::Predicate || op.predicate < compiled.general) return false;
      return compiled.general_blanks[op.predicate - compiled.general].kind == Blank::Kind::None;
    });
    const std::shared_ptr<const expr::Program> program = knowledge.read_program(condition);
    const std::span<const FactId> read = program->facts();
    facts.insert(facts.end(), read.begin(), read.end());
  };
  // Of outputs, which are seldom more than words, only constants are taken.
  const auto take_output = [&](ConditionId output) {
    depends_on_more |= output.is_set() && !knowledge.read_program(output)->is_constant();
  };
  for (const TableRule& rule : table.rules) {
    for (const ConditionId test : rule.tests) take(test);
    for (const ConditionId output : rule.outputs) take_output(output);
  }
  for (const FactId output : table.outputs) take_output(knowledge.facts[output].fallback);
  depends_on_more |=
      std::ranges::any_of(facts, [&](FactId fact) { return knowledge.facts[fact].is_derived(); });
  if (depends_on_more) return {};
  sort_once(facts);
  return facts;
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
  for (std::size_t c = 0; c < compiled.circuits.size(); ++c) {
    const std::vector<FactId> facts = CircuitBlank(compiled).run(compiled.circuits[c]);
    compiled.blank_circuits.items.append(facts.begin(), facts.end());
    compiled.blank_circuits.end_row();
  }
  for (const DecisionTable& table : knowledge.tables) {
    const std::vector<FactId> facts = read_by_blank(table, compiled);
    compiled.blank_tables.items.append(facts.begin(), facts.end());
    compiled.blank_tables.end_row();
  }
}

}  // namespace zhilu
