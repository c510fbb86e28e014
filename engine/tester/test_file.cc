// SPDX-License-Identifier: MIT
#include "engine/tester/test_file.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/facts_file.h"
#include "engine/intake/matter_reader.h"
#include "engine/intake/reading.h"
#include "engine/tester/diagnostics.h"
#include "engine/tester/expectation_reader.h"

namespace zhilu {
namespace {

constexpr std::array<std::string_view, 1> kFileKeys = {"tests"};
constexpr std::array<std::string_view, 7> kTestKeys = {"name",   "text",   "facts", "today",
                                                       "events", "expect", "gap"};
constexpr std::size_t kMaxFile = 2U << 20;

// A key of the scenario that holds text; empty where it is not written.
std::string read_text(const InputValue& test, std::string_view key, Diagnostics& out) {
  const InputValue* value = test.find(key);
  if (value == nullptr || value->kind == InputValue::Kind::Null) return "";
  if (!intake::is_text(*value)) {
    intake::report_type(*value, key, intake::kTextWords, out);
    return "";
  }
  return value->text;
}

Date read_today(const InputValue& test, TopicId topic, const Knowledge& knowledge, Diagnostics& out) {
  if (const InputValue* today = test.find("today"))
    return intake::read_date(*today, "today", out).value_or(Date());
  const Date reviewed = topic.is_set() ? knowledge.topics[topic].reviewed : Date();
  if (reviewed == Date()) out.add(tester::kNoDate, test.span);
  return reviewed;
}

Scenario read_scenario(const InputValue& test, TopicId topic, const Knowledge& knowledge, Diagnostics& out) {
  Scenario scenario(knowledge);
  scenario.topic = topic;
  scenario.span = test.span;
  if (test.kind != InputValue::Kind::Map) {
    intake::report_type(test, "tests", intake::kMapWords, out);
    return scenario;
  }
  intake::check_keys(test, kTestKeys, out);
  scenario.name = read_text(test, "name", out);
  if (const InputValue* name = test.find("name")) {
    scenario.span = name->span;
  } else {
    out.add(tester::kMissing, test.span, {"name"});
  }
  scenario.text = read_text(test, "text", out);
  scenario.gap = read_text(test, "gap", out);
  if (const InputValue* facts = test.find("facts")) read_facts(*facts, knowledge, scenario.matter, out);
  if (const InputValue* events = test.find("events")) read_events(*events, knowledge, scenario.matter, out);
  scenario.today = read_today(test, topic, knowledge, out);
  if (const InputValue* expect = test.find("expect")) {
    scenario.expect = tester::read_expectation(*expect, knowledge, out);
    if (expect->kind == InputValue::Kind::Map && expect->keys.empty())
      out.add(tester::kExpectsNothing, expect->span);
  } else {
    out.add(tester::kMissing, scenario.span, {"expect"});
  }
  return scenario;
}

// `fraud` of `topics/fraud/tests_bank.yaml`; empty for any other path.
std::string_view topic_of_path(std::string_view path) {
  constexpr std::string_view kTopics = "topics/";
  if (!path.starts_with(kTopics) || !path.ends_with(".yaml")) return {};
  path.remove_prefix(kTopics.size());
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos || !path.substr(slash + 1).starts_with("tests")) return {};
  return path.substr(0, slash);
}

}  // namespace

std::vector<Scenario> read_test_file(const InputValue& root, TopicId topic, const Knowledge& knowledge,
                                     Diagnostics& out) {
  std::vector<Scenario> scenarios;
  if (root.kind == InputValue::Kind::Null) return scenarios;
  if (root.kind != InputValue::Kind::Map) {
    intake::report_type(root, "tests", intake::kMapWords, out);
    return scenarios;
  }
  intake::check_keys(root, kFileKeys, out);
  const InputValue* tests = root.find("tests");
  if (tests == nullptr || tests->kind == InputValue::Kind::Null) return scenarios;
  if (tests->kind != InputValue::Kind::List) {
    intake::report_type(*tests, "tests", intake::kListWords, out);
    return scenarios;
  }
  for (const InputValue& test : tests->items) {
    Diagnostics problems;
    Scenario scenario = read_scenario(test, topic, knowledge, problems);
    if (!scenario.name.empty() &&
        std::ranges::find(scenarios, scenario.name, &Scenario::name) != scenarios.end()) {
      problems.add(tester::kDuplicateName, scenario.span, {scenario.name});
    }
    if (!problems.has_errors()) scenarios.push_back(std::move(scenario));
    out.take(std::move(problems));
  }
  return scenarios;
}

TestSuite read_tests(const FileReader& files, const Knowledge& knowledge) {
  TestSuite suite;
  const Result<std::vector<std::string>> paths = files.list();
  if (!paths) return suite;
  for (const std::string& path : *paths) {
    const std::string_view topic = topic_of_path(path);
    if (topic.empty()) continue;
    const Result<std::string> text = files.read(path, kMaxFile);
    if (!text) continue;
    const FileId file = suite.sources.add(path, *text);
    const std::optional<InputValue> root = read_facts_file(file, suite.sources, suite.diagnostics);
    if (!root) continue;
    for (Scenario& scenario :
         read_test_file(*root, knowledge.find_topic(topic), knowledge, suite.diagnostics)) {
      suite.scenarios.push_back(std::move(scenario));
    }
  }
  suite.diagnostics.sort_and_unique();
  return suite;
}

}  // namespace zhilu
