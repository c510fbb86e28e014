// SPDX-License-Identifier: MIT
#include "engine/understand/clauses.h"

#include <doctest/doctest.h>

#include "engine/understand/lexicon.h"
#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

/// The clauses, divided by `|`, sentences by `‖`, with `?` behind one that asks.
std::string clauses_of(std::string_view text) {
  const Knowledge knowledge = small_knowledge();
  static const Lexicon lexicon(knowledge, folder());
  const std::u32string characters = folded(text);
  LexiconScan scan;
  lexicon.scan(characters, scan);
  Clauses clauses;
  clauses.split(characters, scan.cues);
  std::string out;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (i > 0) out += clauses[i].sentence == clauses[i - 1].sentence ? "|" : "‖";
    out += to_utf8(characters.substr(clauses[i].begin, clauses[i].end - clauses[i].begin));
    if (clauses[i].asks) out += '?';
  }
  for (std::uint32_t i = 0; i < characters.size(); ++i)
    REQUIRE((clauses.size() == 0 || clauses.at(i) < clauses.size()));
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(clauses_of(text) == expected);
}

}  // namespace

TEST_CASE("marks, blanks and connectives divide a text") {
  check("客服不理，怎么办？我急", "客服不理|怎么办?‖我急");
  check("客服不理 一直拖着", "客服不理|一直拖着");
  check("我投诉了但是没用", "我投诉了|但是没用");
  check("转了3000后来又转", "转了3000|后来又转");
  check("他说：“没有泄露”", "他说|没有泄露");
  check("不退\n不理", "不退‖不理");
  check("app宣传.还是上门", "app宣传‖还是上门");
  check("可以报警吗", "可以报警吗?");
  check("等等……不退", "等等|不退");
}

TEST_CASE("marks and blanks inside figures and Latin words divide nothing") {
  check("扣了17,850元 3.5万", "扣了17,850元 3.5万");
  check("花了 3700 块", "花了 3700 块");
  check("a.com 12:30", "a.com 12:30");
}

TEST_CASE("a result is no connective") {
  check("没有结果", "没有结果");
  check("处理结果不满意", "处理结果不满意");
}

TEST_CASE("texts without words have no clauses or one") {
  check("", "");
  check("，。！？", "");
  check("!!!???", "");
}
