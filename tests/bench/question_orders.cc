// SPDX-License-Identifier: MIT
#include "tests/bench/question_orders.h"

#include <algorithm>
#include <functional>

#include "engine/session/questions.h"

namespace zhilu::bench {
namespace {

class Ours : public QuestionOrder {
 public:
  Ours(const Compiled& compiled, Date today) : interviewer_(compiled), today_(today) {}
  FactId next(Matter& matter) override { return interviewer_.next(matter, today_); }

 private:
  Interviewer interviewer_;
  Date today_;
};

/// Asks for one of the facts that open steps are missing, until none is: peers that know missing facts.
class AmongMissing : public QuestionOrder {
 public:
  AmongMissing(const Compiled& compiled, const AnswerSpace& space, Date today)
      : knowledge_(*compiled.knowledge), probe_(compiled), space_(space), today_(today) {}

  FactId next(Matter& matter) override {
    probe_.run(matter, today_);
    const std::vector<FactId> facts = askable(knowledge_, matter, probe_.lacking());
    return facts.empty() ? FactId{} : choose(matter, facts);
  }

 protected:
  virtual FactId choose(Matter& matter, const std::vector<FactId>& facts) = 0;

  /// Steps and the severity, as far as an answer can settle them.
  std::size_t open_count(const Matter& matter) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < probe_.open_count(); ++i) {
      count += askable(knowledge_, matter, probe_.open(i)).empty() ? 0 : 1;
    }
    return count;
  }

  const Knowledge& knowledge_;
  Probe probe_;
  const AnswerSpace& space_;
  Date today_;
};

class FirstMissing : public AmongMissing {
 public:
  using AmongMissing::AmongMissing;

 protected:
  FactId choose(Matter&, const std::vector<FactId>& facts) override { return facts.front(); }
};

class MostMissed : public AmongMissing {
 public:
  using AmongMissing::AmongMissing;

 protected:
  FactId choose(Matter& matter, const std::vector<FactId>& facts) override {
    std::vector<std::size_t> count(knowledge_.facts.size());
    for (std::size_t i = 0; i < probe_.open_count(); ++i) {
      for (const FactId fact : askable(knowledge_, matter, probe_.open(i))) ++count[fact.value];
    }
    return *std::max_element(facts.begin(), facts.end(),
                             [&](FactId a, FactId b) { return count[a.value] < count[b.value]; });
  }
};

/// Each step that is open is one bit.
class MostGained : public AmongMissing {
 public:
  using AmongMissing::AmongMissing;

 protected:
  FactId choose(Matter& matter, const std::vector<FactId>& facts) override {
    FactId best;
    double least = 0;
    for (const FactId fact : facts) {
      const Answer given = matter[fact];
      double open = 0;
      for (const PossibleAnswer& one : space_.answers(fact, given)) {
        matter[fact] = one.answer;
        probe_.run(matter, today_);
        open += one.likely * static_cast<double>(open_count(matter));
      }
      matter[fact] = given;
      if (best.is_set() && open >= least) continue;
      best = fact;
      least = open;
    }
    return best;
  }
};

/// A form: in the order of the file, every fact that the severity or a graph which is or may be entered
/// reads.
class Form : public QuestionOrder {
 public:
  Form(const Compiled& compiled, Date today)
      : compiled_(compiled), knowledge_(*compiled.knowledge), evaluation_(compiled), today_(today) {
    for (std::uint32_t i = 0; i < knowledge_.graphs.size(); ++i) sections_.push_back(reads_of(GraphId{i}));
    always_.resize(knowledge_.facts.size());
    add_fact(knowledge_.core.severity, always_);
    for (const Graph& graph : knowledge_.graphs) add(graph.enter, always_);
  }

  FactId next(Matter& matter) override {
    evaluation_.start(matter, today_);
    std::vector<bool> shown = always_;
    for (std::uint32_t i = 0; i < knowledge_.graphs.size(); ++i) {
      const ConditionId enter = knowledge_.graphs[GraphId{i}].enter;
      if (!enter.is_set() || evaluation_.truth(enter) == Truth::False) continue;
      for (std::size_t f = 0; f < shown.size(); ++f) shown[f] = shown[f] || sections_[i][f];
    }
    for (std::uint32_t i = 0; i < shown.size(); ++i) {
      const bool has_default = evaluation_.answer(FactId{i}).origin == Origin::Default;
      if (shown[i] && !has_default && may_be_asked(knowledge_, matter, FactId{i})) return FactId{i};
    }
    return {};
  }

 private:
  void add(ConditionId condition, std::vector<bool>& reads) {
    const expr::Program* program = condition.is_set() ? knowledge_.find_program(condition) : nullptr;
    if (program == nullptr) return;
    for (const FactId fact : program->facts()) add_fact(fact, reads);
  }

  void add_fact(FactId fact, std::vector<bool>& reads) {
    if (!fact.is_set() || reads[fact.value]) return;
    reads[fact.value] = true;
    if (!knowledge_.facts[fact].is_derived()) return;
    for (const TableRule& rule : knowledge_.tables[knowledge_.facts[fact].table].rules) {
      for (const ConditionId test : rule.tests) add(test, reads);
    }
  }

  std::vector<bool> reads_of(GraphId id) {
    std::vector<bool> reads(knowledge_.facts.size());
    std::vector<bool> seen(knowledge_.graphs.size());
    add_graph(id, reads, seen);
    return reads;
  }

  void add_graph(GraphId id, std::vector<bool>& reads, std::vector<bool>& seen) {
    if (seen[id.value]) return;
    seen[id.value] = true;
    for (const NodeId n : knowledge_.graphs[id].nodes) {
      const Node& node = knowledge_.nodes[n];
      if (node.graph.is_set()) add_graph(node.graph, reads, seen);
      if (node.step.is_set()) add_step(knowledge_.steps[node.step], reads);
      if (node.decide.is_set()) add_fact(node.decide, reads);
      for (const Edge& edge : node.edges) add(edge.when, reads);
    }
  }

  void add_step(const Step& step, std::vector<bool>& reads) {
    add(step.unless, reads);
    add(step.done_when, reads);
    if (step.done_when.is_set() && !step.outcomes.empty()) add_fact(knowledge_.core.tried_result, reads);
    if (!step.channel.is_set()) return;
    const Channel& channel = knowledge_.channels[step.channel];
    add(channel.accepts, reads);
    for (const Refusal& refusal : channel.refuses) add(refusal.when, reads);
  }

  const Compiled& compiled_;
  const Knowledge& knowledge_;
  Evaluation evaluation_;
  Date today_;
  std::vector<std::vector<bool>> sections_;
  std::vector<bool> always_;
};

}  // namespace

std::vector<NamedOrder> all_orders(const Compiled& compiled, const AnswerSpace& space, Date today) {
  std::vector<NamedOrder> orders;
  orders.push_back({"ours", "as zhilu chat asks", std::make_unique<Ours>(compiled, today)});
  orders.push_back({"file_order", "a form: in the order of the file, all that the graphs in question read",
                    std::make_unique<Form>(compiled, today)});
  orders.push_back({"first_missing", "in the order of the file, only what open steps are missing",
                    std::make_unique<FirstMissing>(compiled, space, today)});
  orders.push_back({"missing_count", "what most open steps are missing",
                    std::make_unique<MostMissed>(compiled, space, today)});
  orders.push_back({"information_gain", "what settles most open steps, by the likelihoods",
                    std::make_unique<MostGained>(compiled, space, today)});
  return orders;
}

}  // namespace zhilu::bench
