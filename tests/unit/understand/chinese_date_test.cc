// SPDX-License-Identifier: MIT
#include "engine/understand/chinese_date.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/understand/understand.h"
#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

// A Sunday.
const Date kToday = *Date::parse("2026-11-22");

/// `2026-11-20`, with `~` if rough and `!` if it is told as within two days; several are joined by blanks.
std::string dates_in(std::string_view text, std::string_view today = "2026-11-22") {
  const Knowledge knowledge = small_knowledge();
  static const Lexicon lexicon(knowledge, folder());
  const std::u32string characters = folded(text);
  LexiconScan scan;
  lexicon.scan(characters, scan);
  std::vector<DateText> dates;
  std::vector<TimeText> times;
  find_dates(characters, scan.cues, *Date::parse(today), dates, times);
  std::string out;
  for (const DateText& date : dates) {
    if (!out.empty()) out += ' ';
    out += date.date.to_string() + (date.approximate ? "~" : "") + (date.is_recent ? "!" : "");
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(dates_in(text) == expected);
}

}  // namespace

TEST_CASE("dates are read in full and in part") {
  check("2026年3月5日", "2026-03-05");
  check("2026-03-05", "2026-03-05");
  check("2026.3.5", "2026-03-05");
  check("2026/3/5", "2026-03-05");
  check("二零二六年三月五日", "2026-03-05");
  check("2017年8月份开始", "2017-08-01~");
  check("3月5号", "2026-03-05");
  check("九月份", "2026-09-01~");
  check("去年3月", "2025-03-01~");
}

TEST_CASE("what could lie on either side of today lies before it") {
  check("12月5号", "2025-12-05");
  check("21号", "2026-11-21!");
  check("25号", "2026-10-25");
  check("周五", "2026-11-20!");
  check("周日", "2026-11-22!");
  check("双十一", "2026-11-11~");
  check("双十二", "2025-12-12~");
}

TEST_CASE("days are told from today") {
  check("今天", "2026-11-22!");
  check("刚刚被转走", "2026-11-22!");
  check("昨天", "2026-11-21!");
  check("前天", "2026-11-20!");
  check("前几天", "2026-11-19~");
  check("上周五", "2026-11-13");
  check("上个星期五", "2026-11-13");
  check("上上周三", "2026-11-04");
  check("上周", "2026-11-09~");
  check("上月5号", "2026-10-05");
  check("上个月底", "2026-10-26~");
  check("去年双十一", "2025-11-11~");
  check("去年618", "2025-06-18~");
  check("今年春节", "2026-02-17~");
  check("过年的时候", "2026-02-17~");
  check("上个季度", "2026-07-01~");
  check("前两天", "2026-11-20~!");
  check("去年底", "2025-11-01~");
}

TEST_CASE("elapsed time is counted back from today") {
  check("3天前", "2026-11-19");
  check("两小时前", "2026-11-22!");
  check("半年前", "2026-05-22~");
  check("已经一个月了", "2026-10-22~");
  check("一个多月了", "2026-10-22~");
  check("都一周了", "2026-11-15");
  check("冻结了半个月", "2026-11-07~");
  check("交了20天没人理", "2026-11-02");
  check("这都第20天了", "2026-11-02");
  check("到现在12天", "2026-11-10");
  check("两年半前", "2024-05-22~");
  check("拖了一年零三个月", "2025-08-22~");
  check("好几天了", "2026-11-19~");
  check("几个月前", "2026-08-22~");
  check("今天是第3天", "2026-11-22! 2026-11-19");
  check("第二天就联系不上了", "");
}

TEST_CASE("terms, lengths and figures that are no dates are left alone") {
  check("7个工作日内答复", "");
  check("15天之内可以退货", "");
  check("再等3天", "");
  check("要7天", "");
  check("充了一年会员", "");
  check("学了三节课", "");
  check("七天无理由", "");
  check("21号线", "");
  check("618块", "");
  check("2026年13月5日", "");
  check("2月30日", "");
  check("玩了两个月", "");
  check("9月31号", "");
}

TEST_CASE("the end of a month and a leap year are right") {
  CHECK(dates_in("一个月前", "2026-03-31") == "2026-02-28~");
  CHECK(dates_in("2月29号", "2024-03-01") == "2024-02-29!");
  CHECK(dates_in("31号", "2026-03-01") == "2026-01-31");
}

TEST_CASE("a date in a clause about a complaint is when it was made, any other when it happened") {
  Knowledge knowledge = small_knowledge();
  add_word(knowledge, "tried", "platform_complaint", "投诉").done = true;
  add_word(knowledge, "tried", "hotline_12315", "12315").done = true;
  add_word(knowledge, "issues", "fraud", "被骗");
  const Reader reader(knowledge);
  const auto check_facts = [&](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    std::string out;
    for (const Candidate& c : reader.read(text, kToday).candidates) {
      if (c.basis == Basis::Date) {
        out += (out.empty() ? "" : " ") + knowledge.facts[c.fact].id + '=' + c.answer.date.to_string();
      }
    }
    CHECK(out == expected);
  };
  check_facts("我上周五被骗了", "happened_on=2026-11-13");
  check_facts("投诉交了20天没人理", "complained_on=2026-11-02");
  check_facts("12315也打了，说15个工作日内答复，这都第20天了", "complained_on=2026-11-02");
  check_facts("3月5号被骗，4月1号投诉了", "happened_on=2026-03-05 complained_on=2026-04-01");
}
