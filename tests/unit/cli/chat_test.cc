// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "cli/chat/dialogue.h"

using namespace zhilu;

namespace {

const Date kToday = *Date::from_ymd(2026, 11, 22);

struct Talk {
  Talk()
      : opened(open_folder(ZHILU_SOURCE_DIR "/tests/cli/knowledge")),
        interview(opened.engine, kToday),
        dialogue(interview, Language::Hans, {}) {}

  const Answer& operator[](const char* fact) {
    return interview.matter()[interview.engine().knowledge().find_fact(fact)];
  }
  std::optional<Answer> answer(const char* fact, const char* line) {
    const FactId id = interview.engine().knowledge().find_fact(fact);
    return find_answer(interview, interview.question(id), tidy(line));
  }

  Opened opened;
  Interview interview;
  Dialogue dialogue;
};

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("lines are taken as they are typed, in wide letters too") {
  CHECK(tidy("  ３　４ \r\n") == "3 4");
  CHECK(tidy("ｗｈｙ") == "why");
  CHECK(tidy(" \t ").empty());
  CHECK(find_command("为什么")->command == ChatCommand::Why);
  CHECK(find_command("改3")->rest == "3");
  CHECK(find_command("改 12")->rest == "12");
  CHECK(find_command("Change 2")->rest == "2");
  CHECK(find_command("保存 我的事.json")->rest == "我的事.json");
  CHECK(find_command("!!")->command == ChatCommand::Wipe);
  // What only begins like a command is something said.
  CHECK_FALSE(find_command("改密码了").has_value());
  CHECK_FALSE(find_command("为什么客服不理我").has_value());
  CHECK_FALSE(find_command("保存了聊天记录").has_value());
  CHECK_FALSE(find_command("3").has_value());
}

TEST_CASE("answers are numbers, words, amounts and days") {
  Talk talk;
  CHECK(talk.answer("emergency", "1")->yes == 2);
  CHECK(talk.answer("emergency", "不是")->yes == 1);
  CHECK(talk.answer("emergency", "Yes")->yes == 2);
  CHECK_FALSE(talk.answer("emergency", "3").has_value());
  CHECK(talk.answer("platform", "银行")->yes == 2);
  CHECK(talk.answer("platform", "1")->yes == 1);
  CHECK_FALSE(talk.answer("platform", "1 2").has_value());
  CHECK(talk.answer("issues", "1、3")->yes == 5);
  CHECK(talk.answer("issues", "1，退款纠纷")->yes == 5);
  CHECK(talk.answer("issues", "都没有")->no == 7);
  CHECK_FALSE(talk.answer("issues", "1 4").has_value());
  CHECK(talk.answer("loss_amount", "3,000元")->low == Decimal(3000));
  CHECK(talk.answer("loss_amount", "两万三")->low == Decimal(23'000));
  CHECK(talk.answer("loss_amount", "2000..5000")->high == Decimal(5000));
  CHECK_FALSE(talk.answer("loss_amount", "-5").has_value());
  CHECK(talk.answer("complained_on", "2026-11-05")->date == *Date::parse("2026-11-05"));
  CHECK_FALSE(talk.answer("complained_on", "从前").has_value());
}

TEST_CASE("what a text told of a set stays when more is chosen, and goes when it is changed") {
  Talk talk;
  talk.dialogue.begin("被骗了");
  talk.dialogue.hear("不是");
  CHECK(talk["issues"].yes == 1);
  talk.dialogue.hear("改 1");
  talk.dialogue.hear("3");
  CHECK(talk["issues"].yes == 4);
  CHECK(talk["emergency"].yes == 1);
}

TEST_CASE("a changed answer can become unsure, and nothing else is lost") {
  Talk talk;
  talk.dialogue.begin("钱包被骗了三千");
  const Answer amount = talk["loss_amount"];
  CHECK(contains(talk.dialogue.hear("已知").text, "对方是什么：支付钱包"));
  talk.dialogue.hear("改 2");
  talk.dialogue.hear("不清楚");
  CHECK(talk["platform"].state == AnswerState::Unsure);
  CHECK(same_answer(talk["loss_amount"], amount));
  CHECK(contains(talk.dialogue.hear("返回").text, "收回了"));
  CHECK(contains(talk.dialogue.hear("返回").text, "收回了"));
  CHECK(talk["platform"].yes == 1);
}

TEST_CASE("a token that the talk gives is taken up again") {
  Talk talk;
  talk.dialogue.begin("钱包被骗了三千");
  const std::string text = talk.dialogue.hear("令牌").text;
  const std::size_t begin = text.find("z1.");
  REQUIRE(begin != std::string::npos);
  const auto saved = read_session_token(text.substr(begin, text.find('\n', begin) - begin));
  REQUIRE(saved.has_value());
  Rebase rebase;
  Interview again(talk.opened.engine, kToday, *saved, rebase);
  CHECK(rebase.same_knowledge);
  CHECK(again.outlook().next == talk.interview.outlook().next);
}

TEST_CASE("what a saved interview holds cannot steer the terminal") {
  Talk talk;
  talk.dialogue.begin("钱包被骗了三千");
  SavedSession saved = talk.interview.save();
  saved.fingerprint ^= 1;
  saved.version = "\x1b[2J";
  saved.given.push_back({.fact = "\x1b]0;", .value = "\x07", .on = kToday, .turn = 9});
  saved.steps.push_back({"\x1b[31m", "do"});
  Rebase rebase;
  Interview again(talk.opened.engine, kToday, saved, rebase);
  const std::string text = Dialogue(again, Language::Hans, {}).resume(rebase).text;
  CHECK(contains(text, "知识库已经更新"));
  CHECK(contains(text, "不再适用的回答"));
  CHECK_FALSE(contains(text, "\x1b"));
  CHECK_FALSE(contains(text, "\x07"));
}

TEST_CASE("any line at all is answered, and none ends the talk but those that say so") {
  Talk talk;
  talk.dialogue.begin("");
  for (const char* line : {"", "    ", "\xff\xfe", "改 99999999999999999999", "为什么 0", "为什么 99", "-1",
                           "1e9", "\x1b[2J", "保存 ", "{\"session\":1}", "好的好的"}) {
    CAPTURE(line);
    const ChatReply reply = talk.dialogue.hear(line);
    CHECK((reply.action == ChatAction::None || reply.action == ChatAction::Save));
    CHECK_FALSE(contains(reply.text, "\x1b"));
  }
  CHECK(talk.dialogue.hear("退出").action == ChatAction::Quit);
  CHECK(talk.dialogue.hear("离开").action == ChatAction::Wipe);
}
