// SPDX-License-Identifier: MIT
// Simulated people for the comparison of question orders.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "engine/interview/answer_space.h"

namespace zhilu::bench {

struct Person {
  /// What is known before the first question.
  Matter start;
  /// The answer to every fact that may be asked; now and then "unsure".
  Matter truth;
};

/// People as the likelihoods of the knowledge have them; where a default follows from a person's other facts
/// it is true. What they want (`intent`) is known; of every second one also what a first sentence mostly
/// tells: whom it is about, and which problems there are, if not all.
std::vector<Person> make_people(const Compiled& compiled, const AnswerSpace& space, Date today,
                                std::size_t count, std::mt19937& random);

/// What the person answers: where they cannot say, what was known in part stays.
Answer answer_of(const Person& person, const Matter& matter, FactId fact);

}  // namespace zhilu::bench
