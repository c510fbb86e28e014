// SPDX-License-Identifier: MIT
#include "engine/render/outline.h"

#include <doctest/doctest.h>

#include "tests/support/kept.h"

using namespace zhilu;

namespace {

SourceLine source(std::string_view title, std::string_view place, std::string_view kind = "law",
                  bool primary = true) {
  SourceLine line;
  line.title = title;
  line.place = place;
  line.kind = kind;
  line.verified_primary = primary;
  return line;
}

OpensLine opening(std::string_view after, std::uint32_t rank, std::string_view outcome) {
  OpensLine line;
  line.after = after;
  static TextPool pool;
  line.after_label = pool.keep("步骤" + std::string(after));
  line.after_rank = rank;
  line.outcome_label = outcome;
  return line;
}

}  // namespace

TEST_CASE("places of one source are named together, laws before seed articles") {
  const auto check = [](const std::vector<const SourceLine*>& sources, std::size_t most,
                        std::string_view expected) {
    StepLine step;
    step.sources = sources;
    CHECK(sources_text(step, Phrases(Language::Hans), most) == expected);
  };
  const SourceLine a14 = source("《证据规定》", "第14条");
  const SourceLine a15 = source("《证据规定》", "第15条");
  const SourceLine notice = source("银发〔2016〕261号", "", "notice", false);
  const SourceLine seed = source("《投诉指南》", "第 3 段", "seed");
  check({}, 4, "");
  check({&a14, &notice, &a15, &a14, &seed}, 4, "《证据规定》第14条、第15条、银发〔2016〕261号（据转载）");
  check({&a14, &notice, &a15}, 2, "《证据规定》第14条、银发〔2016〕261号（据转载）等 3 处");
  check({&seed}, 4, "《投诉指南》第 3 段");
}

TEST_CASE("what opens a step after one that may not come is told only where nothing else does") {
  PlanDocument document;
  document.steps.resize(2);
  document.steps[0].status = "do";
  document.steps[1].status = "maybe";
  StepLine step;
  step.opens = kept<OpensLine>({opening("a", 2, "被拒绝"), opening("b", 1, "没有答复")});
  const Phrases phrases(Language::Hans);
  CHECK(opens_texts(step, document, phrases) == std::vector<std::string>{"第 1 步之后：没有答复"});
  step.opens = kept<OpensLine>({opening("a", 2, "被拒绝")});
  CHECK(opens_texts(step, document, phrases) == std::vector<std::string>{"“步骤a”之后：被拒绝"});
}

TEST_CASE("steps after which the same opens are named together") {
  const auto check = [](const std::vector<OpensLine>& opens, std::vector<std::string> expected) {
    StepLine step;
    step.opens = opens;
    step.depends_on_labels = kept<std::string_view>({"损失金额"});
    PlanDocument document;
    document.steps.resize(6);
    for (StepLine& line : document.steps) line.status = "do";
    CHECK(opens_texts(step, document, Phrases(Language::Hans)) == expected);
  };
  check({opening("a", 2, "不予立案"), opening("b", 5, "不予立案"), opening("c", 6, "不予立案")},
        {"第 2、5、6 步之后：不予立案"});
  check({opening("a", 2, "被拒绝"), opening("b", 5, "没有答复"), opening("a", 2, "没有答复")},
        {"第 2 步之后：被拒绝，或没有答复", "第 5 步之后：没有答复"});
  check({opening("a", 0, "被拒绝"), opening("b", 0, "被拒绝")}, {"“步骤a、步骤b”之后：被拒绝"});
  check({}, {"看您的回答：损失金额"});
}

TEST_CASE("a reason that ends a sentence becomes part of one") {
  StepLine step;
  step.why = kept<std::string_view>({"涉嫌诈骗", "越早越好。"});
  CHECK(why_text(step, Phrases(Language::Hans)) == "涉嫌诈骗；越早越好");
}

TEST_CASE("what one does oneself has nobody to turn to") {
  StepLine step;
  step.channel = ChannelLine{};
  step.channel->label = "自己动手";
  step.channel->kind = "self";
  CHECK(contact_text(step, Phrases(Language::Hans), false).empty());
  step.channel->kind = "regulator";
  step.channel->phone = "12377";
  step.channel->hours = "全天";
  step.channel->lead_only = true;
  CHECK(contact_text(step, Phrases(Language::Hans), true) == "自己动手 · 电话 12377");
  CHECK(contact_text(step, Phrases(Language::English), false) ==
        "自己动手 · phone 12377 · hours 全天 (takes leads only: recovers no money for you and need not "
        "answer)");
}
