// SPDX-License-Identifier: MIT
// questions: how many questions a plan takes, in our order and in others; how far ours is from the best.
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <unordered_map>

#include "engine/compile/compile.h"
#include "engine/load/loader.h"
#include "engine/session/questions.h"
#include "tests/bench/modes.h"
#include "tests/bench/people.h"
#include "tests/bench/question_orders.h"

namespace zhilu::bench {

namespace {

constexpr std::size_t kPeople = 3000;
/// Situations in which the best order is computed: how many, and how large at most.
constexpr std::size_t kExactCases = 60;
constexpr std::size_t kExactStates = 4000;
/// Those that our own search takes up exactly are no test of it.
constexpr std::size_t kTooSmall = 120;

double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

std::string key_of(const Matter& matter) {
  std::string key;
  for (const Answer& answer : matter.answers) {
    key += static_cast<char>('a' + static_cast<int>(answer.state) * 4 + static_cast<int>(answer.origin));
    if (!answer.is_known()) continue;
    key += fmt::format("{} {} {} {} {} {};", answer.yes, answer.no, answer.low.to_string(),
                       answer.high.to_string(), answer.date.days(), answer.text);
  }
  return key;
}

/// An order with what it said before: people come into the same situations again and again.
class Remembered {
 public:
  explicit Remembered(QuestionOrder& order) : order_(order) {}

  FactId next(Matter& matter) {
    const auto [place, is_new] = known_.try_emplace(key_of(matter));
    if (!is_new) return place->second;
    const double begin = processor_time();
    place->second = order_.next(matter);
    times_.push_back(processor_time() - begin);
    return place->second;
  }

  /// Microseconds of processor time, ascending.
  std::vector<double> times() const {
    std::vector<double> times = times_;
    std::sort(times.begin(), times.end());
    return times;
  }

 private:
  QuestionOrder& order_;
  std::unordered_map<std::string, FactId> known_;
  std::vector<double> times_;
};

struct Asked {
  double questions = 0;
  double cost = 0;
};

Asked interview(const Knowledge& knowledge, Remembered& order, const Person& person) {
  Matter matter = person.start;
  Asked asked;
  for (FactId fact = order.next(matter); fact.is_set(); fact = order.next(matter)) {
    matter[fact] = answer_of(person, matter, fact);
    asked.questions += 1;
    asked.cost += price_of(knowledge.facts[fact].cost);
  }
  return asked;
}

/// What no order can go below: the facts that must be known of this person, because with all others as they
/// are one answer settles a step otherwise than another; and one more where these do not settle the plan.
class LowerBound {
 public:
  LowerBound(const Compiled& compiled, const AnswerSpace& space, Date today)
      : knowledge_(*compiled.knowledge),
        probe_(compiled),
        interviewer_(compiled, std::size_t{100} * Interviewer::kUsualWork),
        space_(space),
        today_(today) {}

  Asked of(const Person& person) {
    Matter all = person.start;
    for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) {
      const FactId fact{i};
      if (may_be_asked(knowledge_, person.start, fact)) all[fact] = answer_of(person, person.start, fact);
    }
    Matter needed = person.start;
    Asked bound;
    for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) {
      const FactId fact{i};
      if (!may_be_asked(knowledge_, person.start, fact) || !is_needed(all, person, fact)) continue;
      needed[fact] = all[fact];
      bound.questions += 1;
      bound.cost += price_of(knowledge_.facts[fact].cost);
    }
    probe_.run(needed, today_);
    for (const FactId fact : askable(knowledge_, needed, probe_.lacking())) {
      if (interviewer_.influence(needed, fact, today_) != Influence::Some) continue;
      bound.questions += 1;
      bound.cost += 1;
      break;
    }
    return bound;
  }

 private:
  bool is_needed(Matter& all, const Person& person, FactId fact) {
    const Answer given = all[fact];
    all[fact] = {};
    probe_.run(all, today_);
    // A default that follows from the others spares the question.
    bool needed = !probe_.evaluation().answer(fact).is_known();
    if (needed) {
      std::vector<std::optional<std::uint64_t>> parts(knowledge_.steps.size() + 1);
      needed = false;
      for (const PossibleAnswer& one : space_.answers(fact, person.start[fact])) {
        all[fact] = one.answer;
        probe_.run(all, today_);
        needed = needed || differs(parts);
      }
    }
    all[fact] = given;
    return needed;
  }

  /// Whether something is settled in another way than before.
  bool differs(std::vector<std::optional<std::uint64_t>>& parts) {
    bool differs = false;
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      const StepId step = i < knowledge_.steps.size() ? StepId{i} : StepId{};
      if (probe_.find_open(step)) continue;
      const std::uint64_t part = probe_.part(step);
      differs = differs || (parts[i] && *parts[i] != part);
      parts[i] = part;
    }
    return differs;
  }

  const Knowledge& knowledge_;
  Probe probe_;
  Interviewer interviewer_;
  const AnswerSpace& space_;
  Date today_;
};

/// Topics whose graphs the person's plan goes through.
std::vector<TopicId> topics_of(const Compiled& compiled, const Person& person, Date today) {
  const Evaluation evaluation(compiled, person.truth, today);
  std::vector<TopicId> topics;
  for (const Graph& graph : compiled.knowledge->graphs) {
    if (!graph.enter.is_set() || evaluation.truth(graph.enter) != Truth::True) continue;
    if (std::find(topics.begin(), topics.end(), graph.topic) == topics.end()) topics.push_back(graph.topic);
  }
  return topics;
}

/// The expected cost of asking in our order, over all answers by their likelihoods.
double expected_cost(const AnswerSpace& space, Remembered& ours, Matter& matter,
                     std::unordered_map<std::string, double>& known) {
  const std::string key = key_of(matter);
  if (const auto found = known.find(key); found != known.end()) return found->second;
  const FactId fact = ours.next(matter);
  double cost = 0;
  if (fact.is_set()) {
    const AskCost ask = space.knowledge().facts[fact].cost;
    const double unsure = unsure_likelihood(ask);
    const Answer given = matter[fact];
    cost = price_of(ask);
    for (const PossibleAnswer& one : space.answers(fact, given)) {
      matter[fact] = one.answer;
      cost += (1 - unsure) * one.likely * expected_cost(space, ours, matter, known);
    }
    matter[fact] = unsure_of(given);
    cost += unsure * expected_cost(space, ours, matter, known);
    matter[fact] = given;
  }
  return known[key] = cost;
}

/// Our expected cost over that of the best order, where the latter can be computed: in the midst of
/// interviews, where some facts are known and some are not.
double compare_with_optimum(const Compiled& compiled, const AnswerSpace& space, Date today,
                            const std::vector<Person>& people, Remembered& ours, std::size_t& cases) {
  const Knowledge& knowledge = *compiled.knowledge;
  Probe probe(compiled);
  std::mt19937 random(3);
  double our_cost = 0;
  double best_cost = 0;
  for (const Person& person : people) {
    if (cases == kExactCases) break;
    Matter matter = person.start;
    while (true) {
      probe.run(matter, today);
      const std::vector<FactId> facts = askable(knowledge, matter, probe.lacking());
      std::size_t states = 1;
      for (const FactId fact : facts) {
        states = std::min<std::size_t>(states * (space.answers(fact, matter[fact]).size() + 2), 1'000'000);
      }
      if (states <= kTooSmall) break;
      // Small enough, or a guess that much of it is never reached.
      if (states <= 8 * kExactStates) {
        ExactSearch search(probe, space, today, kExactStates);
        const std::optional<Optimum> optimum = search.solve(matter);
        if (optimum && optimum->cost > 0 && search.states() > kTooSmall) {
          std::unordered_map<std::string, double> known;
          our_cost += expected_cost(space, ours, matter, known);
          best_cost += optimum->cost;
          ++cases;
          break;
        }
      }
      const FactId fact = facts[random() % facts.size()];
      matter[fact] = answer_of(person, matter, fact);
    }
  }
  return best_cost > 0 ? our_cost / best_cost : 0;
}

}  // namespace

int run_questions(const Options& options, Figures& figures) {
  std::size_t count = kPeople;
  if (!options.words.empty()) {
    if (options.words.size() != 2 || options.words[0] != "--people") return 2;
    count = std::strtoul(options.words[1].c_str(), nullptr, 10);
    if (count == 0) return 2;
  }
  const LoadResult loaded = load_knowledge(DiskFiles(options.knowledge));
  if (loaded.knowledge == nullptr) {
    fmt::print(stderr, "{}", render(loaded.diagnostics, *loaded.sources, Tongue::Chinese));
    return 3;
  }
  const auto compiled = compile(loaded.knowledge);
  const Knowledge& knowledge = *loaded.knowledge;
  const Date today = *Date::from_ymd(2026, 11, 22);
  const AnswerSpace space(*compiled, today);
  std::mt19937 random(7);
  const std::vector<Person> people = make_people(*compiled, space, today, count, random);
  std::vector<NamedOrder> orders = all_orders(*compiled, space, today);

  std::map<std::uint32_t, std::vector<double>> by_topic;
  std::vector<std::vector<TopicId>> topics;
  std::map<std::string, double> totals;
  for (const Person& person : people) topics.push_back(topics_of(*compiled, person, today));
  fmt::print("{} people\n", people.size());
  std::vector<Remembered> remembered;
  for (const NamedOrder& named : orders) remembered.emplace_back(*named.order);
  const auto note = [&](std::size_t column, std::size_t person, double questions) {
    for (const TopicId topic : topics[person]) {
      std::vector<double>& sums = by_topic[topic.value];
      sums.resize(orders.size() + 2);
      sums[column] += questions;
      if (column == 0) sums.back() += 1;
    }
  };
  for (std::size_t o = 0; o < orders.size(); ++o) {
    std::vector<double> questions;
    double sum = 0;
    double cost = 0;
    for (std::size_t p = 0; p < people.size(); ++p) {
      const Asked asked = interview(knowledge, remembered[o], people[p]);
      questions.push_back(asked.questions);
      sum += asked.questions;
      cost += asked.cost;
      note(o, p, asked.questions);
    }
    std::sort(questions.begin(), questions.end());
    const std::string name(orders[o].name);
    totals[name] = sum;
    fmt::print("{}: {}\n", name, orders[o].about);
    figures.add(name + "_mean", sum / static_cast<double>(people.size()));
    figures.add(name + "_p95", questions[questions.size() * 95 / 100]);
    figures.add(name + "_cost", cost / static_cast<double>(people.size()));
  }
  const auto fewer_than = [&](const std::string& name) { return 100 * (1 - totals["ours"] / totals[name]); };
  fmt::print("percent fewer questions in our order\n");
  figures.add("fewer_than_file_order", fewer_than("file_order"));
  figures.add("fewer_than_missing_count", fewer_than("missing_count"));
  LowerBound bound(*compiled, space, today);
  Asked least;
  for (std::size_t p = 0; p < people.size(); ++p) {
    const Asked one = bound.of(people[p]);
    least.questions += one.questions;
    least.cost += one.cost;
    note(orders.size(), p, one.questions);
  }
  fmt::print("lower_bound: no order can ask less\n");
  figures.add("lower_bound_mean", least.questions / static_cast<double>(people.size()));
  figures.add("lower_bound_cost", least.cost / static_cast<double>(people.size()));

  fmt::print("\n{:<20}", "mean by topic");
  for (const NamedOrder& named : orders) fmt::print(" {:>17}", named.name);
  fmt::print(" {:>17} {:>7}\n", "lower_bound", "people");
  for (const auto& [topic, sums] : by_topic) {
    fmt::print("{:<20}", std::string_view(knowledge.topics[TopicId{topic}].id));
    for (std::size_t o = 0; o <= orders.size(); ++o) fmt::print(" {:>17.2f}", sums[o] / sums.back());
    fmt::print(" {:>7.0f}\n", sums.back());
  }
  const std::vector<double> times = remembered[0].times();
  fmt::print("\nnext question, microseconds of processor time, {} situations\n", times.size());
  figures.add("next_median_us", times[times.size() / 2]);
  figures.add("next_p95_us", times[times.size() * 95 / 100]);
  figures.add("next_p99_us", times[times.size() * 99 / 100]);
  figures.add("next_worst_us", times.back());
  Matter nothing(knowledge);
  Interviewer interviewer(*compiled);
  const double begin = processor_time();
  for (int i = 0; i < 100; ++i) interviewer.next(nothing, today);
  figures.add("next_first_us", (processor_time() - begin) / 100);

  std::size_t cases = 0;
  fmt::print("\nexpected cost over that of the best order, where it can be computed\n");
  figures.add("ours_over_optimum",
              compare_with_optimum(*compiled, space, today, people, remembered[0], cases));
  figures.add("optimum_cases", static_cast<double>(cases));
  return 0;
}

}  // namespace zhilu::bench
