// SPDX-License-Identifier: MIT
// load, plan, ask: what a user waits for.
#include <fmt/format.h>

#include <cstdio>

#include "cli/json/plan_json.h"
#include "engine/engine.h"
#include "tests/bench/modes.h"

namespace zhilu::bench {

namespace {

constexpr std::string_view kSentence = "我在欧意被客服骗着充值了两万三千块，客服一直拖着不退，聊天记录都在";

}  // namespace

int run_core(const Options& options, Figures& figures) {
  const Opened opened = open_folder(options.knowledge);
  if (opened.engine == nullptr) {
    fmt::print(stderr, "{}", render(opened.diagnostics, opened.sources, Tongue::Chinese));
    return 3;
  }
  const Engine& engine = *opened.engine;
  const Date today = *Date::from_ymd(2026, 11, 22);
  const Answered asked = engine.ask(kSentence, today);

  fmt::print("{:<28} {:>12} {:>12} {:>12} {:>10}\n", "microseconds", "median", "p95", "best", "runs");
  figures.add(
      "load", measure(options.seconds, [&] {
        return static_cast<std::uint64_t>(open_folder(options.knowledge).engine->knowledge().steps.size());
      }));
  figures.add("understand", measure(options.seconds, [&] {
                return static_cast<std::uint64_t>(engine.read(kSentence, today).candidates.size());
              }));
  figures.add("plan", measure(options.seconds, [&] {
                return static_cast<std::uint64_t>(engine.plan(asked.matter, today).steps.size());
              }));
  figures.add("document", measure(options.seconds, [&] {
                return static_cast<std::uint64_t>(
                    engine.document(asked.plan, asked.matter, kSentence, &asked.understanding).steps.size());
              }));
  std::string json;
  figures.add("json", measure(options.seconds, [&] {
                json.clear();
                write_plan(asked.document, json);
                return static_cast<std::uint64_t>(json.size());
              }));
  figures.add("ask", measure(options.seconds, [&] {
                return static_cast<std::uint64_t>(engine.ask(kSentence, today).document.steps.size());
              }));
  figures.add("ask_json", measure(options.seconds, [&] {
                json.clear();
                write_plan(engine.ask(kSentence, today).document, json);
                return static_cast<std::uint64_t>(json.size());
              }));
  figures.add("json_bytes", static_cast<double>(json.size()));
  figures.add("steps", static_cast<double>(asked.plan.steps.size()));
  return 0;
}

}  // namespace zhilu::bench
