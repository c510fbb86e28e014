// SPDX-License-Identifier: MIT
#include "engine/interview/interviewer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/session/questions.h"

namespace zhilu {
namespace {

/// Situations up to which the order is optimal.
constexpr std::size_t kExactStates = 100;
/// Matters that are probed at least to prove that questions matter.
constexpr std::size_t kFewestProbes = 40;
/// Answers that are tried to compare questions: at least and at most, and in between so many that with the
/// steps and nodes of each they are this much work. And answers of one question.
constexpr std::size_t kFewestTries = 20;
constexpr std::size_t kMostTries = 64;
constexpr std::size_t kTryWork = 300'000;
constexpr std::size_t kMostAnswers = 8;

bool has_bit(ConstFactBits bits, FactId fact) {
  return (bits[fact.value / 64] >> fact.value % 64 & 1) != 0;
}

/// Calls `visit` with the facts of both sets, ascending.
template <class Visit>
void for_each_of_both(ConstFactBits a, ConstFactBits b, Visit&& visit) {
  for (std::size_t w = 0; w < a.size(); ++w) {
    for (std::uint64_t word = a[w] & b[w]; word != 0; word &= word - 1) {
      visit(FactId{static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word)))});
    }
  }
}

std::size_t count_of_both(ConstFactBits a, ConstFactBits b) {
  std::size_t count = 0;
  for (std::size_t w = 0; w < a.size(); ++w) count += static_cast<std::size_t>(std::popcount(a[w] & b[w]));
  return count;
}

/// What one probe may have to look at.
std::size_t size_of(const Knowledge& knowledge) {
  return knowledge.steps.size() + knowledge.nodes.size() + 1;
}

}  // namespace

Interviewer::Interviewer(const Compiled& compiled, std::size_t proof_work)
    : compiled_(compiled),
      knowledge_(*compiled.knowledge),
      probe_(compiled),
      askable_(1, compiled.knowledge->facts.size()),
      weight_(compiled.knowledge->facts.size()),
      tries_(std::clamp(kTryWork / size_of(*compiled.knowledge), kFewestTries, kMostTries)),
      probes_(std::max(kFewestProbes, proof_work / size_of(*compiled.knowledge))) {
  for (const Fact& fact : knowledge_.facts) price_.push_back(price_of(fact.cost));
}

void Interviewer::start(const Matter& matter, Date as_of) {
  if (space_ == nullptr || as_of != as_of_) space_ = std::make_unique<AnswerSpace>(compiled_, as_of);
  as_of_ = as_of;
  budget_ = probes_;
  const FactBits bits = askable_[0];
  std::fill(bits.begin(), bits.end(), 0);
  for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) {
    if (may_be_asked(knowledge_, matter, FactId{i})) set_bit(bits, FactId{i});
  }
}

Outlook Interviewer::look(Matter& matter, Date as_of) {
  Outlook outlook = choose(matter, as_of);
  if (outlook.next.is_set() && !outlook.exact) add_bounds(matter, outlook);
  return outlook;
}

Influence Interviewer::influence(Matter& matter, FactId fact, Date as_of) {
  start(matter, as_of);
  return influence(matter, fact);
}

void Interviewer::fill_idle(Matter& matter, Date as_of) {
  start(matter, as_of);
  while (true) {
    probe_.run(matter, as_of_);
    const std::vector<FactId> facts = askable(knowledge_, matter, probe_.lacking());
    if (facts.empty()) return;
    matter[facts.front()] = space_->answers(facts.front(), matter[facts.front()]).front().answer;
  }
}

std::vector<FactId> Interviewer::settlers(Matter& matter, StepId step, Date as_of) {
  start(matter, as_of);
  probe_.run(matter, as_of_);
  const std::optional<ConstFactBits> row = probe_.find_open(step);
  if (!row) return {};
  std::vector<FactId> facts = askable(knowledge_, matter, *row);
  std::erase_if(facts, [&](FactId fact) {
    bool proven = true;
    return !matters(matter, fact, step, proven) && proven;
  });
  return facts;
}

Outlook Interviewer::choose(Matter& matter, Date as_of) {
  start(matter, as_of);
  probe_.run(matter, as_of_);
  std::vector<FactId> facts;
  for_each_of_both(probe_.lacking(), askable_[0], [&](FactId fact) { facts.push_back(fact); });
  Outlook outlook;
  outlook.at_most = static_cast<std::uint32_t>(facts.size());
  const FactId emergency = knowledge_.core.emergency;
  const bool is_pressing = std::find(facts.begin(), facts.end(), emergency) != facts.end();
  if (is_pressing && influence(matter, emergency) != Influence::None) {
    outlook.next = emergency;
    return outlook;
  }
  outlook.next = choose_pinned(matter, facts);
  if (outlook.next.is_set()) return outlook;
  if (choose_exactly(matter, facts, outlook)) return outlook;
  for (const RankedFact& ranked : rank(matter, std::move(facts))) {
    if (influence(matter, ranked.fact) == Influence::None) continue;
    outlook.next = ranked.fact;
    outlook.cost = ranked.cost;
    return outlook;
  }
  return {};
}

/// Of the facts whose order the author pins, the first one that can change the plan; not set if there is
/// none.
FactId Interviewer::choose_pinned(Matter& matter, const std::vector<FactId>& facts) {
  std::vector<FactId> pinned;
  for (const FactId fact : facts) {
    if (knowledge_.facts[fact].ask_order) pinned.push_back(fact);
  }
  std::stable_sort(pinned.begin(), pinned.end(), [this](FactId a, FactId b) {
    return *knowledge_.facts[a].ask_order < *knowledge_.facts[b].ask_order;
  });
  for (const FactId fact : pinned) {
    if (influence(matter, fact) != Influence::None) return fact;
  }
  return {};
}

/// False if there is too much open for it.
bool Interviewer::choose_exactly(Matter& matter, const std::vector<FactId>& facts, Outlook& outlook) {
  const std::size_t most = std::min(kExactStates, probes_);
  std::size_t states = 1;
  for (const FactId fact : facts) {
    states *= space_->answers(fact, matter[fact]).size() + 2;
    if (states > most) return false;
  }
  ExactSearch search(probe_, *space_, as_of_, 2 * most);
  const std::optional<Optimum> optimum = search.solve(matter);
  if (!optimum) return false;
  outlook = {.next = optimum->best,
             .cost = optimum->cost,
             .cost_at_least = optimum->cost,
             .exact = true,
             .at_least = optimum->at_least,
             .at_most = optimum->at_most};
  return true;
}

/// `facts` by the expected cost of asking them next, least first. Behind those that can be tried come the
/// others, by the steps that hang on them.
std::vector<Interviewer::RankedFact> Interviewer::rank(Matter& matter, std::vector<FactId> facts) {
  std::vector<double> share(knowledge_.facts.size(), 0);
  probe_.run(matter, as_of_);
  for (std::size_t i = 0; i < probe_.open_count(); ++i) {
    const ConstFactBits row = probe_.open(i);
    const double one = 1.0 / static_cast<double>(count_of_both(row, askable_[0]));
    for_each_of_both(row, askable_[0], [&](FactId fact) { share[fact.value] += one / price_[fact.value]; });
  }
  std::stable_sort(facts.begin(), facts.end(),
                   [&](FactId a, FactId b) { return share[a.value] > share[b.value]; });
  std::vector<RankedFact> ranked;
  std::size_t tries = 0;
  for (const FactId fact : facts) {
    std::vector<PossibleAnswer> answers = space_->answers(fact, matter[fact]);
    if (answers.size() > kMostAnswers) answers.resize(kMostAnswers);
    tries += answers.size() + 1;
    if (tries > tries_ && !ranked.empty()) break;
    ranked.push_back({fact, look_ahead(matter, fact, answers)});
  }
  const std::size_t tried = ranked.size();
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const RankedFact& a, const RankedFact& b) { return a.cost < b.cost; });
  for (std::size_t i = tried; i < facts.size(); ++i) ranked.push_back({facts[i]});
  return ranked;
}

double Interviewer::look_ahead(Matter& matter, FactId fact, const std::vector<PossibleAnswer>& answers) {
  const double unsure = unsure_likelihood(knowledge_.facts[fact].cost);
  const Answer given = matter[fact];
  double likely = 0;
  double rest = 0;
  for (const PossibleAnswer& one : answers) {
    matter[fact] = one.answer;
    probe_.run(matter, as_of_);
    rest += one.likely * estimate_rest(fact);
    likely += one.likely;
  }
  matter[fact] = unsure_of(given);
  probe_.run(matter, as_of_);
  const double rest_unsure = estimate_rest(fact);
  matter[fact] = given;
  return price_[fact.value] + (1 - unsure) * rest / likely + unsure * rest_unsure;
}

/// What is still to be asked of the matter that was probed last, once `asked` is.
double Interviewer::estimate_rest(FactId asked) {
  const FactBits askable = askable_[0];
  askable[asked.value / 64] &= ~(std::uint64_t{1} << asked.value % 64);
  std::fill(weight_.begin(), weight_.end(), 0);
  for (std::size_t i = 0; i < probe_.open_count(); ++i) {
    const ConstFactBits row = probe_.open(i);
    const std::size_t count = count_of_both(row, askable);
    if (count == 0) continue;
    const double weight = 1 / std::sqrt(static_cast<double>(count));
    for_each_of_both(row, askable,
                     [&](FactId fact) { weight_[fact.value] = std::max(weight_[fact.value], weight); });
  }
  set_bit(askable, asked);
  double sum = 0;
  for (std::size_t i = 0; i < weight_.size(); ++i) sum += weight_[i] * price_[i];
  return sum;
}

/// Steps that hang on different facts need a question each, unless they are the same whatever is answered.
void Interviewer::add_bounds(Matter& matter, Outlook& outlook) {
  probe_.run(matter, as_of_);
  struct OpenRow {
    StepId step;
    std::vector<std::uint64_t> facts;
  };
  std::vector<OpenRow> rows;
  const ConstFactBits askable = std::as_const(askable_)[0];
  for (std::size_t i = 0; i < probe_.open_count(); ++i) {
    const ConstFactBits row = probe_.open(i);
    if (count_of_both(row, askable) != 0) rows.push_back({probe_.open_step(i), {row.begin(), row.end()}});
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const OpenRow& a, const OpenRow& b) {
    return count_of_both(a.facts, askable) < count_of_both(b.facts, askable);
  });
  std::vector<std::uint64_t> taken(askable.size());
  for (const OpenRow& row : rows) {
    if (count_of_both(row.facts, taken) != 0) continue;
    bool changes = false;
    double least = 0;
    for_each_of_both(row.facts, askable, [&](FactId fact) {
      bool proven = true;
      changes = changes || matters(matter, fact, row.step, proven);
      least = least == 0 ? price_[fact.value] : std::min(least, price_[fact.value]);
    });
    if (!changes) continue;
    for (std::size_t w = 0; w < taken.size(); ++w) taken[w] |= row.facts[w] & askable[w];
    ++outlook.at_least;
    outlook.cost_at_least += least;
  }
  // The next question itself was found to matter, if only because nothing proves that it does not.
  outlook.at_least = std::max(outlook.at_least, 1U);
}

Influence Interviewer::influence(Matter& matter, FactId fact) {
  std::vector<StepId> steps = steps_hanging_on(matter, fact);
  bool proven = true;
  if (settles_differently(matter, fact, steps, proven)) return Influence::Some;
  for (const StepId step : steps) {
    if (matters(matter, fact, step, proven)) return Influence::Some;
  }
  return proven ? Influence::None : Influence::NotDisproved;
}

std::vector<StepId> Interviewer::steps_hanging_on(const Matter& matter, FactId fact) {
  probe_.run(matter, as_of_);
  std::vector<StepId> steps;
  for (std::size_t i = 0; i < probe_.open_count(); ++i) {
    if (has_bit(probe_.open(i), fact)) steps.push_back(probe_.open_step(i));
  }
  return steps;
}

/// Whether two answers settle one of `steps` differently. Takes away the steps that every answer settles in
/// the same way.
bool Interviewer::settles_differently(Matter& matter, FactId fact, std::vector<StepId>& steps, bool& proven) {
  struct Settled {
    std::optional<std::uint64_t> part;
    bool always = true;
  };
  std::vector<Settled> settled(steps.size());
  const Answer given = matter[fact];
  bool differs = false;
  for (PossibleAnswer& one : space_->answers(fact, given)) {
    matter[fact] = std::move(one.answer);
    probe_.run(matter, as_of_);
    for (std::size_t i = 0; i < steps.size() && !differs; ++i) {
      const std::optional<ConstFactBits> row = probe_.find_open(steps[i]);
      if (row && count_of_both(*row, askable_[0]) != 0) {
        settled[i].always = false;
        continue;
      }
      const std::uint64_t part = probe_.part(steps[i]);
      differs = settled[i].part && *settled[i].part != part;
      settled[i].part = part;
    }
    if (differs) break;
  }
  matter[fact] = given;
  if (differs) return true;
  std::vector<StepId> left;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (settled[i].always) {
      proven = proven && space_->is_exact(fact);
    } else {
      left.push_back(steps[i]);
    }
  }
  steps = std::move(left);
  return false;
}

/// Whether `fact` changes the status of one step, or the severity where it is not set, in some completion.
/// Answers the other facts that the step hangs on, one by one, until only `fact` is left. `proven` becomes
/// false where "no" is no proof, because not all answers could be tried.
bool Interviewer::matters(Matter& matter, FactId fact, StepId step, bool& proven) {
  if (budget_ == 0) {
    proven = false;
    return false;
  }
  --budget_;
  probe_.run(matter, as_of_);
  const std::optional<ConstFactBits> row = probe_.find_open(step);
  if (!row || !has_bit(*row, fact)) return false;
  FactId tried = fact;
  for (const FactId other : askable(knowledge_, matter, *row)) {
    if (other == fact) continue;
    tried = other;
    break;
  }
  const Answer given = matter[tried];
  bool changes = false;
  std::optional<std::uint64_t> part;
  for (PossibleAnswer& one : space_->answers(tried, given)) {
    matter[tried] = std::move(one.answer);
    if (tried != fact) {
      changes = matters(matter, fact, step, proven);
    } else {
      budget_ -= std::min<std::size_t>(budget_, 1);
      probe_.run(matter, as_of_);
      changes = part && *part != probe_.part(step);
      part = probe_.part(step);
    }
    if (changes) break;
  }
  matter[tried] = given;
  proven = proven && space_->is_exact(tried);
  return changes;
}

}  // namespace zhilu
