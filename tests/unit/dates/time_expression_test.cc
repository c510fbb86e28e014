// SPDX-License-Identifier: MIT
#include "engine/dates/time_expression.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/support/characters.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

std::string two(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string point_text(const TimePoint& point, bool with_date, bool with_time) {
  std::string out;
  if (with_date)
    out += std::to_string(point.day.year) + '-' + two(point.day.month) + '-' + two(point.day.day);
  if (with_date && with_time) out += ' ';
  if (with_time) out += two(point.second / 3600) + ':' + two(point.second / 60 % 60);
  return out;
}

/// What is found of the kinds, a line each: `昨晚: 2026-11-21TEV 2026-11-21 16:00..2026-11-21 20:00`;
/// readings are joined by ` | `.
std::string times_in(std::string_view text, const TimeOptions& options = {}) {
  // A Sunday, two in the afternoon.
  const ReadingMoment moment{*Date::parse("2026-11-22"), 14 * 3600};
  const std::u32string characters = characters_of(text);
  std::vector<TimeExpression> found;
  find_times(characters, moment, options, found);
  std::string out;
  for (const TimeExpression& time : found) {
    if (!out.empty()) out += '\n';
    out += text_of(characters.substr(time.begin, time.end - time.begin));
    const bool with_date = time.kind != TimeKind::Time && time.kind != TimeKind::TimeRange;
    const bool with_time = time.kind != TimeKind::Date && time.kind != TimeKind::DateRange;
    out += ':';
    for (std::size_t r = 0; r < time.readings.size(); ++r) {
      const TimeReading& reading = time.readings[r];
      out += (r > 0 ? " | " : " ") + reading.timex;
      if (reading.start || reading.end) out += ' ';
      if (reading.start) out += point_text(*reading.start, with_date, with_time);
      if (reading.end) out += ".." + point_text(*reading.end, with_date, with_time);
    }
    if (time.kind == TimeKind::Duration) out += ' ' + std::to_string(time.seconds);
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(times_in(text) == expected);
}

}  // namespace

TEST_CASE("a full date is one day however it is written") {
  check("2023年11月11日", "2023年11月11日: 2023-11-11 2023-11-11");
  check("于2023-11-11下单", "2023-11-11: 2023-11-11 2023-11-11");
  check("2023.11.11", "2023.11.11: 2023-11-11 2023-11-11");
  check("二〇二三年十一月十一日", "二〇二三年十一月十一日: 2023-11-11 2023-11-11");
  check("23年11月11号", "23年11月11号: 2023-11-11 2023-11-11");
  check("11/12/2023", "11/12/2023: 2023-12-11 2023-12-11");
  check("11月25日(周三)", "11月25日(周三): XXXX-11-25 2025-11-25 | XXXX-11-25 2026-11-25");
  check("民国二十六年七月七日", "民国二十六年七月七日: 1937-07-07 1937-07-07");
}

TEST_CASE("a date without a year has a past and a future reading") {
  check("3月5号", "3月5号: XXXX-03-05 2026-03-05 | XXXX-03-05 2027-03-05");
  check("十五号", "十五号: XXXX-XX-15 2026-11-15 | XXXX-XX-15 2026-12-15");
  check("周五", "周五: XXXX-WXX-5 2026-11-20 | XXXX-WXX-5 2026-11-27");
  check("周日", "周日: XXXX-WXX-7 2026-11-15 | XXXX-WXX-7 2026-11-22");
  check("2月29日", "2月29日: XXXX-02-29 2024-02-29 | XXXX-02-29 2028-02-29");
  check("6月31日", "6月31日: XXXX-06-31");
  check("五月的第二个周六", "五月的第二个周六: XXXX-05-WXX-6-#2 2026-05-09 | XXXX-05-WXX-6-#2 2027-05-08");
}

TEST_CASE("relative days, weeks, months and years are counted from the moment") {
  check("大前天", "大前天: 2026-11-19 2026-11-19");
  check("上上周六", "上上周六: 2026-11-07 2026-11-07");
  check("上个月15号", "上个月15号: 2026-10-15 2026-10-15");
  check("去年12月3日", "去年12月3日: 2025-12-03 2025-12-03");
  check("下下个月", "下下个月: 2027-01 2027-01-01..2027-02-01");
  check("本周末", "本周末: 2026-W47-WE 2026-11-21..2026-11-23");
  check("上周", "上周: 2026-W46 2026-11-09..2026-11-16");
  check("前年", "前年: 2024 2024-01-01..2025-01-01");
  check("今年", "今年: 2026 2026-01-01..2026-11-22");
}

TEST_CASE("festivals are days by name, lunar ones as written") {
  check("去年双十一", "去年双十一: 2025-11-11 2025-11-11");
  check("国庆", "国庆: XXXX-10-01 2026-10-01 | XXXX-10-01 2027-10-01");
  check("2025年母亲节", "2025年母亲节: 2025-05-WXX-7-2 2025-05-11");
  check("去年中秋节", "去年中秋节: 2025-08-15 2025-08-15");
  check("腊月二十三", "腊月二十三: XXXX-12-23 2025-12-23 | XXXX-12-23 2026-12-23");
  check("五一个", "");
  check("618元", "");
}

TEST_CASE("lunar days fall on civil days") {
  const auto day_of = [](std::u32string_view text) {
    std::vector<TimeExpression> found;
    find_times(text, {*Date::parse("2026-11-22"), 0}, {}, found);
    REQUIRE(found.size() == 1);
    return past_day(found.front(), *Date::parse("2026-11-22"))->to_string();
  };
  CHECK(day_of(U"今年春节") == "2026-02-17");
  CHECK(day_of(U"春节") == "2026-02-17");
  CHECK(day_of(U"2026年除夕") == "2026-02-16");
  CHECK(day_of(U"去年中秋") == "2025-10-06");
  CHECK(day_of(U"农历五月初五") == "2026-06-19");
}

TEST_CASE("times of day are open where nothing says which half") {
  check("下午3点20", "下午3点20: T15:20 15:20");
  check("八点半", "八点半: T08:30 08:30 | T20:30 20:30");
  check("20时30分", "20时30分: T20:30 20:30");
  check("差一刻九点", "差一刻九点: T08:45 08:45 | T20:45 20:45");
  check("10:15 pm", "10:15 pm: T22:15 22:15");
  check("晚上12点", "晚上12点: T00 00:00");
  check("中午一点", "中午一点: T13 13:00");
  check("半夜两点多", "半夜两点: T02 02:00");
  check("有一点不对", "");
  check("八点五折", "");
  check("第三点", "");
}

TEST_CASE("a day and its time are one moment") {
  check("去年12月3日晚上8点半左右", "去年12月3日晚上8点半左右: 2025-12-03T20:30 2025-12-03 20:30");
  check("今晚12点", "今晚12点: 2026-11-23T00 2026-11-23 00:00");
  check("昨晚", "昨晚: 2026-11-21TEV 2026-11-21 16:00..2026-11-21 20:00");
  check("星期三上午十点一刻",
        "星期三上午十点一刻: XXXX-WXX-3T10:15 2026-11-18 10:15 | XXXX-WXX-3T10:15 2026-11-25 10:15");
  check("半个小时前", "半个小时前: 2026-11-22 2026-11-22 13:30");
}

TEST_CASE("lengths are read with halves, in parts and rough") {
  check("三年半", "三年半: P3.5Y 110376000");
  check("一个半月", "一个半月: P1.5M 3888000");
  check("8天又6个小时", "8天又6个小时: P8DT6H 712800");
  check("1年零2个月", "1年零2个月: P1Y2M 36720000");
  check("一刻钟", "一刻钟: PT15M 900");
  check("7个工作日", "7个工作日: P7BD 604800");
  check("一个多月了", "一个多月: P1M 2592000");
  check("三四天", "三四天: P3D 259200");
  check("2至3天", "2至3天: P2D 172800");
  check("三千一个月", "一个月: P1M 2592000");
  check("今年18周岁", "今年: 2026 2026-01-01..2026-11-22");
  check("10分30秒", "10分30秒: PT10M30S 630");
  check("数十年", "");
  check("一半年轻人", "");
}

TEST_CASE("a length away is a day or a moment") {
  check("两个半月以前", "两个半月以前: 2026-09-07 2026-09-07");
  check("15天后", "15天后: 2026-12-07 2026-12-07");
  check("最近两周", "最近两周: (2026-11-08,2026-11-22,P2W) 2026-11-08..2026-11-22");
  check("接下来的5天", "接下来的5天: (2026-11-23,2026-11-28,P5D) 2026-11-23..2026-11-28");
  check("上个小时",
        "上个小时: (2026-11-22T13:00:00,2026-11-22T14:00:00,PT1H) 2026-11-22 13:00..2026-11-22 14:00");
}

TEST_CASE("periods have first and last days") {
  check("2019-06", "2019-06: 2019-06 2019-06-01..2019-07-01");
  check("三月", "三月: XXXX-03 2026-03-01..2026-04-01 | XXXX-03 2027-03-01..2027-04-01");
  check("12月", "12月: XXXX-12 2025-12-01..2026-01-01 | XXXX-12 2026-12-01..2027-01-01");
  check("第三季度", "第三季度: (2026-07-01,2026-10-01,P3M) 2026-07-01..2026-10-01");
  check("上个季度", "上个季度: (2026-07-01,2026-10-01,P3M) 2026-07-01..2026-10-01");
  check("本月中旬", "本月中旬: (2026-11-11,2026-11-21,P10D) 2026-11-11..2026-11-21");
  check("去年底", "去年底: (2025-11-01,2026-01-01,P2M) 2025-11-01..2026-01-01");
  check("2024年下半年", "2024年下半年: (2024-07-01,2025-01-01,P6M) 2024-07-01..2025-01-01");
  check("今年的前3周", "今年的前3周: (2025-12-29,2026-01-19,P3W) 2025-12-29..2026-01-19");
  check("去年夏天", "去年夏天: 2025-SU");
  check("二十世纪八十年代", "二十世纪八十年代: (1980-01-01,1990-01-01,P10Y) 1980-01-01..1990-01-01");
}

TEST_CASE("two times bound a range, and the second inherits what it leaves out") {
  check("从去年6月到今年3月", "从去年6月到今年3月: (2025-06-01,2026-03-01,P9M) 2025-06-01..2026-03-01");
  check("3-5月",
        "3-5月: (XXXX-03-01,XXXX-05-01,P2M) 2026-03-01..2026-05-01 | (XXXX-03-01,XXXX-05-01,P2M) "
        "2027-03-01..2027-05-01");
  check("2024年12月30日至1月2日",
        "2024年12月30日至1月2日: (2024-12-30,2025-01-02,P3D) 2024-12-30..2025-01-02");
  check("早上8点至下午5点", "早上8点至下午5点: (T08,T17,PT9H) 08:00..17:00");
  check("大前天下午三点到五点",
        "大前天下午三点到五点: (2026-11-19T15,2026-11-19T17,PT2H) 2026-11-19 15:00..2026-11-19 17:00");
  check("昨天从5点到6点半",
        "昨天从5点到6点半: (2026-11-21T05,2026-11-21T06:30,PT1H30M) 2026-11-21 05:00..2026-11-21 06:30 | "
        "(2026-11-21T17,2026-11-21T18:30,PT1H30M) 2026-11-21 17:00..2026-11-21 18:30");
  check("周一到周五",
        "周一到周五: (XXXX-WXX-1,XXXX-WXX-5,P4D) 2026-11-16..2026-11-20 | (XXXX-WXX-1,XXXX-WXX-5,P4D) "
        "2026-11-23..2026-11-27");
  check("2020年和2022年之间", "2020年和2022年之间: (2020-01-01,2022-01-01,P2Y) 2020-01-01..2022-01-01");
  check("2020年和2022年", "2020年: 2020 2020-01-01..2021-01-01\n2022年: 2022 2022-01-01..2023-01-01");
}

TEST_CASE("words behind and before a time bound it on one side") {
  check("2020年以前", "2020年以前: 2020 ..2020-01-01");
  check("2020年及以前", "2020年及以前: 2020 ..2021-01-01");
  check("2020年之后", "2020年之后: 2020 2021-01-01");
  check("自2020年起", "自2020年起: 2020 2020-01-01");
  check("截至2020年3月1日", "截至2020年3月1日: 2020-03-01 ..2020-03-01");
  check("今晚八点之前", "今晚八点之前: 2026-11-22T20 ..2026-11-22 20:00");
  check("2020年3月至今", "2020年3月至今: 2020-03 2020-03-01");
  check("圣诞节前夜", "圣诞节: XXXX-12-25 2025-12-25 | XXXX-12-25 2026-12-25");
  check("2020年起诉", "2020年: 2020 2020-01-01..2021-01-01");
}

TEST_CASE("what comes again is a set") {
  check("每天", "每天: P1D");
  check("每周五晚上八点", "每周五晚上八点: XXXX-WXX-5T20");
  check("每个月的15号", "每个月的15号: XXXX-XX-15");
  check("每两个星期一次", "每两个星期: P2W");
  check("每隔三天", "每隔三天: P3D");
  check("每晚八点", "每晚八点: T20");
  check("每次", "");
}

TEST_CASE("titles, codes and words that merely hold a time are left alone") {
  check("《明天之后》", "");
  check("今日头条", "");
  check("电话010-8888-1234", "");
  check("服务器192.168.10.12", "");
  check("21号线", "");
  check("以后天天骚扰", "");
  check("十年级", "");
  check("多少年", "");
}

TEST_CASE("a leading number with 号 is a day only where the reader says so") {
  check("21号", "");
  CHECK(times_in("21号", {.takes_leading_number = true}) ==
        "21号: XXXX-XX-21 2026-11-21 | XXXX-XX-21 2026-12-21");
}

TEST_CASE("only the kinds asked for are found") {
  CHECK(times_in("明天下午5点", {.kinds = {TimeKind::Date}}) == "明天: 2026-11-23 2026-11-23");
  CHECK(times_in("明天下午5点", {.kinds = {TimeKind::Time}}) == "下午5点: T17 17:00");
  CHECK(times_in("明天下午5点", {.kinds = {TimeKind::Duration}}).empty());
}

TEST_CASE("random texts give times in order, inside the text and with readings") {
  static constexpr std::u32string_view kCharacters =
      U"0123456789零一二三四五六七八九十百千万半几多年月日号周天个点时分秒刻旬季上下本这前后之间到至和从自以"
      U"来起每第星期"
      U"去今昨晚早午国庆双春节元-./:,《》 的又初农历正最近过未还剩差约";
  std::mt19937 random(1);
  std::vector<TimeExpression> found;
  for (int round = 0; round < 5000; ++round) {
    std::u32string text;
    for (auto size = random() % 50; size > 0; --size)
      text.push_back(kCharacters[random() % kCharacters.size()]);
    const Date today = Date::from_days(static_cast<std::int64_t>(random() % 40000));
    find_times(text, {today, static_cast<std::int32_t>(random() % 86400)}, {}, found);
    std::uint32_t last = 0;
    for (const TimeExpression& time : found) {
      REQUIRE(time.begin >= last);
      REQUIRE(time.end > time.begin);
      REQUIRE(time.end <= text.size());
      REQUIRE(!time.readings.empty());
      REQUIRE(past_day(time, today).value_or(today) <= today);
      last = time.end;
    }
  }
}

TEST_CASE("rows of figures and joints are read in linear time") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "3到5到";
  for (int i = 0; i < 3000; ++i) text += "从2020年到";
  for (int i = 0; i < 3000; ++i) text += "一年又";
  for (int i = 0; i < 20000; ++i) text += "一亿";
  CHECK(!times_in(text).empty());
}
