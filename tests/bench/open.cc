// SPDX-License-Identifier: MIT
// open: how long until a knowledge base that is there can answer, and what a plan of a matter of which little
// is known costs on it.
#include <fmt/format.h>

#include <cstdio>
#include <random>

#include "engine/engine.h"
#include "engine/interview.h"
#include "tests/bench/modes.h"
#include "tests/support/random_matter.h"

namespace zhilu::bench {
namespace {

constexpr unsigned kKnownPercent = 2;
constexpr std::size_t kMatters = 200;
const Date kToday = Date::from_days(20'779);

/// Facts at random, and always what a matter is about, where the knowledge has such a fact.
std::vector<Matter> some_matters(const Knowledge& knowledge) {
  std::mt19937 random(1);
  std::vector<Matter> matters;
  for (std::size_t i = 0; i < kMatters; ++i) {
    Matter matter = random_matter(knowledge, random, kKnownPercent);
    for (const char* name : {"area", "platform", "issues"}) {
      const FactId fact = knowledge.find_fact(name);
      if (!fact.is_set()) continue;
      const auto options = static_cast<std::uint32_t>(knowledge.facts[fact].options.size());
      retract(matter, fact);
      set_option(matter, knowledge, fact, static_cast<std::uint32_t>(random() % options), Origin::Answer);
    }
    matters.push_back(std::move(matter));
  }
  return matters;
}

}  // namespace

int run_open(const Options& options, Figures& figures) {
  const Opened opened = open_path(options.knowledge);
  if (opened.engine == nullptr) {
    fmt::print(stderr, "{}", render(opened.diagnostics, opened.sources, Tongue::Chinese));
    return 3;
  }
  const Engine& engine = *opened.engine;
  const std::vector<Matter> matters = some_matters(engine.knowledge());
  fmt::print("{:<28} {:>12} {:>12} {:>12} {:>10}\n", "microseconds", "median", "p95", "best", "runs");
  figures.add(
      "open", measure(options.seconds, [&] {
        return static_cast<std::uint64_t>(open_path(options.knowledge).engine->knowledge().steps.size());
      }));
  std::size_t i = 0;
  std::size_t steps = 0;
  std::size_t questions = 0;
  std::size_t plans = 0;
  // A plan holds its next questions.
  figures.add("plan", measure(options.seconds, [&] {
                const Plan plan = engine.plan(matters[i++ % matters.size()], kToday);
                steps += plan.steps.size();
                questions += plan.questions.size();
                ++plans;
                return static_cast<std::uint64_t>(plan.steps.size());
              }));
  figures.add("steps", static_cast<double>(steps) / static_cast<double>(plans));
  figures.add("questions", static_cast<double>(questions) / static_cast<double>(plans));
  // What the interview asks next, and how much there may be to come.
  Interview interview(opened.engine, kToday);
  figures.add("next_question", measure(options.seconds, [&] {
                interview.take(matters[i++ % matters.size()]);
                const FactId next = interview.outlook().next;
                interview.go_back();
                return std::uint64_t{next.value};
              }));
  return 0;
}

}  // namespace zhilu::bench
