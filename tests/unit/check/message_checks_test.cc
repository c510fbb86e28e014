// SPDX-License-Identifier: MIT
// Checks of texts with placeholders.
#include <doctest/doctest.h>

#include "tests/support/check_helpers.h"

using namespace zhilu;
using namespace zhilu::checks;
using namespace zhilu::test;

namespace {

SmallKnowledge with_facts() {
  SmallKnowledge small;
  small.fact("loss_amount", FactKind::Money);
  small.fact("happened_on", FactKind::Date);
  small.fact("emergency", FactKind::Boolean);
  small.fact("issues", FactKind::Choices);
  const FactId platform = small.fact("platform", FactKind::Choice);
  for (const char* id : {"bank", "wallet"}) small.k.facts[platform].options.emplace_back().id = id;
  return small;
}

}  // namespace

TEST_CASE("placeholders name facts and use them as what they are") {
  const auto check = [](std::string source, const Texts& expected) {
    CAPTURE(source);
    SmallKnowledge small = with_facts();
    const StepId step = small.step("a");
    small.k.steps[step].why = small.text(std::move(source));
    small.k.steps[step].why.key = "steps.a.why";
    CHECK(texts_of(findings_of(check_messages, small)) == expected);
  };
  check("没有占位符，'也没有' 引号的讲究", {});
  check("损失 {loss_amount, number, ::currency/CNY}，{happened_on, date}，{platform}，{issues}", {});
  check("{today, date}", {});
  check("{today}", {});
  check("{platform, select, bank {银行} wallet {钱包} other {对方}}", {});
  check("{emergency, select, true {快} false {不急} other {}}", {});
  check("{loss_amount, plural, =0 {没有} other {# 元}}", {});
  check("{los_amount}", {"unknown-placeholder steps.a.why, los_amount"});
  check("{platform, number}", {"placeholder-type steps.a.why, platform, 数, a number"});
  check("{loss_amount, date}", {"placeholder-type steps.a.why, loss_amount, 日期, a date"});
  check("{issues, select, other {}}",
        {"placeholder-type steps.a.why, issues, 单选或是非, a choice or boolean"});
  check("{today, number}", {"placeholder-type steps.a.why, today, 数, a number"});
  check("{platform, select, banc {银行} other {对方}}", {"unknown-case steps.a.why, platform, banc"});
  check("{platform, select, bank {银行}}", {"message-without-other steps.a.why"});
  check("{loss_amount, spellout}", {"message-type steps.a.why, spellout"});
}

TEST_CASE("a text that cannot be read says where") {
  SmallKnowledge small = with_facts();
  const StepId step = small.step("a");
  small.k.steps[step].why = small.text("共 {loss_amount 元");
  const Diagnostics found = findings_of(check_messages, small);
  REQUIRE(found.items().size() == 1);
  CHECK(found.items()[0].kind->code == "bad-message");
  CHECK(found.items()[0].span == small.k.steps[step].why.span);
}

TEST_CASE("the nearest fact is suggested") {
  SmallKnowledge small = with_facts();
  const StepId step = small.step("a");
  small.k.steps[step].title = small.text("{los_amount}");
  const Diagnostics found = findings_of(check_messages, small);
  REQUIRE(found.items().size() == 1);
  REQUIRE(found.items()[0].notes.size() == 1);
  CHECK(found.items()[0].notes[0].args == Texts{"loss_amount"});
}

TEST_CASE("translations are checked too") {
  SmallKnowledge small = with_facts();
  small.k.translations["en"]["steps.a.why"] = "lost {lost_amount}";
  small.k.translations["zh-Hant"]["steps.a.why"] = "{platform, select, bank {銀行}}";
  CHECK(texts_of(findings_of(check_messages, small)) ==
        Texts{"unknown-placeholder en: steps.a.why, lost_amount",
              "message-without-other zh-Hant: steps.a.why"});
}

TEST_CASE("every text of the knowledge is looked at") {
  // Each text gets its own broken placeholder; each must be found.
  SmallKnowledge small = with_facts();
  Knowledge& k = small.k;
  Texts expected;
  const auto fill = [&](Text& text) {
    const std::string name = "x" + std::to_string(expected.size());
    text = small.text("{" + name + "}");
    text.key = "k";
    expected.push_back("unknown-placeholder k, " + name);
  };
  fill(k.title);
  fill(k.disclaimer);
  fill(k.out_of_scope);
  fill(k.nothing_understood);
  k.severities.push_back(SeverityLevel());
  fill(k.severities.items()[0].title);
  fill(k.severities.items()[0].meaning);
  for (UrgencyLevel& level : k.urgencies) fill(level.title);
  fill(k.phases.items()[0].title);
  fill(k.outcomes.items()[0].title);
  fill(k.guarantees.emplace_back().title);
  for (Text* text : {&k.topics.items()[0].title, &k.topics.items()[0].scope, &k.topics.items()[0].not_for})
    fill(*text);
  for (Fact& fact : k.facts) {
    for (Text* text : {&fact.title, &fact.ask, &fact.why}) fill(*text);
    for (FactOption& option : fact.options) fill(option.title);
  }
  k.tables.push_back(DecisionTable());
  fill(k.tables.items()[0].title);
  fill(k.tables.items()[0].rules.emplace_back().because);
  Source& source = k.sources.items()[0];
  for (Text* text :
       {&source.title, &source.short_title, &source.passages[0].says, &source.passages[0].reason}) {
    fill(*text);
  }
  k.channels.push_back(Channel());
  Channel& channel = k.channels.items()[0];
  for (Text* text :
       {&channel.title, &channel.takes, &channel.cannot, &channel.accepts_because, &channel.contact.phone,
        &channel.contact.site, &channel.contact.app, &channel.contact.place, &channel.contact.hours}) {
    fill(*text);
  }
  fill(channel.refuses.emplace_back().because);
  fill(channel.limits.emplace_back().note);
  k.evidence.push_back(Evidence());
  Evidence& evidence = k.evidence.items()[0];
  for (Text* text : {&evidence.title, &evidence.how, &evidence.care}) fill(*text);
  k.precautions.push_back(Precaution());
  fill(k.precautions.items()[0].text);
  k.letters.push_back(Letter());
  Letter& letter = k.letters.items()[0];
  for (Text* text : {&letter.title, &letter.use, &letter.body}) fill(*text);
  Step& step = k.steps[small.step("a")];
  step.how.resize(2);
  for (Text* text : {&step.title, &step.how[0], &step.how[1], &step.why}) fill(*text);
  const GraphId graph = small.graph("g");
  fill(k.graphs[graph].title);
  const NodeId from = small.node(graph, NodeKind::Branch, "from");
  const NodeId to = small.node(graph, NodeKind::End, "to");
  small.link(from, to);
  fill(k.nodes[from].end);
  fill(k.nodes[from].edges[0].because);
  fill(k.nodes[to].end);
  CHECK(texts_of(findings_of(check_messages, small)) == expected);
}
