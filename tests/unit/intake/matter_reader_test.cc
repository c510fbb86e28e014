// SPDX-License-Identifier: MIT
#include "engine/intake/matter_reader.h"

#include <doctest/doctest.h>

#include <array>

#include "engine/intake/diagnostics.h"

namespace zhilu {
namespace {

Fact make_fact(std::string id, FactKind kind, std::vector<std::string> options = {}) {
  Fact fact;
  fact.id = std::move(id);
  fact.kind = kind;
  for (std::string& option : options) {
    FactOption added;
    added.title.source = "名" + option;
    added.id = std::move(option);
    fact.options.push_back(std::move(added));
  }
  return fact;
}

Knowledge small_knowledge() {
  Knowledge knowledge;
  const auto add = [&](Fact fact) {
    const std::string id = fact.id;
    knowledge.fact_index[id] = knowledge.facts.push_back(std::move(fact));
  };
  add(make_fact("issues", FactKind::Choices, {"fraud", "privacy_leak", "other"}));
  add(make_fact("platform", FactKind::Choice, {"bank", "wallet", "game"}));
  Fact money = make_fact("loss_amount", FactKind::Money);
  money.min = Decimal(0);
  money.max = Decimal(1000000);
  add(money);
  add(make_fact("emergency", FactKind::Boolean));
  add(make_fact("happened_on", FactKind::Date));
  add(make_fact("name", FactKind::Text));
  add(make_fact("waited", FactKind::Duration));
  Fact derived = make_fact("severity", FactKind::Choice, {"high", "low"});
  derived.table = TableId{0};
  add(derived);
  Step step;
  step.id = "complain_platform";
  knowledge.step_index[step.id] = knowledge.steps.push_back(step);
  Channel channel;
  channel.id = "police";
  knowledge.channel_index[channel.id] = knowledge.channels.push_back(channel);
  return knowledge;
}

// One fact as a short text, so that a table can hold what is expected.
std::string show(const Knowledge& knowledge, const Matter& matter, std::string_view name) {
  const FactId id = knowledge.find_fact(name);
  const Fact& fact = knowledge.facts[id];
  const Answer& answer = matter[id];
  switch (answer.state) {
    case AnswerState::Unasked:
      return "unasked";
    case AnswerState::Unsure:
      return "unsure";
    case AnswerState::Inapplicable:
      return "inapplicable";
    case AnswerState::Value:
      break;
  }
  std::string text;
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    if ((answer.yes >> i & 1) != 0) text += "+" + fact.options[i].id;
    if ((answer.no >> i & 1) != 0) text += "-" + fact.options[i].id;
  }
  if (fact.kind == FactKind::Boolean) text = std::to_string(answer.yes);
  if (fact.kind == FactKind::Money) {
    text = answer.low.to_string() + ".." + (answer.bounded ? answer.high.to_string() : "");
  }
  if (fact.kind == FactKind::Date) text = answer.date.to_string();
  return text + answer.text;
}

struct Outcome {
  std::string shown;
  std::string code;
  std::string fix;
};

Outcome set(const std::string& setting) {
  const Knowledge knowledge = small_knowledge();
  Diagnostics out;
  Matter matter(knowledge);
  const auto input =
      parse_setting(setting, Span{{}, 0, static_cast<std::uint32_t>(setting.size())}, knowledge, out);
  if (input) read_facts(*input, knowledge, matter, out);
  Outcome outcome;
  if (!out.empty()) {
    outcome.code = out.items().front().kind->code;
    if (out.items().front().fix) outcome.fix = out.items().front().fix->replacement;
    return outcome;
  }
  outcome.shown = show(knowledge, matter, setting.substr(0, setting.find('=')));
  return outcome;
}

TEST_CASE("settings say what is known, denied, bounded, or not sure") {
  const std::array<std::array<const char*, 2>, 19> cases = {{
      {"issues=fraud", "+fraud"},
      {"issues=fraud,privacy_leak", "+fraud+privacy_leak"},
      {"issues=fraud，other", "+fraud+other"},
      {"issues=-fraud", "-fraud"},
      {"issues=fraud,-other", "+fraud-other"},
      {"issues=only:fraud", "+fraud-privacy_leak-other"},
      {"issues=only:", "-fraud-privacy_leak-other"},
      {"issues=unsure", "unsure"},
      {"issues=名fraud", "+fraud"},
      {"platform=wallet", "+wallet"},
      {"platform=-wallet", "+bank+game"},
      {"platform=inapplicable", "inapplicable"},
      {"loss_amount=3000.50", "3000.5..3000.5"},
      {"loss_amount=2000..5000", "2000..5000"},
      {"loss_amount=2000..", "2000.."},
      {"loss_amount=..5000", "0..5000"},
      {"emergency=true", "2"},
      {"happened_on=2026-11-01", "2026-11-01"},
      {"name=甲, 乙..丙", "甲, 乙..丙"},
  }};
  for (const auto& [setting, expected] : cases) {
    CAPTURE(setting);
    const Outcome outcome = set(setting);
    CHECK(outcome.code == "");
    CHECK(outcome.shown == expected);
  }
}

TEST_CASE("a wrong setting is refused with its reason and a suggestion") {
  const std::array<std::array<const char*, 3>, 15> cases = {{
      {"issue=fraud", "input-unknown-fact", "issues"},
      {"issues=frad", "input-unknown-value", "fraud"},
      {"issues=-frad", "input-unknown-value", "-fraud"},
      {"issues=名frau", "input-unknown-value", "fraud"},
      {"issues=fraud,-fraud", "input-contradiction", ""},
      {"platform=nothing_like_it", "input-unknown-value", ""},
      {"loss_amount=many", "input-bad-value", ""},
      {"loss_amount=-1", "input-out-of-range", ""},
      {"loss_amount=5000..2000", "input-bad-value", ""},
      {"emergency=yes", "input-bad-value", ""},
      {"happened_on=2026-02-30", "input-bad-value", ""},
      {"waited=3 months", "input-bad-value", ""},
      {"severity=high", "input-derived-fact", ""},
      {"fraud", "input-bad-setting", ""},
      {"=fraud", "input-bad-setting", ""},
  }};
  for (const auto& [setting, code, fix] : cases) {
    CAPTURE(setting);
    const Outcome outcome = set(setting);
    CHECK(outcome.code == code);
    CHECK(outcome.fix == fix);
  }
}

InputValue text(std::string value) {
  return {InputValue::Kind::String, {}, std::move(value), {}, {}};
}

InputValue map(std::vector<std::pair<std::string, InputValue>> entries) {
  InputValue value{InputValue::Kind::Map, {}, {}, {}, {}};
  for (auto& [name, item] : entries) {
    value.keys.push_back({name, {}});
    value.items.push_back(std::move(item));
  }
  return value;
}

InputValue list(std::vector<InputValue> items) {
  return {InputValue::Kind::List, {}, {}, std::move(items), {}};
}

TEST_CASE("a request holds facts, events, a text and a date") {
  const Knowledge knowledge = small_knowledge();
  Diagnostics out;
  const MatterRequest request = read_request(
      map({{"facts", map({{"issues", list({text("fraud")})},
                          {"emergency", {InputValue::Kind::Null, {}, {}, {}, {}}}})},
           {"events",
            list({map({{"step", text("complain_platform")},
                       {"what", text("refused")},
                       {"on", text("2026-11-01")}}),
                  map({{"channel", text("police")}, {"what", text("accepted")}, {"number", text("7")}})})},
           {"text", text("被骗")},
           {"today", text("2026-11-22")}}),
      knowledge, out);
  CHECK(out.empty());
  CHECK(show(knowledge, request.matter, "issues") == "+fraud");
  CHECK(show(knowledge, request.matter, "emergency") == "unasked");
  REQUIRE(request.matter.events.size() == 2);
  CHECK(request.matter.events[0].step.value == 0);
  CHECK(request.matter.events[0].what == EventKind::Refused);
  CHECK(request.matter.events[0].on->to_string() == "2026-11-01");
  CHECK(request.matter.events[1].channel.value == 0);
  CHECK(request.matter.events[1].number == "7");
  CHECK(request.text == "被骗");
  CHECK(request.today->to_string() == "2026-11-22");
}

TEST_CASE("facts need no frame") {
  const Knowledge knowledge = small_knowledge();
  Diagnostics out;
  const MatterRequest request = read_request(map({{"platform", text("bank")}}), knowledge, out);
  CHECK(out.empty());
  CHECK(show(knowledge, request.matter, "platform") == "+bank");
}

TEST_CASE("a wrong type is refused, whatever the fact") {
  const Knowledge knowledge = small_knowledge();
  const InputValue number{InputValue::Kind::Number, {}, "5", {}, {}};
  const InputValue truth{InputValue::Kind::Boolean, {}, "true", {}, {}};
  const std::vector<std::pair<std::string, InputValue>> cases = {
      {"issues", number},
      {"issues", map({{"all", text("fraud")}})},
      {"issues", list({list({text("fraud")})})},
      {"platform", list({text("bank")})},
      {"platform", truth},
      {"loss_amount", text("3000")},
      {"loss_amount", map({{"about", number}})},
      {"emergency", text("true")},
      {"emergency", number},
      {"happened_on", number},
      {"name", truth},
      {"waited", number},
  };
  for (const auto& [name, value] : cases) {
    CAPTURE(name);
    Diagnostics out;
    Matter matter(knowledge);
    read_facts(map({{name, value}}), knowledge, matter, out);
    CHECK(out.items().size() == 1);
    CHECK(show(knowledge, matter, name) == "unasked");
  }
}

TEST_CASE("a wrong event is left out and reported") {
  const Knowledge knowledge = small_knowledge();
  const std::vector<std::pair<InputValue, std::string>> cases = {
      {map({{"what", text("refused")}}), "input-missing-key"},
      {map({{"step", text("complain_platform")}}), "input-missing-key"},
      {map({{"step", text("complain_platfrom")}, {"what", text("refused")}}), "input-unknown-step"},
      {map({{"channel", text("polise")}, {"what", text("refused")}}), "input-unknown-channel"},
      {map({{"step", text("complain_platform")}, {"channel", text("police")}, {"what", text("refused")}}),
       "input-step-and-channel"},
      {map({{"step", text("complain_platform")}, {"what", text("refuse")}}), "input-unknown-value"},
      {map({{"step", text("complain_platform")}, {"what", text("refused")}, {"on", text("yesterday")}}),
       "input-bad-value"},
      {text("refused"), "input-wrong-type"},
  };
  for (const auto& [event, code] : cases) {
    Diagnostics out;
    Matter matter(knowledge);
    read_events(list({event}), knowledge, matter, out);
    REQUIRE(out.items().size() == 1);
    CHECK(out.items()[0].kind->code == code);
    CHECK(matter.events.empty());
  }
}

}  // namespace
}  // namespace zhilu
