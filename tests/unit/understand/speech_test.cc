// SPDX-License-Identifier: MIT
#include "engine/understand/speech.h"

#include <doctest/doctest.h>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

TEST_CASE("sentences of another language are foreign") {
  for (const char* text :
       {"How do I get my money back", "My OKX account was frozen, 3000 USDT",
        "詐欺に遭いました。どうすればいいですか", "사기를 당했어요 도와주세요", "Меня обманули на сайте",
        "J'ai été arnaqué par un vendeur", "help me please 被骗"}) {
    CAPTURE(text);
    CHECK(is_foreign(folded(text)));
  }
}

TEST_CASE("names, links and abbreviations do not make a text foreign") {
  for (const char* text :
       {"okx上被骗5000usdt", "骗子网址https://abc.example.com/login?x=1 点进去钱没了",
        "iPhone 15 Pro Max 屏幕坏了不给换", "ＶＩＰ会员自动续费", "", "12345", "ok", "😭😭😭", "AirPods"}) {
    CAPTURE(text);
    CHECK(!is_foreign(folded(text)));
  }
}
