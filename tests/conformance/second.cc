// SPDX-License-Identifier: MIT
#include "tests/conformance/second.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <string>

#include "tests/conformance/feel.h"
#include "tests/conformance/records.h"

namespace zhilu::conformance {
namespace {

/// The reasons in their order, and the reason of each record that differs.
struct Listed {
  std::map<std::string, std::string> reason_of;
  std::map<std::string, std::string> sentences;
};

Listed read_list() {
  Listed listed;
  std::ifstream file(ZHILU_SOURCE_DIR "/tests/conformance/second_differences.txt");
  std::string sentence;
  std::string reason;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# ")) {
      sentence = line.substr(2);
    } else if (line.ends_with(':')) {
      reason = line.substr(0, line.size() - 1);
      listed.sentences[reason] = sentence;
    } else if (!line.empty()) {
      listed.reason_of[line] = reason;
    }
  }
  return listed;
}

}  // namespace

void run_second(const Json& suite, Report& report) {
  const Listed listed = read_list();
  std::map<std::string, std::string> differences;
  for (const Json& json : suite["cases"]) {
    const std::string id = json["id"].get<std::string>();
    const Outcome outcome = run_record(json);
    const bool agrees = has_passed(json, outcome);
    const auto found = listed.reason_of.find(id);
    const bool is_listed = found != listed.reason_of.end();
    report.add(group_of(json), agrees != is_listed, !expected_of(json).is_null());
    if (agrees && is_listed) report.explain(id + " is listed as a difference and is none");
    if (agrees) continue;
    differences[is_listed ? found->second : "not listed"] += describe(json, outcome) + "\n";
    report.count(is_listed ? "differ: " + found->second : "differ and are not listed");
  }
  for (const auto& [reason, records] : differences) {
    const auto sentence = listed.sentences.find(reason);
    fmt::print("== {}: {}\n{}\n", reason, sentence == listed.sentences.end() ? "" : sentence->second,
               records);
  }
}

}  // namespace zhilu::conformance
