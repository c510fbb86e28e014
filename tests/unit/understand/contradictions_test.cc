// SPDX-License-Identifier: MIT
#include "engine/understand/contradictions.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/understand/understand.h"
#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

const Date kToday = *Date::parse("2026-11-22");

Knowledge knowledge_with_words() {
  Knowledge knowledge = small_knowledge();
  add_word(knowledge, "issues", "refund_dispute", "不退").steady = true;
  add_word(knowledge, "issues", "refund_dispute", "没退").steady = true;
  Word& reported = add_word(knowledge, "tried", "police", "报警");
  reported.done = true;
  add_word(knowledge, "platform", "ecommerce", "网店").confidence = 82;
  add_word(knowledge, "platform", "game", "游戏").confidence = 87;
  add_word(knowledge, "platform", "wallet_payment", "支付宝").confidence = 56;
  add_word(knowledge, "tried_result", "no_reply", "没回复").steady = true;
  add_word(knowledge, "tried_result", "rejected", "驳回").steady = true;
  return knowledge;
}

const Knowledge& knowledge() {
  static const Knowledge knowledge = knowledge_with_words();
  return knowledge;
}

/// `tried:报警|报警 open`: the fact, the quotes, and whether the surer reading holds.
std::string contradictions_in(std::string_view text) {
  static const Reader reader(knowledge());
  const Understanding read = reader.read(text, kToday);
  std::string out;
  for (const Contradiction& found : read.contradictions) {
    if (!out.empty()) out += ", ";
    out += knowledge().facts[found.fact].id + ':';
    for (std::size_t i = 0; i < found.readings.size(); ++i) {
      const Candidate& c = read.candidates[found.readings[i]];
      out += (i == 0 ? "" : "|") + std::string(text.substr(c.begin, c.end - c.begin));
    }
    out += found.settled ? " settled" : " open";
  }
  return out;
}

Matter matter_of(std::string_view text) {
  static const Reader reader(knowledge());
  Matter matter(knowledge());
  apply(reader.read(text, kToday), knowledge(), matter);
  return matter;
}

}  // namespace

TEST_CASE("what is told and denied in one text is a contradiction, and stays open") {
  CHECK(contradictions_in("报警了，钱没要回来，还没报警") == "tried:报警|还没报警 open");
  CHECK(!matter_of("报警了，钱没要回来，还没报警")[knowledge().core.tried].is_known());
  CHECK(contradictions_in("报警了").empty());
  CHECK(contradictions_in("没报警").empty());
}

TEST_CASE("what is denied first and told as done later is none") {
  CHECK(contradictions_in("当时没报警，后来报警了").empty());
  CHECK(matter_of("当时没报警，后来报警了")[knowledge().core.tried].yes != 0);
  CHECK(matter_of("当时没报警，后来报警了")[knowledge().core.tried].no == 0);
}

TEST_CASE("two values of one fact are both shown, and the surer is taken") {
  CHECK(contradictions_in("在网店买的游戏点卡") == "platform:游戏|网店 settled");
  // A way to pay is no second platform.
  CHECK(contradictions_in("网店用支付宝付的").empty());
  // Different people may have given different answers.
  CHECK(contradictions_in("客服没回复，申诉驳回").empty());
}

TEST_CASE("money that came back contradicts that it did not") {
  CHECK(contradictions_in("商家不退。已经退给我了") == "issues:不退|已经退给我 open");
  CHECK(contradictions_in("已经退给我了").empty());
  CHECK(contradictions_in("客服说已经退给我了，其实没退").empty());
  CHECK(contradictions_in("只退给我了一半，剩下的不退").empty());
  CHECK(contradictions_in("我说要都退了，他不退").empty());
}

TEST_CASE("other members of a set stay known beside an open one") {
  Knowledge more = knowledge_with_words();
  add_word(more, "tried", "hotline_12315", "12315");
  const Reader reader(more);
  Matter matter(more);
  apply(reader.read("打了12315，报警了，还没报警", kToday), more, matter);
  CHECK(matter[more.core.tried].yes == std::uint64_t{1}
                                           << *more.find_option(more.core.tried, "hotline_12315"));
  CHECK(matter[more.core.tried].no == 0);
}
