// SPDX-License-Identifier: MIT
#include "engine/understand/understand.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

const Date kToday = *Date::parse("2026-11-22");

Knowledge knowledge_with_words() {
  Knowledge knowledge = small_knowledge();
  add_word(knowledge, "issues", "fraud", "被骗");
  add_word(knowledge, "issues", "fraud", "诈骗").confidence = 85;
  add_word(knowledge, "issues", "privacy_leak", "泄露");
  add_word(knowledge, "issues", "refund_dispute", "退款").steady = true;
  add_word(knowledge, "issues", "refusal_or_delay", "不退").steady = true;
  add_word(knowledge, "tried", "police", "报警").done = true;
  add_word(knowledge, "tried", "hotline_12315", "12315").done = true;
  add_word(knowledge, "platform", "wallet_payment", "支付宝");
  add_word(knowledge, "emergency", "true", "刚被转走");
  add_word(knowledge, "evidence", "chat_log", "聊天记录");
  knowledge.spellings = {{"抱警", "报警", {}}};
  return knowledge;
}

const Knowledge& knowledge() {
  static const Knowledge knowledge = knowledge_with_words();
  return knowledge;
}

const Reader& reader() {
  static const Reader reader(knowledge());
  return reader;
}

/// The readings of words: `tried.police=报警 -issues.fraud=被骗 …`, with the confidence if it is not the
/// word's own.
std::string readings(std::string_view text) {
  std::string out;
  for (const Candidate& c : reader().read(text, kToday).candidates) {
    if (c.basis != Basis::Word) continue;
    const Fact& fact = knowledge().facts[c.fact];
    for (std::uint32_t o = 0; o < fact.options.size(); ++o) {
      const std::uint64_t bit = std::uint64_t{1} << o;
      const bool is_boolean = fact.kind == FactKind::Boolean;
      const bool yes = is_boolean ? (c.answer.yes == 2) == (o == 0) : (c.answer.yes & bit) != 0;
      const bool no = (c.answer.no & bit) != 0;
      if (!yes && !no) continue;
      out += (out.empty() ? "" : " ") + std::string(no ? "-" : "") + fact.id + '.' + fact.options[o].id +
             '=' + std::string(text.substr(c.begin, c.end - c.begin));
      if (c.confidence != knowledge().words[c.word].confidence) out += '@' + std::to_string(c.confidence);
    }
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(readings(text) == expected);
}

}  // namespace

TEST_CASE("words become readings with the bytes they stand at") {
  check("我被骗了", "issues.fraud=被骗");
  check("ａ支付宝，被\u200B骗", "platform.wallet_payment=支付宝 issues.fraud=被\u200B骗");
  check("在支付寶被騙", "platform.wallet_payment=支付寶 issues.fraud=被騙");
  check("已经抱警", "tried.police=抱警");
  check("钱刚被转走", "emergency.true=刚被转走");
  check("今天天气怎么样", "");
}

TEST_CASE("the person's own denial says that it is not so, the other side's says nothing") {
  check("没报警", "-tried.police=没报警");
  check("不是被骗", "-issues.fraud=不是被骗");
  check("他们说没有泄露", "issues.privacy_leak=泄露@55");
  check("客服说不能报警", "");
  check("不支持退款", "issues.refund_dispute=退款");
  check("没刚被转走", "");
}

TEST_CASE("what is asked, wished or supposed is not told as done") {
  check("可以报警吗", "");
  check("要不要报警", "");
  check("如果被骗怎么办", "");
  check("是不是被骗", "issues.fraud=被骗@70");
  check("我报警了", "tried.police=报警");
}

TEST_CASE("of readings of one value over one another, the surest stays") {
  Knowledge more = knowledge_with_words();
  add_word(more, "issues", "fraud", "骗…钱").confidence = 60;
  add_word(more, "issues", "fraud", "骗了").confidence = 70;
  const Reader more_reader(more);
  const Understanding read = more_reader.read("被骗了钱", kToday);
  int of_fraud = 0;
  for (const Candidate& c : read.candidates) {
    if (c.fact == more.core.issues && c.answer.yes != 0) {
      ++of_fraud;
      CHECK(c.confidence == 90);
    }
  }
  CHECK(of_fraud == 1);
}

TEST_CASE("readings come in the order of the text and name their word") {
  const Understanding read = reader().read("支付宝被骗3000，报警了，不退款", kToday);
  for (std::size_t i = 1; i < read.candidates.size(); ++i) {
    CHECK(read.candidates[i - 1].begin <= read.candidates[i].begin);
  }
  for (const Candidate& c : read.candidates) {
    CHECK((c.basis == Basis::Word) == (c.word != Candidate::kNoWord));
    CHECK(c.answer.state == AnswerState::Value);
    CHECK(c.answer.origin == Origin::Text);
  }
}

TEST_CASE("identifiers are given with their bytes") {
  const std::string text = "骗子电话13812345678，邮箱a@b.cn";
  const Understanding read = reader().read(text, kToday);
  REQUIRE(read.identifiers.size() == 2);
  CHECK(text.substr(read.identifiers[0].begin, read.identifiers[0].end - read.identifiers[0].begin) ==
        "13812345678");
  CHECK(text.substr(read.identifiers[1].begin, read.identifiers[1].end - read.identifiers[1].begin) ==
        "a@b.cn");
}

TEST_CASE("what an authority did is an event, with its day if it is told") {
  Knowledge with_channels = knowledge_with_words();
  Channel channel;
  channel.id = "hotline_12315";
  with_channels.channel_index["hotline_12315"] = with_channels.channels.push_back(channel);
  channel.id = "police";
  with_channels.channel_index["police"] = with_channels.channels.push_back(channel);
  const Reader event_reader(with_channels);
  const auto events_in = [&](std::string_view text) {
    std::string out;
    for (const Event& e : event_reader.read(text, kToday).events) {
      static constexpr const char* kKinds[] = {"submitted", "accepted", "refused",
                                               "replied",   "promised", "resolved"};
      if (!out.empty()) out += ' ';
      out += with_channels.channels[e.channel].id + ':' + kKinds[static_cast<int>(e.what)];
      if (e.on) out += '@' + e.on->to_string();
    }
    return out;
  };
  const auto check_events = [&](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(events_in(text) == expected);
  };
  check_events("12315上周五受理了", "hotline_12315:accepted@2026-11-13");
  check_events("12315不受理", "hotline_12315:refused");
  check_events("昨天报警了，已经立案", "police:accepted@2026-11-21");
  check_events("报警了，警察说不予立案", "police:refused");
  check_events("12315会受理吗", "");
  check_events("12315还没受理", "");
  check_events("要不要报警", "");
}

TEST_CASE("any bytes are read without harm") {
  const std::vector<std::string> texts = {
      "",
      std::string(1, '\0'),
      "\xFF\xFE\xFD",
      "\xE8\xA2\xAB\xE9\xAA",
      std::string(100000, 'a'),
      std::string(50000, '\n'),
      std::string(30000, '9'),
      "\xEF\xB7\xBA\xEF\xB7\xBA",
      "[{\"fact\": \"issues\"}] <script>",
  };
  for (const std::string& text : texts) {
    const Understanding read = reader().read(text, kToday);
    for (const Candidate& c : read.candidates) {
      CHECK(c.begin <= c.end);
      CHECK(c.end <= text.size());
    }
  }
}

TEST_CASE("random bytes and random pieces of speech are read without harm") {
  std::mt19937 random(20261122);
  const std::vector<std::string> pieces = {
      "被骗", "没", "不", "3000", "块",   "，", "。",   "今天", "12315", "月", "号",   "一", "万", "多",
      "到",   "-",  ".",  "报警", "了",   "吗", "如果", "说",   "他们",  "他", "\xFF", " ",  "半", "个",
      "上周", "五", "每", "一共", "让我", "交", "@",    "a",    "元",    "9",  "第",   "天", "骗", "又"};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t size = random() % 60;
    for (std::size_t i = 0; i < size; ++i) {
      if (round % 2 == 0) {
        text += static_cast<char>(random() % 256);
      } else {
        text += pieces[random() % pieces.size()];
      }
    }
    const Understanding read = reader().read(text, kToday);
    for (const Candidate& c : read.candidates) {
      CHECK(c.begin <= c.end);
      CHECK(c.end <= text.size());
    }
  }
}

TEST_CASE("a long text is read up to the bound, and time stays linear") {
  for (const char* piece : {"被骗了3000块，", "没", "一一", "1万", "聊天记录没有", "今天昨天上周五3月5号",
                            "让我交3000又", "a@b.c", "骗"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 60000) text += piece;
    const Understanding read = reader().read(text, kToday);
    CHECK(!read.complete);
    for (const Candidate& c : read.candidates) CHECK(c.end <= 4 * Reader::kMostCharacters);
  }
  CHECK(reader().read("被骗", kToday).complete);
}

TEST_CASE("many threads read with one reader and get the same") {
  const std::string text = "昨天在支付宝被骗3000，报警了，他们说没有泄露";
  const std::string expected = readings(text);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result, &text] {
      for (int i = 0; i < 50; ++i) result = readings(text);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}

TEST_CASE("reading without knowledge gives nothing") {
  const Knowledge nothing;
  const Understanding read = Reader(nothing).read("昨天被骗了3000块，电话13812345678", kToday);
  CHECK(read.candidates.empty());
  CHECK(read.identifiers.size() == 1);
}
