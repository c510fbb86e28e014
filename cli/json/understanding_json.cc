// SPDX-License-Identifier: MIT
#include "cli/json/understanding_json.h"

#include <bit>

#include "cli/json/writer.h"
#include "engine/render/privacy.h"

namespace zhilu {
namespace {

bool is_one(std::uint64_t mask) {
  return std::has_single_bit(mask);
}

// An amount: the number, or its bounds where it is not known exactly.
void write_amount(const Answer& answer, JsonWriter& json) {
  if (answer.bounded && answer.low == answer.high) return json.literal(answer.low.to_string());
  json.begin_object();
  json.key("min");
  json.literal(answer.low.to_string());
  if (answer.bounded) {
    json.key("max");
    json.literal(answer.high.to_string());
  }
  json.end_object();
}

std::string_view what_of(EventKind what) {
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

class UnderstandingWriter {
 public:
  UnderstandingWriter(const Understanding& understanding, const Knowledge& knowledge, std::string_view text,
                      JsonWriter& json)
      : understanding_(understanding), knowledge_(knowledge), masked_(text), json_(json), matter_(knowledge) {
    apply(understanding, knowledge, matter_);
  }

  void write(std::string_view id, std::string_view extra) {
    json_.begin_object();
    json_.key("id");
    json_.literal(id);
    json_.key("scope");
    json_.string(scope());
    json_.key("language");
    json_.string(understanding_.foreign ? "other" : "zh");
    json_.key("facts");
    write_facts();
    json_.key("understood");
    json_.begin_array();
    for (const Candidate& candidate : understanding_.candidates) write_candidate(candidate);
    json_.end_array();
    json_.key("contradictions");
    json_.begin_array();
    for (const Contradiction& found : understanding_.contradictions) write_contradiction(found);
    json_.end_array();
    json_.key("events");
    json_.begin_array();
    for (const Event& event : understanding_.events) write_event(event);
    json_.end_array();
    json_.piece(extra, false);
    json_.end_object();
  }

 private:
  // A text is about these matters unless it was read to be about something else.
  std::string_view scope() const {
    if (!knowledge_.core.scope.is_set()) return "in";
    const Answer& answer = matter_[knowledge_.core.scope];
    const Array<FactOption>& options = knowledge_.facts[knowledge_.core.scope].options;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (answer.is_known() && answer.yes == std::uint64_t{1} << i) return options[i].id;
    }
    return "in";
  }

  void write_facts() {
    json_.begin_object();
    for (std::uint32_t i = 0; i < matter_.answers.size(); ++i) {
      const FactId fact{i};
      if (fact == knowledge_.core.scope || !is_said(fact)) continue;
      json_.key(knowledge_.facts[fact].id);
      write_value(knowledge_.facts[fact], matter_[fact]);
    }
    json_.end_object();
  }

  // Is there a value to write? Not where only denials or exclusions are known.
  bool is_said(FactId fact) const {
    const Answer& answer = matter_[fact];
    if (!answer.is_known()) return false;
    switch (knowledge_.facts[fact].kind) {
      case FactKind::Boolean:
      case FactKind::Choice:
        return is_one(answer.yes);
      case FactKind::Choices:
        return answer.yes != 0;
      default:
        return true;
    }
  }

  void write_value(const Fact& fact, const Answer& answer) {
    switch (fact.kind) {
      case FactKind::Boolean:
        return json_.boolean(answer.yes == 2);
      case FactKind::Number:
      case FactKind::Money:
        return write_amount(answer, json_);
      case FactKind::Date:
        return json_.string(answer.date.to_string());
      case FactKind::Duration:
      case FactKind::Text:
        return json_.string(answer.text);
      case FactKind::Choice:
        return json_.string(fact.options[static_cast<std::size_t>(std::countr_zero(answer.yes))].id);
      case FactKind::Choices:
        json_.begin_array();
        for (std::size_t i = 0; i < fact.options.size(); ++i) {
          if ((answer.yes >> i & 1) != 0) json_.string(fact.options[i].id);
        }
        return json_.end_array();
    }
  }

  void write_candidate(const Candidate& candidate) {
    const Fact& fact = knowledge_.facts[candidate.fact];
    const Answer& answer = candidate.answer;
    const bool denied = fact.kind == FactKind::Choices && answer.yes == 0 && answer.no != 0;
    json_.begin_object();
    json_.key("fact");
    json_.string(fact.id);
    json_.key("value");
    const std::uint64_t members = denied ? answer.no : answer.yes;
    if (answer.state == AnswerState::Unsure) {
      json_.string("unsure");
    } else if ((fact.kind == FactKind::Choices || fact.kind == FactKind::Choice) && is_one(members)) {
      json_.string(fact.options[static_cast<std::size_t>(std::countr_zero(members))].id);
    } else if (fact.kind == FactKind::Choice) {
      write_options(fact, members);
    } else {
      write_value(fact, answer);
    }
    json_.key("holds");
    json_.boolean(!denied);
    json_.key("span");
    json_.begin_array();
    json_.integer(candidate.begin);
    json_.integer(candidate.end);
    json_.end_array();
    json_.key("quote");
    json_.string(masked_.excerpt(candidate.begin, candidate.end));
    json_.key("confidence");
    json_.integer(candidate.confidence);
    json_.key("counts");
    json_.boolean(candidate.confidence >= kThreshold);
    json_.key("trigger");
    candidate.word == Candidate::kNoWord ? json_.null()
                                         : json_.string(knowledge_.words[candidate.word].phrase);
    json_.end_object();
  }

  void write_contradiction(const Contradiction& found) {
    json_.begin_object();
    json_.key("fact");
    json_.string(knowledge_.facts[found.fact].id);
    json_.key("settled");
    json_.boolean(found.settled);
    json_.key("readings");
    json_.begin_array();
    for (const std::uint32_t reading : found.readings) write_candidate(understanding_.candidates[reading]);
    json_.end_array();
    json_.end_object();
  }

  // A choice of which only some options are left.
  void write_options(const Fact& fact, std::uint64_t members) {
    json_.begin_array();
    for (std::size_t i = 0; i < fact.options.size(); ++i) {
      if ((members >> i & 1) != 0) json_.string(fact.options[i].id);
    }
    json_.end_array();
  }

  void write_event(const Event& event) {
    json_.begin_object();
    if (event.step.is_set()) {
      json_.key("step");
      json_.string(knowledge_.steps[event.step].id);
    } else {
      json_.key("channel");
      json_.string(knowledge_.channels[event.channel].id);
    }
    json_.key("what");
    json_.string(what_of(event.what));
    json_.key("on");
    event.on ? json_.string(event.on->to_string()) : json_.null();
    json_.key("number");
    event.number.empty() ? json_.null() : json_.string(event.number);
    json_.end_object();
  }

  const Understanding& understanding_;
  const Knowledge& knowledge_;
  MaskedText masked_;
  JsonWriter& json_;
  Matter matter_;
};

}  // namespace

void write_understanding(const Understanding& understanding, const Knowledge& knowledge,
                         std::string_view text, std::string_view id, std::string& out,
                         std::string_view extra) {
  JsonWriter json(out);
  UnderstandingWriter(understanding, knowledge, text, json).write(id, extra);
}

}  // namespace zhilu
