// SPDX-License-Identifier: MIT
#include "engine/intake/matter_reader.h"

#include <array>
#include <utility>

#include "engine/intake/diagnostics.h"
#include "engine/intake/reading.h"

namespace zhilu {
namespace {

constexpr std::array<std::string_view, 5> kRequestKeys = {"facts", "events", "text", "today", "id"};
constexpr std::array<std::string_view, 5> kEventKeys = {"step", "channel", "what", "on", "number"};

struct WhatName {
  std::string_view name;
  EventKind what;
};
constexpr std::array<WhatName, 6> kWhats = {{{"submitted", EventKind::Submitted},
                                             {"accepted", EventKind::Accepted},
                                             {"refused", EventKind::Refused},
                                             {"replied", EventKind::Replied},
                                             {"promised", EventKind::Promised},
                                             {"resolved", EventKind::Resolved}}};

std::optional<EventKind> read_what(const InputValue& value, Diagnostics& out) {
  std::vector<std::string> names;
  for (const WhatName& entry : kWhats) {
    if (intake::is_text(value) && value.text == entry.name) return entry.what;
    names.emplace_back(entry.name);
  }
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  intake::report_unknown(intake::kUnknownValue, value.text, value.span, {"what", value.text, all}, names,
                         out);
  return std::nullopt;
}

void read_event(const InputValue& input, const Knowledge& knowledge, Matter& matter, Diagnostics& out) {
  if (input.kind != InputValue::Kind::Map) {
    intake::report_type(input, "events", {"由键值组成的列表", "a list of maps"}, out);
    return;
  }
  intake::check_keys(input, kEventKeys, out);
  Event event;
  bool good = true;
  const InputValue* step = input.find("step");
  const InputValue* channel = input.find("channel");
  if (step != nullptr && channel != nullptr) {
    out.add(intake::kStepAndChannel, channel->span);
    return;
  }
  if (step != nullptr) {
    event.step = intake::look_up(*step, "step", knowledge.step_index, intake::kUnknownStep, out);
    good = event.step.is_set();
  } else if (channel != nullptr) {
    event.channel =
        intake::look_up(*channel, "channel", knowledge.channel_index, intake::kUnknownChannel, out);
    good = event.channel.is_set();
  } else {
    out.add(intake::kMissingKey, input.span, {"step"});
    good = false;
  }
  if (const InputValue* what = input.find("what")) {
    const std::optional<EventKind> read = read_what(*what, out);
    good = good && read.has_value();
    event.what = read.value_or(EventKind::Submitted);
  } else {
    out.add(intake::kMissingKey, input.span, {"what"});
    good = false;
  }
  if (const InputValue* on = input.find("on"); on != nullptr && on->kind != InputValue::Kind::Null) {
    event.on = intake::read_date(*on, "on", out);
    good = good && event.on.has_value();
  }
  if (const InputValue* number = input.find("number");
      number != nullptr && number->kind != InputValue::Kind::Null) {
    if (number->kind == InputValue::Kind::List || number->kind == InputValue::Kind::Map) {
      intake::report_type(*number, "number", intake::kTextWords, out);
    } else if (number->text.size() > kMaxTextFact) {
      out.add(intake::kTooLong, number->span, {"number", std::to_string(kMaxTextFact)});
    } else {
      event.number = number->text;
    }
  }
  if (good) matter.events.push_back(std::move(event));
}

}  // namespace

void read_facts(const InputValue& input, const Knowledge& knowledge, Matter& matter, Diagnostics& out) {
  if (input.kind == InputValue::Kind::Null) return;
  if (input.kind != InputValue::Kind::Map) {
    intake::report_type(input, "facts", {"由“事实: 值”组成的一组", "a map from fact to value"}, out);
    return;
  }
  std::vector<bool> seen(knowledge.facts.size(), false);
  for (std::size_t i = 0; i < input.keys.size(); ++i) {
    const InputValue::Key& key = input.keys[i];
    const InputValue name{InputValue::Kind::Plain, key.span, key.name, {}, {}};
    const FactId fact = intake::look_up(name, "facts", knowledge.fact_index, intake::kUnknownFact, out);
    if (!fact.is_set()) continue;
    if (seen[fact.value]) {
      out.add(intake::kDuplicateKey, key.span, {key.name});
      continue;
    }
    seen[fact.value] = true;
    if (knowledge.facts[fact].is_derived()) {
      out.add(intake::kDerivedFact, key.span, {key.name});
      continue;
    }
    read_fact(input.items[i], fact, knowledge, matter, out);
  }
}

void read_events(const InputValue& input, const Knowledge& knowledge, Matter& matter, Diagnostics& out) {
  if (input.kind == InputValue::Kind::Null) return;
  if (input.kind != InputValue::Kind::List) {
    intake::report_type(input, "events", intake::kListWords, out);
    return;
  }
  for (const InputValue& item : input.items) read_event(item, knowledge, matter, out);
}

MatterRequest read_request(const InputValue& input, const Knowledge& knowledge, Diagnostics& out) {
  MatterRequest request(knowledge);
  bool framed = false;
  for (std::string_view key : kRequestKeys) framed = framed || input.find(key) != nullptr;
  if (!framed) {
    read_facts(input, knowledge, request.matter, out);
    return request;
  }
  intake::check_keys(input, kRequestKeys, out);
  if (const InputValue* facts = input.find("facts")) read_facts(*facts, knowledge, request.matter, out);
  if (const InputValue* events = input.find("events")) read_events(*events, knowledge, request.matter, out);
  if (const InputValue* text = input.find("text"); text != nullptr && text->kind != InputValue::Kind::Null) {
    if (!intake::is_text(*text)) {
      intake::report_type(*text, "text", intake::kTextWords, out);
    } else if (text->text.size() > kMaxRequestText) {
      out.add(intake::kTooLong, text->span, {"text", std::to_string(kMaxRequestText)});
    } else {
      request.text = text->text;
    }
  }
  if (const InputValue* today = input.find("today");
      today != nullptr && today->kind != InputValue::Kind::Null) {
    request.today = intake::read_date(*today, "today", out);
  }
  return request;
}

}  // namespace zhilu
