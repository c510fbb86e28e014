// SPDX-License-Identifier: MIT
#include "engine/load/loader.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/load/case_file.h"

using namespace zhilu;

namespace {

/// The base of the cases, loaded.
LoadResult load_base() {
  return load_knowledge(
      MemoryFiles(test::read_folder(std::string(ZHILU_SOURCE_DIR) + "/tests/cases/load/base")));
}

/// Files that can be listed but not read, or not even listed.
class BrokenFiles : public FileReader {
 public:
  explicit BrokenFiles(bool can_list) : can_list_(can_list) {}
  Result<std::vector<std::string>> list() const override {
    if (!can_list_) return fail("the disk is gone");
    return std::vector<std::string>{"knowledge.yaml"};
  }
  Result<std::string> read(std::string_view, std::size_t) const override { return fail("the file is gone"); }

 private:
  bool can_list_;
};

}  // namespace

TEST_CASE("the whole of a base arrives in the model") {
  const LoadResult result = load_base();
  REQUIRE(result.knowledge);
  const Knowledge& base = *result.knowledge;
  CHECK(base.name == "shop_help");
  CHECK(base.title.key == "title");
  CHECK(base.severities.size() == 3);
  CHECK(base.severities[SeverityId{0}].meaning.key == "severity.critical.meaning");
  CHECK(base.urgencies[UrgencyId{1}].id == "P1");
  CHECK(base.phases.size() == 2);

  const Outcome& refused = base.outcomes[OutcomeId{0}];
  CHECK(refused.results == std::vector<std::uint32_t>{0});
  CHECK(refused.events == std::vector<EventKind>{EventKind::Refused});
  CHECK(base.outcomes[OutcomeId{1}].after_limit);
  CHECK(base.outcomes[OutcomeId{1}].events.empty());
  CHECK(base.outcomes[OutcomeId{2}].events.size() == 2);

  REQUIRE(base.guarantees.size() == 1);
  CHECK(base.guarantees[0].step == base.find_step("complain_12315"));
  CHECK(base.guarantees[0].gates == std::vector<StepId>{base.find_step("complain_shop")});
  CHECK(base.guarantees[0].precautions.size() == 1);
  CHECK(base.calendar.is_published(2026));
  CHECK(base.core.loss_amount == base.find_fact("loss_amount"));
  CHECK(!base.core.scope.is_set());
}

TEST_CASE("facts know their options, bounds, defaults and the table they come from") {
  const LoadResult result = load_base();
  REQUIRE(result.knowledge);
  const Knowledge& base = *result.knowledge;
  const Fact& platform = base.facts[base.find_fact("platform")];
  CHECK(platform.kind == FactKind::Choice);
  CHECK(platform.options[0].likely == 80);
  CHECK(!platform.options[1].likely);
  CHECK(platform.options[1].title.source == "银行");
  CHECK(platform.options[1].title.key == "facts.platform.options.bank");
  CHECK(base.find_option(base.find_fact("platform"), "other") == 2);

  // An option's index is its bit in an answer.
  const Fact& emergency = base.facts[base.find_fact("emergency")];
  CHECK(emergency.options[0].id == "false");
  CHECK(emergency.options[1].title.source == "正在被转走");
  CHECK(base.facts[base.find_fact("for_business")].options[1].title.empty());

  const Fact& loss = base.facts[base.find_fact("loss_amount")];
  CHECK(loss.cost == AskCost::Lookup);
  CHECK(loss.ask_order == 2);
  CHECK(!emergency.ask_order);
  CHECK(loss.max == Decimal(1'000'000'000));
  CHECK(base.facts[base.find_fact("for_business")].fallback.is_set());

  const Fact& severity = base.facts[base.find_fact("severity")];
  REQUIRE(severity.is_derived());
  const DecisionTable& table = base.tables[severity.table];
  CHECK(table.hit == HitPolicy::First);
  CHECK(table.inputs.size() == 3);
  REQUIRE(table.rules.size() == 4);
  CHECK(table.rules[0].tests[0].is_set());
  CHECK(!table.rules[0].tests[1].is_set());
  CHECK(table.rules[1].because.key == "decisions.severity_table.rules.1.because");
}

TEST_CASE("steps and channels refer to what they name") {
  const LoadResult result = load_base();
  REQUIRE(result.knowledge);
  const Knowledge& base = *result.knowledge;
  const Step& shop = base.steps[base.find_step("complain_shop")];
  CHECK(shop.how.size() == 2);
  CHECK(shop.how[1].key == "steps.complain_shop.how.1");
  CHECK(shop.urgency.size() == 2);
  CHECK(shop.urgency[0].when.is_set());
  CHECK(!shop.urgency[1].when.is_set());
  CHECK(shop.channel == base.find_channel("shop"));
  CHECK(shop.letter == base.find_letter("refund_letter"));
  CHECK(base.letters[shop.letter].body.source == "我在贵店购买的商品有问题，\n请予退款。");
  CHECK(shop.outcomes.size() == 3);
  CHECK(base.conditions[shop.done_when].text == "\"shop\" in tried");
  CHECK(base.find_step("call_12315") == base.find_step("complain_12315"));

  const Channel& hotline = base.channels[base.find_channel("hotline_12315")];
  CHECK(hotline.contact.phone.source == "12315");
  CHECK(hotline.refuses.size() == 1);
  REQUIRE(hotline.limits.size() == 3);
  CHECK(hotline.limits[1].within == Period{7, DayUnit::WorkingDays});
  CHECK(hotline.limits[1].kind == LimitKind::Accept);
  CHECK(hotline.limits[2].when.is_set());
  const SourceRef& law = hotline.sources[0];
  CHECK(base.sources[law.source].passages[law.passage].id == "46");
  CHECK(base.sources[law.source].in_force_from == Date::parse("2014-03-15"));

  for (const Source& source : base.sources) {
    if (source.kind != SourceKind::Seed) continue;
    CHECK(source.passages[0].use == PassageUse::Background);
    CHECK(source.passages[2].use == PassageUse::Replaced);
    CHECK(source.passages[2].replaced_by == SourceRefs{law});
  }
}

TEST_CASE("cases of a decide become conditions") {
  const LoadResult result = load_base();
  REQUIRE(result.knowledge);
  const Knowledge& base = *result.knowledge;
  const Graph& graph = base.graphs[base.find_graph("refund")];
  CHECK(graph.topic == base.find_topic("refund"));
  CHECK(graph.start.size() == 2);
  const auto node = [&](std::string_view name) -> const Node& {
    for (const NodeId id : graph.nodes) {
      if (base.nodes[id].name == name) return base.nodes[id];
    }
    return base.nodes[graph.nodes[0]];
  };
  const Node& which = node("which");
  REQUIRE(which.edges.size() == 2);
  CHECK(base.conditions[which.edges[0].when].text == "platform = \"ecommerce\"");
  CHECK(base.conditions[which.edges[1].when].text == "not(platform in (\"ecommerce\"))");
  CHECK(node("ask").edges.size() == 3);
  CHECK(node("ask").edges[0].kind == EdgeKind::Outcome);
  CHECK(node("urgent").first);
  CHECK(node("urgent").edges.size() == 3);
  CHECK(node("done").end.key == "graphs.refund.nodes.done.end");
  CHECK(node("report").sources.size() == 1);
}

TEST_CASE("words, spellings and translations arrive") {
  const LoadResult result = load_base();
  REQUIRE(result.knowledge);
  const Knowledge& base = *result.knowledge;
  CHECK(base.words.size() == 10);
  CHECK(base.words[3].hides);
  CHECK(base.words[4].phrase == "不退款");
  CHECK(base.words[5].fact == base.core.tried_result);
  CHECK(base.words[5].confidence == 80);
  CHECK(base.words[5].steady);
  CHECK(base.words[5].with == std::vector<std::string>{"客服"});
  REQUIRE(base.spellings.size() == 1);
  CHECK(base.spellings[0].right == "骗");
  const Translations& english = base.translations.at("en");
  CHECK(english.at("title") == "Shopping help");
  CHECK(english.at("steps.complain_shop.how.1") == "Say why and how much");
  CHECK(english.at("facts.platform.options.bank") == "Bank");
}

TEST_CASE("loading twice gives the same") {
  const LoadResult first = load_base();
  const LoadResult second = load_base();
  REQUIRE(first.knowledge);
  REQUIRE(second.knowledge);
  CHECK(first.knowledge->conditions.size() == second.knowledge->conditions.size());
  CHECK(first.knowledge->fact_index == second.knowledge->fact_index);
}

TEST_CASE("files that cannot be read are a problem, not an end") {
  for (const bool can_list : {false, true}) {
    const LoadResult result = load_knowledge(BrokenFiles(can_list));
    CHECK(!result.knowledge);
    REQUIRE(!result.diagnostics.empty());
    CHECK(result.diagnostics.items()[0].kind->code == "cannot-read");
  }
}
