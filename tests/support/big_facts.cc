// SPDX-License-Identifier: MIT
#include "tests/support/big_facts.h"

#include <fmt/format.h>

#include <utility>

namespace zhilu::test {

BigFacts::BigFacts(std::string prefix, std::size_t count) : prefix_(std::move(prefix)), count_(count) {}

std::string BigFacts::facts_yaml(BigRandom& random) const {
  static constexpr const char* kTypes[] = {"boolean", "choice", "choice",  "money",    "choices",
                                           "date",    "number", "boolean", "duration", "text"};
  std::string out = "facts:\n";
  for (std::size_t f = 0; f < count_; ++f) {
    const std::string title = big_phrase(random);
    out += fmt::format("  {}:\n    type: {}\n    title: 是否已经{}\n", name(f), kTypes[f % kKinds], title);
    if (kind(f) == Kind::Derived) {
      out +=
          "    asked: false\n    default: '\"low\"'\n    options: { high: 较重, middle: 一般, low: 较轻 "
          "}\n\n";
      continue;
    }
    out += fmt::format("    ask: 您是不是已经{}，{}？\n    why: {}\n", title, big_phrase(random),
                       big_sentence(random));
    if (random.percent(20)) out += "    cost: lookup\n";
    if (kind(f) == Kind::Money) out += "    min: 0\n    max: 1000000000\n";
    if (kind(f) == Kind::Number) out += "    min: 0\n    max: 120\n";
    if (kind(f) == Kind::Settled) out += "    default: 'if emergency then false else null'\n";
    if (kind(f) == Kind::Choice || kind(f) == Kind::Choices) {
      out += "    options:\n";
      for (std::size_t o = 0; o < (kind(f) == Kind::Choice ? 4 : 6); ++o) {
        out += fmt::format("      o{}: {{ title: {}, likely: {} }}\n", o, big_phrase(random),
                           5 + random.below(20));
      }
    }
    out += "\n";
  }
  return out;
}

std::string BigFacts::decisions_yaml(const std::string& source) const {
  std::string out = "decisions:\n";
  for (std::size_t f = 2; f < count_; f += kKinds) {
    const std::string flag = name(f - 2);
    const std::string choice = name(f - 1);
    const bool unique = f % 20 == 2;
    out += fmt::format(
        "  {}_table:\n    title: 轻重\n    hit: {}\n    inputs: [{}, {}{}]\n    outputs: [{}]\n    source: "
        "{}\n    rules:\n",
        name(f), unique ? "unique" : "first", flag, choice, unique ? "" : ", loss_amount", name(f), source);
    if (unique) {
      out +=
          "      - { when: ['true', '\"o0\", \"o1\"'], then: ['\"high\"'], because: 情形较重 }\n"
          "      - { when: ['true', '\"o2\", \"o3\"'], then: ['\"middle\"'], because: 情形一般 }\n"
          "      - { when: ['false', '\"o0\"'], then: ['\"middle\"'] }\n"
          "      - { when: ['false', 'not(\"o0\")'], then: ['\"low\"'] }\n";
    } else {
      out +=
          "      - { when: ['true', '-', '>= 30000'], then: ['\"high\"'], because: 金额大 }\n"
          "      - { when: ['-', '\"o3\"', '[3000..30000)'], then: ['\"middle\"'], because: 金额较大 }\n"
          "      - { when: ['-', '-', '-'], then: ['\"low\"'] }\n";
    }
  }
  return out;
}

std::string BigFacts::words_yaml() const {
  std::string out = "words:\n";
  for (std::size_t f = 0; f < count_; f += kKinds) {
    out += fmt::format("  {0}:\n    \"true\": [{0}的情形, \"说过…{0}\"]\n", name(f));
    if (f + 1 == count_) continue;
    out += fmt::format("  {}:\n", name(f + 1));
    for (std::size_t o = 0; o < 4; ++o) {
      out += fmt::format("    o{0}:\n      - {{ say: [{1}第{0}种, \"{1}…{0}号\"], confidence: 80 }}\n", o,
                         name(f + 1));
    }
  }
  return out;
}

std::string BigFacts::atom(BigRandom& random) {
  if (random.percent(10)) {
    static constexpr const char* kShared[] = {
        "emergency",       "loss_amount >= 3000",  "severity in (\"critical\", \"high\")",
        "\"t3\" in tried", "for_business = false", "tried_result = \"rejected\""};
    return kShared[random.below(std::size(kShared))];
  }
  const std::size_t f = next_++ % count_;
  const std::string fact = name(f);
  const std::size_t form = random.below(3);
  switch (kind(f)) {
    case Kind::Flag:
    case Kind::Settled:
      return form == 0 ? fmt::format("not({})", fact) : form == 1 ? fact + " = false" : fact;
    case Kind::Choice:
      return form == 0   ? fmt::format("{} = \"o{}\"", fact, random.below(4))
             : form == 1 ? fmt::format("{} in (\"o0\", \"o{}\")", fact, 1 + random.below(3))
                         : fmt::format("{} != \"o{}\"", fact, random.below(4));
    case Kind::Derived:
      return form == 0 ? fact + " != \"low\"" : fact + " = \"high\"";
    case Kind::Choices:
      return form == 0 ? fmt::format("\"o1\" in {0} or \"o{1}\" in {0}", fact, 2 + random.below(4))
                       : fmt::format("\"o{}\" in {}", random.below(6), fact);
    case Kind::Money:
      return form == 0
                 ? fmt::format("{} in [{}..{}]", fact, 1 + random.below(3), 5000 * (1 + random.below(4)))
                 : fmt::format("{} >= {}", fact, 500 * (1 + random.below(20)));
    case Kind::Number:
      return form == 0 ? fmt::format("{} between {} and 60", fact, 10 + random.below(8))
                       : fmt::format("{} < {}", fact, 8 + random.below(11));
    case Kind::Date:
      return form == 0 ? fact + " + @\"P3Y\" >= today()"
                       : fmt::format("{} >= @\"2026-0{}-01\"", fact, 1 + random.below(9));
    case Kind::Wait:
      return fmt::format("{} > @\"P{}D\"", fact, 1 + random.below(30));
    case Kind::Note:
      return form == 0 ? fact + " = null" : fmt::format("contains({}, \"退款\")", fact);
  }
  return {};
}

std::string BigFacts::condition(BigRandom& random) {
  const std::size_t form = random.below(100);
  const std::string first = atom(random);
  if (form < 50) return first;
  if (form < 75) return "(" + first + ") and " + atom(random);
  if (form < 85) return first + " or " + atom(random);
  if (form < 93) return "(" + first + " or " + atom(random) + ") and " + atom(random);
  return "not(" + first + ") and (" + atom(random) + ")";
}

std::vector<std::string> BigFacts::choices() const {
  std::vector<std::string> names;
  for (std::size_t f = 1; f < count_; f += kKinds) names.push_back(name(f));
  return names;
}

}  // namespace zhilu::test
