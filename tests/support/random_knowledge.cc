// SPDX-License-Identifier: MIT
#include "tests/support/random_knowledge.h"

#include <fmt/format.h>

#include "engine/expr/compiler.h"
#include "engine/expr/scope.h"

namespace zhilu::test {

namespace {

constexpr std::uint32_t kOptions = 3;

const char* option_name(std::uint32_t option) {
  constexpr const char* names[kOptions] = {"red", "green", "blue"};
  return names[option];
}

std::string text_value(std::uint32_t number) {
  return fmt::format("text {}", number);
}

class Builder {
 public:
  Builder(std::uint32_t seed, std::uint32_t graphs, std::uint32_t more_facts)
      : random_(seed), advice_(~seed), graphs_(graphs), more_facts_(more_facts) {}

  Knowledge run() {
    add_facts();
    add_outcomes();
    add_channels();
    const std::uint32_t steps = 4 + random_.below(8);
    for (std::uint32_t i = 0; i < steps; ++i) add_step(i);
    // Later graphs may be entered from earlier ones only, and nodes lead to later nodes only, so nothing is
    // cyclic.
    for (std::uint32_t i = 0; i < graphs_; ++i) k_.graphs.push_back({.id = fmt::format("g{}", i)});
    for (std::uint32_t i = 0; i < graphs_; ++i) fill_graph(GraphId{i});
    return std::move(k_);
  }

 private:
  void add_fact(const std::string& id, FactKind kind, bool options) {
    Fact fact;
    fact.id = id;
    fact.kind = kind;
    if (options) {
      for (std::uint32_t i = 0; i < kOptions; ++i) fact.options.push_back({.id = option_name(i)});
    }
    const FactId added = k_.facts.push_back(fact);
    k_.fact_index[id] = added;
    expr::Variable variable{id, TypeKind::Boolean, added, {}};
    if (kind == FactKind::Choice) variable.type = TypeKind::String;
    if (kind == FactKind::Choices) variable.type = Type::list(TypeKind::String);
    if (kind == FactKind::Money) variable.type = TypeKind::Number;
    if (kind == FactKind::Text) variable.type = TypeKind::String;
    for (const FactOption& option : fact.options) variable.options.push_back(option.id);
    scope_.add(variable);
  }

  void add_facts() {
    add_fact("a", FactKind::Boolean, false);
    add_fact("b", FactKind::Boolean, false);
    add_fact("c", FactKind::Choice, true);
    add_fact("d", FactKind::Choices, true);
    add_fact("m", FactKind::Money, false);
    add_fact("t", FactKind::Text, false);
    for (std::uint32_t i = 0; i < more_facts_; ++i) add_fact(fmt::format("x{}", i), FactKind::Boolean, false);
  }

  void add_outcomes() {
    k_.outcomes.push_back({.id = "refused", .events = {EventKind::Refused}});
    k_.outcomes.push_back({.id = "no_reply", .after_limit = true});
    k_.urgencies.push_back({.id = "P0"});
    k_.urgencies.push_back({.id = "P1"});
    k_.phases.push_back({.id = "act"});
    for (std::uint32_t i = 0; i < kPrecautions; ++i) k_.precautions.push_back({.id = fmt::format("p{}", i)});
  }

  void add_channels() {
    for (std::uint32_t i = 0; i < 3; ++i) {
      Channel channel;
      channel.id = fmt::format("ch{}", i);
      if (random_.chance(50)) channel.refuses.push_back({.when = condition()});
      k_.channels.push_back(std::move(channel));
    }
  }

  ConditionId condition() {
    Condition result;
    result.text = random_condition(random_);
    for (std::uint32_t i = 0; more_facts_ != 0 && i < 20; ++i) {
      result.text = fmt::format("({}) {} x{}", result.text, random_.chance(50) ? "and" : "or",
                                random_.below(more_facts_));
    }
    Diagnostics diagnostics;
    result.program = expr::compile_condition(result.text, {}, scope_, diagnostics);
    return k_.conditions.push_back(std::move(result));
  }

  void add_step(std::uint32_t i) {
    Step step;
    step.id = fmt::format("s{}", i);
    if (random_.chance(20)) step.urgency.push_back({.when = condition(), .urgency = UrgencyId{0}});
    step.urgency.push_back({.urgency = UrgencyId{random_.below(2)}});
    if (i > 0 && random_.chance(30)) step.after.push_back(StepId{random_.below(i)});
    step.phase = PhaseId{0};
    if (random_.chance(40)) step.channel = ChannelId{random_.below(3)};
    if (random_.chance(25)) step.unless = condition();
    if (random_.chance(30)) step.done_when = condition();
    step.outcomes = {OutcomeId{0}, OutcomeId{1}};
    k_.steps.push_back(std::move(step));
  }

  void fill_graph(GraphId id) {
    const std::uint32_t first = static_cast<std::uint32_t>(k_.nodes.size());
    const std::uint32_t n = 3 + random_.below(6);
    for (std::uint32_t i = 0; i < n; ++i) {
      Node node;
      node.name = fmt::format("n{}", i);
      node.owner = id;
      const std::uint32_t dice = random_.below(10);
      if (dice < 5) {
        node.kind = NodeKind::Step;
        node.step = StepId{random_.below(static_cast<std::uint32_t>(k_.steps.size()))};
      } else if (dice < 8) {
        node.kind = NodeKind::Branch;
        node.first = random_.chance(40);
      } else if (dice < 9 && id.value + 1 < graphs_) {
        node.kind = NodeKind::Graph;
        node.graph = GraphId{id.value + 1 + random_.below(graphs_ - id.value - 1)};
      }
      if (node.kind != NodeKind::End) {
        add_edges(node, first, i, n);
      } else if (advice_.chance(60)) {
        node.kind = NodeKind::Advice;
        node.advice = PrecautionId{advice_.below(kPrecautions)};
        if (i + 1 < n && advice_.chance(50))
          node.edges.push_back({.to = NodeId{first + i + 1 + advice_.below(n - i - 1)}});
      }
      k_.graphs[id].nodes.push_back(k_.nodes.push_back(std::move(node)));
    }
    k_.graphs[id].start = {NodeId{first}};
    if (id.value == 0 || random_.chance(50)) k_.graphs[id].enter = condition();
  }

  void add_edges(Node& node, std::uint32_t first, std::uint32_t at, std::uint32_t n) {
    if (at + 1 >= n) return;
    const bool is_fan = node.kind == NodeKind::Branch && random_.chance(30);
    const std::uint32_t count = 1 + random_.below(is_fan ? 12 : 3);
    for (std::uint32_t e = 0; e < count; ++e) {
      Edge edge;
      edge.to = NodeId{first + at + 1 + random_.below(n - at - 1)};
      if (node.kind == NodeKind::Branch) {
        edge.kind = EdgeKind::Arm;
        if (random_.chance(85)) edge.when = condition();
      } else if (node.kind == NodeKind::Step && random_.chance(50)) {
        edge.kind = EdgeKind::Outcome;
        edge.outcome = OutcomeId{random_.below(2)};
      }
      node.edges.push_back(edge);
    }
  }

  static constexpr std::uint32_t kPrecautions = 6;

  Random random_;
  Random advice_;
  std::uint32_t graphs_;
  std::uint32_t more_facts_;
  Knowledge k_;
  expr::MapScope scope_;
};

}  // namespace

std::string random_condition(Random& random, int depth) {
  if (depth > 0 && random.chance(60)) {
    const std::string left = random_condition(random, depth - 1);
    switch (random.below(4)) {
      case 0:
        return fmt::format("({}) and ({})", left, random_condition(random, depth - 1));
      case 1:
        return fmt::format("({}) or ({})", left, random_condition(random, depth - 1));
      case 2:
        return fmt::format("not({})", left);
      default:
        return fmt::format("if {} then {} else {}", left, random_condition(random, depth - 1),
                           random_condition(random, depth - 1));
    }
  }
  switch (random.below(9)) {
    case 7:
      return fmt::format("t = \"{}\"", text_value(random.below(4)));
    case 8:
      return fmt::format("t in (\"{}\", \"{}\")", text_value(random.below(4)), text_value(random.below(4)));
    case 0:
      return "a";
    case 1:
      return "b";
    case 2:
      return fmt::format("c = \"{}\"", option_name(random.below(kOptions)));
    case 3:
      return fmt::format("c in (\"{}\", \"{}\")", option_name(random.below(kOptions)),
                         option_name(random.below(kOptions)));
    case 4:
      return fmt::format("\"{}\" in d", option_name(random.below(kOptions)));
    case 5:
      return fmt::format("m >= {}", random.below(5));
    default:
      return fmt::format("m between {} and {}", random.below(3), 2 + random.below(3));
  }
}

Knowledge random_knowledge(std::uint32_t seed, std::uint32_t graphs, std::uint32_t more_facts) {
  return Builder(seed, graphs, more_facts).run();
}

Matter random_matter(const Knowledge& knowledge, Random& random) {
  Matter matter(knowledge);
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const FactId id{i};
    if (random.chance(40)) continue;
    Answer& answer = matter[id];
    answer.state = AnswerState::Value;
    switch (knowledge.facts[id].kind) {
      case FactKind::Boolean:
        answer.yes = random.chance(50) ? 2 : 1;
        break;
      case FactKind::Choice:
        answer.yes = 1 + random.below(7);
        break;
      case FactKind::Text:
        answer.text = text_value(random.below(6));
        break;
      case FactKind::Choices:
        answer.yes = random.below(8);
        answer.no = random.below(8) & ~answer.yes;
        break;
      default:
        answer.low = Decimal(random.below(5));
        answer.high = Decimal(*answer.low.to_int64() + random.below(3));
        break;
    }
  }
  return matter;
}

Matter complete(const Knowledge& knowledge, Matter matter, Random& random) {
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const FactId id{i};
    Answer& answer = matter[id];
    const bool known = answer.is_known();
    answer.state = AnswerState::Value;
    switch (knowledge.facts[id].kind) {
      case FactKind::Boolean:
        if (!known) answer.yes = random.chance(50) ? 2 : 1;
        break;
      case FactKind::Choice: {
        const std::uint64_t possible = known ? answer.yes : 7;
        do {
          answer.yes = std::uint64_t{1} << random.below(kOptions);
        } while ((answer.yes & possible) == 0);
        break;
      }
      case FactKind::Text:
        if (!known) answer.text = text_value(random.below(6));
        break;
      case FactKind::Choices: {
        const std::uint64_t open = known ? ~(answer.yes | answer.no) & 7 : 7;
        answer.yes |= random.below(8) & open;
        answer.no = ~answer.yes & 7;
        break;
      }
      default: {
        const std::int64_t low = known ? *answer.low.to_int64() : 0;
        const std::int64_t high = known ? *answer.high.to_int64() : 6;
        answer.low = answer.high = Decimal(low + random.below(static_cast<std::uint32_t>(high - low + 1)));
        break;
      }
    }
  }
  return matter;
}

}  // namespace zhilu::test
