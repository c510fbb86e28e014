// SPDX-License-Identifier: MIT
#include "tests/bench/people.h"

#include "engine/interview/exact.h"
#include "engine/session/evaluation.h"
#include "engine/session/questions.h"

namespace zhilu::bench {
namespace {

void follow_defaults(const Compiled& compiled, Date today, Matter& truth) {
  const Knowledge& knowledge = *compiled.knowledge;
  Evaluation evaluation(compiled);
  // Defaults that follow from other defaults come out in the second round.
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
      const FactId fact{i};
      if (!knowledge.facts[fact].fallback.is_set() || knowledge.facts[fact].is_derived()) continue;
      if (truth[fact].origin == Origin::Text) continue;
      const Answer sampled = truth[fact];
      truth[fact] = {};
      evaluation.start(truth, today);
      const Answer usual = evaluation.answer(fact);
      truth[fact] = usual.is_known() && knowledge.facts[fact].asked ? usual : sampled;
      truth[fact].origin = Origin::Answer;
    }
  }
}

}  // namespace

std::vector<Person> make_people(const Compiled& compiled, const AnswerSpace& space, Date today,
                                std::size_t count, std::mt19937& random) {
  const Knowledge& knowledge = *compiled.knowledge;
  const Matter nothing(knowledge);
  const FactId intent = knowledge.find_fact("intent");
  std::vector<Person> people;
  for (std::size_t n = 0; n < count; ++n) {
    Person person{nothing, nothing};
    const auto tell = [&](FactId fact) {
      if (!fact.is_set()) return;
      person.start[fact] = person.truth[fact];
      person.start[fact].origin = Origin::Text;
    };
    for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
      const FactId fact{i};
      if (fact != intent && !may_be_asked(knowledge, nothing, fact)) continue;
      person.truth[fact] = space.sample(fact, {}, random);
      if (fact == intent) person.truth[fact].origin = Origin::Text;
      const double dice = static_cast<double>(random()) / 4294967296.0;
      if (fact != intent && dice < unsure_likelihood(knowledge.facts[fact].cost)) {
        person.truth[fact] = unsure_of({});
      }
    }
    follow_defaults(compiled, today, person.truth);
    tell(intent);
    if (n % 2 == 1) {
      tell(knowledge.find_fact("platform"));
      tell(knowledge.core.issues);
      if (knowledge.core.issues.is_set()) person.start[knowledge.core.issues].no = 0;
    }
    people.push_back(std::move(person));
  }
  return people;
}

Answer answer_of(const Person& person, const Matter& matter, FactId fact) {
  if (person.truth[fact].is_known()) return person.truth[fact];
  return unsure_of(matter[fact]);
}

}  // namespace zhilu::bench
