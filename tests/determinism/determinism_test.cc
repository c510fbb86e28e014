// SPDX-License-Identifier: MIT
// A thousand inputs, on one thread and on eight, in other orders: one hash per input.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

#include "cli/json/plan_json.h"
#include "engine/engine.h"
#include "tests/support/random_matter.h"

namespace zhilu {
namespace {

constexpr std::size_t kInputs = 1000;
constexpr unsigned kThreads = 8;

struct Input {
  std::string text;
  Matter matter;
};

std::vector<Input> make_inputs(const Knowledge& knowledge) {
  std::mt19937 random(20261122);
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < kInputs; ++i) {
    std::string text = random_text(knowledge, random);
    inputs.push_back({std::move(text), random_matter(knowledge, random, static_cast<unsigned>(i % 60))});
  }
  return inputs;
}

std::size_t hash_of(const Engine& engine, const Input& input) {
  const Date today = Date::from_days(20'779);
  const Answered answered = engine.ask(input.text, today, input.matter);
  std::string json;
  write_plan(answered.document, json);
  return std::hash<std::string>{}(json);
}

TEST_CASE("the same input gives the same bytes on every thread and in every order") {
  const Opened opened = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  REQUIRE_MESSAGE(opened.engine != nullptr, render(opened.diagnostics, opened.sources, Tongue::English));
  const Engine& engine = *opened.engine;
  const std::vector<Input> inputs = make_inputs(engine.knowledge());
  std::vector<std::size_t> expected;
  for (const Input& input : inputs) expected.push_back(hash_of(engine, input));

  std::atomic<std::size_t> differing = 0;
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      std::vector<std::size_t> order(kInputs);
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::shuffle(order.begin(), order.end(), std::mt19937(t));
      for (std::size_t i : order) differing += hash_of(engine, inputs[i]) == expected[i] ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(differing == 0);
}

TEST_CASE("knowledge that is loaded anew gives the same bytes") {
  const Opened first = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  const Opened second = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  REQUIRE(first.engine != nullptr);
  REQUIRE(second.engine != nullptr);
  const std::vector<Input> inputs = make_inputs(first.engine->knowledge());
  for (std::size_t i = 0; i < kInputs; i += 10)
    CHECK(hash_of(*first.engine, inputs[i]) == hash_of(*second.engine, inputs[i]));
}

// The document with all its lines as if made by hand.
PlanDocument unprepared(PlanDocument document, std::deque<SourceLine>& sources) {
  for (StepLine& line : document.steps) line.prepared = nullptr;
  for (QuestionLine& line : document.questions) line.prepared = nullptr;
  for (const SourceLine*& line : document.sources) {
    sources.push_back(*line);
    sources.back().prepared = nullptr;
    line = &sources.back();
  }
  return document;
}

TEST_CASE("what is prepared gives the same bytes as what is written field by field") {
  const Opened opened = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  REQUIRE(opened.engine != nullptr);
  const std::vector<Input> inputs = make_inputs(opened.engine->knowledge());
  const Date today = Date::from_days(20'779);
  const Language languages[] = {Language::Hans, Language::Hant, Language::English};
  std::size_t prepared = 0;
  for (std::size_t i = 0; i < kInputs; i += 5) {
    const Input& input = inputs[i];
    const PlanDocument document =
        opened.engine->ask(input.text, today, input.matter, languages[i % 3]).document;
    for (const StepLine& line : document.steps) prepared += line.prepared != nullptr ? 1 : 0;
    std::string json;
    write_plan(document, json);
    std::deque<SourceLine> sources;
    std::string by_field;
    write_plan(unprepared(document, sources), by_field);
    REQUIRE(json == by_field);
  }
  CHECK(prepared > 1000);
}

TEST_CASE("threads that ask a new engine at once get the same bytes") {
  const Opened known = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  const Opened fresh = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  REQUIRE(fresh.engine != nullptr);
  const std::vector<Input> inputs = make_inputs(known.engine->knowledge());
  std::atomic<std::size_t> differing = 0;
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (std::size_t i = 0; i < 40; ++i) {
        differing += hash_of(*fresh.engine, inputs[i]) == hash_of(*known.engine, inputs[i]) ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(differing == 0);
}

}  // namespace
}  // namespace zhilu
