// SPDX-License-Identifier: MIT
// fixed TASK: one task done a fixed number of times on generated knowledge, for counting instructions
// (instructions.sh). What is counted happens inside `fixed_task`.
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <random>
#include <string_view>

#include "cli/json/plan_json.h"
#include "engine/check/check.h"
#include "engine/compile/compile.h"
#include "engine/engine.h"
#include "engine/load/loader.h"
#include "engine/session/planner.h"
#include "tests/bench/modes.h"
#include "tests/support/big_knowledge.h"
#include "tests/support/random_matter.h"

namespace zhilu::bench {

/// Runs `task` `times` times. Not inlined, so that it can be named to the counter.
template <class Task>
[[gnu::noinline]] std::uint64_t fixed_task(int times, const Task& task) {
  std::uint64_t sum = 0;
  for (int i = 0; i < times; ++i) sum += task(i);
  return sum;
}

namespace {

constexpr test::BigSizes kSizes{.nodes = 3'000, .steps = 600, .facts = 120};
constexpr std::uint32_t kSeed = 1;
constexpr std::size_t kMatters = 20;
constexpr unsigned kKnownPercent = 20;
const Date kToday = Date::from_days(20'779);

/// Knowledge and matters that stay the same whatever the shipped knowledge says.
struct FixedWorld {
  FixedWorld() : files(test::big_knowledge(kSizes, kSeed)) {
    std::mt19937 random(kSeed);
    for (std::size_t i = 0; i < kMatters; ++i)
      matters.push_back(random_matter(engine->knowledge(), random, kKnownPercent));
    for (std::size_t i = 0; i < kMatters; ++i) texts.push_back(random_text(engine->knowledge(), random));
  }

  MemoryFiles files;
  std::shared_ptr<const Engine> engine = open(files).engine;
  std::vector<Matter> matters;
  std::vector<std::string> texts;
};

}  // namespace

int run_fixed(const Options& options, Figures&) {
  if (options.words.size() != 1) return 2;
  const std::string_view task = options.words[0];
  const FixedWorld world;
  const Engine& engine = *world.engine;
  const auto matter = [&](int i) -> const Matter& {
    return world.matters[static_cast<std::size_t>(i) % kMatters];
  };
  const auto text = [&](int i) -> const std::string& {
    return world.texts[static_cast<std::size_t>(i) % kMatters];
  };
  std::uint64_t sum = 0;
  if (task == "open") {
    sum = fixed_task(1, [&](int) { return open(world.files).engine->knowledge().steps.size(); });
  } else if (task == "agenda") {
    const std::shared_ptr<const Compiled> compiled = compile(load_knowledge(world.files).knowledge);
    Planner planner(*compiled);
    sum = fixed_task(200, [&](int i) { return planner.agenda(matter(i), kToday).steps().size(); });
  } else if (task == "plan") {
    sum = fixed_task(100, [&](int i) { return engine.plan(matter(i), kToday).steps.size(); });
  } else if (task == "understand") {
    sum = fixed_task(1'000, [&](int i) { return engine.read(text(i), kToday).candidates.size(); });
  } else if (task == "json") {
    const Plan plan = engine.plan(matter(0), kToday);
    std::string json;
    sum = fixed_task(50, [&](int) {
      json.clear();
      write_plan(engine.document(plan, matter(0), "", nullptr), json);
      return json.size();
    });
  } else {
    return 2;
  }
  fmt::print("{}\n", sum);
  return 0;
}

}  // namespace zhilu::bench
