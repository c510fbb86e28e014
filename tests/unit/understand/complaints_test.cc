// SPDX-License-Identifier: MIT
// How well complaints are read as a whole: rates over tests/cases/understand/complaints.txt. The floors only
// rise; a word that mends one text and breaks three others shows here.
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/understand/understand.h"
#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> out;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, separator);) {
    const std::size_t begin = part.find_first_not_of(' ');
    const std::size_t end = part.find_last_not_of(' ');
    out.push_back(begin == std::string::npos ? "" : part.substr(begin, end - begin + 1));
  }
  return out;
}

std::set<std::string> as_set(const std::vector<std::string>& items) {
  std::set<std::string> out(items.begin(), items.end());
  out.erase("");
  return out;
}

struct Complaint {
  std::string text;
  bool in_scope = true;
  std::vector<std::string> issues;
  std::set<std::string> acceptable;
  std::string platform, amount, result;
  std::set<std::string> tried, evidence, goal;
  bool emergency = false;
};

std::vector<Complaint> complaints() {
  const auto file = DiskFiles(ZHILU_SOURCE_DIR "/tests/cases/understand").read("complaints.txt", 1 << 20);
  REQUIRE(file.has_value());
  std::vector<Complaint> out;
  for (const std::string& line : split(*file, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields = split(line, '|');
    fields.resize(9);
    Complaint complaint{.text = fields[0], .in_scope = fields[1] != "out"};
    const std::vector<std::string> issues = split(fields[1], '/');
    if (!issues.empty()) complaint.issues = split(issues[0], ',');
    if (issues.size() > 1) complaint.acceptable = as_set(split(issues[1], ','));
    complaint.platform = fields[2];
    complaint.amount = fields[3];
    complaint.tried = as_set(split(fields[4], ','));
    complaint.result = fields[5];
    complaint.evidence = as_set(split(fields[6], ','));
    complaint.goal = as_set(split(fields[7], ','));
    complaint.emergency = fields[8] == "E";
    out.push_back(std::move(complaint));
  }
  return out;
}

/// True and false positives and false negatives.
struct Counts {
  double right = 0, false_alarms = 0, missed = 0;

  void add(const std::set<std::string>& want, const std::set<std::string>& have,
           const std::set<std::string>& acceptable = {}) {
    for (const std::string& value : have) {
      if (want.contains(value)) ++right;
      if (!want.contains(value) && !acceptable.contains(value)) ++false_alarms;
    }
    for (const std::string& value : want) missed += have.contains(value) ? 0 : 1;
  }
  double f1() const { return 2 * right / (2 * right + false_alarms + missed); }
};

struct Share {
  double hits = 0, all = 0;

  void add(bool hit) {
    hits += hit ? 1 : 0;
    ++all;
  }
  double rate() const { return hits / all; }
};

class Reading {
 public:
  explicit Reading(const Knowledge& knowledge) : knowledge_(knowledge), reader_(knowledge) {}

  Matter matter_of(const std::string& text) const {
    Matter matter(knowledge_);
    apply(reader_.read(text, *Date::parse("2026-11-22")), knowledge_, matter);
    return matter;
  }
  std::set<std::string> options(const Matter& matter, std::string_view id) const {
    const FactId fact = knowledge_.find_fact(id);
    std::set<std::string> out;
    for (std::uint32_t o = 0; o < knowledge_.facts[fact].options.size(); ++o) {
      if ((matter[fact].yes >> o & 1) != 0) out.insert(std::string(knowledge_.facts[fact].options[o].id));
    }
    return out;
  }
  /// The one option that is known, or nothing.
  std::string option(const Matter& matter, std::string_view id) const {
    const std::set<std::string> known = options(matter, id);
    return known.size() == 1 ? *known.begin() : "";
  }

 private:
  const Knowledge& knowledge_;
  Reader reader_;
};

}  // namespace

TEST_CASE("complaints are read at the rates reached") {
  const std::shared_ptr<const Knowledge> knowledge = real_knowledge();
  REQUIRE(knowledge != nullptr);
  const Reading reading(*knowledge);
  Counts issues, tried, evidence, goal;
  Share primary, amount, result, platform, emergency, out_of_scope, in_scope;
  for (const Complaint& complaint : complaints()) {
    const Matter matter = reading.matter_of(complaint.text);
    const bool in = reading.option(matter, "scope") != "out";
    if (!complaint.in_scope) {
      out_of_scope.add(!in);
      continue;
    }
    in_scope.add(in);
    const std::set<std::string> read = reading.options(matter, "issues");
    issues.add(as_set(complaint.issues), read, complaint.acceptable);
    if (!complaint.issues.empty()) primary.add(read.contains(complaint.issues.front()));
    tried.add(complaint.tried, reading.options(matter, "tried"));
    evidence.add(complaint.evidence, reading.options(matter, "evidence"));
    goal.add(complaint.goal, reading.options(matter, "goal"));
    const std::string where = reading.option(matter, "platform");
    platform.add((where.empty() ? "other" : where) == complaint.platform);
    if (!complaint.result.empty()) result.add(reading.option(matter, "tried_result") == complaint.result);
    if (!complaint.amount.empty()) {
      const Answer& loss = matter[knowledge->core.loss_amount];
      amount.add(loss.is_known() && loss.low.to_string() == complaint.amount);
    }
    if (complaint.emergency) {
      const Answer& danger = matter[knowledge->core.emergency];
      emergency.add(danger.is_known() && danger.yes == 2);
    }
  }
  CHECK(issues.f1() >= 0.90);
  CHECK(primary.rate() >= 0.935);
  CHECK(amount.rate() >= 0.935);
  CHECK(tried.f1() >= 0.92);
  CHECK(evidence.f1() >= 0.93);
  CHECK(goal.f1() >= 0.87);
  CHECK(result.rate() >= 0.865);
  CHECK(platform.rate() >= 0.87);
  CHECK(emergency.rate() >= 0.86);
  CHECK(out_of_scope.rate() >= 0.98);
  CHECK(in_scope.rate() >= 0.99);
}

TEST_CASE("ordinary complaints have no sign of a crime, and are in scope") {
  const std::shared_ptr<const Knowledge> knowledge = real_knowledge();
  REQUIRE(knowledge != nullptr);
  const Reading reading(*knowledge);
  const auto file = DiskFiles(ZHILU_SOURCE_DIR "/tests/cases/understand").read("ordinary.txt", 1 << 20);
  REQUIRE(file.has_value());
  int read = 0;
  for (const std::string& text : split(*file, '\n')) {
    if (text.empty() || text[0] == '#') continue;
    CAPTURE(text);
    const Matter matter = reading.matter_of(text);
    const std::set<std::string> issues = reading.options(matter, "issues");
    CHECK(!issues.empty());
    for (const char* crime : {"fraud", "account_theft", "phishing"}) CHECK(!issues.contains(crime));
    const Answer& emergency = matter[knowledge->core.emergency];
    CHECK_FALSE((emergency.is_known() && emergency.yes == 2));
    CHECK(reading.option(matter, "scope") != "out");
    ++read;
  }
  CHECK(read == 89);
}
