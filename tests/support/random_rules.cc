// SPDX-License-Identifier: MIT
#include "tests/support/random_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>

#include "tests/support/random_knowledge.h"

namespace zhilu::test {

namespace {

constexpr std::uint32_t kFacts = 12;
constexpr std::uint32_t kOptions = 4;

class RuleWriter {
 public:
  explicit RuleWriter(std::uint32_t seed) : random_(seed) {}

  Knowledge write() {
    made_.phases.push_back({});
    for (int i = 0; i < 3; ++i) made_.urgencies.push_back({.id = fmt::format("P{}", i), .title = {}});
    for (std::uint32_t f = 0; f < kFacts; ++f) add_fact(f);
    Graph graph;
    graph.id = "rules";
    graph.enter = add_condition("true");
    Node branch;
    branch.name = "rules";
    branch.kind = NodeKind::Branch;
    branch.owner = GraphId{0};
    graph.start = {NodeId{0}};
    graph.nodes = {NodeId{0}};
    made_.nodes.push_back(std::move(branch));
    const std::uint32_t steps = 5 + random_.below(30);
    for (std::uint32_t s = 0; s < steps; ++s) graph.nodes.push_back(add_step(s));
    made_.graphs.push_back(std::move(graph));
    const std::uint32_t rules = steps + random_.below(20);
    for (std::uint32_t r = 0; r < rules; ++r) {
      Edge arm;
      arm.kind = EdgeKind::Arm;
      arm.when = add_condition(rule());
      arm.to = NodeId{1 + (r < steps ? r : random_.below(steps))};
      made_.nodes[NodeId{0}].edges.push_back(std::move(arm));
    }
    made_.lazy_programs = std::make_shared<LazyPrograms>(made_.conditions.size());
    return std::move(made_);
  }

 private:
  static FactKind kind(std::uint32_t fact) {
    constexpr FactKind kKinds[] = {FactKind::Boolean, FactKind::Choice, FactKind::Choices, FactKind::Number};
    return kKinds[fact % 4];
  }

  void add_fact(std::uint32_t f) {
    Fact fact;
    fact.id = fmt::format("f{}", f);
    fact.title = {};
    fact.kind = kind(f);
    if (fact.kind == FactKind::Choice || fact.kind == FactKind::Choices) {
      for (std::uint32_t o = 0; o < kOptions; ++o)
        fact.options.push_back({.id = fmt::format("o{}", o), .title = {}, .likely = {}});
    }
    made_.fact_index[fact.id] = FactId{f};
    made_.facts.push_back(std::move(fact));
  }

  NodeId add_step(std::uint32_t s) {
    Step step;
    step.id = fmt::format("s{}", s);
    step.urgency.push_back({.when = {}, .urgency = UrgencyId{random_.below(3)}});
    step.phase = PhaseId{0};
    if (s > 0 && random_.chance(40)) step.after.push_back(StepId{random_.below(s)});
    if (random_.chance(5)) step.unless = add_condition(test(0));
    Node node;
    node.kind = NodeKind::Step;
    node.owner = GraphId{0};
    node.step = made_.steps.push_back(std::move(step));
    return made_.nodes.push_back(std::move(node));
  }

  ConditionId add_condition(const std::string& text) {
    return made_.conditions.push_back({.text = text, .span = {}, .program = {}, .input = {}});
  }

  std::string test(std::uint32_t f) {
    switch (kind(f)) {
      case FactKind::Boolean:
        return random_.chance(50) ? fmt::format("f{}", f) : fmt::format("f{} = false", f);
      case FactKind::Choice:
        return fmt::format("f{} in (\"o{}\", \"o{}\")", f, random_.below(kOptions), random_.below(kOptions));
      case FactKind::Choices:
        return fmt::format("\"o{}\" in f{}", random_.below(kOptions), f);
      default:
        return fmt::format("f{} {} {}", f, random_.chance(50) ? ">=" : "<", 5 * random_.below(8));
    }
  }

  std::string rule() {
    std::string text = test(random_.below(kFacts));
    const std::uint32_t more = random_.below(3);
    for (std::uint32_t i = 0; i < more; ++i) text += " and " + test(random_.below(kFacts));
    // What the index cannot take apart, about the last facts only.
    if (random_.chance(5)) text = fmt::format("({}) or {}", text, test(kFacts - 1));
    return text;
  }

  Random random_;
  Knowledge made_;
};

}  // namespace

Knowledge random_rules(std::uint32_t seed) {
  return RuleWriter(seed).write();
}

}  // namespace zhilu::test
