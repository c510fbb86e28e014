// SPDX-License-Identifier: MIT
#include "engine/tester/names.h"

#include <algorithm>

namespace zhilu {
namespace {

std::string options_of(const Fact& fact, const Answer& answer) {
  std::string text = "[";
  const auto add = [&](const std::string& word) { text += (text.size() == 1 ? "" : ", ") + word; };
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    if ((answer.yes >> i & 1) != 0) add(fact.options[i].id);
    if ((answer.no >> i & 1) != 0) add("-" + fact.options[i].id);
  }
  return text + "]";
}

}  // namespace

std::string_view name_of(StepStatus status) {
  return std::ranges::find(kStatusNames, status, &StatusName::status)->name;
}

std::string text_of(const Knowledge& knowledge, FactId fact, const Answer& answer) {
  switch (answer.state) {
    case AnswerState::Unasked:
      return "（不知道）";
    case AnswerState::Unsure:
      return "unsure";
    case AnswerState::Inapplicable:
      return "inapplicable";
    case AnswerState::Value:
      break;
  }
  const Fact& described = knowledge.facts[fact];
  switch (described.kind) {
    case FactKind::Boolean:
      return answer.yes == 2 ? "true" : answer.yes == 1 ? "false" : "（不知道）";
    case FactKind::Number:
    case FactKind::Money:
      if (answer.bounded && answer.low == answer.high) return answer.low.to_string();
      return answer.low.to_string() + ".." + (answer.bounded ? answer.high.to_string() : "");
    case FactKind::Date:
      return answer.date.to_string();
    case FactKind::Choice:
    case FactKind::Choices:
      return options_of(described, answer);
    case FactKind::Duration:
    case FactKind::Text:
      return answer.text;
  }
  return "";
}

}  // namespace zhilu
