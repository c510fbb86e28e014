// SPDX-License-Identifier: MIT
// Promises about the whole knowledge, proven over the graphs: if there is no way to a step that avoids its
// gates, no plan can have the step without one of them.
#include <algorithm>

#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/graph/reachability.h"

namespace zhilu::checks {
namespace {

constexpr std::size_t kMaxNotes = 12;
// Each guarantee walks what leads to its step. Thousands of guarantees over hundred thousands of nodes stay
// far below this.
constexpr std::size_t kMaxEdgesSeen = 50'000'000;

class GuaranteeCheck {
 public:
  GuaranteeCheck(const Knowledge& knowledge, Findings& out)
      : knowledge_(knowledge), out_(out), paths_(flow_of(knowledge)), nodes_of_(knowledge.steps.size()) {
    for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
      const StepId step = knowledge.nodes[NodeId{n}].step;
      if (step.is_set()) nodes_of_[step.value].push_back(NodeId{n});
    }
  }

  void run(const Guarantee& guarantee) {
    const Step& step = knowledge_.steps[guarantee.step];
    for (const PrecautionId precaution : guarantee.precautions) {
      if (std::find(step.precautions.begin(), step.precautions.end(), precaution) != step.precautions.end())
        continue;
      out_.add(kGuaranteePrecaution, guarantee.span,
               {guarantee.id, step.id, knowledge_.precautions[precaution].id});
    }
    const std::vector<NodeId>& targets = nodes_of_[guarantee.step.value];
    if (targets.empty()) out_.add(kGuaranteeIdle, guarantee.span, {guarantee.id, step.id});
    // Without gates it promises precautions only.
    if (guarantee.gates.empty()) return;
    std::vector<NodeId> gates;
    for (const StepId gate : guarantee.gates) {
      const std::vector<NodeId>& nodes = nodes_of_[gate.value];
      gates.insert(gates.end(), nodes.begin(), nodes.end());
    }
    report_way(guarantee, step, paths_.find_avoiding(targets, gates));
  }

  std::size_t edges_seen() const { return paths_.edges_seen(); }

 private:
  void report_way(const Guarantee& guarantee, const Step& step, const std::vector<NodeId>& way) {
    if (way.empty()) return;
    std::vector<std::string> names;
    for (const NodeId node : way) names.push_back(name_of(knowledge_, node));
    Diagnostic& problem =
        out_.add(kGuaranteeNotProven, guarantee.span, {guarantee.id, step.id, way_text(names)});
    for (std::size_t i = 0; i < std::min(way.size(), kMaxNotes); ++i) {
      problem.notes.push_back({&kWayPasses, knowledge_.nodes[way[i]].span, {names[i]}});
    }
  }

  const Knowledge& knowledge_;
  Findings& out_;
  PathFinder paths_;
  std::vector<std::vector<NodeId>> nodes_of_;
};

}  // namespace

void check_guarantees(const Knowledge& knowledge, Findings& out) {
  if (knowledge.guarantees.empty()) return;
  GuaranteeCheck check(knowledge, out);
  for (const Guarantee& guarantee : knowledge.guarantees) {
    check.run(guarantee);
    if (check.edges_seen() <= kMaxEdgesSeen) continue;
    out.add(kTooManyGuarantees, guarantee.span);
    return;
  }
}

}  // namespace zhilu::checks
