// SPDX-License-Identifier: MIT
// The plan in JSON against its schema, which is made from the same table.
#include "cli/json/plan_json.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/json/plan_fields.h"
#include "tests/support/kept.h"
#include "tests/support/schema.h"

namespace zhilu {
namespace {

const SourceLine* source() {
  static const SourceLine line = [] {
    SourceLine made;
    made.id = "consumer_law.46";
    made.label = "《消费者权益保护法》第46条";
    made.kind = "law";
    return made;
  }();
  return &line;
}

LimitLine limit() {
  LimitLine line;
  line.kind = "reply";
  line.text = "自受理之日起 60 日内办结";
  line.date = "2026-12-06";
  line.sources = kept<const SourceLine*>({source()});
  return line;
}

// Everything filled in, so that every branch of the writer is taken.
PlanDocument full_plan() {
  PlanDocument plan;
  plan.knowledge_name = "zhilu";
  plan.knowledge_version = "1";
  plan.as_of = "2026-11-22";
  plan.language = "zh-Hans";
  plan.scope = "in";
  plan.severity = "critical";
  plan.severity_because = {"资金可能还在转移"};
  UnderstoodLine amount;
  amount.fact = "loss_amount";
  amount.value = "3000";
  amount.literal = true;
  amount.from = "text";
  amount.begin = 3;
  amount.end = 9;
  amount.quote = "三千";
  UnderstoodLine denied;
  denied.fact = "tried";
  denied.value = "police";
  denied.from = "answer";
  denied.holds = false;
  plan.understood = {amount, denied};
  StepLine step;
  step.id = "freeze_account";
  step.rank = 1;
  step.status = "do";
  step.priority = "P0";
  step.how = kept<std::string_view>({"一", "二\n\"三\""});
  step.channel.emplace();
  step.channel->kind = "provider";
  step.channel->limits = kept<LimitLine>({limit()});
  step.needs = kept<EvidenceLine>(
      {{"chat_log", "聊天记录", true, "录屏", ""}, {"order", "订单", std::nullopt, "", ""}});
  step.deadline = limit();
  OpensLine opens;
  opens.after = "complain_platform";
  opens.outcome = "no_reply";
  step.opens = kept<OpensLine>({opens, opens, opens});
  step.together_with = kept<std::uint32_t>({2, 3});
  step.sources = kept<const SourceLine*>({source()});
  plan.steps = {step, StepLine{}};
  plan.steps[1].status = "maybe";
  QuestionLine question;
  question.kind = "boolean";
  question.options = kept<QuestionLine::Option>({{"true", "是"}, {"unsure", "不清楚"}});
  plan.questions = {question};
  plan.refused = {{"hotline_12315", "12315", "不受理", {}, kept<const SourceLine*>({source()})}};
  plan.letters = {{"complaint_letter", "投诉信", ""}};
  plan.sources = {source()};
  return plan;
}

std::string written(const PlanDocument& plan) {
  std::string out;
  write_plan(plan, out);
  return out;
}

PlanDocument empty_plan() {
  PlanDocument plan;
  plan.language = "en";
  plan.scope = "out";
  return plan;
}

TEST_CASE("a plan is what the schema says, and nothing else") {
  const std::string schema = closed_schema(plan_schema());
  CHECK(schema_violation(schema, written(full_plan())) == "");
  CHECK(schema_violation(schema, written(empty_plan())) == "");
}

TEST_CASE("the schema refuses what is not a plan") {
  const std::string schema = closed_schema(plan_schema());
  nlohmann::ordered_json plan = nlohmann::ordered_json::parse(written(full_plan()));
  plan["steps"][0]["status"] = "perhaps";
  CHECK(schema_violation(schema, plan.dump()) != "");
  plan = nlohmann::ordered_json::parse(written(full_plan()));
  plan["severity"].erase("because");
  CHECK(schema_violation(schema, plan.dump()) != "");
  plan = nlohmann::ordered_json::parse(written(full_plan()));
  plan["surprise"] = 1;
  CHECK(schema_violation(schema, plan.dump()) != "");
}

TEST_CASE("keys stand in the order of the design") {
  const nlohmann::ordered_json plan = nlohmann::ordered_json::parse(written(full_plan()));
  const auto keys = [](const nlohmann::ordered_json& object) {
    std::string joined;
    for (const auto& [key, value] : object.items()) joined += key + " ";
    return joined;
  };
  CHECK(keys(plan) ==
        "knowledge as_of language scope summary severity understood understood_short assumed_short "
        "contradictions "
        "nothing_understood "
        "steps questions "
        "questions_left refused next precautions letters sources disclaimer language_note ");
  CHECK(keys(plan["steps"][0]) ==
        "id rank status priority priority_label phase phase_label title why how channel needs precautions "
        "deadline opens "
        "also_opens depends_on depends_on_labels together_with letter letter_label sources ");
}

TEST_CASE("values keep their types") {
  const nlohmann::ordered_json plan = nlohmann::ordered_json::parse(written(full_plan()));
  CHECK(plan["understood"][0]["value"] == 3000);
  CHECK(plan["understood"][0]["span"] == nlohmann::ordered_json::array({3, 9}));
  CHECK(plan["understood"][1]["value"] == "police");
  CHECK(plan["understood"][1]["holds"] == false);
  CHECK(plan["understood"][1]["span"].is_null());
  CHECK(plan["steps"][0]["needs"][0]["have"] == true);
  CHECK(plan["steps"][0]["needs"][1]["have"].is_null());
  CHECK(plan["steps"][0]["deadline"]["basis"] == "自受理之日起 60 日内办结");
  CHECK(plan["steps"][0]["also_opens"].size() == 2);
  CHECK(plan["steps"][1]["deadline"].is_null());
  CHECK(plan["steps"][1]["opens"].is_null());
  CHECK(plan["next"]["come_back"].is_null());
}

// Converts to anything, to find out how many members an aggregate has.
struct Anything {
  template <class T>
  operator T() const {
    return T{};
  }
};

template <class Part, class... Members>
constexpr std::size_t member_count() {
  if constexpr (requires { Part{Members{}..., Anything{}}; }) {
    return member_count<Part, Members..., Anything>();
  } else {
    return sizeof...(Members);
  }
}

// Counts the members of a part that its fields are made of.
struct MemberCounter {
  std::size_t members = 0;

  MemberCounter& varying() { return *this; }

  template <class T>
  void field(std::string_view, const T&, std::string_view) {
    ++members;
  }
  void one_of(std::string_view, std::string_view, std::initializer_list<std::string_view>, std::string_view) {
    ++members;
  }
  void nullable(std::string_view, std::string_view, std::string_view) { ++members; }
  void value(std::string_view, std::string_view, bool, std::string_view) { members += 2; }
  void span(std::string_view, std::optional<std::uint32_t>, std::optional<std::uint32_t>, std::string_view) {
    members += 2;
  }
  template <class Part>
  void first(std::string_view, std::span<const Part>, std::string_view) {}
  template <class Part>
  void rest(std::string_view, std::span<const Part>, std::string_view) {
    ++members;
  }
  void citations(std::string_view, const SourceLines&, std::string_view) { ++members; }
  template <class Inner>
  void object(std::string_view, std::string_view, Inner inner) {
    inner(*this);
  }
};

// `unwritten`: members that are no part of what is said.
template <class Part>
void check_all_written(const std::string& name, std::size_t unwritten = 0) {
  CAPTURE(name);
  MemberCounter counter;
  json::visit_fields(Part{}, counter);
  CHECK(counter.members + unwritten == member_count<Part>());
}

TEST_CASE("every member of the plan is written") {
  check_all_written<SourceLine>("SourceLine", 1);
  check_all_written<UnderstoodLine>("UnderstoodLine");
  check_all_written<EvidenceLine>("EvidenceLine");
  check_all_written<LimitLine>("LimitLine");
  check_all_written<ChannelLine>("ChannelLine");
  check_all_written<OpensLine>("OpensLine");
  check_all_written<StepLine>("StepLine", 1);
  check_all_written<QuestionLine>("QuestionLine", 1);
  check_all_written<RefusedLine>("RefusedLine");
  check_all_written<LetterLine>("LetterLine");
  check_all_written<PlanDocument>("PlanDocument", 3);
}

TEST_CASE("docs/schema/plan.schema.json is current") {
  std::ifstream in(ZHILU_SOURCE_DIR "/docs/schema/plan.schema.json", std::ios::binary);
  const std::string committed{std::istreambuf_iterator<char>(in), {}};
  CHECK_MESSAGE(committed == plan_schema(),
                "write it anew: zhilu schema plan > docs/schema/plan.schema.json");
}

}  // namespace
}  // namespace zhilu
