// SPDX-License-Identifier: MIT
#include "tests/support/random_matter.h"

#include <array>

namespace zhilu {
namespace {

// Not a distribution of the standard library: those differ between implementations.
std::uint32_t below(std::mt19937& random, std::size_t limit) {
  return static_cast<std::uint32_t>(random() % limit);
}

}  // namespace

Matter random_matter(const Knowledge& knowledge, std::mt19937& random, unsigned known) {
  Matter matter(knowledge);
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const FactId id{i};
    const Fact& fact = knowledge.facts[id];
    if (fact.is_derived() || below(random, 100) >= known) continue;
    if (below(random, 20) == 0) {
      set_unsure(matter, id, Origin::Answer);
      continue;
    }
    switch (fact.kind) {
      case FactKind::Boolean:
        set_boolean(matter, id, below(random, 2) == 0, Origin::Answer);
        break;
      case FactKind::Number:
      case FactKind::Money: {
        const Decimal amount(static_cast<std::int64_t>(below(random, 100'000)));
        set_amount(matter, id, amount, amount, Origin::Answer);
        break;
      }
      case FactKind::Date:
        set_date(matter, id, Date::from_days(20'700 + below(random, 80)), Origin::Answer);
        break;
      case FactKind::Choice:
        set_option(matter, knowledge, id, below(random, fact.options.size()), Origin::Answer);
        break;
      case FactKind::Choices:
        for (std::uint32_t option = 0; option < fact.options.size(); ++option) {
          const std::uint32_t dice = below(random, 6);
          if (dice < 2) set_option(matter, knowledge, id, option, Origin::Answer, dice == 0);
        }
        break;
      case FactKind::Duration:
        set_text(matter, id, "P" + std::to_string(1 + below(random, 24)) + "M", Origin::Answer);
        break;
      case FactKind::Text:
        set_text(matter, id, "某某", Origin::Answer);
        break;
    }
  }
  return matter;
}

std::string random_text(const Knowledge& knowledge, std::mt19937& random) {
  constexpr std::array<const char*, 8> kBetween = {"，", "。",     "，后来", "，但是",
                                                   " ",  "，没有", "，已经", "！"};
  constexpr std::array<const char*, 8> kAmounts = {"两万三", "3000元", "8万6", "一千多块",
                                                   "五百",   "1w2",    "昨天", "上个月"};
  std::string text;
  const std::uint32_t parts = 2 + below(random, 6);
  for (std::uint32_t i = 0; i < parts; ++i) {
    if (below(random, 3) == 0 || knowledge.words.empty()) {
      text += kAmounts[below(random, kAmounts.size())];
    } else {
      text += knowledge.words[below(random, knowledge.words.size())].phrase;
    }
    text += kBetween[below(random, kBetween.size())];
  }
  return text;
}

}  // namespace zhilu
