// SPDX-License-Identifier: MIT
// answer DIR: what one more answer costs on the neutral workload. The matter before lacks one fact of the
// query, which is then answered: the plan of a person, the same plan when the answer has been taken up, and
// when it is made anew at once, with all that it takes still in the caches and every branch just foretold.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/session/planner.h"
#include "tests/bench/modes.h"
#include "tests/bench/workload.h"

namespace zhilu::bench {
namespace {

constexpr std::size_t kQueries = 2'000;
constexpr Date kToday = Date::from_days(20'779);

using Clock = std::chrono::steady_clock;

/// Microseconds of each run of one thing.
class Clocked {
 public:
  template <class Task>
  void run(const Task& task) {
    const Clock::time_point start = Clock::now();
    task();
    times_.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }

  Times times() {
    std::ranges::sort(times_);
    const auto at = [this](std::size_t percent) { return times_[(times_.size() - 1) * percent / 100]; };
    return {.median = at(50), .p95 = at(95), .p99 = at(99), .best = times_[0], .runs = times_.size()};
  }

 private:
  std::vector<double> times_;
};

bool is_same(const Plan& a, const Plan& b) {
  return std::ranges::equal(a.steps, b.steps, [](const PlanStep& one, const PlanStep& other) {
    return one.step == other.step && one.status == other.status &&
           std::ranges::equal(one.depends_on, other.depends_on);
  });
}

/// One of the facts that the query gives.
FactId some_fact(Query query, std::size_t number) {
  const auto is_given = [](std::uint16_t value) { return value != kNotGiven; };
  std::size_t left = number % static_cast<std::size_t>(std::ranges::count_if(query, is_given));
  std::uint32_t fact = 0;
  while (!is_given(query[fact]) || left-- > 0) ++fact;
  return FactId{fact};
}

}  // namespace

int run_answer(const Options& options, Figures& figures) {
  if (options.words.size() != 1) return 2;
  std::string error;
  const Workload workload = read_workload(options.words[0], error);
  Queries queries;
  if (error.empty()) queries = read_queries(workload, options.words[0] + "/queries.ndjson", kQueries, error);
  if (queries.empty()) {
    fmt::print(stderr, "{}\n", error.empty() ? "no queries" : error);
    return 3;
  }
  Planner planner(*workload.compiled);
  Planner anew(*workload.compiled);
  Matter matter(*workload.knowledge);
  Clocked plan_first;
  Clocked plan_anew;
  Clocked plan_taken;
  Clocked agenda_first;
  Clocked agenda_anew;
  Clocked agenda_taken;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const Query query = queries[i];
    std::vector<std::uint16_t> before(query.begin(), query.end());
    const FactId fact = some_fact(query, i);
    before[fact.value] = kNotGiven;

    fill(workload, before, matter);
    Plan plan;
    plan_first.run([&] { plan = planner.plan(matter, kToday); });
    fill(workload, query, matter);
    plan_taken.run([&] { planner.take_answer(fact, plan); });
    Plan expected;
    plan_anew.run([&] { expected = anew.plan(matter, kToday); });
    wrong += is_same(plan, expected) ? 0 : 1;

    fill(workload, before, matter);
    agenda_first.run([&] { planner.agenda(matter, kToday).steps(); });
    fill(workload, query, matter);
    agenda_taken.run([&] { planner.take_answer(fact).steps(); });
    agenda_anew.run([&] { anew.agenda(matter, kToday).steps(); });
  }
  fmt::print("{:<28} {:>12} {:>12} {:>12} {:>10}\n", "microseconds", "median", "p95", "best", "runs");
  const auto add = [&](const std::string& name, Clocked& first, Clocked& taken, Clocked& again) {
    const Times times[] = {first.times(), taken.times(), again.times()};
    figures.add(name, times[0]);
    figures.add(name + "_after_answer", times[1]);
    figures.add(name + "_made_anew", times[2]);
    figures.add(name + "_ratio", times[0].median / times[1].median);
    figures.add(name + "_made_anew_ratio", times[2].median / times[1].median);
  };
  add("plan", plan_first, plan_taken, plan_anew);
  add("agenda", agenda_first, agenda_taken, agenda_anew);
  figures.add("wrong", static_cast<double>(wrong));
  return wrong == 0 ? 0 : 1;
}

}  // namespace zhilu::bench
