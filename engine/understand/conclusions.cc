// SPDX-License-Identifier: MIT
#include "engine/understand/conclusions.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace zhilu {
namespace {

std::uint64_t options_named(const Knowledge& knowledge, FactId fact,
                            std::initializer_list<std::string_view> names) {
  std::uint64_t set = 0;
  if (!fact.is_set()) return set;
  for (const std::string_view name : names) {
    if (const std::optional<std::uint32_t> option = knowledge.find_option(fact, name))
      set |= std::uint64_t{1} << *option;
  }
  return set;
}

std::uint32_t option_or_none(const Knowledge& knowledge, FactId fact, std::string_view name) {
  return fact.is_set() ? knowledge.find_option(fact, name).value_or(64) : 64;
}

Candidate concluded(FactId fact, std::uint64_t yes, std::uint32_t begin, std::uint32_t end, int confidence) {
  Candidate candidate{.fact = fact,
                      .begin = begin,
                      .end = end,
                      .confidence = static_cast<std::uint8_t>(std::clamp(confidence, 0, 100)),
                      .basis = Basis::Conclusion};
  candidate.answer.state = AnswerState::Value;
  candidate.answer.origin = Origin::Text;
  candidate.answer.yes = yes;
  return candidate;
}

}  // namespace

Conclusions::Conclusions(const Knowledge& knowledge)
    : scope_(knowledge.core.scope),
      issues_(knowledge.core.issues),
      tried_(knowledge.core.tried),
      platform_(knowledge.find_fact("platform")),
      intent_(knowledge.find_fact("intent")),
      goal_(knowledge.find_fact("goal")),
      emergency_(knowledge.core.emergency),
      transfer_recent_(knowledge.find_fact("transfer_recent")),
      loss_amount_(knowledge.core.loss_amount),
      crimes_(options_named(knowledge, issues_, {"fraud", "account_theft", "phishing"})),
      deceptions_(options_named(knowledge, issues_, {"fraud", "phishing", "induced_trading"})),
      refund_(options_named(knowledge, issues_, {"refund_dispute"})),
      other_(options_named(knowledge, issues_, {"other"})),
      scope_in_(option_or_none(knowledge, scope_, "in")),
      scope_out_(option_or_none(knowledge, scope_, "out")) {}

void Conclusions::draw(const Circumstances& circumstances, Understanding& understanding) const {
  drop_faint_issues(understanding);
  conclude_emergency(circumstances, understanding);
  conclude_refund(circumstances, understanding);
  if (conclude_scope(circumstances, understanding)) conclude_other(understanding);
}

// 到现在都没有: words that many grievances share name one only where no plainer word does.
void Conclusions::drop_faint_issues(Understanding& understanding) const {
  constexpr int kPlain = 55;
  if (!issues_.is_set()) return;
  std::vector<Candidate>& all = understanding.candidates;
  const auto is_issue = [&](const Candidate& c) { return c.fact == issues_ && c.answer.yes != 0; };
  const bool plain = std::any_of(all.begin(), all.end(),
                                 [&](const Candidate& c) { return is_issue(c) && c.confidence >= kPlain; });
  if (plain) std::erase_if(all, [&](const Candidate& c) { return is_issue(c) && c.confidence < kPlain; });
}

void Conclusions::conclude_emergency(const Circumstances& circumstances, Understanding& understanding) const {
  if (!issues_.is_set()) return;
  const auto holds = [&](std::uint64_t set) {
    return std::any_of(understanding.candidates.begin(), understanding.candidates.end(),
                       [&](const Candidate& c) {
                         return c.fact == issues_ && (c.answer.yes & set) != 0 && c.confidence >= 60;
                       });
  };
  constexpr std::uint64_t kTrue = 2;
  std::vector<Candidate> drawn;
  if (circumstances.recent && holds(crimes_)) {
    const auto [begin, end] = *circumstances.recent;
    if (emergency_.is_set()) drawn.push_back(concluded(emergency_, kTrue, begin, end, 75));
    if (transfer_recent_.is_set() && circumstances.money_gone) {
      drawn.push_back(concluded(transfer_recent_, kTrue, begin, end, 70));
    }
  }
  if (circumstances.demanded && emergency_.is_set() && holds(deceptions_)) {
    const auto [begin, end] = *circumstances.demanded;
    drawn.push_back(concluded(emergency_, kTrue, begin, end, 65));
  }
  understanding.candidates.insert(understanding.candidates.end(), drawn.begin(), drawn.end());
}

void Conclusions::conclude_refund(const Circumstances& circumstances, Understanding& understanding) const {
  if (!circumstances.paid_back || refund_ == 0) return;
  const auto [begin, end] = *circumstances.paid_back;
  Candidate back = concluded(issues_, 0, begin, end, 80);
  back.answer.no = refund_;
  understanding.candidates.push_back(std::move(back));
}

// A text is in scope by what it tells (a wrong suffered, something done about it, money gone, whom it is
// about) and out of scope by words for other matters or by telling nothing. Both weigh by their confidence;
// what is told wins a tie.
bool Conclusions::conclude_scope(const Circumstances& circumstances, Understanding& understanding) const {
  if (!scope_.is_set() || scope_in_ >= 64 || scope_out_ >= 64) return false;
  const auto weight_of = [&](const Candidate& c) -> int {
    // 没有被盗号: what has not happened says only what it is about.
    if (c.fact == issues_ && c.answer.yes == 0) return 52;
    if (c.fact == scope_ || c.fact == issues_) return c.confidence;
    if (c.fact == emergency_ || c.fact == intent_) return c.confidence - 5;
    if (c.fact == tried_) return 75;
    if (c.fact == goal_ || c.fact == loss_amount_) return 55;
    return c.fact == platform_ ? 52 : 0;
  };
  int in = circumstances.money_gone ? 60 : circumstances.has_amount ? 50 : 0;
  int out = 0;
  Place in_place;
  Place out_place;
  for (const Candidate& c : understanding.candidates) {
    const bool against = c.fact == scope_ && (c.answer.yes & (std::uint64_t{1} << scope_out_)) != 0;
    int& best = against ? out : in;
    const int weight = weight_of(c);
    if (weight <= best) continue;
    best = weight;
    (against ? out_place : in_place) = {c.begin, c.end};
  }
  // Of another language only names are read, which say what it is about and not what happened.
  const bool is_in = in >= 50 && in >= out && !circumstances.foreign;
  const Place place = is_in ? in_place : out_place;
  std::erase_if(understanding.candidates, [&](const Candidate& c) { return c.fact == scope_; });
  understanding.candidates.push_back(concluded(scope_, std::uint64_t{1} << (is_in ? scope_in_ : scope_out_),
                                               place.begin, place.end, is_in ? in : std::max(out, 60)));
  return is_in;
}

// A grievance that no word names is still one: something of another kind, and weakly so. Where a word names
// one, there is no need of the other kind.
void Conclusions::conclude_other(Understanding& understanding) const {
  if (other_ == 0) return;
  const auto is_named = [&](const Candidate& c) {
    return c.fact == issues_ && (c.answer.yes & ~other_) != 0 && c.confidence >= kThreshold;
  };
  std::vector<Candidate>& all = understanding.candidates;
  if (std::any_of(all.begin(), all.end(), is_named)) {
    std::erase_if(all, [&](const Candidate& c) { return c.fact == issues_ && c.answer.yes == other_; });
    return;
  }
  const Candidate* place = nullptr;
  for (const Candidate& c : all) {
    if (c.fact == intent_ || (c.fact == issues_ && c.answer.yes != 0)) return;
    if (c.fact == scope_) place = &c;
  }
  if (place != nullptr) all.push_back(concluded(issues_, other_, place->begin, place->end, 50));
}

}  // namespace zhilu
