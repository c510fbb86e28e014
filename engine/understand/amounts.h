// SPDX-License-Identifier: MIT
// Which of the amounts in a text was lost: paid before demanded, demanded before promised; instalments are
// summed only where all were paid.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/understand/clauses.h"
#include "engine/understand/cues.h"
#include "engine/understand/money.h"

namespace zhilu {

enum class AmountRole : std::uint8_t {
  Unknown,   ///< An amount of money of which the text does not say what became of it.
  Lost,      ///< 被骗, 被扣, 损失.
  Paid,      ///< 转了, 交了.
  Demanded,  ///< 让我交: not paid.
  Offered,   ///< Promised, owed or earned: 奖金, 只退.
  Price,     ///< 总价, 余额.
};

struct Amount {
  MoneyText money;
  AmountRole role = AmountRole::Unknown;
  std::uint32_t clause = 0;
  std::uint32_t index = 0;  ///< Among the amounts of the text.
  bool is_total = false;
  bool is_each = false;   ///< A rate: 每月20.
  bool is_own = false;    ///< The person's part of what many lost: 我自己是六万五.
  bool is_again = false;  ///< One more of several: 又转了.
  bool is_alone = false;  ///< All there is in its clause: 一直不发货，1350.
};

/// What was lost, in one currency.
struct Loss {
  Scaled low;
  Scaled high;
  bool bounded = true;
  bool approximate = false;
  std::uint32_t begin = 0;  ///< Characters, from the first to the last amount that counts.
  std::uint32_t end = 0;
  std::uint8_t confidence = 0;
  std::string_view token = {};
  /// The amounts it is made of: a bit each of the first 64, by index.
  std::uint64_t counted = 0;
};

/// Gives each amount its role; bare figures that nothing shows to be money are left out.
void find_amounts(std::u32string_view text, const Clauses& clauses, std::span<const CueMatch> cues,
                  std::span<const MoneyText> money, std::vector<Amount>& out);

/// The loss in `currency`; empty if the text gives none. `numbers` are for 每次30扣了5次.
std::optional<Loss> find_loss(std::u32string_view text, const Clauses& clauses,
                              std::span<const CueMatch> cues, std::span<const NumberText> numbers,
                              std::span<const Amount> amounts, Currency currency);

}  // namespace zhilu
