// SPDX-License-Identifier: MIT
#include "engine/locale/message.h"

#include <doctest/doctest.h>

#include <thread>

using namespace zhilu;

namespace {

Decimal decimal(std::string_view text) {
  return Decimal::parse(text).value();
}

const std::vector<NamedArgument>& arguments() {
  static const std::vector<NamedArgument> kArguments = {
      {"who", "平台客服"},
      {"platform", Argument("支付钱包", "wallet_payment")},
      {"n", 3},
      {"one", 1},
      {"zero", 0},
      {"rate", decimal("0.255")},
      {"exact", decimal("12345678901234567890.123456789")},
      {"loss_amount", Argument(Bounds::exactly(3000), true)},
      {"odd_amount", Argument(Bounds::exactly(decimal("23000.5")), true)},
      {"about", Argument({.low = 2000, .high = 5000, .approximate = true}, true)},
      {"over", Argument({.low = 3000, .bounded = false}, true)},
      {"day", Date::parse("2026-12-06").value()},
      {"损失", 7},
  };
  return kArguments;
}

std::string formatted(std::string_view pattern, Language language = Language::Hans) {
  const auto message = Message::compile(pattern, language);
  if (!message) return "problem at " + std::to_string(message.error().offset);
  return message->format(arguments());
}

}  // namespace

TEST_CASE("a pattern is formatted with its arguments") {
  const auto check = [](std::string_view pattern, std::string_view expected) {
    CAPTURE(pattern);
    CHECK(formatted(pattern) == expected);
  };
  check("", "");
  check("没有占位符", "没有占位符");
  check("it''s 3} literal", "it''s 3} literal");
  check("{who}不理我", "平台客服不理我");
  check("it''s '{'{who}'}'", "it's {平台客服}");
  check("第 {损失} 条", "第 7 条");
  check("{platform}", "支付钱包");
  check("{n}、{rate}、{day}", "3、0.255、2026年12月6日");

  check("{loss_amount}", "3,000 元");
  check("{about}；{over}", "约 2,000–5,000 元；3,000 元以上");
  check("{loss_amount, number, ::currency/CNY}", "¥3,000");
  check("{odd_amount, number, ::currency/CNY}", "¥23,000.50");
  check("{loss_amount, number, ::currency/CNY .00}", "¥3,000.00");
  check("{loss_amount, number, currency}", "¥3,000");
  check("{about, number, ::currency/CNY}", "约 ¥2,000–¥5,000");
  check("{over, number, ::currency/CNY}", "¥3,000 以上");
  check("{loss_amount, number}", "3,000");
  check("{loss_amount, number, #,##0.00}", "3,000.00");
  check("{odd_amount, number, integer}", "23,000");
  check("{rate, number, percent}", "25.5%");
  check("{rate, number, ::percent scale/100 .0}", "25.5%");
  check("{exact, number}", "12,345,678,901,234,567,890.123456789");

  check("{day, date}", "2026年12月6日");
  check("{day, date, full}", "2026年12月6日（周日）");
  check("{day, date, short}", "2026-12-06");
  check("{day, date, ::MMMd}", "12月6日");
  check("{day, date, yyyy/MM/dd}", "2026/12/06");

  check("{platform, select, bank {银行} wallet_payment {支付机构} other {对方}}", "支付机构");
  check("{who, select, bank {银行} other {对方}}", "对方");
  check("{n, plural, =0 {没有} =3 {三个} other {# 个}}", "三个");
  check("{zero, plural, =0 {没有} other {# 个}}", "没有");
  check("{n, plural, offset:1 other {您和另外 # 个人}}", "您和另外 2 个人");
  check("{about, plural, other {#}}", "约 2,000–5,000");
  check("{platform, select, wallet_payment {{n, plural, other {# 步，{who}}}} other {}}", "3 步，平台客服");
}

TEST_CASE("English has its own plurals and its own words") {
  const auto check = [](std::string_view pattern, std::string_view expected) {
    CAPTURE(pattern);
    CHECK(formatted(pattern, Language::English) == expected);
  };
  check("{one, plural, one {# step} other {# steps}}", "1 step");
  check("{n, plural, one {# step} other {# steps}}", "3 steps");
  check("{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", "3rd");
  check("{about}", "about 2,000–5,000 yuan");
  check("{loss_amount, number, ::currency/CNY}", "CN¥3,000");
  check("{day, date, full}", "Sunday, 6 December 2026");
  check("{day, date, ::yMMMd}", "6 Dec 2026");
}

TEST_CASE("an argument that is missing or of another kind does not spoil the text") {
  const auto check = [](std::string_view pattern, std::string_view expected) {
    CAPTURE(pattern);
    CHECK(formatted(pattern) == expected);
  };
  check("{nobody}！", "【nobody】！");
  check("{nobody, number}", "【nobody】");
  check("{nobody, date, ::MMMd}", "【nobody】");
  check("{nobody, select, a {A} other {B}}", "B");
  check("{nobody, plural, =0 {没有} other {若干#}}", "若干");
  check("{who, number, percent}", "平台客服");
  check("{n, date}", "3");
  check("{day, number}", "2026年12月6日");
  check("{n, select, 3 {三} other {别的}}", "别的");
}

TEST_CASE("a broken pattern is refused with the place of the fault") {
  const auto check = [](std::string_view pattern, MessageFault fault, std::uint32_t offset,
                        std::string_view detail = "") {
    CAPTURE(pattern);
    const auto message = Message::compile(pattern, Language::Hans);
    REQUIRE(!message);
    CHECK(message.error().fault == fault);
    CHECK(message.error().offset == offset);
    CHECK(message.error().detail == detail);
  };
  check("损失 {loss_amount", MessageFault::Syntax, 7);
  check("损失 {}", MessageFault::Syntax, 8);
  check("{a b}", MessageFault::Syntax, 1);
  check("{a, select, other {是}", MessageFault::Syntax, 11);
  check("{a, select, bank {银行}}", MessageFault::MissingOther, 0);
  check("金额 {a, time}", MessageFault::UnsupportedType, 11, "time");
  check("{a, choice, 0#无|1#有}", MessageFault::UnsupportedType, 1, "a");
  check("金额 {a, number, ::no-such-thing}", MessageFault::BadStyle, 18, " ::no-such-thing");
  check("{a, date, ::}", MessageFault::BadStyle, 9, " ::");
  check(std::string(40, '{'), MessageFault::TooLarge, 16);
  check(std::string(100'000, ' ') + "{a}", MessageFault::TooLarge, 0);
}

TEST_CASE("too many placeholders are refused") {
  std::string pattern;
  for (int i = 0; i < 300; ++i) pattern += "{a}";
  const auto message = Message::compile(pattern, Language::Hans);
  REQUIRE(!message);
  CHECK(message.error().fault == MessageFault::TooLarge);
}

TEST_CASE("the placeholders of a pattern are listed with use and place") {
  const auto message = Message::compile(
      "钱{loss_amount, number}：{platform, select, bank {{who}} other {}}{n, plural, =1 {} other {}}{day, "
      "date}",
      Language::Hans);
  REQUIRE(message);
  const std::vector<Placeholder>& found = message->placeholders();
  REQUIRE(found.size() == 5);
  CHECK(found[0].name == "loss_amount");
  CHECK(found[0].kind == PlaceholderKind::Number);
  CHECK(found[0].offset == 4);
  CHECK(found[1].name == "platform");
  CHECK(found[1].kind == PlaceholderKind::Select);
  CHECK(found[1].cases == std::vector<std::string>{"bank", "other"});
  CHECK(found[2].name == "who");
  CHECK(found[2].kind == PlaceholderKind::Plain);
  CHECK(found[3].kind == PlaceholderKind::Plural);
  CHECK(found[3].cases == std::vector<std::string>{"=1", "other"});
  CHECK(found[4].kind == PlaceholderKind::Date);
  CHECK(Message::compile("无", Language::Hans)->placeholders().empty());
}

TEST_CASE("no bytes crash the compiler") {
  const std::string_view alphabet[] = {"{",    "}",    "'", ",",        "number",       "select", "plural",
                                       "date", "::",   "#", "=1",       "other",        " ",      "a",
                                       "元",   "\xFF", "|", "offset:1", "currency/CNY", "-"};
  std::uint32_t state = 1;
  for (int round = 0; round < 5000; ++round) {
    std::string pattern = "{a";
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525u + 1013904223u;
      pattern += alphabet[(state >> 16) % std::size(alphabet)];
    }
    const auto message = Message::compile(pattern, Language::Hans);
    if (message)
      message->format(arguments());
    else
      CHECK(message.error().offset <= pattern.size());
  }
}

TEST_CASE("one message serves several threads") {
  const auto message = Message::compile(
      "{n, plural, other {#}} {loss_amount, number, ::currency/CNY} {day, date, ::MMMd}", Language::Hans);
  REQUIRE(message);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) result = message->format(arguments());
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == "3 ¥3,000 12月6日");
}
