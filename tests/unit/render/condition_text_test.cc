// SPDX-License-Identifier: MIT
#include "engine/render/condition_text.h"
#include "engine/model/fact_type.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/expr/compiler.h"
#include "engine/expr/functions.h"
#include "engine/locale/script.h"
#include "engine/render/condition_words.h"
#include "tests/unit/render/sample.h"

using namespace zhilu;

namespace {

// The sample with titles that ask, as real facts have.
Knowledge asking_knowledge() {
  Knowledge knowledge = sample::knowledge();
  const auto add = [&](const std::string& id, const std::string& title) {
    Fact fact;
    fact.id = id;
    fact.title = {.source = title, .key = {}, .span = {}};
    knowledge.fact_index[id] = knowledge.facts.push_back(fact);
  };
  add("emergency", "是否正在发生危险");
  add("harassed", "是否收到骚扰短信");
  add("moved_now", "转账是否刚发生");
  add("domestic", "能否查到经营者");
  return knowledge;
}

struct Case {
  std::string feel;
  std::string zh;
  std::string en;
};

ConditionText said(const Knowledge& knowledge, std::string_view feel, Language language) {
  expr::MapScope scope;
  for (const auto& [name, id] : knowledge.fact_index)
    scope.add({name, feel_type(knowledge.facts[id].kind), id, {}});
  Diagnostics diagnostics;
  const auto program = expr::compile(feel, {FileId{0}, {{0, 0}}}, scope, diagnostics);
  CAPTURE(feel);
  for (const Diagnostic& diagnostic : diagnostics.items())
    FAIL_CHECK(message_text(*diagnostic.kind, diagnostic.args, Tongue::English));
  const Words words(knowledge);
  const Matter matter(knowledge);
  TextPool pool;
  const Wording wording(words, language, matter, sample::date("2026-11-22"), pool);
  return condition_text(wording, program->ast());
}

void check_all(const std::vector<Case>& cases) {
  const Knowledge knowledge = asking_knowledge();
  for (const Case& one : cases) {
    CAPTURE(one.feel);
    const ConditionText zh = said(knowledge, one.feel, Language::Hans);
    CHECK(zh.text == one.zh);
    CHECK(zh.unsaid.empty());
    if (!one.en.empty()) CHECK(said(knowledge, one.feel, Language::English).text == one.en);
  }
}

}  // namespace

TEST_CASE("a condition is said as a person would say it") {
  check_all({
      {"loss_amount >= 3000 and \"fraud\" in issues", "损失金额 ≥ 3,000 元，且遇到的问题包含“涉嫌诈骗”",
       "amount lost ≥ 3,000 yuan, and “fraud” is among 遇到的问题"},
      {"platform = \"bank\"", "“对方是什么”为“银行”", "“对方是什么”: “bank”"},
      {"platform != \"bank\"", "“对方是什么”不为“银行”", ""},
      {"tried_result = \"rejected\"", "结果为“被拒绝”", ""},
      {"loss_amount = 0", "损失金额 = 0 元", ""},
      {"loss_amount != 0.5", "损失金额 ≠ 0.50 元", ""},
      {"3000 < loss_amount", "损失金额 > 3,000 元", ""},
      {"persons <= 12345", "涉及人数 ≤ 12,345", ""},
      {"account = \"a\"", "账户名为“a”", ""},
      {"account = \"\"", "账户名为空", ""},
      {"account != null and account != \"\"", "账户名有值，且账户名不为空", ""},
      {"tried_result = null", "结果没有值", ""},
      {"waited > duration(\"P7D\")", "“等了多久” > 7 天", ""},
  });
}

TEST_CASE("yes and no are said by the question's own words") {
  check_all({
      {"emergency", "正在发生危险", ""},
      {"not(emergency)", "不是正在发生危险", ""},
      {"emergency = false", "不是正在发生危险", ""},
      {"emergency != true", "不是正在发生危险", ""},
      {"emergency = null", "“是否正在发生危险”没有值", ""},
      {"harassed", "收到了骚扰短信", ""},
      {"not(harassed)", "没有收到骚扰短信", ""},
      {"moved_now", "转账刚发生", ""},
      {"moved_now = false", "转账不是刚发生", ""},
      {"domestic = false", "不能查到经营者", ""},
      {"for_business", "用于经营：是", "for business: yes"},
      {"not(for_business)", "用于经营：否", "for business: no"},
      {"true", "是", "yes"},
  });
}

TEST_CASE("dates are earlier and later, not less and greater") {
  check_all({
      {"happened_on < @\"2026-12-06\"", "发生的日子早于 2026年12月6日",
       "day it happened is before 6 December 2026"},
      {"happened_on <= date(\"2026-12-06\")", "发生的日子不晚于 2026年12月6日", ""},
      {"happened_on > today()", "发生的日子晚于今天", ""},
      {"happened_on >= @\"2026-12-06\"", "发生的日子不早于 2026年12月6日", ""},
      {"happened_on = today()", "发生的日子是今天", ""},
      {"happened_on + duration(\"P30D\") < today()", "发生的日子 + 30 天早于今天", ""},
      {"happened_on.year = 2026", "发生的日子的“年份” = 2026", ""},
      {"working days between(happened_on, today()) > 7", "发生的日子到今天之间的工作日数 > 7",
       "the working days from day it happened to today > 7"},
  });
}

TEST_CASE("brackets stand only where and meets or, and like members are said together") {
  check_all({
      {"emergency and harassed and domestic", "正在发生危险，且收到了骚扰短信，且能查到经营者", ""},
      {"emergency and (harassed or domestic)", "正在发生危险，且（收到了骚扰短信，或能查到经营者）", ""},
      {"emergency and harassed or domestic", "（正在发生危险，且收到了骚扰短信），或能查到经营者", ""},
      {"not(emergency and harassed)", "并非（正在发生危险，且收到了骚扰短信）", ""},
      {"not(not(emergency))", "正在发生危险", ""},
      {"\"fraud\" in issues or \"account_theft\" in issues", "遇到的问题包含“涉嫌诈骗”或“账户被盗”",
       "“fraud” or “account theft” is among 遇到的问题"},
      {"emergency and (\"fraud\" in issues or \"account_theft\" in issues)",
       "正在发生危险，且遇到的问题包含“涉嫌诈骗”或“账户被盗”", ""},
      {"\"fraud\" in issues and \"privacy_leak\" in issues and \"account_theft\" in issues",
       "遇到的问题包含“涉嫌诈骗”、“信息泄露”和“账户被盗”",
       "“fraud”, “leak” and “account theft” are among 遇到的问题"},
      {"platform = \"bank\" or platform = \"game\"", "“对方是什么”为“银行”或“游戏”", ""},
      {"\"fraud\" in issues or \"police\" in tried", "遇到的问题包含“涉嫌诈骗”，或已经找过包含“警方”", ""},
      {"not(\"fraud\" in issues)", "遇到的问题不包含“涉嫌诈骗”", "“fraud” is not among 遇到的问题"},
      {"not(loss_amount > 5)", "损失金额 ≤ 5 元", ""},
  });
}

TEST_CASE("between, in and ranges say which ends count") {
  check_all({
      {"loss_amount between 1000 and 3000", "损失金额在 1,000 元到 3,000 元之间（含两端）",
       "amount lost is between 1,000 yuan and 3,000 yuan (both included)"},
      {"loss_amount in [1000..3000)", "损失金额在 1,000 元到 3,000 元之间（含 1,000 元，不含 3,000 元）", ""},
      {"loss_amount in (1000..3000]", "损失金额在 1,000 元到 3,000 元之间（不含 1,000 元，含 3,000 元）", ""},
      {"loss_amount in (1000..3000)", "损失金额在 1,000 元到 3,000 元之间（不含两端）", ""},
      {"not(loss_amount in (1000..3000))", "并非（损失金额在 1,000 元到 3,000 元之间（不含两端））", ""},
      {"happened_on in [@\"2026-01-01\"..@\"2026-12-31\"]",
       "发生的日子在 2026年1月1日到 2026年12月31日之间（含两端）", ""},
      {"platform in (\"bank\", \"game\", \"other\")", "“对方是什么”为“银行”、“游戏”或“其他”",
       "“对方是什么”: “bank”, “game” or “other”"},
      {"platform in [\"bank\", \"game\"]", "“对方是什么”为“银行”或“游戏”", ""},
      {"not(platform in (\"bank\", \"game\"))", "“对方是什么”不为“银行”、“游戏”中的任何一个",
       "“对方是什么”: none of “bank”, “game”"},
      {"loss_amount in (1, 2)", "损失金额为 1 元或 2 元", ""},
      {"loss_amount in >= 3000", "损失金额 ≥ 3,000 元", ""},
      {"loss_amount in (< 5, > 10)", "损失金额 < 5 元或 > 10 元", ""},
      {"persons in (1, [5..7])", "涉及人数 = 1 或在 5 到 7 之间（含两端）", ""},
  });
}

TEST_CASE("some, every, filters, if and arithmetic") {
  check_all({
      {"some i in issues satisfies i = \"fraud\"", "遇到的问题中至少有一项 i 满足：i 为“涉嫌诈骗”",
       "some i of 遇到的问题 satisfies: i: “fraud”"},
      {"every i in issues satisfies i != \"fraud\"", "遇到的问题中每一项 i 都满足：i 不为“涉嫌诈骗”", ""},
      {"not(some i in issues satisfies i = \"fraud\")",
       "并非（遇到的问题中至少有一项 i 满足：i 为“涉嫌诈骗”）", ""},
      {"count(issues) > 2", "遇到的问题的项数 > 2", "the number of items of 遇到的问题 > 2"},
      {"count(issues[item != \"fraud\"]) >= 1", "遇到的问题中符合“item 不为“涉嫌诈骗””的各项的项数 ≥ 1", ""},
      {"issues[1] = \"fraud\"", "遇到的问题的第 1 项为“涉嫌诈骗”", ""},
      {"issues[-1] = \"fraud\"", "遇到的问题的最后一项为“涉嫌诈骗”", ""},
      {"issues[-2] = \"fraud\"", "遇到的问题的倒数第 2 项为“涉嫌诈骗”", ""},
      {"if emergency then true else null", "如果正在发生危险，则是，否则没有值",
       "if 正在发生危险, then yes, otherwise no value"},
      {"loss_amount * 2 + 100 > 3000", "损失金额 × 2 + 100 元 > 3,000 元", ""},
      {"(persons + 1) * 2 - 3 / persons = 4", "（涉及人数 + 1） × 2 − 3 ÷ 涉及人数 = 4", ""},
      {"-persons < persons ** 2", "−涉及人数 < 涉及人数的 2 次方", ""},
      {"min(loss_amount, 500) = 500", "损失金额、500 元中最小的 = 500 元", ""},
      {"for i in issues return i", "由遇到的问题中每一项 i 得到：i", ""},
      {"persons instance of number", "涉及人数是数", "涉及人数 is a number"},
      {"all([emergency, loss_amount > 5])", "[正在发生危险、（损失金额 > 5 元）]全部成立", ""},
  });
}

TEST_CASE("functions have Chinese names, and events those of their steps") {
  check_all({
      {"contains(account, \"支付\")", "账户名里有“支付”", "账户名 contains “支付”"},
      {"not(starts with(account, \"a\"))", "并非（账户名以“a”开头）", ""},
      {"string length(string: account) > 3", "账户名的字数 > 3", ""},
      {"substring(account, 2, 3) = \"b\"", "账户名从第 2 个字起的 3 个字为“b”", ""},
      {"list contains(issues, \"fraud\")", "遇到的问题里有“涉嫌诈骗”", ""},
      {"event(\"freeze_account\") != null", "“联系支付机构和发卡银行，要求冻结账户、止付”已有进展", ""},
      {"event(\"payment_institution\").what = \"refused\"",
       "“支付机构和发卡银行”最近的进展的“内容”为“被拒绝”", ""},
  });
}

TEST_CASE("what cannot be said stays as FEEL, and is named") {
  const Knowledge knowledge = asking_knowledge();
  const ConditionText text = said(knowledge, "emergency and {a: 1}.a = persons", Language::Hans);
  CHECK(text.text == "正在发生危险，且{a: 1}的“a” = 涉及人数");
  CHECK(text.unsaid == std::vector<std::string>{"{a: 1}"});
  CHECK(said(knowledge, "sort(issues, function(a, b) a < b)", Language::Hans).unsaid ==
        std::vector<std::string>{"function(a, b) a < b"});
}

TEST_CASE("every built-in function has words for each way to call it") {
  for (const expr::BuiltIn* function : expr::built_ins()) {
    for (const expr::SignatureInfo& signature : function->signatures) {
      CAPTURE(function->name);
      const Saying* saying = find_function_saying(function->name, signature.parameters.size());
      REQUIRE(saying != nullptr);
      if (!signature.parameters.empty()) CHECK(saying->hans.find("{0}") != std::string_view::npos);
    }
  }
}

TEST_CASE("patterns of conditions have the same placeholders in all languages") {
  const TraditionalScript script;
  for (const Saying* saying : all_sayings()) {
    CAPTURE(saying->hans);
    CHECK(script.convert(saying->hans) == saying->hant);
    std::vector<std::multiset<std::string>> places(2);
    for (std::size_t i = 0; i < 2; ++i) {
      const std::string_view pattern = i == 0 ? saying->hans : saying->english;
      for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1))
        places[i].emplace(pattern.substr(at, 3));
    }
    CHECK(std::set(places[0].begin(), places[0].end()) == std::set(places[1].begin(), places[1].end()));
  }
}

TEST_CASE("values are written with their units, and as much as is known") {
  const Knowledge knowledge = asking_knowledge();
  const Words words(knowledge);
  const Matter matter(knowledge);
  TextPool pool;
  const Wording wording(words, Language::Hans, matter, sample::date("2026-11-22"), pool);
  const FactId platform = sample::fact(knowledge, "platform");
  const FactId issues = sample::fact(knowledge, "issues");
  const auto text = [&](const Value& value, const ValueUnit& unit = {}) {
    return value_text(wording, value, unit);
  };
  CHECK(text(Value::null()) == "没有值");
  CHECK(text(Value::unknown(platform)) == "还不知道");
  CHECK(text(Value::boolean(false)) == "否");
  CHECK(text(Value::number(Decimal(3000)), {.options = {}, .money = true}) == "3,000 元");
  CHECK(text(Value::string("bank"), {.options = platform}) == "“银行”");
  CHECK(text(Value::partial_choice({platform, {"bank", "game"}}), {.options = platform}) == "“银行”或“游戏”");
  CHECK(text(Value::partial_set({issues, {"fraud"}, {"account_theft"}}), {.options = issues}) ==
        "有“涉嫌诈骗”、没有“账户被盗”，其余还不知道");
  CHECK(text(Value::interval({platform, Decimal(2000), Decimal(5000)}), {.options = {}, .money = true}) ==
        "2,000–5,000 元");
  CHECK(text(Value::list({Value::number(Decimal(1)), Value::string("a")})) == "1、“a”");
  CHECK(text(Value::list({})) == "空列表");
}
