// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/json/writer.h"
#include "engine/tester/runner.h"
#include "engine/tester/test_file.h"

namespace zhilu {
namespace {

struct Counts {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t gaps = 0;
};

// Is the scenario meant by the words? Each must be part of its topic or name.
bool is_wanted(const Scenario& scenario, const Knowledge& knowledge, const std::vector<std::string>& words) {
  const std::string topic = scenario.topic.is_set() ? knowledge.topics[scenario.topic].id : "";
  for (const std::string& word : words) {
    if (topic.find(word) == std::string::npos && scenario.name.find(word) == std::string::npos) return false;
  }
  return true;
}

std::string place_of(const ScenarioResult& result, const SourceMap& sources) {
  const SourceFile& file = sources[result.span.file];
  return file.path() + ":" + std::to_string(file.position(result.span.begin).line);
}

void print_result(const ScenarioResult& result, const SourceMap& sources, Tongue tongue, Io& io) {
  if (result.passed() && result.gap.empty()) return;
  const bool zh = tongue == Tongue::Chinese;
  std::string text = place_of(result, sources) + ": " + result.name;
  if (result.passed()) {
    text += zh ? "\n  通过了，可以去掉 gap：" : "\n  passes, so that its gap can go: ";
    text += result.gap + "\n";
  } else if (!result.gap.empty()) {
    text += zh ? "\n  已知做不到：" : "\n  known gap: ";
    text += result.gap + "\n";
  } else {
    text += '\n';
    for (const ScenarioFailure& failure : result.failures) text += "  " + sentence(failure, tongue) + "\n";
  }
  io.say(text);
}

std::string as_json(const ScenarioResult& result, const SourceMap& sources) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("topic");
  json.string(result.topic);
  json.key("name");
  json.string(result.name);
  json.key("place");
  json.string(place_of(result, sources));
  json.key("passed");
  json.boolean(result.passed());
  json.key("gap");
  result.gap.empty() ? json.null() : json.string(result.gap);
  json.key("failures");
  json.begin_array();
  for (const ScenarioFailure& failure : result.failures) {
    json.begin_object();
    json.key("key");
    json.string(failure.key);
    json.key("expected");
    json.string(failure.expected);
    json.key("actual");
    json.string(failure.actual);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text + "\n";
}

int run(const Args& args, Io& io) {
  if (!has_knowledge_folder("test", args, io)) return kCouldNotRun;
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  const TestSuite suite = read_tests(DiskFiles(knowledge_path(args)), engine->knowledge());
  io.complain(render(suite.diagnostics, suite.sources, args.tongue()));
  Counts counts;
  counts.failed = suite.diagnostics.count(Grade::Error);
  std::vector<const Scenario*> wanted;
  for (const Scenario& scenario : suite.scenarios) {
    if (is_wanted(scenario, engine->knowledge(), args.operands())) wanted.push_back(&scenario);
  }
  if (wanted.empty() && !args.operands().empty()) {
    return complain_about_use("test", "没有这样的测试", "there is no such test", args, io);
  }
  Progress progress(io, wanted.size());
  std::size_t done = 0;
  for (const Scenario* scenario : wanted) {
    progress.show(done++);
    const ScenarioResult result = run_scenario(*scenario, *engine);
    ++(result.is_failure() ? counts.failed : result.passed() ? counts.passed : counts.gaps);
    if (args.has("json")) {
      io.print(as_json(result, suite.sources));
    } else {
      print_result(result, suite.sources, args.tongue(), io);
    }
  }
  if (!args.has("json")) {
    if (counts.gaps > 0) io.say("gaps: " + std::to_string(counts.gaps) + "\n");
    io.say(std::to_string(counts.passed) + " passed, " + std::to_string(counts.failed) + " failed\n");
  }
  return counts.failed == 0 ? kDone : kAnswerIsNo;
}

}  // namespace

Command test_command() {
  return {
      .name = "test",
      .summary = {"跑知识库的测试", "run the tests of the knowledge"},
      .about = {"跑 topics/*/tests.yaml 里的场景，只列出不通过的，最后一行是 N passed, N failed。",
                "Runs the scenarios of topics/*/tests.yaml, shows what fails, ends in N passed, N failed."},
      .operands = {{"WORD",
                    Operand::Count::Many,
                    {"只跑主题或名称里有这些字的", "only those with these words in topic or name"}}},
      .switches = join({json_switch()}, {knowledge_switches()}),
      .examples = {{"zhilu test", {}}, {"zhilu test fraud 报警", {}}},
      .run = run};
}

}  // namespace zhilu
