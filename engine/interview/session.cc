// SPDX-License-Identifier: MIT
#include "engine/interview/session.h"

#include <algorithm>
#include <utility>

namespace zhilu {

bool same_answer(const Answer& a, const Answer& b) {
  if (a.state != b.state) return false;
  if (a.state != AnswerState::Value) return true;
  return a.yes == b.yes && a.no == b.no && a.low == b.low && a.high == b.high && a.bounded == b.bounded &&
         a.approximate == b.approximate && a.date == b.date && a.text == b.text;
}

const GivenAnswer* Session::find(FactId fact) const {
  if (matter_[fact].state == AnswerState::Unasked) return nullptr;
  const auto last =
      std::find_if(given_.rbegin(), given_.rend(), [&](const GivenAnswer& one) { return one.fact == fact; });
  return last == given_.rend() ? nullptr : &*last;
}

void Session::give(FactId fact, const Answer& answer, Date on) {
  append(GivenAnswer{fact, answer, on, turns_});
}

void Session::give(const Matter& matter, Date on) {
  const std::uint32_t turn = turns_;
  for (std::uint32_t i = 0; i < matter.answers.size(); ++i) {
    const FactId fact{i};
    if (same_answer(matter[fact], matter_[fact]) && matter[fact].origin == matter_[fact].origin) continue;
    append(GivenAnswer{fact, matter[fact], on, turn});
  }
  for (std::size_t i = matter_.events.size(); i < matter.events.size(); ++i) {
    append(GivenEvent{matter.events[i], turn});
  }
}

void Session::append(GivenAnswer given) {
  turns_ = given.turn + 1;
  matter_[given.fact] = given.answer;
  given_.push_back(std::move(given));
}

void Session::append(GivenEvent given) {
  turns_ = std::max(turns_, given.turn + 1);
  matter_.events.push_back(given.event);
  events_.push_back(std::move(given));
}

bool Session::go_back() {
  if (turns_ == 0) return false;
  const std::uint32_t last =
      std::max(given_.empty() ? 0 : given_.back().turn, events_.empty() ? 0 : events_.back().turn);
  while (!given_.empty() && given_.back().turn == last) given_.pop_back();
  while (!events_.empty() && events_.back().turn == last) events_.pop_back();
  const std::vector<GivenAnswer> given = std::exchange(given_, {});
  const std::vector<GivenEvent> events = std::exchange(events_, {});
  matter_ = Matter(*knowledge_);
  turns_ = 0;
  for (const GivenAnswer& one : given) append(one);
  for (const GivenEvent& one : events) append(one);
  return true;
}

}  // namespace zhilu
