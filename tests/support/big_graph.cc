// SPDX-License-Identifier: MIT
#include "tests/support/big_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace zhilu::test {
namespace {

enum class Role { Other, Step, Inner };

class GraphWriter {
 public:
  GraphWriter(const BigGraph& graph, const BigGraphParts& parts, BigRandom& random)
      : graph_(graph),
        parts_(parts),
        random_(random),
        targets_(graph.nodes),
        roles_(graph.nodes, Role::Other) {}

  std::string write() {
    connect();
    give_roles();
    std::string out =
        fmt::format("  - graph: {}\n    title: {}\n    source: {}\n", graph_.id, graph_.title, graph_.source);
    if (!graph_.enter.empty()) out += fmt::format("    enter: '{}'\n", graph_.enter);
    out += "    nodes:\n";
    for (std::size_t n = 0; n < graph_.nodes; ++n) {
      const std::string text = node(n);
      out += fmt::format("      n{}:{}{}\n", n, text.starts_with("\n") ? "" : " ", text);
    }
    return out;
  }

 private:
  // A tree whose nodes hang on one of the few before them, with some ways that join again.
  void connect() {
    for (std::size_t n = 1; n < graph_.nodes; ++n) {
      targets_[n - 1 - random_.below(std::min<std::size_t>(n, 5))].push_back(n);
    }
    for (std::size_t n = 0; n + 1 < graph_.nodes; ++n) {
      if (targets_[n].empty() || !random_.percent(15)) continue;
      const std::size_t to = n + 1 + random_.below(std::min<std::size_t>(graph_.nodes - n - 1, 8));
      if (std::find(targets_[n].begin(), targets_[n].end(), to) == targets_[n].end())
        targets_[n].push_back(to);
    }
  }

  // The first node is a step; inner graphs stand where no choice is made.
  void give_roles() {
    std::vector<std::size_t> order(graph_.nodes - 1);
    std::iota(order.begin(), order.end(), std::size_t{1});
    random_.shuffle(order);
    std::stable_partition(order.begin(), order.end(), [&](std::size_t n) { return targets_[n].size() < 2; });
    std::size_t next = 0;
    for (; next < graph_.inner.size(); ++next) roles_[order[next]] = Role::Inner;
    std::vector<std::size_t> rest(order.begin() + static_cast<std::ptrdiff_t>(next), order.end());
    random_.shuffle(rest);
    roles_[0] = Role::Step;
    for (std::size_t i = 0; i + 1 < graph_.steps.size(); ++i) roles_[rest[i]] = Role::Step;
  }

  std::string node(std::size_t n) {
    const std::vector<std::size_t>& to = targets_[n];
    if (roles_[n] == Role::Step) return step_node(to);
    if (roles_[n] == Role::Inner)
      return fmt::format("{{ graph: {}{} }}", graph_.inner[next_inner_++], then(to));
    if (to.empty() && random_.percent(60)) return fmt::format("{{ end: {}，等结果 }}", big_phrase(random_));
    if (to.size() < 2) {
      if (to.size() == 1 && random_.percent(50)) return branch(to);
      return fmt::format("{{ advice: {}{} }}", random_.of(graph_.precautions), then(to));
    }
    return to.size() < 5 && !parts_.choices.empty() && random_.percent(30) ? decide(to) : branch(to);
  }

  std::string step_node(const std::vector<std::size_t>& to) {
    const std::string& step = graph_.steps[next_step_++];
    if (to.empty() || !parts_.has_outcomes(step) || random_.percent(30)) {
      return fmt::format("{{ step: {}{} }}", step, then(to));
    }
    // The last way is the one after a refusal.
    const std::vector<std::size_t> at_once(to.begin(), to.end() - 1);
    return fmt::format("{{ step: {}{}, on: {{ refused: n{}, no_reply: n{} }} }}", step, then(at_once),
                       to.back(), to.back());
  }

  std::string decide(const std::vector<std::size_t>& to) {
    std::string cases;
    for (std::size_t i = 0; i + 1 < to.size(); ++i) cases += fmt::format("o{}: n{}, ", i, to[i]);
    return fmt::format("{{ decide: {}, cases: {{ {}else: n{} }} }}", random_.of(parts_.choices), cases,
                       to.back());
  }

  std::string branch(const std::vector<std::size_t>& to) {
    const bool first = random_.percent(30);
    std::string out = first ? "\n        first: true\n        branch:\n" : "\n        branch:\n";
    for (std::size_t i = 0; i < to.size(); ++i) {
      const bool otherwise = first && to.size() > 1 && i + 1 == to.size();
      out += otherwise ? fmt::format("          - {{ to: n{} }}\n", to[i])
                       : fmt::format("          - {{ when: '{}', to: n{}, because: {}的情形 }}\n",
                                     parts_.condition(), to[i], big_phrase(random_));
    }
    out.pop_back();
    return out;
  }

  static std::string then(const std::vector<std::size_t>& to) {
    if (to.empty()) return "";
    if (to.size() == 1) return fmt::format(", then: n{}", to[0]);
    std::string names;
    for (const std::size_t n : to) names += fmt::format("{}n{}", names.empty() ? "" : ", ", n);
    return fmt::format(", then: [{}]", names);
  }

  const BigGraph& graph_;
  const BigGraphParts& parts_;
  BigRandom& random_;
  std::vector<std::vector<std::size_t>> targets_;
  std::vector<Role> roles_;
  std::size_t next_step_ = 0;
  std::size_t next_inner_ = 0;
};

}  // namespace

std::string big_graph(const BigGraph& graph, const BigGraphParts& parts, BigRandom& random) {
  return GraphWriter(graph, parts, random).write();
}

}  // namespace zhilu::test
