// SPDX-License-Identifier: MIT
#include "engine/model/knowledge.h"

#include <doctest/doctest.h>

using namespace zhilu;

TEST_CASE("things are found by their id and by an earlier name") {
  Knowledge knowledge;
  Step step;
  step.id = "report_police";
  const StepId police = knowledge.steps.push_back(step);
  knowledge.step_index = {{"report_police", police}, {"call_police", police}};
  CHECK(knowledge.find_step("report_police") == police);
  CHECK(knowledge.find_step("call_police") == police);
  CHECK(!knowledge.find_step("call").is_set());
  CHECK(!knowledge.find_fact("report_police").is_set());
  CHECK(!knowledge.find_channel("").is_set());
  CHECK(!knowledge.find_graph("g").is_set());
  CHECK(!knowledge.find_topic("t").is_set());
  CHECK(!knowledge.find_letter("l").is_set());
}

TEST_CASE("an option is found by its id") {
  Knowledge knowledge;
  Fact fact;
  fact.id = "platform";
  fact.kind = FactKind::Choice;
  fact.options = {{"bank", {}, {}}, {"loan", {}, {}}};
  const FactId platform = knowledge.facts.push_back(fact);
  CHECK(knowledge.find_option(platform, "loan") == 1);
  CHECK(!knowledge.find_option(platform, "game"));
}
