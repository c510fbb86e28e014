// SPDX-License-Identifier: MIT
// zhilu_benchmark [--benchmark_filter=REGEX ...]: each stage of an answer alone, over the knowledge of the
// source tree. For whole tasks and figures to keep, see zhilu_bench.
#include <benchmark/benchmark.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "cli/json/plan_json.h"
#include "cli/json/reader.h"
#include "cli/json/understanding_json.h"
#include "engine/compile/compile.h"
#include "engine/engine.h"
#include "engine/intake/matter_reader.h"
#include "engine/load/loader.h"
#include "engine/render/markdown.h"
#include "engine/render/text.h"
#include "engine/session/evaluation.h"
#include "engine/session/planner.h"
#include "tests/support/random_matter.h"

namespace zhilu {
namespace {

constexpr std::string_view kFolder = ZHILU_SOURCE_DIR "/knowledge";
constexpr std::size_t kInputs = 64;
const Date kToday = Date::from_days(20'779);

/// What every benchmark starts from: the knowledge, and inputs that are the same on every machine.
struct World {
  World() {
    std::mt19937 random(1);
    for (unsigned i = 0; i < kInputs; ++i) {
      matters.push_back(random_matter(engine->knowledge(), random, 5 + i % 40));
      texts.push_back(random_text(engine->knowledge(), random));
      answers.push_back(engine->ask(texts.back(), kToday, matters.back()));
    }
  }

  std::shared_ptr<const Engine> engine = open_folder(kFolder).engine;
  std::vector<Matter> matters;
  std::vector<std::string> texts;
  std::vector<Answered> answers;
};

const World& world() {
  static const World made;
  return made;
}

// Does `task(i)` for one input after the other.
template <class Task>
void each(benchmark::State& state, const Task& task) {
  world();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(task(i++ % kInputs));
  }
  state.SetItemsProcessed(state.iterations());
}

std::shared_ptr<const Knowledge> load() {
  return load_knowledge(DiskFiles(std::string(kFolder))).knowledge;
}

void BM_load(benchmark::State& state) {
  each(state, [](std::size_t) { return load(); });
}
BENCHMARK(BM_load)->Unit(benchmark::kMillisecond);

void BM_compile(benchmark::State& state) {
  const std::shared_ptr<const Knowledge> knowledge = load();
  each(state, [&](std::size_t) { return compile(knowledge); });
}
BENCHMARK(BM_compile)->Unit(benchmark::kMillisecond);

void BM_open(benchmark::State& state) {
  each(state, [](std::size_t) { return open_folder(kFolder).engine; });
}
BENCHMARK(BM_open)->Unit(benchmark::kMillisecond);

void BM_evaluate(benchmark::State& state) {
  const std::shared_ptr<const Compiled> compiled = compile(load());
  const auto conditions = static_cast<std::uint32_t>(compiled->knowledge->conditions.size());
  each(state, [&](std::size_t i) {
    const Evaluation evaluation(*compiled, world().matters[i], kToday);
    int held = 0;
    for (std::uint32_t c = 0; c < conditions; ++c)
      held += evaluation.truth(ConditionId{c}) == Truth::True ? 1 : 0;
    return held;
  });
  state.counters["conditions"] =
      benchmark::Counter(conditions, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_evaluate);

void BM_plan(benchmark::State& state) {
  each(state, [](std::size_t i) { return world().engine->plan(world().matters[i], kToday); });
}
BENCHMARK(BM_plan)->ThreadRange(1, 2);

void BM_understand(benchmark::State& state) {
  each(state, [](std::size_t i) { return world().engine->read(world().texts[i], kToday); });
}
BENCHMARK(BM_understand)->ThreadRange(1, 2);

void BM_document(benchmark::State& state) {
  const auto language = static_cast<Language>(state.range(0));
  each(state, [&](std::size_t i) {
    const Answered& answered = world().answers[i];
    return world().engine->document(answered.plan, answered.matter, world().texts[i], &answered.understanding,
                                    language);
  });
}
BENCHMARK(BM_document)->ArgName("language")->DenseRange(0, 2);

void BM_text(benchmark::State& state) {
  each(state, [](std::size_t i) { return plan_text(world().answers[i].document); });
}
BENCHMARK(BM_text);

void BM_markdown(benchmark::State& state) {
  each(state, [](std::size_t i) { return plan_markdown(world().answers[i].document); });
}
BENCHMARK(BM_markdown);

void BM_plan_json(benchmark::State& state) {
  std::string json;
  std::int64_t bytes = 0;
  each(state, [&](std::size_t i) {
    json.clear();
    write_plan(world().answers[i].document, json);
    bytes += static_cast<std::int64_t>(json.size());
    return json.data();
  });
  state.SetBytesProcessed(bytes);
}
BENCHMARK(BM_plan_json);

void BM_understanding_json(benchmark::State& state) {
  std::string json;
  each(state, [&](std::size_t i) {
    json.clear();
    write_understanding(world().answers[i].understanding, world().engine->knowledge(), world().texts[i],
                        "null", json);
    return json.data();
  });
}
BENCHMARK(BM_understanding_json);

void BM_read_request(benchmark::State& state) {
  constexpr std::string_view kRequest =
      R"({"id":7,"facts":{"platform":"bank","issues":["fraud","phishing"],"loss_amount":{"min":2000},)"
      R"("tried":["police","-platform_complaint"]},"text":"昨天被骗了两万三","today":"2026-11-22"})";
  each(state, [&](std::size_t) {
    Diagnostics problems;
    const std::optional<InputValue> input = read_json(kRequest, FileId{}, problems);
    return read_request(*input, world().engine->knowledge(), problems).matter;
  });
}
BENCHMARK(BM_read_request);

void BM_ask_json(benchmark::State& state) {
  std::string json;
  each(state, [&](std::size_t i) {
    json.clear();
    write_plan(world().engine->ask(world().texts[i], kToday).document, json);
    return json.data();
  });
}
BENCHMARK(BM_ask_json)->ThreadRange(1, 2)->UseRealTime();

}  // namespace
}  // namespace zhilu

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  if (zhilu::open_folder(zhilu::kFolder).engine == nullptr) return 3;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
