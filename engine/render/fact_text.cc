// SPDX-License-Identifier: MIT
#include "engine/render/fact_text.h"

#include <bit>

#include "engine/locale/date_text.h"
#include "engine/locale/number_text.h"
#include "engine/render/privacy.h"

namespace zhilu {
namespace {

std::uint32_t option_count(const Fact& fact) {
  return fact.kind == FactKind::Boolean ? 2 : static_cast<std::uint32_t>(fact.options.size());
}

bool has(std::uint64_t set, std::uint32_t option) {
  return (set >> option & 1) != 0;
}

Bounds bounds_of(const Answer& answer) {
  return {
      .low = answer.low, .high = answer.high, .bounded = answer.bounded, .approximate = answer.approximate};
}

bool is_one_number(const Answer& answer) {
  return answer.bounded && answer.low == answer.high;
}

// `3000`, `2000..5000`, `3000..`.
std::string machine_range(const Answer& answer) {
  const std::string low = answer.low.to_string();
  if (!answer.bounded) return low + "..";
  return is_one_number(answer) ? low : low + ".." + answer.high.to_string();
}

FactStatement option_statement(const Wording& wording, FactId fact, std::uint32_t option, bool holds) {
  return {.value = option_id(wording.knowledge(), fact, option),
          .label = option_title(wording, fact, option),
          .holds = holds,
          .literal = wording.knowledge().facts[fact].kind == FactKind::Boolean,
          .option = option};
}

// The options of `set`, as one statement: a|b.
FactStatement any_of(const Wording& wording, FactId fact, std::uint64_t set) {
  std::string value;
  std::vector<std::string_view> labels;
  for (std::uint32_t i = 0; i < option_count(wording.knowledge().facts[fact]); ++i) {
    if (!has(set, i)) continue;
    if (!value.empty()) value += '|';
    value += option_id(wording.knowledge(), fact, i);
    labels.push_back(option_title(wording, fact, i));
  }
  return {.value = wording.keep(value), .label = wording.joined(labels, Phrase::Or), .option = {}};
}

// Of a choice or boolean: `possible` are the values it may still have.
FactStatements one_of(const Wording& wording, FactId fact, std::uint64_t possible) {
  const std::uint32_t n = option_count(wording.knowledge().facts[fact]);
  std::uint32_t left = 0;
  for (std::uint32_t i = 0; i < n; ++i) left += has(possible, i) ? 1 : 0;
  FactStatements out;
  if (left != 1 && left < n - left) {
    if (left != 0) out.push_back(any_of(wording, fact, possible));
    return out;
  }
  const bool holds = left == 1;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (has(possible, i) == holds) out.push_back(option_statement(wording, fact, i, holds));
  }
  return out;
}

FactStatements members(const Wording& wording, FactId fact, const Answer& answer) {
  FactStatements out;
  for (const bool holds : {true, false}) {
    const std::uint64_t set = holds ? answer.yes : answer.no;
    for (std::uint32_t i = 0; i < option_count(wording.knowledge().facts[fact]); ++i) {
      if (has(set, i)) out.push_back(option_statement(wording, fact, i, holds));
    }
  }
  return out;
}

// The members or value of a choice, and the key that select goes by: empty if it is not settled to one.
Argument option_argument(const Wording& wording, FactId fact, std::uint64_t set) {
  std::vector<std::string_view> titles;
  std::string_view key;
  for (std::uint32_t i = 0; i < option_count(wording.knowledge().facts[fact]); ++i) {
    if (!has(set, i)) continue;
    key = titles.empty() ? option_id(wording.knowledge(), fact, i) : "several";
    titles.push_back(option_title(wording, fact, i));
  }
  return {std::string(wording.joined(titles)), std::string(key)};
}

Argument unknown(const Wording& wording, FactId fact) {
  const std::string_view title = wording.title(wording.knowledge().facts[fact].title);
  return {std::string(wording.phrase(Phrase::Unknown, {{"fact", title}})), "unknown"};
}

}  // namespace

std::string_view option_id(const Knowledge& knowledge, FactId fact, std::uint32_t option) {
  const Fact& declared = knowledge.facts[fact];
  if (declared.kind == FactKind::Boolean) return option == 1 ? "true" : "false";
  return declared.options[option].id;
}

std::string_view option_title(const Wording& wording, FactId fact, std::uint32_t option) {
  const Fact& declared = wording.knowledge().facts[fact];
  if (declared.kind != FactKind::Boolean) return wording.title(declared.options[option].title);
  for (const FactOption& written : declared.options) {
    const bool wanted = written.id == (option == 1 ? "true" : "false");
    if (wanted && !written.title.empty()) return wording.title(written.title);
  }
  return wording.phrase(option == 1 ? Phrase::Yes : Phrase::No);
}

std::string_view name_of(Origin origin) {
  switch (origin) {
    case Origin::Text:
      return "text";
    case Origin::Answer:
      return "answer";
    case Origin::Default:
      return "default";
    case Origin::Inferred:
      return "inferred";
  }
  return "answer";
}

FactStatements statements_of(const Wording& wording, FactId fact) {
  const Answer& answer = wording.answer(fact);
  if (answer.state == AnswerState::Unasked) return {};
  if (answer.state == AnswerState::Unsure) {
    return {FactStatement{.value = "unsure", .label = wording.phrase(Phrase::Unsure), .option = {}}};
  }
  if (answer.state == AnswerState::Inapplicable) {
    return {
        FactStatement{.value = "inapplicable", .label = wording.phrase(Phrase::Inapplicable), .option = {}}};
  }
  FactStatement value;
  switch (wording.knowledge().facts[fact].kind) {
    case FactKind::Boolean:
    case FactKind::Choice:
      return one_of(wording, fact, answer.yes);
    case FactKind::Choices:
      return members(wording, fact, answer);
    case FactKind::Number:
      value = {.value = wording.keep(machine_range(answer)),
               .label = wording.keep(range_text(bounds_of(answer), wording.language())),
               .literal = is_one_number(answer),
               .option = {}};
      break;
    case FactKind::Money:
      value = {.value = wording.keep(machine_range(answer)),
               .label = wording.keep(amount_text(bounds_of(answer), wording.language())),
               .literal = is_one_number(answer),
               .option = {}};
      break;
    case FactKind::Date:
      value = {.value = wording.keep(answer.date.to_string()),
               .label = wording.keep(date_text(answer.date, wording.language())),
               .option = {}};
      break;
    case FactKind::Duration:
      value = {.value = wording.keep(clean_text(answer.text)),
               .label = wording.keep(duration_text(clean_text(answer.text), wording.language())),
               .option = {}};
      break;
    case FactKind::Text:
      value.value = wording.keep(masked_text(answer.text));
      value.label = value.value;
      break;
  }
  return {value};
}

Argument fact_argument(const Wording& wording, FactId fact) {
  const Answer& answer = wording.answer(fact);
  if (!answer.is_known()) return unknown(wording, fact);
  switch (wording.knowledge().facts[fact].kind) {
    case FactKind::Boolean:
    case FactKind::Choice:
      if (!std::has_single_bit(answer.yes)) return unknown(wording, fact);
      return option_argument(wording, fact, answer.yes);
    case FactKind::Choices:
      if (answer.yes == 0) return unknown(wording, fact);
      return option_argument(wording, fact, answer.yes);
    case FactKind::Number:
      return Argument(bounds_of(answer));
    case FactKind::Money:
      return Argument(bounds_of(answer), true);
    case FactKind::Date:
      return answer.date;
    case FactKind::Duration:
      return duration_text(clean_text(answer.text), wording.language());
    case FactKind::Text:
      return clean_text(answer.text);
  }
  return unknown(wording, fact);
}

}  // namespace zhilu
