// SPDX-License-Identifier: MIT
// Times of a task that is done again and again, and the figures that a benchmark ends with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace zhilu::bench {

/// Microseconds a run.
struct Times {
  double median = 0;
  double p95 = 0;
  double p99 = 0;
  double best = 0;
  std::size_t runs = 0;
};

/// Runs `task` for about `seconds`, at least three times, after one unmeasured run. The task gives a number
/// made of its result, so that the compiler cannot leave it out.
Times measure(double seconds, const std::function<std::uint64_t()>& task);

/// Named figures in the order added; each is printed as a row of the table when it is added.
class Figures {
 public:
  void add(std::string_view name, const Times& times);
  void add(std::string_view name, double value);

  bool empty() const { return values_.empty(); }

  /// All figures as one line of JSON; of times the median in microseconds, as `<name>_us`.
  std::string json() const;

 private:
  std::vector<std::pair<std::string, double>> values_;
};

}  // namespace zhilu::bench
