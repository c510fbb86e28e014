// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

struct Typo {
  std::string text;
  /// The sentence an author reads.
  std::string message;
  /// The text with the fix applied.
  std::string mended;
};

TEST_CASE("slips of an input method are named, and the fix mends them") {
  const Typo typos[] = {
      {"loss_amount ＞ 3000", "条件里不用“＞”，应写 >", "loss_amount > 3000"},
      {"loss_amount ＜ 3000", "条件里不用“＜”，应写 <", "loss_amount < 3000"},
      {"loss_amount ＝ 3000", "条件里不用“＝”，应写 =", "loss_amount = 3000"},
      {"loss_amount ＞＝ 3000", "条件里不用“＞＝”，应写 >=", "loss_amount >= 3000"},
      {"loss_amount >＝ 3000", "条件里不用“>＝”，应写 >=", "loss_amount >= 3000"},
      {"loss_amount ≥ 3000", "条件里不用“≥”，应写 >=", "loss_amount >= 3000"},
      {"loss_amount ≤ 3000", "条件里不用“≤”，应写 <=", "loss_amount <= 3000"},
      {"loss_amount ≠ 3000", "条件里不用“≠”，应写 !=", "loss_amount != 3000"},
      {"loss_amount ！= 3000", "条件里不用“！=”，应写 !=", "loss_amount != 3000"},
      {"金额＞18", "条件里不用“＞”，应写 >", "金额>18"},
      {"loss_amount > ３０００", "条件里不用“３０００”，应写 3000", "loss_amount > 3000"},
      {"loss_amount > 3０00", "条件里不用“3０00”，应写 3000", "loss_amount > 3000"},
      {"ｌｏｓｓ_amount > 1", "条件里不用“ｌｏｓｓ_amount”，应写 loss_amount", "loss_amount > 1"},
      {"（loss_amount) > 1", "条件里不用“（”，应写 (", "(loss_amount) > 1"},
      {"(loss_amount） > 1", "条件里不用“）”，应写 )", "(loss_amount) > 1"},
      {"loss_amount in [1，2]", "条件里不用“，”，应写 ,", "loss_amount in [1,2]"},
      {"loss_amount in [1、2]", "条件里不用“、”，应写 ,", "loss_amount in [1,2]"},
      {"loss_amount in 【1..2]", "条件里不用“【”，应写 [", "loss_amount in [1..2]"},
      {"loss_amount in [1..2】", "条件里不用“】”，应写 ]", "loss_amount in [1..2]"},
      {"loss_amount in [1…2]", "条件里不用“…”，应写 ..", "loss_amount in [1..2]"},
      {"loss_amount in [1……2]", "条件里不用“……”，应写 ..", "loss_amount in [1..2]"},
      {"{a：1}.a > 0", "条件里不用“：”，应写 :", "{a:1}.a > 0"},
      {"｛a: 1}.a > 0", "条件里不用“｛”，应写 {", "{a: 1}.a > 0"},
      {"{a: 1}。a > 0", "条件里不用“。”，应写 .", "{a: 1}.a > 0"},
      {"loss_amount － 1 > 0", "条件里不用“－”，应写 -", "loss_amount - 1 > 0"},
      {"loss_amount — 1 > 0", "条件里不用“—”，应写 -", "loss_amount - 1 > 0"},
      {"loss_amount ＋ 1 > 0", "条件里不用“＋”，应写 +", "loss_amount + 1 > 0"},
      {"loss_amount × 2 > 0", "条件里不用“×”，应写 *", "loss_amount * 2 > 0"},
      {"loss_amount ÷ 2 > 0", "条件里不用“÷”，应写 /", "loss_amount / 2 > 0"},
      {"platform = “bank”", "文本要用英文双引号，应写 \"bank\"", "platform = \"bank\""},
      {"platform = ”bank”", "文本要用英文双引号，应写 \"bank\"", "platform = \"bank\""},
      {"platform = “bank\"", "文本要用英文双引号，应写 \"bank\"", "platform = \"bank\""},
      {"platform = ‘bank’", "文本要用英文双引号，应写 \"bank\"", "platform = \"bank\""},
      {"platform = 'bank'", "文本要用英文双引号，应写 \"bank\"", "platform = \"bank\""},
      {"platform = ＂bank＂", "文本要用英文双引号，应写 \"bank\"", "platform = \"bank\""},
      {"platform = 「bank」", "文本要用英文双引号，应写 \"bank\"", "platform = \"bank\""},
      {"happened_on < ＠\"2026-01-01\"", "条件里不用“＠”，应写 @", "happened_on < @\"2026-01-01\""},
      {"emergency　and for_business", "这里的空白是 U+3000，应写普通空格", "emergency and for_business"},
      {"emergency\u00A0and for_business", "这里的空白是 U+00A0，应写普通空格", "emergency and for_business"},
      {"emergency\u200Band for_business", "这里的空白是 U+200B，应写普通空格", "emergency and for_business"},
      {"loss_amount; 3", "条件里不用“;”，应写 ,", "loss_amount, 3"},
      {"max(1；2) > 0", "条件里不用“；”，应写 ,", "max(1,2) > 0"},
      {"emergency ∧ for_business", "条件里不用“∧”，应写 and", "emergency and for_business"},
  };
  static_assert(std::size(typos) >= 40);
  for (const Typo& typo : typos) {
    CAPTURE(typo.text);
    const Diagnostic diagnostic = first_complaint(typo.text);
    REQUIRE(diagnostic.kind != nullptr);
    CHECK(diagnostic.kind->grade == Grade::Error);
    CHECK(message_text(*diagnostic.kind, diagnostic.args, Tongue::Chinese) == typo.message);
    REQUIRE(diagnostic.fix.has_value());
    std::string mended = typo.text;
    mended.replace(diagnostic.span.begin, diagnostic.span.end - diagnostic.span.begin,
                   diagnostic.fix->replacement);
    CHECK(mended == typo.mended);
  }
}

TEST_CASE("operators of other languages and words for them are named, and the fix mends them") {
  const Typo typos[] = {
      {"loss_amount == 3000", "这里没有运算符 ==，应写 =", "loss_amount = 3000"},
      {"loss_amount <> 3000", "这里没有运算符 <>，应写 !=", "loss_amount != 3000"},
      {"loss_amount => 3000", "这里没有运算符 =>，应写 >=", "loss_amount >= 3000"},
      {"emergency && for_business", "这里没有运算符 &&，应写 and", "emergency and for_business"},
      {"emergency || for_business", "这里没有运算符 ||，应写 or", "emergency or for_business"},
      {"!emergency", "这里没有运算符 !，应写 not(…)", "not(emergency)"},
      {"!(emergency or for_business)", "这里没有运算符 !，应写 not(…)", "not(emergency or for_business)"},
      {"not emergency", "这里没有运算符 not，应写 not(…)", "not(emergency)"},
      {"emergency AND for_business", "“AND”应写 and", "emergency and for_business"},
      {"emergency 且 for_business", "“且”应写 and", "emergency and for_business"},
      {"emergency 或者 for_business", "“或者”应写 or", "emergency or for_business"},
      {"loss_amount 大于 3000", "“大于”应写 >", "loss_amount > 3000"},
      {"platform 是 \"bank\"", "“是”应写 =", "platform = \"bank\""},
      {"emergency = 真", "“真”应写 true", "emergency = true"},
      {"emergency = True", "“True”应写 true", "emergency = true"},
      {"loss_amount > 2万", "2万 不是数，应写 20000", "loss_amount > 20000"},
      {"loss_amount > 1.5亿", "1.5亿 不是数，应写 150000000", "loss_amount > 150000000"},
      {"loss_amount > 3000元", "3000元 不是数，应写 3000", "loss_amount > 3000"},
      {"loss_amount > 3k", "3k 不是数，应写 3000", "loss_amount > 3000"},
      {"fee > loss_amount * 5%", "5% 不是数，应写 0.05", "fee > loss_amount * 0.05"},
      {"loss_amount > 3,000", "3,000 不是数，应写 3000", "loss_amount > 3000"},
  };
  for (const Typo& typo : typos) {
    CAPTURE(typo.text);
    const Diagnostic diagnostic = first_complaint(typo.text);
    REQUIRE(diagnostic.kind != nullptr);
    CHECK(message_text(*diagnostic.kind, diagnostic.args, Tongue::Chinese) == typo.message);
    REQUIRE(diagnostic.fix.has_value());
    std::string mended = typo.text;
    mended.replace(diagnostic.span.begin, diagnostic.span.end - diagnostic.span.begin,
                   diagnostic.fix->replacement);
    CHECK(mended == typo.mended);
    CHECK(complaints(mended) == "");
  }
}

TEST_CASE("a slip is read as what was meant, so that it gives one message") {
  CHECK(complaints("loss_amount ＞ 3000 and platform = “bank”") == "foreign-character@13 foreign-quotes@35");
  CHECK(evaluate("loss_amount ＞ 3000 && platform == “bank”", "loss_amount = 4000; platform = \"bank\"") ==
        "true");
}

TEST_CASE("inside quotes everything may stand") {
  CHECK(complaints("note = \"是，“对”（１８）　＞\"") == "");
  CHECK(evaluate("string length(\"，。\")") == "2");
}

}  // namespace
}  // namespace zhilu::test
