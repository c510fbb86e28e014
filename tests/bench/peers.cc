// SPDX-License-Identifier: MIT
// peers DIR: plans for the neutral workload that other rule engines are compared on, one by one.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

#include "engine/session/planner.h"
#include "tests/bench/modes.h"
#include "tests/bench/workload.h"

namespace zhilu::bench {
namespace {

constexpr std::size_t kWarmUp = 300;
constexpr Date kToday = Date::from_days(20'779);

using Clock = std::chrono::steady_clock;

double microseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

double cpu_microseconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_nsec) / 1e3;
}

/// Most memory the process has ever held, in KB.
long peak_memory() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmHWM:")) return std::atol(line.c_str() + 6);
  }
  return 0;
}

/// The checksum over plans that all peers must agree on.
class Checksum {
 public:
  void add(const std::vector<std::uint32_t>& plan) {
    for (const std::uint32_t id : plan) mix(id + 1);
    mix(0xffffffff);
  }
  std::uint32_t value() const { return hash_; }

 private:
  void mix(std::uint32_t word) { hash_ = (hash_ ^ word) * 16777619U; }
  std::uint32_t hash_ = 2166136261U;
};

struct Arguments {
  std::string dir;
  std::size_t n = 10'000;
  double budget = 8;
  bool cold = false;
};

bool read_arguments(const std::vector<std::string>& words, Arguments& arguments) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool has_value = i + 1 < words.size();
    if (words[i] == "--cold") {
      arguments.cold = true;
    } else if (words[i] == "--n" && has_value) {
      arguments.n = static_cast<std::size_t>(std::atoll(words[++i].c_str()));
    } else if (words[i] == "--budget" && has_value) {
      arguments.budget = std::atof(words[++i].c_str());
    } else if (words[i].starts_with("--") || !arguments.dir.empty()) {
      return false;
    } else {
      arguments.dir = words[i];
    }
  }
  return !arguments.dir.empty();
}

/// The certain steps in plan order.
void take_plan(Planner& planner, const Matter& matter, std::vector<std::uint32_t>& plan) {
  plan.clear();
  for (const AgendaStep& step : planner.agenda(matter, kToday).certain()) {
    if (step.status == StepStatus::Do) plan.push_back(step.step.value);
  }
}

int answer_cold(const Workload& workload, const Queries& queries) {
  Planner planner(*workload.compiled);
  Matter matter(*workload.knowledge);
  std::vector<std::uint32_t> plan;
  fill(workload, queries[0], matter);
  take_plan(planner, matter, plan);
  fmt::print("{{\"plan\":[{}]}}\n", fmt::join(plan, ","));
  return 0;
}

}  // namespace

int run_peers(const Options& options, Figures&) {
  Arguments arguments;
  if (!read_arguments(options.words, arguments)) return 2;
  const long base = peak_memory();
  std::string error;
  const Clock::time_point start = Clock::now();
  const Workload workload = read_workload(arguments.dir, error);
  const double load = microseconds_since(start);
  Queries queries;
  if (error.empty()) {
    const char* file = arguments.cold ? "/query1.json" : "/queries.ndjson";
    queries = read_queries(workload, arguments.dir + file, arguments.cold ? 1 : arguments.n, error);
  }
  if (queries.empty()) {
    fmt::print(stderr, "{}\n", error.empty() ? "no queries" : error);
    return 3;
  }
  if (arguments.cold) return answer_cold(workload, queries);

  Planner planner(*workload.compiled);
  Matter matter(*workload.knowledge);
  std::vector<std::uint32_t> plan;
  for (std::size_t i = 0; i < kWarmUp; ++i) {
    fill(workload, queries[i % queries.size()], matter);
    take_plan(planner, matter, plan);
  }
  Checksum ordered;
  Checksum sorted;
  std::vector<float> times;
  double total = 0;
  std::size_t steps = 0;
  const double cpu_start = cpu_microseconds();
  const Clock::time_point measured = Clock::now();
  times.reserve(queries.size());
  for (std::size_t i = 0; i < queries.size(); ++i) {
    fill(workload, queries[i], matter);
    const Clock::time_point begin = Clock::now();
    take_plan(planner, matter, plan);
    times.push_back(static_cast<float>(microseconds_since(begin)));
    total += times.back();
    steps += plan.size();
    ordered.add(plan);
    std::ranges::sort(plan);
    sorted.add(plan);
    if (microseconds_since(measured) > arguments.budget * 1e6) break;
  }
  const double wall = microseconds_since(measured);
  const double cpu = cpu_microseconds() - cpu_start;
  const auto n = static_cast<double>(times.size());
  std::ranges::sort(times);
  const auto at = [&](std::size_t percent) {
    return times[std::min(times.size() - 1, times.size() * percent / 100)];
  };
  fmt::print(
      "{{\"peer\":\"zhilu\",\"version\":\"{}\",\"form\":\"facts of a matter to its "
      "agenda\",\"load_ms\":{:.3f},"
      "\"n\":{},\"p50_us\":{:.4f},\"p99_us\":{:.4f},\"mean_us\":{:.4f},\"qps\":{:.1f},"
      "\"actions_per_query\":{:.4f},\"checksum\":{},\"checksum_set\":{},\"rss_base_kb\":{},\"rss_peak_kb\":{}"
      ","
      "\"cpu_per_wall\":{:.4f},\"cpu_us_per_query\":{:.4f}}}\n",
      ZHILU_VERSION, load / 1000, times.size(), at(50), at(99), total / n, n / total * 1e6,
      static_cast<double>(steps) / n, ordered.value(), sorted.value(), base, peak_memory(), cpu / wall,
      cpu / n);
  return 0;
}

}  // namespace zhilu::bench
