// SPDX-License-Identifier: MIT
#include "engine/render/plan_document.h"

#include <doctest/doctest.h>

#include "tests/support/kept.h"
#include "tests/unit/render/sample.h"

using namespace zhilu;

namespace {

// A knowledge base, a matter and a plan that tests may change before they ask for the document.
struct Scene {
  struct Base {
    Knowledge knowledge = sample::knowledge();
    Words words{knowledge};
  };
  // Documents outlive their scene.
  std::shared_ptr<Base> base = std::make_shared<Base>();
  Knowledge& knowledge = base->knowledge;
  Words& words = base->words;
  Matter matter = sample::matter(knowledge);
  Understanding understanding = sample::understanding(knowledge);
  Plan plan = sample::plan(knowledge);

  PlanDocument document(Language language = Language::Hans, bool with_letters = false) const {
    PlanDocument made = make_plan_document({.words = words,
                                            .plan = plan,
                                            .matter = matter,
                                            .understanding = &understanding,
                                            .text = sample::kText,
                                            .language = language,
                                            .with_letters = with_letters});
    made.knowledge = base;
    return made;
  }

  PlanStep& step(std::string_view id) {
    for (PlanStep& found : plan.steps) {
      if (found.step == sample::step(knowledge, id)) return found;
    }
    throw std::out_of_range(std::string(id));
  }
};

const StepLine& line_of(const PlanDocument& document, std::string_view id) {
  for (const StepLine& line : document.steps) {
    if (line.id == id) return line;
  }
  throw std::out_of_range(std::string(id));
}

}  // namespace

TEST_CASE("a plan is put into words") {
  const PlanDocument document = Scene().document();
  CHECK(document.as_of == "2026-11-22");
  CHECK(document.language == "zh-Hans");
  CHECK(document.scope == "in");
  CHECK(document.severity == "critical");
  CHECK(document.severity_label == "紧急");
  CHECK(document.severity_because == std::vector<std::string_view>{"资金可能还在转移"});
  CHECK(document.severity_may_be.empty());
  CHECK(document.summary ==
        "先做最要紧的 2 步，可以同时进行：联系支付机构和发卡银行，要求冻结账户、止付；拨打 110 "
        "报警，不论金额。其余 2 步随后按顺序办。");
  CHECK(document.next_step == "freeze_account");
  CHECK(document.next_say == "现在先做：联系支付机构和发卡银行，要求冻结账户、止付");
  CHECK(document.come_back == "2026-12-07");
  CHECK(document.language_note.empty());
  CHECK(document.letters.size() == 1);
  CHECK(document.letters.front().text.empty());

  REQUIRE(document.steps.size() == 9);
  const StepLine& freeze = document.steps[0];
  CHECK(freeze.rank == 1);
  CHECK(freeze.status == "do");
  CHECK(freeze.priority == "P0");
  CHECK(freeze.priority_label == "立即");
  CHECK(freeze.phase_label == "止损");
  CHECK(listed(freeze.why) ==
        std::vector<std::string_view>{"钱不是您自己转的", "越早止付，追回的机会越大。"});
  CHECK(freeze.how[1] == "说明 3,000 元 被转走，要求冻结账户、止付，并问清工单号");
  CHECK(listed(freeze.together_with) == std::vector<std::uint32_t>{2});
  REQUIRE(freeze.needs.size() == 2);
  CHECK(freeze.needs[0].have == true);
  CHECK(freeze.needs[1].have == false);
  CHECK(freeze.precautions.size() == 3);
  REQUIRE(freeze.channel);
  CHECK(freeze.channel->app == "“我的－客服”");
  REQUIRE(freeze.deadline);
  CHECK(freeze.deadline->date == "2026-12-07");
  CHECK(freeze.sources[0]->label == "《电子商务法》第57条");
  CHECK(freeze.sources[0]->id == "ecommerce_law.57");
  CHECK(freeze.sources[1]->label == "《数字钱包投诉指南》第 21 段");
  CHECK(freeze.sources[1]->kind == "seed");

  // The channel's evidence is united with the step's; what nobody knows is not guessed.
  const StepLine& police = document.steps[1];
  REQUIRE(police.needs.size() == 2);
  CHECK(police.needs[1].label == "身份证");
  CHECK(!police.needs[1].have);
  // Two ways lead here; the plan says which one was taken.
  CHECK(police.why.front() == "涉嫌盗窃");

  const StepLine& later = line_of(document, "complain_12363");
  REQUIRE(later.opens.size() == 2);
  CHECK(later.opens[0].after_rank == 4);
  CHECK(later.opens[0].date_text == "2026年12月7日期满；按今天提交计算");
  CHECK(listed(line_of(document, "change_id_card").depends_on) ==
        std::vector<std::string_view>{"identity_leaked"});
  CHECK(line_of(document, "watch_credit").sources.front()->label == "《刑法》");
  CHECK(line_of(document, "change_id_card").sources.front()->label == "《刑法》第253条之一");

  REQUIRE(document.refused.size() == 1);
  CHECK(document.refused[0].why == "支付争议不归市场监管部门管");
  CHECK(document.refused[0].sources[0]->label == "《投诉举报处理办法》第16条");
  REQUIRE(document.questions.size() == 2);
  CHECK(document.questions[0].options.size() == 3);
  CHECK(document.questions[0].options[2].value == "unsure");
  CHECK(document.questions[1].kind == "date");
  CHECK(document.questions[1].options.empty());
  CHECK(document.questions[1].text == "发生的日子");
  CHECK(document.sources.size() == 7);
}

TEST_CASE("what was understood has its place in the text, masked") {
  Scene scene;
  set_text(scene.matter, sample::fact(scene.knowledge, "account"), "13812345678", Origin::Text);
  Candidate account;
  account.fact = sample::fact(scene.knowledge, "account");
  account.answer.text = "13812345678";
  account.begin = static_cast<std::uint32_t>(sample::kText.find("电话"));
  account.end = static_cast<std::uint32_t>(sample::kText.size());
  scene.understanding.candidates.push_back(account);
  const PlanDocument document = scene.document();

  REQUIRE(document.understood.size() == 7);
  const UnderstoodLine& issue = document.understood[0];
  CHECK(issue.fact == "issues");
  CHECK(issue.value == "account_theft");
  CHECK(issue.from == "text");
  CHECK(issue.quote == "被转走");
  CHECK(issue.begin == 12);
  CHECK(issue.end == 21);
  CHECK(document.understood[2].literal);
  CHECK(document.understood[2].quote == "三千");
  CHECK(document.understood[5].fact == "for_business");
  CHECK(document.understood[5].from == "default");
  CHECK(!document.understood[5].begin);
  CHECK(document.understood[6].label == "138****5678");
  CHECK(document.understood[6].quote == "电话138****5678");
  CHECK(document.understood_short == std::vector<std::string_view>{"账户被盗", "支付钱包", "3,000 元",
                                                                   "已经找过：客服", "没有回复",
                                                                   "账户名：138****5678"});
}

TEST_CASE("a denial and a correction are shown as such") {
  Scene scene;
  set_option(scene.matter, scene.knowledge, sample::fact(scene.knowledge, "tried"), 1, Origin::Answer, false);
  retract(scene.matter, sample::fact(scene.knowledge, "platform"));
  set_option(scene.matter, scene.knowledge, sample::fact(scene.knowledge, "platform"), 1, Origin::Answer,
             false);
  const PlanDocument document = scene.document();
  CHECK(document.understood_short == std::vector<std::string_view>{"账户被盗", "不是或没有：银行", "3,000 元",
                                                                   "已经找过：客服；不是或没有：警方",
                                                                   "没有回复"});
}

TEST_CASE("a limit is a sentence, and its date says what it rests on") {
  Scene scene;
  PlanDocument document;  // What the limits refer to.
  const auto limits = [&](const Deadline& deadline, StepStatus status = StepStatus::Do) {
    PlanStep& step = scene.step("complain_12363");
    step.status = status;
    step.deadlines = kept<Deadline>({deadline});
    document = scene.document();
    return line_of(document, "complain_12363").channel->limits;
  };
  const auto due = [](std::string_view day, bool estimate = false) {
    return DueDate{sample::date(day), estimate};
  };
  auto lines =
      limits({.kind = LimitKind::Accept, .limit = 1, .due = due("2026-12-01"), .assumed_start = true});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].kind == "file");
  CHECK(lines[0].text == "自知道或者应当知道权益受到侵害之日起 3 年内提出");
  CHECK(lines[0].date_text.empty());
  CHECK(lines[1].text == "自提交之日起 7 个工作日内告知是否受理（须先向机构投诉）");
  CHECK(lines[1].date_text == "最迟 2026年12月1日（周二）告知是否受理（按今天提交计算）");
  CHECK(!lines[1].estimate);

  lines = limits({.kind = LimitKind::Accept, .limit = 1, .due = due("2026-12-01"), .assumed_start = false});
  CHECK(lines[1].date_text == "最迟 2026年12月1日（周二）告知是否受理（还有 9 天）");

  lines = limits({.kind = LimitKind::Accept, .limit = 1, .due = due("2026-11-20"), .assumed_start = false});
  CHECK(lines[1].passed);
  CHECK(lines[1].date_text == "应在 2026年11月20日（周五）前告知是否受理，已经超期");

  lines =
      limits({.kind = LimitKind::Accept, .limit = 1, .due = due("2027-01-05", true), .assumed_start = true});
  CHECK(lines[1].estimate);
  CHECK(lines[1].date_text ==
        "最迟 2027年1月5日（周二）告知是否受理（按今天提交计算；估计，2027 年假期安排尚未公布）");

  lines = limits({.kind = LimitKind::File, .limit = 0, .due = due("2029-11-20"), .assumed_start = true});
  CHECK(lines[0].estimate);
  CHECK(lines[0].date_text == "最迟 2029年11月20日（周二）提出（估计，从事发那天算起）");

  lines = limits({.kind = LimitKind::File, .limit = 0, .due = due("2025-11-20"), .assumed_start = true});
  CHECK(lines[0].date_text ==
        "提出的期限可能已于 2025年11月20日（周四）届满，请尽快问清还能怎么办（估计，从事发那天算起）");

  // "If submitted today" says nothing about a step that is not to be done yet.
  lines = limits({.kind = LimitKind::Accept, .limit = 1, .due = due("2026-12-01"), .assumed_start = true},
                 StepStatus::Later);
  CHECK(lines[1].date_text.empty());
}

TEST_CASE("a limit with a condition is shown only where the plan says that it holds") {
  Scene scene;
  scene.knowledge.channels[sample::channel(scene.knowledge, "payment_institution")].limits[0].when =
      ConditionId{0};
  CHECK(line_of(scene.document(), "complain_institution").channel->limits.size() == 1);
  scene.step("complain_institution").deadlines = {};
  CHECK(line_of(scene.document(), "complain_institution").channel->limits.empty());
}

TEST_CASE("the pressing limit is the person's own, or while waiting the next answer") {
  Scene scene;
  PlanStep& step = scene.step("complain_12363");
  step.deadlines = kept<Deadline>({{.kind = LimitKind::File,
                                    .limit = 0,
                                    .due = DueDate{sample::date("2029-11-20"), false},
                                    .assumed_start = true},
                                   {.kind = LimitKind::Accept,
                                    .limit = 1,
                                    .due = DueDate{sample::date("2026-12-01"), false},
                                    .assumed_start = false}});
  const auto check = [&](StepStatus status, std::string_view kind) {
    step.status = status;
    CHECK(line_of(scene.document(), "complain_12363").deadline->kind == kind);
  };
  check(StepStatus::Do, "file");
  check(StepStatus::Wait, "accept");
}

TEST_CASE("a reason is given only for a way that was certainly taken") {
  Scene scene;
  scene.step("report_police").through = {};
  CHECK(listed(line_of(scene.document(), "report_police").why) ==
        std::vector<std::string_view>{"报案越早，冻结涉案账户的机会越大"});
  scene.step("freeze_account").status = StepStatus::Wait;
  CHECK(listed(line_of(scene.document(), "freeze_account").why) ==
        std::vector<std::string_view>{"越早止付，追回的机会越大。"});
}

TEST_CASE("what is out of scope or not understood gets a kind word") {
  Scene scene;
  scene.plan = Plan{};
  scene.plan.as_of = sample::date("2026-11-22");
  scene.plan.in_scope = false;
  CHECK(scene.document().scope == "out");
  CHECK(scene.document().summary == "这个问题不在这里能帮忙的范围内。");

  scene.plan.in_scope = true;
  scene.understanding = {};
  CHECK(!scene.document().nothing_understood);
  CHECK(scene.document().summary == "眼下没有必须要做的步骤。");
  scene.matter = Matter(scene.knowledge);
  CHECK(scene.document().nothing_understood);
  CHECK(scene.document().summary == "还没有读出您遇到了什么事，请再说一说。");
}

TEST_CASE("the summary fits the state of the plan") {
  Scene scene;
  const auto keep = [&](std::string_view id, StepStatus status, std::uint32_t urgency) {
    PlanStep kept = sample::plan(scene.knowledge).steps.front();
    kept.step = sample::step(scene.knowledge, id);
    kept.status = status;
    kept.urgency = UrgencyId{urgency};
    return kept;
  };
  scene.plan.steps = {keep("report_police", StepStatus::Do, 0), keep("fix_evidence", StepStatus::Do, 1)};
  CHECK(scene.document().summary == "先做最要紧的一步：拨打 110 报警，不论金额。其余 1 步随后按顺序办。");
  CHECK(scene.document(Language::English).summary ==
        "First the most urgent step: Call 110. One more step follows in order.");
  scene.plan.steps = {keep("fix_evidence", StepStatus::Do, 1)};
  CHECK(scene.document().summary == "可以一步一步来，先从这一步开始：固定证据。");
  scene.plan.steps = {keep("complain_12363", StepStatus::Wait, 1)};
  CHECK(scene.document().summary == "现在等待结果：向 12363 投诉。");
  CHECK(scene.document().next_say == "现在等待结果：向 12363 投诉");
  scene.plan.steps = {keep("complain_12363", StepStatus::Maybe, 1)};
  CHECK(scene.document().summary == "眼下没有必须要做的步骤。回答下面的问题后，计划会更明确。");
}

TEST_CASE("severity names what could make the matter graver") {
  Scene scene;
  scene.plan.severity = SeverityId{1};
  scene.plan.severity_open = FactSet(sample::fact(scene.knowledge, "loss_amount"));
  scene.plan.severity_open.insert(sample::fact(scene.knowledge, "happened_on"));
  CHECK(scene.document().severity_may_be == "可能更严重，取决于：损失金额、发生的日子");
  scene.plan.severity = SeverityId{0};
  CHECK(scene.document().severity_may_be.empty());
}

TEST_CASE("a channel that does not take the matter says what it takes") {
  Scene scene;
  scene.plan.refused[0].refusal = RefusedChannel::kNotAccepted;
  scene.plan.refused[0].steps = {sample::step(scene.knowledge, "ask_lawyer")};
  const PlanDocument document = scene.document();
  CHECK(document.refused[0].why == "只受理生活消费争议");
  CHECK(listed(document.refused[0].steps) == std::vector<std::string_view>{"ask_lawyer"});
}

TEST_CASE("a letter is written from the same facts") {
  Scene scene;
  set_text(scene.matter, sample::fact(scene.knowledge, "account"), "13812345678", Origin::Answer);
  const PlanDocument document = scene.document(Language::Hans, true);
  CHECK(document.letters[0].title == "投诉信");
  CHECK(document.letters[0].text ==
        "我的账户13812345678在【发生的日子】被转走 ¥3,000。\n请答复。\n2026年11月22日");
}

TEST_CASE("other languages use translations, derive, and say what is missing") {
  const PlanDocument english = Scene().document(Language::English);
  CHECK(english.steps[0].title == "Have the account frozen and the payment stopped");
  CHECK(english.steps[2].why.front() == "记录会过期");
  CHECK(english.steps[0].deadline->date_text == "answer by Monday, 7 December 2026 (if submitted today)");
  CHECK(english.sources[0]->label == "E-Commerce Law, art. 57");
  CHECK(english.language_note == "Some parts are available in Chinese only.");

  const PlanDocument traditional = Scene().document(Language::Hant);
  CHECK(traditional.steps[0].title == "聯繫支付機構和發卡銀行，要求凍結賬戶、止付");
  CHECK(traditional.steps[2].title == "固定證據（更正）");
  CHECK(traditional.language_note.empty());
}
