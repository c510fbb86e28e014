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
/// Answers that are tried to compare questions; more of them make for no better order.
constexpr std::size_t kTries = 24;
/// Expected costs are told apart by so many parts of a question.
constexpr double kCostUnits = 1e6;
/// Facts that are compared to choose which is answered next in a proof.
constexpr std::size_t kMostCompared = 8;

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
    return !matters(matter, fact, {&step, 1}, proven) && proven;
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
  probe_.run(matter, as_of_);
  if (choose_exactly(matter, facts, outlook)) return outlook;
  std::vector<Trial> trials = rank(matter, std::move(facts));
  for (Trial& trial : trials) {
    if (influence(matter, trial) == Influence::None) continue;
    outlook.next = trial.fact;
    outlook.cost = trial.cost;
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

/// False if there is too much open for it. REQUIRES: the matter was probed last.
bool Interviewer::choose_exactly(Matter& matter, const std::vector<FactId>& facts, Outlook& outlook) {
  const std::size_t most = std::min(kExactStates, probes_);
  std::size_t states = 1;
  for (const FactId fact : facts) {
    states *= kinds_of(probe_, *space_, fact).answers.size() + 2;
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
std::vector<Interviewer::Trial> Interviewer::rank(Matter& matter, std::vector<FactId> facts) {
  std::vector<double> share(knowledge_.facts.size(), 0);
  probe_.run(matter, as_of_);
  for (std::size_t i = 0; i < probe_.open_count(); ++i) {
    const ConstFactBits row = probe_.open(i);
    const double one = 1.0 / static_cast<double>(count_of_both(row, askable_[0]));
    for_each_of_both(row, askable_[0], [&](FactId fact) { share[fact.value] += one / price_[fact.value]; });
  }
  std::stable_sort(facts.begin(), facts.end(),
                   [&](FactId a, FactId b) { return share[a.value] > share[b.value]; });
  std::vector<Trial> trials;
  std::size_t tries = 0;
  for (const FactId fact : facts) {
    trials.push_back(trial_of(fact));
    tries += trials.back().kinds.answers.size() + 1;
    if (tries <= kTries || trials.size() == 1) continue;
    trials.pop_back();
    break;
  }
  for (Trial& trial : trials) look_ahead(matter, trial);
  const std::size_t tried = trials.size();
  std::stable_sort(trials.begin(), trials.end(),
                   [](const Trial& a, const Trial& b) { return a.cost < b.cost; });
  for (std::size_t i = tried; i < facts.size(); ++i) trials.push_back({.fact = facts[i]});
  return trials;
}

/// REQUIRES: the matter was probed last.
Interviewer::Trial Interviewer::trial_of(FactId fact) const {
  Trial trial{.fact = fact, .kinds = kinds_of(probe_, *space_, fact)};
  for (std::size_t i = 0; i < probe_.open_count(); ++i) {
    if (has_bit(probe_.open(i), fact)) trial.steps.push_back({.step = probe_.open_step(i)});
  }
  return trial;
}

/// What follows of each kind of answer, and what that leaves to be asked.
void Interviewer::look_ahead(Matter& matter, Trial& trial) {
  const double unsure = unsure_likelihood(knowledge_.facts[trial.fact].cost);
  const Answer given = matter[trial.fact];
  double rest = 0;
  for (const PossibleAnswer& one : trial.kinds.answers) {
    matter[trial.fact] = one.answer;
    probe_.run(matter, as_of_);
    rest += one.likely * estimate_rest(trial.fact);
    note_settled(trial);
  }
  matter[trial.fact] = unsure_of(given);
  probe_.run(matter, as_of_);
  const double rest_unsure = estimate_rest(trial.fact);
  matter[trial.fact] = given;
  // Rounded: the order in which the terms were added must not decide between equals.
  const double cost = price_[trial.fact.value] + (1 - unsure) * rest + unsure * rest_unsure;
  trial.cost = std::round(cost * kCostUnits) / kCostUnits;
  trial.is_tried = true;
}

/// Takes up which steps the answer that was probed last settles, and how.
void Interviewer::note_settled(Trial& trial) {
  for (SettledStep& one : trial.steps) {
    const std::optional<ConstFactBits> row = probe_.find_open(one.step);
    if (row && has_common(*row, askable_[0])) {
      one.always = false;
      continue;
    }
    const std::uint64_t part = probe_.part(one.step);
    trial.differs = trial.differs || (one.part && *one.part != part);
    one.part = part;
  }
}

/// What is still to be asked of the matter that was probed last, once `asked` is.
double Interviewer::estimate_rest(FactId asked) {
  const FactBits askable = askable_[0];
  clear_bit(askable, asked);
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
      changes = changes || matters(matter, fact, {&row.step, 1}, proven);
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
  Trial trial{.fact = fact};
  return influence(matter, trial);
}

/// Tries the answers of `trial` unless that was done.
Influence Interviewer::influence(Matter& matter, Trial& trial) {
  if (!trial.is_tried) {
    probe_.run(matter, as_of_);
    trial = trial_of(trial.fact);
    try_until_differs(matter, trial);
  }
  if (trial.differs) return Influence::Some;
  bool proven = true;
  std::vector<StepId> open;
  for (const SettledStep& one : trial.steps) {
    if (one.always) {
      proven = proven && trial.kinds.is_exact;
    } else {
      open.push_back(one.step);
    }
  }
  if (matters(matter, trial.fact, open, proven)) return Influence::Some;
  return proven ? Influence::None : Influence::NotDisproved;
}

/// Looks for two answers that settle a step differently.
void Interviewer::try_until_differs(Matter& matter, Trial& trial) {
  const Answer given = matter[trial.fact];
  for (const PossibleAnswer& one : trial.kinds.answers) {
    matter[trial.fact] = one.answer;
    probe_.run(matter, as_of_);
    note_settled(trial);
    if (trial.differs) break;
  }
  matter[trial.fact] = given;
}

/// Whether `fact` changes the status of one of `steps`, or the severity where one is not set, in some
/// completion. Answers the other facts that they hang on, one by one, until only `fact` is left. `proven`
/// becomes false where "no" is no proof, because not all answers could be tried.
bool Interviewer::matters(Matter& matter, FactId fact, std::span<const StepId> steps, bool& proven) {
  if (steps.empty()) return false;
  if (budget_ == 0) {
    proven = false;
    return false;
  }
  --budget_;
  probe_.run(matter, as_of_);
  for (Tied& tied : group_by_facts(fact, steps)) {
    proven = proven && tied.kinds.is_exact;
    const Answer given = matter[tied.tried];
    const FactBits askable = askable_[0];
    const bool was_askable = has_bit(askable, tied.tried);
    clear_bit(askable, tied.tried);
    bool changes = false;
    std::vector<std::uint64_t> parts;
    for (PossibleAnswer& one : tied.kinds.answers) {
      matter[tied.tried] = std::move(one.answer);
      changes = tied.tried == fact ? has_other_parts(matter, tied.steps, parts)
                                   : matters(matter, fact, tied.steps, proven);
      if (changes) break;
    }
    matter[tied.tried] = given;
    if (was_askable) set_bit(askable, tied.tried);
    if (changes) return true;
  }
  return false;
}

/// Those of `steps` that hang on `fact` in the matter that was probed last, by what else they hang on: they
/// are looked at together. Where least is to be tried comes first.
std::vector<Interviewer::Tied> Interviewer::group_by_facts(FactId fact, std::span<const StepId> steps) const {
  std::vector<Tied> groups;
  std::vector<std::uint64_t> facts;
  for (const StepId step : steps) {
    const std::optional<ConstFactBits> row = probe_.find_open(step);
    if (!row || !has_bit(*row, fact)) continue;
    facts.assign(row->begin(), row->end());
    for (std::size_t w = 0; w < facts.size(); ++w) facts[w] &= askable_[0][w];
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](const Tied& one) { return one.facts == facts; });
    if (group == groups.end()) group = groups.insert(groups.end(), Tied{.facts = facts});
    group->steps.push_back(step);
  }
  for (Tied& group : groups) choose_tried(fact, group);
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Tied& a, const Tied& b) { return a.combinations < b.combinations; });
  return groups;
}

/// The fact with the fewest kinds of answers, but `fact` last.
void Interviewer::choose_tried(FactId fact, Tied& group) const {
  std::size_t compared = 0;
  each_fact(group.facts, [&](FactId other) {
    if (other == fact) return;
    group.combinations *= 2;
    if (++compared > kMostCompared) return;
    AnswerKinds kinds = kinds_of(probe_, *space_, other);
    group.combinations *= static_cast<double>(kinds.answers.size()) / 2;
    if (group.tried.is_set() && kinds.answers.size() >= group.kinds.answers.size()) return;
    group.tried = other;
    group.kinds = std::move(kinds);
  });
  if (group.tried.is_set()) return;
  group.tried = fact;
  group.kinds = kinds_of(probe_, *space_, fact);
}

/// Whether one of `steps` has another status in the matter than in the one before, of which `parts` tells.
bool Interviewer::has_other_parts(const Matter& matter, std::span<const StepId> steps,
                                  std::vector<std::uint64_t>& parts) {
  budget_ -= std::min<std::size_t>(budget_, 1);
  probe_.run(matter, as_of_);
  const bool is_first = parts.empty();
  bool differs = false;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::uint64_t part = probe_.part(steps[i]);
    if (is_first) {
      parts.push_back(part);
    } else {
      differs = differs || parts[i] != part;
    }
  }
  return differs;
}

}  // namespace zhilu
