// SPDX-License-Identifier: MIT
#include "engine/render/words.h"

#include <doctest/doctest.h>

#include <thread>

#include "engine/render/wording.h"
#include "tests/unit/render/sample.h"

using namespace zhilu;

namespace {

Text text(const std::string& key, const std::string& source) {
  return {.source = source, .key = key, .span = {}};
}

}  // namespace

TEST_CASE("a text is given in the language asked for, or marked as fallen back") {
  Knowledge knowledge;
  knowledge.translations["en"]["steps.a.title"] = "Call {who}";
  knowledge.translations["zh-Hant"]["steps.b.title"] = "更正過的 {who}";
  const Words words(knowledge);
  const auto check = [&](const Text& given, Language language, std::string_view expected, bool fell_back) {
    TextPool pool;
    const auto argument = [](std::string_view name) { return Argument("<" + std::string(name) + ">"); };
    const Words::Written written = words.text(given, language, argument, pool);
    CHECK(written.text == expected);
    CHECK(written.fell_back == fell_back);
  };
  const Text a = text("steps.a.title", "联系{who}");
  const Text b = text("steps.b.title", "联系{who}");
  const Text c = text("steps.c.title", "报警后请尽快答复");
  check(a, Language::Hans, "联系<who>", false);
  check(a, Language::English, "Call <who>", false);
  check(a, Language::Hant, "聯繫<who>", false);
  check(b, Language::Hant, "更正過的 <who>", false);
  check(b, Language::English, "联系<who>", true);
  check(c, Language::Hans, "报警后请尽快答复", false);
  check(c, Language::Hant, "報警後請儘快答覆", false);
  check(c, Language::English, "报警后请尽快答复", true);
  check(text("", ""), Language::English, "", false);
  check(text("x", "坏的{模式"), Language::Hans, "坏的{模式", false);
}

TEST_CASE("placeholders stand for facts") {
  const Knowledge knowledge = sample::knowledge();
  const Words words(knowledge);
  const Matter matter = sample::matter(knowledge);
  const auto check = [&](const std::string& pattern, Language language, std::string_view expected) {
    TextPool pool;
    const Wording wording(words, language, matter, sample::date("2026-11-22"), pool);
    CHECK(wording.text(text("", pattern)) == expected);
  };
  check("{loss_amount}", Language::Hans, "3,000 元");
  check("{loss_amount, number, ::currency/CNY}", Language::Hans, "¥3,000");
  check("{platform}", Language::English, "wallet");
  check("{platform, select, wallet_payment {机构} other {对方}}", Language::Hans, "机构");
  check("{tried}", Language::Hans, "客服");
  check("{happened_on, date}", Language::Hans, "【发生的日子】");
  check("{happened_on}", Language::English, "[day it happened]");
  check("{identity_leaked, select, true {是} false {否} unknown {还不知道} other {}}", Language::Hans,
        "还不知道");
  check("{today, date}", Language::Hans, "2026年11月22日");
  check("{no_such_fact}", Language::Hans, "【no_such_fact】");
}

TEST_CASE("one Words serves several threads") {
  const Knowledge knowledge = sample::knowledge();
  const Words words(knowledge);
  const Matter matter = sample::matter(knowledge);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      TextPool pool;
      const Wording wording(words, Language::Hant, matter, sample::date("2026-11-22"), pool);
      for (int i = 0; i < 20; ++i) {
        result = wording.text(text("", "损失 {loss_amount}"));
        result += wording.phrase(Phrase::DoFirst);
        result += wording.text(text("k" + std::to_string(i), "第" + std::to_string(i) + "个文本"));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == "損失 3,000 元現在先做第19個文本");
}
