// SPDX-License-Identifier: MIT
// What a suite gave, by group: cases, passed, and the same for cases that expect a value.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace zhilu::conformance {

class Report {
 public:
  /// `expects_value` is false for cases that expect null, which an engine that knows nothing passes too.
  void add(const std::string& group, bool passed, bool expects_value);
  /// A sentence about a failed case, printed before the table where asked for.
  void explain(std::string failure) { failures_.push_back(std::move(failure)); }

  /// Counts something worth knowing that is neither passed nor failed; printed behind the table.
  void count(const std::string& what) { ++counts_[what]; }

  /// Prints the table and, last, `N passed, N failed` to standard output. True if nothing failed.
  bool print(bool with_failures) const;

 private:
  struct Tally {
    std::size_t cases = 0;
    std::size_t passed = 0;
    std::size_t values = 0;
    std::size_t values_passed = 0;
  };
  static void print_row(const std::string& name, const Tally& tally);

  std::map<std::string, Tally> groups_;
  std::map<std::string, std::size_t> counts_;
  std::vector<std::string> failures_;
};

}  // namespace zhilu::conformance
