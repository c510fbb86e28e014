// SPDX-License-Identifier: MIT
// The tests of a table as logic over cells: which rules hold, may hold or do not hold in a situation.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/expr/program.h"
#include "engine/model/decision_table.h"
#include "engine/model/knowledge.h"
#include "engine/table/situation.h"
#include "engine/value/truth.h"

namespace zhilu {

/// What a part of a situation can be split by: cells of one dimension that some test tells from the others.
struct Split {
  std::uint32_t dimension = 0;
  const CellSet* cells = nullptr;
};

class TableLogic {
 public:
  /// All dimensions together; a table with more is not looked through.
  static constexpr std::size_t kMaxCells = 4000;
  /// What trying a test on one cell takes.
  static constexpr std::uint64_t kStepsOfCell = 10;

  /// Tries every test on every cell, and counts `steps` down by what that takes. REQUIRES: all conditions of
  /// the table are compiled; `knowledge` outlives this object.
  TableLogic(const Knowledge& knowledge, const DecisionTable& table, std::uint64_t& steps);

  /// False if the table is too large, or the steps do not suffice; then nothing else may be asked.
  bool is_ready() const { return ready_; }
  const std::vector<Dimension>& dimensions() const { return dimensions_; }
  std::size_t rule_count() const { return rules_.size(); }
  /// All there is.
  Situation everything() const;

  /// Does the rule hold in all of the situation, in none of it, or is it not settled? A test that cannot be
  /// decided by cells is never settled.
  Truth truth(std::uint32_t rule, const Situation& situation) const;

  /// A split that brings the rule nearer to being settled; empty if there is none. `count` is how many there
  /// are.
  std::optional<Split> find_split(std::uint32_t rule, const Situation& situation, std::size_t& count) const;

  /// What truth() of the rule costs, in steps.
  std::size_t cost(std::uint32_t rule) const { return rules_[rule].cost; }

 private:
  enum class Kind : std::uint8_t { False, True, Opaque, Atom, And, Or, Not };
  struct Node {
    Kind kind = Kind::Opaque;
    std::uint32_t atom = 0;
    std::vector<std::uint32_t> children;
  };
  struct Atom {
    std::uint32_t dimension = 0;
    /// Where it holds; empty until the cells are known.
    CellSet holds;
    const expr::Program* program = nullptr;
    expr::ExprId at;
    /// Not two-valued on every cell after all.
    bool opaque = false;
  };
  struct Rule {
    std::vector<std::uint32_t> tests;
    std::size_t cost = 1;
  };

  std::uint32_t add_test(const expr::Program& program, expr::ExprId id);
  std::uint32_t add_node(Kind kind, std::vector<std::uint32_t> children = {});
  std::uint32_t add_atom(const expr::Program& program, expr::ExprId id);
  std::uint32_t add_member(FactId fact, const Value& option);
  std::uint32_t dimension(FactId fact, std::optional<std::uint32_t> option);
  void cut_domains(std::uint64_t& steps);
  void evaluate_atoms();
  Truth truth_of_node(std::uint32_t node, const Situation& situation) const;
  void collect_splits(std::uint32_t node, const Situation& situation, std::optional<Split>& split,
                      std::size_t& count) const;

  const Knowledge& knowledge_;
  bool ready_ = true;
  std::vector<Dimension> dimensions_;
  /// By dimension: the values its tests name.
  std::vector<std::vector<Value>> named_;
  std::map<std::pair<FactId, std::optional<std::uint32_t>>, std::uint32_t> index_;
  std::vector<Node> nodes_;
  std::vector<Atom> atoms_;
  std::vector<Rule> rules_;
};

}  // namespace zhilu
