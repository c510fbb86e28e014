// SPDX-License-Identifier: MIT
#include "engine/tester/runner.h"

#include <algorithm>
#include <string_view>

#include "engine/tester/names.h"

namespace zhilu {
namespace {

constexpr std::string_view kNothing = "（无）";

std::string join(const std::vector<std::string>& words) {
  if (words.empty()) return std::string(kNothing);
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : "、") + word;
  return joined;
}

/// Compares one scenario with one plan and collects what differs.
class Comparison {
 public:
  Comparison(const Scenario& scenario, const Knowledge& knowledge, const Matter& matter, const Plan& plan)
      : expect_(scenario.expect), knowledge_(knowledge), matter_(matter), plan_(plan) {}

  std::vector<ScenarioFailure> run() {
    compare_verdict();
    compare_understood();
    compare_members();
    compare_sequence();
    compare_marks();
    compare_lists();
    return std::move(failures_);
  }

 private:
  void fail(std::string_view key, std::string expected, std::string actual) {
    failures_.push_back({std::string(key), std::move(expected), std::move(actual)});
  }

  const Str& name(StepId step) const { return knowledge_.steps[step].id; }

  const PlanStep* find(StepId step) const {
    const auto found = std::ranges::find(plan_.steps, step, &PlanStep::step);
    return found == plan_.steps.end() ? nullptr : &*found;
  }

  std::string whole_plan() const {
    std::vector<std::string> words;
    for (const PlanStep& step : plan_.steps) {
      words.push_back(name(step.step) + "(" + std::string(name_of(step.status)) + ")");
    }
    return join(words);
  }

  void compare_verdict() {
    if (expect_.in_scope && *expect_.in_scope != plan_.in_scope) {
      fail("scope", *expect_.in_scope ? "in" : "out", plan_.in_scope ? "in" : "out");
    }
    if (expect_.severity.is_set() && expect_.severity != plan_.severity) {
      fail("severity", knowledge_.severities[expect_.severity].id,
           plan_.severity.is_set() ? std::string(knowledge_.severities[plan_.severity].id)
                                   : std::string(kNothing));
    }
  }

  void compare_understood() {
    for (const auto& [fact, expected] : expect_.understood) {
      if (covers(knowledge_.facts[fact].kind, matter_[fact], expected)) continue;
      fail("understood", knowledge_.facts[fact].id + " = " + text_of(knowledge_, fact, expected),
           text_of(knowledge_, fact, matter_[fact]));
    }
  }

  // Does `actual` say at least what `expected` says?
  static bool covers(FactKind kind, const Answer& actual, const Answer& expected) {
    if (actual.state != expected.state) return false;
    if (expected.state != AnswerState::Value) return true;
    switch (kind) {
      case FactKind::Boolean:
      case FactKind::Choice:
        return actual.yes == expected.yes;
      case FactKind::Choices:
        return (expected.yes & ~actual.yes) == 0 && (expected.no & ~actual.no) == 0;
      case FactKind::Number:
      case FactKind::Money:
        return actual.low == expected.low && actual.bounded == expected.bounded &&
               (!expected.bounded || actual.high == expected.high);
      case FactKind::Date:
        return actual.date == expected.date;
      case FactKind::Duration:
      case FactKind::Text:
        return actual.text == expected.text;
    }
    return false;
  }

  void compare_members() {
    for (StepId step : expect_.present) {
      if (find(step) == nullptr) fail("present", name(step), whole_plan());
    }
    for (StepId step : expect_.absent) {
      if (const PlanStep* found = find(step)) {
        fail("absent", "没有 " + name(step), name(step) + "(" + std::string(name_of(found->status)) + ")");
      }
    }
  }

  void compare_sequence() {
    std::vector<std::string> expected;
    std::vector<std::string> actual;
    for (std::size_t i = 0; i < expect_.first.size(); ++i) {
      expected.push_back(name(expect_.first[i]));
      if (i < plan_.steps.size()) actual.push_back(name(plan_.steps[i].step));
    }
    if (expected != actual) fail("first", join(expected), join(actual));

    for (const std::vector<StepId>& chain : expect_.order) {
      for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        const PlanStep* before = find(chain[i]);
        const PlanStep* after = find(chain[i + 1]);
        if (before != nullptr && after != nullptr && before < after) continue;
        fail("order", name(chain[i]) + " 在 " + name(chain[i + 1]) + " 之前", whole_plan());
      }
    }
  }

  void compare_marks() {
    for (const auto& [step, status] : expect_.status) {
      const PlanStep* found = find(step);
      if (found != nullptr && found->status == status) continue;
      fail("status", name(step) + ": " + std::string(name_of(status)),
           found == nullptr ? whole_plan() : std::string(name_of(found->status)));
    }
    for (const auto& [step, urgency] : expect_.priority) {
      const PlanStep* found = find(step);
      if (found != nullptr && found->urgency == urgency) continue;
      fail("priority", name(step) + ": " + knowledge_.urgencies[urgency].id,
           found == nullptr ? whole_plan() : std::string(knowledge_.urgencies[found->urgency].id));
    }
  }

  void compare_lists() {
    std::vector<std::string> refused;
    for (const RefusedChannel& channel : plan_.refused)
      refused.push_back(knowledge_.channels[channel.channel].id);
    for (ChannelId channel : expect_.refused) {
      const std::string id = knowledge_.channels[channel].id;
      if (std::ranges::find(refused, id) == refused.end()) fail("refused", id, join(refused));
    }
    std::vector<std::string> asked;
    for (const Question& question : plan_.questions) asked.push_back(knowledge_.facts[question.fact].id);
    for (FactId fact : expect_.asks) {
      const std::string id = knowledge_.facts[fact].id;
      if (std::ranges::find(asked, id) == asked.end()) fail("asks", id, join(asked));
    }
    const std::vector<PrecautionId> told = precautions_told();
    for (PrecautionId precaution : expect_.precautions) {
      if (std::ranges::find(told, precaution) != told.end()) continue;
      std::vector<std::string> names;
      for (PrecautionId id : told) names.push_back(knowledge_.precautions[id].id);
      fail("precautions", knowledge_.precautions[precaution].id, join(names));
    }
  }

  // Those of the plan, of its steps and of their channels.
  std::vector<PrecautionId> precautions_told() const {
    std::vector<PrecautionId> told = plan_.precautions;
    for (const PlanStep& planned : plan_.steps) {
      const Step& step = knowledge_.steps[planned.step];
      told.insert(told.end(), step.precautions.begin(), step.precautions.end());
      if (!step.channel.is_set()) continue;
      const Array<PrecautionId>& warnings = knowledge_.channels[step.channel].warnings;
      told.insert(told.end(), warnings.begin(), warnings.end());
    }
    std::ranges::sort(told);
    told.erase(std::unique(told.begin(), told.end()), told.end());
    return told;
  }

  const Expectation& expect_;
  const Knowledge& knowledge_;
  const Matter& matter_;
  const Plan& plan_;
  std::vector<ScenarioFailure> failures_;
};

}  // namespace

ScenarioResult run_scenario(const Scenario& scenario, const Engine& engine) {
  const Knowledge& knowledge = engine.knowledge();
  ScenarioResult result;
  if (scenario.topic.is_set()) result.topic = knowledge.topics[scenario.topic].id;
  result.name = scenario.name;
  result.span = scenario.span;
  result.gap = scenario.gap;

  Matter matter = scenario.matter;
  if (!scenario.text.empty()) {
    const Understanding understanding = engine.read(scenario.text, scenario.today);
    apply(understanding, knowledge, matter);
  }
  const Plan plan = engine.plan(matter, scenario.today);
  result.failures = Comparison(scenario, knowledge, matter, plan).run();
  return result;
}

std::string sentence(const ScenarioFailure& failure, Tongue tongue) {
  if (tongue == Tongue::Chinese) {
    return failure.key + "：应为 " + failure.expected + "，实际是 " + failure.actual;
  }
  return failure.key + ": expected " + failure.expected + ", got " + failure.actual;
}

}  // namespace zhilu
