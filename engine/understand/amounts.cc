// SPDX-License-Identifier: MIT
#include "engine/understand/amounts.h"

#include <algorithm>

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

constexpr std::u32string_view kKeptBack[] = {U"没返", U"没退", U"没还", U"不返", U"不退", U"不还"};
constexpr std::u32string_view kThreats[] = {U"就不", U"不交", U"不付", U"不转", U"否则", U"不然"};

bool is_verb_of_money(Cue cue) {
  return cue == Cue::Lost || cue == Cue::Paid || cue == Cue::Offered || cue == Cue::Price || cue == Cue::Fee;
}

/// The cues of one clause around one amount.
class Surroundings {
 public:
  Surroundings(std::u32string_view text, const Clauses& clauses, std::span<const CueMatch> cues,
               std::span<const MoneyText> money, std::size_t at)
      : text_(text),
        clauses_(clauses),
        cues_(cues),
        money_(money),
        at_(at),
        clause_index_(clauses.at(money[at].begin)),
        clause_(clauses[clause_index_]) {}

  Amount judge() {
    Amount amount{.money = money_[at_], .clause = clause_index_};
    find_neighbours();
    amount.is_each = is_each_;
    amount.is_total = is_total_;
    amount.is_again = is_again_;
    amount.is_alone = here().begin == clause_.begin && here().end == clause_.end && clause_index_ > 0;
    amount.is_own = is_own();
    amount.role = role();
    if (amount.is_own && amount.role == AmountRole::Unknown) amount.role = AmountRole::Lost;
    return amount;
  }

 private:
  const MoneyText& here() const { return money_[at_]; }

  void find_neighbours() {
    const std::uint32_t from = at_ > 0 ? std::max(clause_.begin, money_[at_ - 1].end) : clause_.begin;
    for (std::uint32_t c = clause_.first_cue; c < clause_.last_cue; ++c) {
      const CueMatch& cue = cues_[c];
      if (cue.end <= here().begin) {
        const std::uint32_t gap = here().begin - cue.end;
        if (cue.cue == Cue::Each && gap <= 1) is_each_ = true;
        if (cue.cue == Cue::Total && gap <= 5) is_total_ = true;
        if (cue.cue == Cue::Again && cue.begin >= from) is_again_ = true;
      }
      if (!is_verb_of_money(cue.cue)) continue;
      if (cue.end <= here().begin && here().begin - cue.end <= kReach) {
        // 骗我充值3000: what was lost stays lost, whatever it is called next to the figure.
        if (left_ == nullptr || cue.end >= left_->end) left_ = &cue;
        if (cue.cue == Cue::Lost) lost_before_ = true;
      } else if (cue.begin >= here().end && right_ == nullptr &&
                 cue.begin - here().end <= reach_behind(cue.cue)) {
        right_ = &cue;
      }
    }
    // A verb that another amount stands next to is that one's. So is one before a demand: 交完又要299.
    if (left_ != nullptr && at_ > 0 && money_[at_ - 1].begin >= left_->end) left_taken_ = true;
    for (std::uint32_t c = clause_.first_cue; left_ != nullptr && c < clause_.last_cue; ++c) {
      const CueMatch& cue = cues_[c];
      if (cue.cue == Cue::Demand && cue.begin >= left_->end && cue.end <= here().begin) left_taken_ = true;
    }
    if (right_ != nullptr && at_ + 1 < money_.size() && money_[at_ + 1].end <= right_->begin)
      right_ = nullptr;
  }

  /// How near a verb behind an amount must stand: 3000块就被骗了, 3000转给了他, 199押金.
  static std::uint32_t reach_behind(Cue cue) { return cue == Cue::Lost ? 3 : 1; }

  /// 我自己是六万五: of what many have lost, the part of the person.
  bool is_own() const {
    const std::u32string_view before = text_.substr(clause_.begin, here().begin - clause_.begin);
    const auto stands = [&](std::u32string_view words) {
      const std::size_t at = before.rfind(words);
      return at != before.npos && before.size() - at - words.size() <= 5;
    };
    return stands(U"我自己") || stands(U"我个人") || stands(U"我一个人") || stands(U"我本人") ||
           stands(U"其中我");
  }

  /// The verb is in the past: 充值了, 转过.
  bool is_past(const CueMatch& verb) const {
    return text_[verb.end - 1] == U'了' || is_one_of(char_at(text_, verb.end), U"了过完");
  }

  /// 让我交, 要充: somebody is to pay.
  bool is_asked_for() const {
    const std::uint32_t verb = left_ != nullptr && !left_taken_ ? left_->begin : here().begin;
    bool demanded = false;
    for (std::uint32_t c = clause_.first_cue; c < clause_.last_cue; ++c) {
      const CueMatch& cue = cues_[c];
      // 要回加盟费4万: what is wanted back has been paid.
      if (char_at(text_, cue.end) == U'回') continue;
      if (cue.cue == Cue::Demand && cue.end <= verb && verb - cue.end <= 6) demanded = true;
    }
    return demanded;
  }

  /// Somebody is to pay, and nobody says that they did.
  bool is_demanded() const { return is_asked_for() && !is_confirmed(); }

  /// 交499就能入会: what somebody is to pay for what is promised.
  bool is_condition() const {
    const std::u32string_view behind =
        text_.substr(here().end, std::min(clause_.end - here().end, std::uint32_t{8}));
    return (behind.find(U"就能") != behind.npos || behind.find(U"就可以") != behind.npos ||
            behind.find(U"才能") != behind.npos) &&
           !is_confirmed();
  }

  /// 让我交2980元一直没返还: what is not given back has been paid. But 不交500就不退 is a threat.
  bool is_kept_back() const {
    constexpr std::uint32_t kNear = 10;
    const std::u32string_view behind = text_.substr(here().end, kNear);
    const auto stands = [&](std::u32string_view words) { return behind.find(words) != behind.npos; };
    return std::ranges::any_of(kKeptBack, stands) && std::ranges::none_of(kThreats, stands);
  }

  /// 让我交3000我交了: the payment is told behind the demand.
  bool is_confirmed() const {
    if (is_kept_back()) return true;
    const std::uint32_t limit = at_ + 1 < money_.size() ? money_[at_ + 1].begin : here().end + 16;
    for (std::uint32_t c = clause_.first_cue; c < cues_.size() && cues_[c].begin < limit; ++c) {
      const CueMatch& cue = cues_[c];
      if (cue.cue != Cue::Paid || cue.begin < here().end || !is_past(cue)) continue;
      // 要八千，我转了三千: a payment with an amount of its own confirms only that one.
      if (at_ + 1 < money_.size() && cue.end + 1 >= money_[at_ + 1].begin) continue;
      // 让我交298会员费交完了: the demanded fee, and the verb once more.
      if (right_ != nullptr && right_->cue == Cue::Fee && cue.begin == right_->end) return true;
      const char32_t before = cue.begin > 0 ? text_[cue.begin - 1] : U' ';
      if (cue.begin - here().end <= 16 && is_one_of(before, U"我就也都全已经刚,。 ")) return true;
    }
    return false;
  }

  AmountRole role() const {
    const bool fee_behind = right_ != nullptr && right_->cue == Cue::Fee;
    // 给了5元红包, 20元券: what somebody gives away.
    const std::u32string_view behind = text_.substr(here().end, 3);
    if (behind.starts_with(U"券") || behind.starts_with(U"红包") || behind.starts_with(U"优惠券") ||
        behind.starts_with(U"代金券") || behind.starts_with(U"体验金")) {
      return AmountRole::Offered;
    }
    if (left_ != nullptr && !left_taken_) {
      switch (left_->cue) {
        case Cue::Lost:
          return AmountRole::Lost;
        case Cue::Offered:
          // 借了7万全转给他了
          if (is_confirmed() && !is_kept_back()) return AmountRole::Paid;
          return lost_before_ || (right_ != nullptr && right_->cue == Cue::Lost) ? AmountRole::Lost
                                                                                 : AmountRole::Offered;
        case Cue::Price:
          return lost_before_ || (right_ != nullptr && right_->cue == Cue::Lost) ? AmountRole::Lost
                                                                                 : AmountRole::Price;
        default:
          if (lost_before_) return AmountRole::Lost;
          if (is_past(*left_)) return AmountRole::Paid;
          return is_demanded() || is_condition() ? AmountRole::Demanded : AmountRole::Paid;
      }
    }
    // 要我先打6000过去，我打了: whatever the verb of the demand is, the payment is told behind it.
    if (is_asked_for()) return is_confirmed() ? AmountRole::Paid : AmountRole::Demanded;
    if (left_taken_ && at_ > 0 && money_[at_ - 1].end + 4 >= here().begin) return AmountRole::Unknown;
    if (fee_behind) return AmountRole::Paid;
    if (right_ != nullptr && right_->cue == Cue::Lost) return AmountRole::Lost;
    // A bare figure before a verb is rather a name or a count: 在58上租房.
    const bool bare = here().currency == Currency::None && !here().has_multiplier;
    if (right_ != nullptr && right_->cue == Cue::Paid && !bare) return AmountRole::Paid;
    return inherited();
  }

  /// 被骗了，3000多: the verb stands in the clause before, which has no amount of its own.
  AmountRole inherited() const {
    if (clause_index_ == 0) return AmountRole::Unknown;
    if (here().currency == Currency::None && here().begin > clause_.begin + 2) return AmountRole::Unknown;
    const Clause& before = clauses_[clause_index_ - 1];
    if (before.sentence != clause_.sentence) return AmountRole::Unknown;
    if (at_ > 0 && money_[at_ - 1].begin >= before.begin) return AmountRole::Unknown;
    for (std::uint32_t c = before.last_cue; c > before.first_cue; --c) {
      const Cue cue = cues_[c - 1].cue;
      if (cue == Cue::Lost) return AmountRole::Lost;
      if (cue == Cue::Paid && is_past(cues_[c - 1])) return AmountRole::Paid;
    }
    return AmountRole::Unknown;
  }

  static constexpr std::uint32_t kReach = 12;

  std::u32string_view text_;
  const Clauses& clauses_;
  std::span<const CueMatch> cues_;
  std::span<const MoneyText> money_;
  std::size_t at_;
  std::uint32_t clause_index_;
  const Clause& clause_;
  const CueMatch* left_ = nullptr;
  const CueMatch* right_ = nullptr;
  bool left_taken_ = false;
  bool lost_before_ = false;
  bool is_each_ = false;
  bool is_total_ = false;
  bool is_again_ = false;
};

/// A bare figure is money only where it was paid, lost or asked for, and is no mere digit (骗了2次 is none).
bool is_money(const Amount& amount) {
  if (amount.money.currency != Currency::None) return true;
  const bool small = !amount.money.has_multiplier && compare(amount.money.high, {10, 0}) < 0;
  if (small) return false;
  if (amount.is_total || amount.is_alone) return true;
  if (amount.role == AmountRole::Price)
    return amount.money.has_multiplier || compare(amount.money.low, {100, 0}) >= 0;
  return amount.role == AmountRole::Lost || amount.role == AmountRole::Paid ||
         amount.role == AmountRole::Demanded;
}

bool is_same(const Amount& a, const Amount& b) {
  return compare(a.money.low, b.money.low) == 0 && compare(a.money.high, b.money.high) == 0;
}

std::uint64_t bit_of(const Amount& amount) {
  return amount.index < 64 ? std::uint64_t{1} << amount.index : 0;
}

Loss loss_of(const Amount& amount, std::uint8_t confidence) {
  return {.low = amount.money.low,
          .high = amount.money.high,
          .bounded = amount.money.bounded,
          .approximate = amount.money.approximate,
          .begin = amount.money.begin,
          .end = amount.money.end,
          .confidence = confidence,
          .token = amount.money.token,
          .counted = bit_of(amount)};
}

/// Adds `amount` to `loss`; false on overflow.
bool add_to(Loss& loss, const Amount& amount) {
  const std::optional<Scaled> low = Scaled::add(loss.low, amount.money.low);
  const std::optional<Scaled> high = Scaled::add(loss.high, amount.money.high);
  if (!low || !high) return false;
  loss.low = *low;
  loss.high = *high;
  loss.bounded = loss.bounded && amount.money.bounded;
  loss.approximate = loss.approximate || amount.money.approximate;
  loss.counted |= bit_of(amount);
  loss.begin = std::min(loss.begin, amount.money.begin);
  loss.end = std::max(loss.end, amount.money.end);
  return true;
}

/// How many times a rate was paid: 扣了十七个月, 充了5次. 1 if the text does not say.
std::int64_t times_paid(std::u32string_view text, std::span<const CueMatch> cues,
                        std::span<const NumberText> numbers) {
  for (const NumberText& n : numbers) {
    std::size_t unit = n.end;
    if (char_at(text, unit) == U'个') ++unit;
    if (!is_one_of(char_at(text, unit), U"月次笔期回年")) continue;
    if (n.low.exponent != 0 || n.low.coefficient < 2 || n.low.coefficient > 120 || n.approximate) continue;
    for (const CueMatch& cue : cues) {
      if ((cue.cue == Cue::Lost || cue.cue == Cue::Paid) && cue.end <= n.begin && n.begin - cue.end <= 1) {
        return n.low.coefficient;
      }
    }
  }
  return 1;
}

/// The sum of what was paid or lost; what is told twice counts once.
std::optional<Loss> sum_of(const std::vector<const Amount*>& amounts, bool lost) {
  if (amounts.empty()) return std::nullopt;
  const std::uint8_t confidence = lost ? 95 : 90;
  Loss loss = loss_of(*amounts.front(), confidence);
  for (std::size_t i = 1; i < amounts.size(); ++i) {
    const Amount& amount = *amounts[i];
    const bool told_before =
        !amount.is_again && std::any_of(amounts.begin(), amounts.begin() + static_cast<std::ptrdiff_t>(i),
                                        [&](const Amount* a) { return is_same(*a, amount); });
    if (told_before) continue;
    // Losses told one after the other without 又 or 再 are mostly the same loss, told better: the larger
    // counts.
    if (lost && !amount.is_again) {
      if (compare(amount.money.low, loss.low) > 0) loss = loss_of(amount, confidence);
      continue;
    }
    if (!add_to(loss, amount)) return std::nullopt;
  }
  return loss;
}

}  // namespace

void find_amounts(std::u32string_view text, const Clauses& clauses, std::span<const CueMatch> cues,
                  std::span<const MoneyText> money, std::vector<Amount>& out) {
  out.clear();
  for (std::size_t i = 0; i < money.size(); ++i) {
    Amount amount = Surroundings(text, clauses, cues, money, i).judge();
    // 转走8000和12000: what is listed shares the verb, and each item counts.
    const bool listed = i > 0 && !out.empty() && out.back().money.begin == money[i - 1].begin &&
                        money[i].begin == money[i - 1].end + 1 &&
                        is_one_of(text[money[i - 1].end], U"和、及与跟");
    if (listed) {
      amount.role = out.back().role;
      amount.is_again = true;
    }
    amount.index = static_cast<std::uint32_t>(out.size());
    if (is_money(amount)) out.push_back(amount);
  }
}

std::optional<Loss> find_loss(std::u32string_view text, const Clauses& clauses,
                              std::span<const CueMatch> cues, std::span<const NumberText> numbers,
                              std::span<const Amount> amounts, Currency currency) {
  static_cast<void>(clauses);
  std::vector<const Amount*> lost;
  std::vector<const Amount*> paid;
  std::vector<const Amount*> unclear;
  std::vector<const Amount*> prices;
  std::vector<const Amount*> rates;
  const Amount* total = nullptr;
  for (const Amount& amount : amounts) {
    const Currency of = amount.money.currency;
    if (of != currency && !(of == Currency::None && currency == Currency::Yuan)) continue;
    const bool gone = amount.role == AmountRole::Lost || amount.role == AmountRole::Paid;
    if (amount.is_total && (gone || amount.role == AmountRole::Unknown)) total = &amount;
    if (amount.is_each) {
      if (gone || amount.role == AmountRole::Unknown) rates.push_back(&amount);
    } else if (amount.role == AmountRole::Lost) {
      lost.push_back(&amount);
    } else if (amount.role == AmountRole::Paid) {
      paid.push_back(&amount);
    } else if (amount.role == AmountRole::Unknown) {
      unclear.push_back(&amount);
    } else if (amount.role == AmountRole::Price) {
      prices.push_back(&amount);
    }
  }
  // 一共21600，先付了5900: a total counts unless less was paid later and nothing was before.
  const auto is_later = [&](const Amount* a) {
    return a->money.begin > total->money.begin && !is_same(*a, *total);
  };
  if (total != nullptr && total->role == AmountRole::Unknown &&
      (std::any_of(paid.begin(), paid.end(), is_later) || std::any_of(lost.begin(), lost.end(), is_later))) {
    std::erase(unclear, total);
    total = nullptr;
  }
  if (total != nullptr) {
    // What the person has lost counts, not what all have lost together.
    for (const std::vector<const Amount*>* told : {&lost, &paid, &unclear}) {
      for (const Amount* amount : *told) {
        if (amount != total && amount->is_own) return loss_of(*amount, 95);
      }
    }
    return loss_of(*total, 95);
  }
  if (std::optional<Loss> loss = sum_of(lost, true)) return loss;
  if (std::optional<Loss> loss = sum_of(paid, false)) return loss;
  const Amount* left = !rates.empty() ? rates.front() : !unclear.empty() ? unclear.front() : nullptr;
  if (left != nullptr) {
    Loss loss = loss_of(*left, 60);
    const std::int64_t times = times_paid(text, cues, numbers);
    if (loss.high.coefficient < 1'000'000'000'000) {
      loss.low.coefficient *= times;
      loss.high.coefficient *= times;
    }
    const bool taken = left->role == AmountRole::Lost || left->role == AmountRole::Paid;
    if (times > 1 || !left->is_each || taken) return loss;
    return std::nullopt;
  }
  if (!prices.empty()) return loss_of(*prices.front(), 55);
  return std::nullopt;
}

}  // namespace zhilu
