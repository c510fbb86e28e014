// SPDX-License-Identifier: MIT
#include "engine/understand/automaton.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

using namespace zhilu;

namespace {

struct PhraseHit {
  std::uint32_t pattern = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

std::vector<PhraseHit> sorted(std::vector<PhraseHit> hits) {
  std::sort(hits.begin(), hits.end(), [](const PhraseHit& a, const PhraseHit& b) {
    return std::tuple(a.end, a.begin, a.pattern) < std::tuple(b.end, b.begin, b.pattern);
  });
  return hits;
}

std::vector<PhraseHit> found_naively(const std::vector<std::u32string>& patterns, std::u32string_view text) {
  std::vector<PhraseHit> hits;
  for (std::uint32_t p = 0; p < patterns.size(); ++p) {
    for (std::size_t at = text.find(patterns[p]); at != std::u32string_view::npos;
         at = text.find(patterns[p], at + 1)) {
      hits.push_back(
          {p, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + patterns[p].size())});
    }
  }
  return sorted(hits);
}

std::vector<PhraseHit> found_in(const Automaton& automaton, std::u32string_view text) {
  std::vector<PhraseHit> hits;
  automaton.scan(text, [&](std::uint32_t ending, std::uint32_t end) {
    automaton.for_patterns(ending, [&](std::uint32_t pattern, std::uint32_t length) {
      hits.push_back({pattern, end - length, end});
    });
  });
  return hits;
}

void check_same(const std::vector<std::u32string>& patterns, std::u32string_view text) {
  const std::vector<PhraseHit> hits = sorted(found_in(Automaton(patterns), text));
  const std::vector<PhraseHit> expected = found_naively(patterns, text);
  REQUIRE(hits.size() == expected.size());
  for (std::size_t i = 0; i < hits.size(); ++i) {
    CHECK(hits[i].pattern == expected[i].pattern);
    CHECK(hits[i].begin == expected[i].begin);
    CHECK(hits[i].end == expected[i].end);
  }
}

}  // namespace

TEST_CASE("phrases are found that overlap, nest and end alike") {
  check_same({U"退款", U"不退款", U"款", U"不退", U"退"}, U"不退款就不退不退款款");
  check_same({U"aab", U"ab", U"aaab"}, U"aaaaabaab");
  check_same({U"🙂骗", U"骗"}, U"被🙂骗骗🙂");
  check_same({U"甲"}, U"");
}

TEST_CASE("no patterns and unknown characters find nothing") {
  CHECK(found_in(Automaton(), U"退款").empty());
  CHECK(found_in(Automaton(std::vector<std::u32string>{}), U"退款").empty());
  const Automaton refund(std::vector<std::u32string>{U"退款"});
  CHECK(found_in(refund, U"\x10FFFF\xD800\xFFFF\0\x20000").empty());
}

TEST_CASE("random phrases in random texts are found as by searching for each") {
  std::mt19937 random(20261122);
  for (int round = 0; round < 30; ++round) {
    // A small alphabet makes prefixes, suffixes and repetitions; the last letters lie beyond the basic plane.
    const std::u32string alphabet = U"甲乙丙丁ab🙂🎉";
    const auto word = [&](std::size_t longest) {
      std::u32string out(1 + random() % longest, U' ');
      for (char32_t& c : out) c = alphabet[random() % alphabet.size()];
      return out;
    };
    std::vector<std::u32string> patterns;
    for (int i = 0; i < 200; ++i) patterns.push_back(word(6));
    std::sort(patterns.begin(), patterns.end());
    patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
    check_same(patterns, word(400));
  }
}
