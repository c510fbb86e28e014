// SPDX-License-Identifier: MIT
#include "engine/understand/lexicon.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

/// The phrases that count in a text, each with what it covers: `骗…充值=骗我充值`.
std::string words_in(const Knowledge& knowledge, std::string_view text) {
  const Lexicon lexicon(knowledge, folder());
  const std::u32string characters = folded(text);
  LexiconScan scan;
  lexicon.scan(characters, scan);
  Clauses clauses;
  clauses.split(characters, scan.cues);
  std::vector<WordMatch> words;
  lexicon.match(scan, clauses, words);
  std::string out;
  for (const WordMatch& w : words) {
    if (!out.empty()) out += ' ';
    out += knowledge.words[w.word].phrase + '=' + to_utf8(characters.substr(w.begin, w.end - w.begin));
  }
  return out;
}

}  // namespace

TEST_CASE("of one value, the longest phrase counts") {
  Knowledge knowledge = small_knowledge();
  add_word(knowledge, "issues", "refund_dispute", "退款");
  add_word(knowledge, "issues", "refund_dispute", "不退款");
  add_word(knowledge, "issues", "refusal_or_delay", "不退");
  CHECK(words_in(knowledge, "不退款") == "不退款=不退款 不退=不退");
  CHECK(words_in(knowledge, "退款 退款") == "退款=退款 退款=退款");
  CHECK(words_in(knowledge, "") == "");
}

TEST_CASE("a phrase under `not` hides the words of its value inside it, and no others") {
  Knowledge knowledge = small_knowledge();
  add_word(knowledge, "issues", "fraud", "诈骗");
  add_word(knowledge, "issues", "privacy_leak", "诈骗电话");
  add_word(knowledge, "issues", "fraud", "诈骗电话").hides = true;
  add_word(knowledge, "issues", "fraud", "以…为由").hides = true;
  CHECK(words_in(knowledge, "接到诈骗电话") == "诈骗电话=诈骗电话");
  CHECK(words_in(knowledge, "被诈骗") == "诈骗=诈骗");
  CHECK(words_in(knowledge, "以涉嫌诈骗为由冻结") == "");
  CHECK(words_in(knowledge, "诈骗以此为由") == "诈骗=诈骗");
}

TEST_CASE("a gap spans a few characters of one clause, a far gap more and clauses too") {
  Knowledge knowledge = small_knowledge();
  add_word(knowledge, "issues", "fraud", "骗…充值");
  add_word(knowledge, "issues", "phishing", "转了……拉黑");
  CHECK(words_in(knowledge, "骗我充值") == "骗…充值=骗我充值");
  CHECK(words_in(knowledge, "骗充值") == "骗…充值=骗充值");
  CHECK(words_in(knowledge, "骗我，充值") == "");
  CHECK(words_in(knowledge, "骗我一二三四五六七八充值") == "");
  CHECK(words_in(knowledge, "充值骗我") == "");
  CHECK(words_in(knowledge, "我转了三千，他就把我拉黑了") == "转了……拉黑=转了三千,他就把我拉黑");
  CHECK(words_in(knowledge, "转了" + std::string(200, 'x') + "拉黑") == "");
}

TEST_CASE("a word set stands for any of its phrases, with and without a gap") {
  Knowledge knowledge = small_knowledge();
  knowledge.word_sets = {
      {"child", {"孩子", "儿子"}, {}}, {"spend", {"充", "充值", "打赏"}, {}}, {"cs", {"客服"}, {}}};
  add_word(knowledge, "issues", "minors_spending", "{child}…{spend}");
  add_word(knowledge, "tried", "customer_service", "{cs}说");
  add_word(knowledge, "issues", "other", "{no_such_set}说");
  CHECK(words_in(knowledge, "儿子偷偷打赏") == "{child}…{spend}=儿子偷偷打赏");
  CHECK(words_in(knowledge, "客服说不退") == "{cs}说=客服说");
  CHECK(words_in(knowledge, "客服也说") == "");
  // The same begin twice: both readings of 充 are found, the place is the longer one.
  CHECK(words_in(knowledge, "孩子充值").find("孩子充值") != std::string::npos);
}

TEST_CASE("a set that stands twice in a phrase needs two places") {
  Knowledge knowledge = small_knowledge();
  knowledge.word_sets = {{"no", {"不", "没"}, {}}};
  add_word(knowledge, "issues", "other", "{no}…{no}");
  CHECK(words_in(knowledge, "不理") == "");
  CHECK(words_in(knowledge, "不理也没回") == "{no}…{no}=不理也没");
}

TEST_CASE("with and without look at the whole text") {
  Knowledge knowledge = small_knowledge();
  knowledge.word_sets = {{"child", {"孩子", "儿子"}, {}}};
  Word& word = add_word(knowledge, "issues", "minors_spending", "充值");
  word.with = {"{child}", "未成年"};
  word.without = {"网课"};
  CHECK(words_in(knowledge, "充值了") == "");
  CHECK(words_in(knowledge, "充值了，是我儿子") == "充值=充值");
  CHECK(words_in(knowledge, "未成年充值") == "充值=充值");
  CHECK(words_in(knowledge, "儿子充值上网课") == "");
}

TEST_CASE("words are found in any way of typing them") {
  Knowledge knowledge = small_knowledge();
  add_word(knowledge, "platform", "exchange", "USDT");
  add_word(knowledge, "issues", "account_theft", "帳號被盜");
  // 帳 is 帐; that people type it for 账 is a matter of spellings.
  CHECK(words_in(knowledge, "ｕｓｄｔ 账号被盗") == "USDT=usdt");
  CHECK(words_in(knowledge, "ｕｓｄｔ 帐号被盗") == "帳號被盜=帐号被盗 USDT=usdt");
}

TEST_CASE("a phrase without anything to find is harmless") {
  Knowledge knowledge = small_knowledge();
  for (const char* phrase : {"", "…", "……", "…骗", "骗…", "{", "}", "{}", "{…}", "\xFF"}) {
    CAPTURE(phrase);
    Knowledge with_phrase = knowledge;
    add_word(with_phrase, "issues", "fraud", phrase);
    words_in(with_phrase, "被骗了…{}");
  }
}

TEST_CASE("a cue inside a longer one is not read by itself") {
  const Knowledge knowledge = small_knowledge();
  const Lexicon lexicon(knowledge, folder());
  LexiconScan scan;
  const auto has_negation = [&](std::string_view text) {
    lexicon.scan(folded(text), scan);
    return std::any_of(scan.cues.begin(), scan.cues.end(),
                       [](const CueMatch& c) { return c.cue == Cue::Negation; });
  };
  CHECK(has_negation("没有报警"));
  CHECK(has_negation("不报警"));
  for (const char* text : {"不小心", "没想到", "无缘无故", "有没有", "未经同意", "要不要", "能不能", "不管",
                           "莫名其妙", "差不多", "不得不"}) {
    CAPTURE(text);
    CHECK(!has_negation(text));
  }
}
