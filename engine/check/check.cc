// SPDX-License-Identifier: MIT
#include "engine/check/check.h"

#include <utility>

#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"

namespace zhilu {

Diagnostic& Findings::add(const DiagnosticKind& kind, Span span, std::vector<std::string> args) {
  std::size_t& count = kind.grade == Grade::Error ? errors_ : others_;
  if (++count <= kMax) return out_.add(kind, span, std::move(args));
  ++left_out_;
  unused_ = Diagnostic();
  return unused_;
}

std::span<const Check> all_checks() {
  using namespace checks;
  static constexpr Check kChecks[] = {
      {&kFlowCycle, "图没有环", "the graphs have no cycle", check_cycles},
      {&kStepOrderCycle, "各图对步骤先后的要求不互相矛盾", "the graphs agree on the order of steps",
       check_step_order},
      {&kUnreachableNode, "每个节点都有路可到", "every node is reached", check_unreachable},
      {&kDeadEnd, "每个选择都有出路", "every choice has a way out", check_dead_ends},
      {&kGuaranteeNotProven, "每个承诺在每条路上都成立", "every guarantee holds on every way",
       check_guarantees},
      {&kUrgencyInversion, "急的步骤不排在不急的后面", "no step waits for a less urgent one", check_urgency},
      {&kUnsourcedStep, "每条指引都有依据", "every piece of advice has a source", check_sources},
      {&kUncitedPassage, "种子文章的每一段都有着落", "every passage of a seed is accounted for",
       check_passages},
      {&kUnusedStep, "没有用不到的东西", "nothing is unused", check_unused},
      {&kTableGap, "决策表没有遗漏，也没有互相矛盾的行",
       "decision tables leave nothing out and do not contradict themselves", check_tables},
      {&kBadMessage, "文本里的占位符写得对", "the placeholders of texts are sound", check_messages},
  };
  return kChecks;
}

void check(const Knowledge& knowledge, Diagnostics& out) {
  for (const Check& each : all_checks()) {
    Findings findings(out);
    each.run(knowledge, findings);
    if (findings.left_out() == 0) continue;
    out.add(checks::kMoreProblems, Span(),
            {std::string(each.kind->code), std::to_string(findings.left_out())});
  }
}

}  // namespace zhilu
