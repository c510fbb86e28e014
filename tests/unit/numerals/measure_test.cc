// SPDX-License-Identifier: MIT
#include "engine/numerals/measure.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/numerals/ordinal.h"
#include "tests/support/characters.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

std::string measures_in(std::string_view text, MeasureKind kind) {
  const std::u32string characters = characters_of(text);
  std::vector<Measure> found;
  find_measures(characters, kind, found);
  std::string out;
  for (const Measure& m : found) {
    if (!out.empty()) out += ' ';
    out += text_of(characters.substr(m.begin, m.end - m.begin)) + '=' + m.value.to_string() + ' ' +
           std::string(m.unit->name);
  }
  return out;
}

std::string ranges_in(std::string_view text) {
  const std::u32string characters = characters_of(text);
  std::vector<NumeralRange> found;
  find_numeral_ranges(characters, found);
  std::string out;
  for (const NumeralRange& r : found) {
    if (!out.empty()) out += ' ';
    out += text_of(characters.substr(r.begin, r.end - r.begin)) + '=' + (r.includes_low ? "[" : "(") +
           (r.low ? r.low->to_string() : "") + ',' + (r.high ? r.high->to_string() : "") +
           (r.includes_high ? "]" : ")");
  }
  return out;
}

std::string ordinals_in(std::string_view text) {
  const std::u32string characters = characters_of(text);
  std::vector<Ordinal> found;
  find_ordinals(characters, found);
  std::string out;
  for (const Ordinal& o : found) out += (out.empty() ? "" : " ") + o.value.to_string();
  return out;
}

}  // namespace

TEST_CASE("measures are read with the longest unit") {
  CHECK(measures_in("三千米外", MeasureKind::Dimension) == "三千米=3000 Meter");
  CHECK(measures_in("时速80公里/小时", MeasureKind::Dimension) == "80公里/小时=80 Kilometer per hour");
  CHECK(measures_in("64gb内存", MeasureKind::Dimension) == "64gb=64 Gigabyte");
  CHECK(measures_in("两斤半", MeasureKind::Dimension) == "两斤=2 Jin");
  CHECK(measures_in("三位老人", MeasureKind::Dimension).empty());
  CHECK(measures_in("5min", MeasureKind::Dimension).empty());
}

TEST_CASE("ages and temperatures have units of their own") {
  CHECK(measures_in("孩子6岁", MeasureKind::Age) == "6岁=6 Year");
  CHECK(measures_in("8个月大", MeasureKind::Age) == "8个月大=8 Month");
  CHECK(measures_in("零下12摄氏度", MeasureKind::Temperature) == "零下12摄氏度=-12 C");
  CHECK(measures_in("华氏98.6度", MeasureKind::Temperature) == "华氏98.6度=98.6 F");
}

TEST_CASE("ranges of numbers keep which bounds they include") {
  CHECK(ranges_in("10到20之间") == "10到20之间=[10,20)");
  CHECK(ranges_in("大于三十且不超过五十") == "大于三十且不超过五十=(30,50]");
  CHECK(ranges_in("至少5个") == "至少5=[5,)");
  CHECK(ranges_in("100以上") == "100以上=(100,)");
  CHECK(ranges_in("20到10").empty());
}

TEST_CASE("places in a row are read behind 第") {
  CHECK(ordinals_in("第一百零三条和第2款") == "103 2");
  CHECK(ordinals_in("等第") == "");
}
