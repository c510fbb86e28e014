// SPDX-License-Identifier: MIT
// Limits that must not be missed, from a sentence to a date, on the project's own knowledge.
#include <doctest/doctest.h>

#include <string>

#include "engine/engine.h"

namespace zhilu {
namespace {

// The dates of the limits of a step's channel, `-` for those that are not known yet.
std::string dates_of(std::string_view text, std::string_view step) {
  static const Opened opened = open_folder(std::string(ZHILU_SOURCE_DIR) + "/knowledge");
  REQUIRE(opened.engine != nullptr);
  const Answered answered = opened.engine->ask(text, *Date::parse("2026-11-22"));
  for (const StepLine& line : answered.document.steps) {
    if (line.id != step || !line.channel) continue;
    std::string out;
    for (const LimitLine& limit : line.channel->limits) {
      out.append(out.empty() ? "" : " ").append(limit.kind).append("=");
      out.append(limit.date.empty() ? "-" : limit.date);
    }
    return out;
  }
  return "no such step";
}

TEST_CASE("a limit that runs from a decision has its date once the decision has one") {
  // Seven days from the 21st end on a Saturday, so on the Monday after.
  CHECK(dates_of("我去派出所报案，昨天收到不予立案通知书，被骗了5000", "review_of_non_filing") ==
        "file=2026-11-30 reply=2026-12-22");
  CHECK(dates_of("派出所不予立案，被骗了5000", "review_of_non_filing").starts_with("file=- "));
  CHECK(dates_of("被骗了5000", "review_of_non_filing") == "file=- reply=-");
}

}  // namespace
}  // namespace zhilu
