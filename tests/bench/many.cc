// SPDX-License-Identifier: MIT
// many: plans and readings over hundreds of different matters and texts, and how much all cores do together.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

#include "cli/json/plan_json.h"
#include "engine/engine.h"
#include "tests/bench/modes.h"
#include "tests/support/random_matter.h"

namespace zhilu::bench {
namespace {

const Date kToday = Date::from_days(20'779);

std::vector<Matter> some_matters(const Knowledge& knowledge) {
  std::mt19937 random(1);
  std::vector<Matter> made;
  for (unsigned i = 0; i < 500; ++i) made.push_back(random_matter(knowledge, random, 5 + i % 40));
  return made;
}

std::vector<std::string> some_texts(const Knowledge& knowledge) {
  std::mt19937 random(2);
  std::vector<std::string> made;
  for (unsigned i = 0; i < 500; ++i) made.push_back(random_text(knowledge, random));
  return made;
}

// How often a second all cores together do `task(i)`.
double a_second(double seconds, const std::function<void(std::size_t)>& task) {
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::size_t> done(threads, 0);
  std::vector<std::thread> workers;
  const auto start = std::chrono::steady_clock::now();
  const auto passed = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (unsigned t = 0; t < threads; ++t) {
    workers.emplace_back([&, t] {
      for (std::size_t i = t; passed() < seconds; i += threads, ++done[t]) task(i);
    });
  }
  double total = 0;
  for (unsigned t = 0; t < threads; ++t) {
    workers[t].join();
    total += static_cast<double>(done[t]);
  }
  return total / passed();
}

}  // namespace

int run_many(const Options& options, Figures& figures) {
  const Opened opened = open_folder(options.knowledge);
  if (opened.engine == nullptr) {
    fmt::print(stderr, "{}", render(opened.diagnostics, opened.sources, Tongue::Chinese));
    return 3;
  }
  const Engine& engine = *opened.engine;
  const std::vector<Matter> matters = some_matters(engine.knowledge());
  const std::vector<std::string> texts = some_texts(engine.knowledge());
  const auto matter = [&](std::size_t i) -> const Matter& { return matters[i % matters.size()]; };

  fmt::print("{:<28} {:>12} {:>12} {:>12} {:>10}\n", "microseconds", "median", "p95", "best", "runs");
  std::size_t i = 0;
  figures.add("plan", measure(options.seconds, [&] {
                return static_cast<std::uint64_t>(engine.plan(matter(i++), kToday).steps.size());
              }));
  std::string json;
  figures.add("plan_words_json", measure(options.seconds, [&] {
                const Matter& next = matter(i++);
                json.clear();
                write_plan(engine.document(engine.plan(next, kToday), next, "", nullptr), json);
                return static_cast<std::uint64_t>(json.size());
              }));
  figures.add(
      "understand", measure(options.seconds, [&] {
        return static_cast<std::uint64_t>(engine.read(texts[i++ % texts.size()], kToday).candidates.size());
      }));
  figures.add("plans_per_second",
              a_second(options.seconds, [&](std::size_t at) { engine.plan(matter(at), kToday); }));
  figures.add("texts_per_second", a_second(options.seconds, [&](std::size_t at) {
                engine.read(texts[at % texts.size()], kToday);
              }));
  return 0;
}

}  // namespace zhilu::bench
