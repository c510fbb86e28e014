// SPDX-License-Identifier: MIT
#include "engine/session/environment.h"

#include <utility>

#include "engine/locale/regex.h"
#include "engine/locale/zones.h"
#include "engine/value/duration.h"

namespace zhilu {

namespace {

/// Names of the options in `mask`.
std::vector<std::string> names_of(const Fact& fact, std::uint64_t mask) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    if (mask >> i & 1) names.push_back(fact.options[i].id);
  }
  return names;
}

std::uint64_t all_options(const Fact& fact) {
  return fact.options.size() >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << fact.options.size()) - 1;
}

Value duration_value(const std::string& text) {
  if (const auto months = YearsMonths::parse(text)) return Value::years_months(*months);
  if (const auto days = DaysTime::parse(text)) return Value::days_time(*days);
  return Value::null();
}

std::string_view name_of(EventKind what) {
  switch (what) {
    case EventKind::Submitted:
      return "submitted";
    case EventKind::Accepted:
      return "accepted";
    case EventKind::Refused:
      return "refused";
    case EventKind::Replied:
      return "replied";
    case EventKind::Promised:
      return "promised";
    case EventKind::Resolved:
      return "resolved";
  }
  return "";
}

/// The mask of one string or of a list of strings; options the fact does not have are left out.
std::uint64_t mask_of(const Knowledge& knowledge, FactId fact, const Value& value) {
  std::uint64_t mask = 0;
  const auto add = [&](const Value& item) {
    if (!item.is(ValueKind::String)) return;
    if (const auto option = knowledge.find_option(fact, item.as_string()))
      mask |= std::uint64_t{1} << *option;
  };
  if (value.is(ValueKind::List)) {
    for (const Value& item : value.as_list()) add(item);
  } else {
    add(value);
  }
  return mask;
}

}  // namespace

Value to_value(const Knowledge& knowledge, FactId id, const Answer& answer) {
  if (answer.state == AnswerState::Inapplicable) return Value::null();
  if (answer.state != AnswerState::Value) return Value::unknown(id);
  const Fact& fact = knowledge.facts[id];
  switch (fact.kind) {
    case FactKind::Boolean:
      if (answer.yes == 3) return Value::unknown(id);
      return Value::boolean(answer.yes == 2);
    case FactKind::Number:
    case FactKind::Money:
      return Value::interval({id, answer.low, answer.high, answer.bounded});
    case FactKind::Date:
      return Value::date(answer.date);
    case FactKind::Duration:
      return duration_value(answer.text);
    case FactKind::Choice:
      return Value::partial_choice({id, names_of(fact, answer.yes)});
    case FactKind::Choices: {
      if ((answer.yes | answer.no) != all_options(fact)) {
        return Value::partial_set({id, names_of(fact, answer.yes), names_of(fact, answer.no)});
      }
      std::vector<Value> members;
      for (std::string& name : names_of(fact, answer.yes)) members.push_back(Value::string(std::move(name)));
      return Value::list(std::move(members));
    }
    case FactKind::Text:
      return Value::string(answer.text);
  }
  return Value::null();
}

Answer to_answer(const Knowledge& knowledge, FactId id, const Value& value, Origin origin) {
  Answer answer;
  answer.origin = origin;
  if (value.is_null()) {
    answer.state = AnswerState::Inapplicable;
    return answer;
  }
  const Fact& fact = knowledge.facts[id];
  bool fits = false;
  switch (fact.kind) {
    case FactKind::Boolean:
      fits = value.is(ValueKind::Boolean);
      if (fits) answer.yes = value.as_boolean() ? 2 : 1;
      break;
    case FactKind::Number:
    case FactKind::Money:
      if (value.is(ValueKind::Number)) {
        fits = true;
        answer.low = answer.high = value.as_number();
      } else if (value.is(ValueKind::Interval)) {
        fits = true;
        answer.low = value.as_interval().low;
        answer.high = value.as_interval().high;
        answer.bounded = value.as_interval().bounded;
      }
      break;
    case FactKind::Date:
      fits = value.is(ValueKind::Date);
      if (fits) answer.date = value.as_date();
      break;
    case FactKind::Duration:
      fits = value.is(ValueKind::YearsMonths) || value.is(ValueKind::DaysTime);
      if (fits) answer.text = to_plain_text(value);
      break;
    case FactKind::Choice:
      if (value.is(ValueKind::PartialChoice)) {
        for (const std::string& name : value.as_partial_choice().options) {
          if (const auto option = knowledge.find_option(id, name)) answer.yes |= std::uint64_t{1} << *option;
        }
      } else {
        answer.yes = mask_of(knowledge, id, value);
      }
      fits = answer.yes != 0;
      break;
    case FactKind::Choices:
      fits = value.is(ValueKind::List) || value.is(ValueKind::String);
      if (fits) {
        answer.yes = mask_of(knowledge, id, value);
        answer.no = all_options(fact) & ~answer.yes;
      }
      break;
    case FactKind::Text:
      fits = value.is(ValueKind::String);
      if (fits) answer.text = value.as_string();
      break;
  }
  answer.state = fits ? AnswerState::Value : AnswerState::Unasked;
  return answer;
}

Value MatterEnvironment::fact(FactId fact) const {
  return to_value(knowledge_, fact, *answers_[fact.value]);
}

Value MatterEnvironment::event(std::string_view name) const {
  const StepId step = knowledge_.find_step(name);
  const ChannelId channel = knowledge_.find_channel(name);
  const Event* last = nullptr;
  for (const Event& event : events_) {
    if ((step.is_set() && event.step == step) || (channel.is_set() && event.channel == channel))
      last = &event;
  }
  if (last == nullptr) return Value::null();
  std::vector<Context::Entry> entries;
  entries.emplace_back("what", Value::string(std::string(name_of(last->what))));
  entries.emplace_back("on", last->on ? Value::date(*last->on) : Value::null());
  entries.emplace_back("number", Value::string(last->number));
  return Value::context(Context(std::move(entries)));
}

// Both are without state, so that all matters and threads share them.
const ZoneRules* MatterEnvironment::zones() const {
  static const IcuZoneRules kZones;
  return &kZones;
}

const TextRules* MatterEnvironment::text_rules() const {
  static const IcuTextRules kText;
  return &kText;
}

}  // namespace zhilu
