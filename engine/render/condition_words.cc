// SPDX-License-Identifier: MIT
#include "engine/render/condition_words.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

struct Named {
  std::string_view name;
  Saying saying;
};

constexpr Named kProperties[] = {
    {"year", {"年份", "年份", "year"}},
    {"month", {"月份", "月份", "month"}},
    {"day", {"日", "日", "day"}},
    {"weekday", {"星期几（1 到 7）", "星期幾（1 到 7）", "weekday (1 to 7)"}},
    {"hour", {"小时", "小時", "hour"}},
    {"minute", {"分钟", "分鐘", "minute"}},
    {"second", {"秒", "秒", "second"}},
    {"time offset", {"时差", "時差", "time offset"}},
    {"timezone", {"时区", "時區", "time zone"}},
    {"years", {"整年数", "整年數", "years"}},
    {"months", {"余下的月数", "余下的月數", "months"}},
    {"days", {"整天数", "整天數", "days"}},
    {"hours", {"余下的小时数", "余下的小時數", "hours"}},
    {"minutes", {"余下的分钟数", "余下的分鐘數", "minutes"}},
    {"seconds", {"余下的秒数", "余下的秒數", "seconds"}},
    {"start", {"起点", "起點", "start"}},
    {"end", {"终点", "終點", "end"}},
    {"on", {"日期", "日期", "date"}},
    {"what", {"内容", "內容", "content"}},
    {"number", {"编号", "編號", "number"}},
};

constexpr Named kTypes[] = {
    {"number", {"数", "數", "a number"}},
    {"string", {"文本", "文本", "a text"}},
    {"boolean", {"真假值", "真假值", "true or false"}},
    {"date", {"日期", "日期", "a date"}},
    {"time", {"时刻", "時刻", "a time"}},
    {"date and time", {"时间点", "時間點", "a date and time"}},
    {"days and time duration", {"时长（日、时）", "時長（日、時）", "a duration of days"}},
    {"years and months duration", {"时长（年、月）", "時長（年、月）", "a duration of months"}},
    {"list", {"列表", "列表", "a list"}},
    {"context", {"一组键和值", "一組鍵和值", "a context"}},
    {"range", {"区间", "區間", "a range"}},
};

constexpr Named kEvents[] = {
    {"submitted", {"已提交", "已提交", "submitted"}}, {"accepted", {"已受理", "已受理", "accepted"}},
    {"refused", {"被拒绝", "被拒絕", "refused"}},     {"replied", {"已答复", "已答覆", "replied"}},
    {"promised", {"已承诺", "已承諾", "promised"}},   {"resolved", {"已办结", "已辦結", "resolved"}},
};

struct NamedCall {
  std::string_view name;
  /// For calls with so many arguments; 0: for all others.
  std::size_t count;
  Saying saying;
};

// clang-format off
constexpr NamedCall kCalls[] = {
    {"number", 0, {"{0}读成的数", "{0}讀成的數", "{0} read as a number"}},
    {"string", 0, {"{0}写成的文本", "{0}寫成的文本", "{0} as text"}},
    {"not", 0, {"并非{0}", "並非{0}", "not {0}"}},
    {"is", 0, {"{0}与{1}完全相同", "{0}與{1}完全相同", "{0} is identical to {1}"}},
    {"get value", 0, {"{0}里{1}的值", "{0}裡{1}的值", "the value of {1} in {0}"}},
    {"get entries", 0, {"{0}的所有键和值", "{0}的所有鍵和值", "the entries of {0}"}},
    {"context", 0, {"由{0}组成的一组键和值", "由{0}組成的一組鍵和值", "a context of {0}"}},
    {"context put", 0, {"{0}里把{1}换成{2}", "{0}裡把{1}換成{2}", "{0} with {2} for {1}"}},
    {"context merge", 0, {"{0}合成的一组键和值", "{0}合成的一組鍵和值", "{0} merged"}},
    {"date", 1, {"{0}的日期", "{0}的日期", "the date of {0}"}},
    {"date", 3, {"{0}年{1}月{2}日", "{0}年{1}月{2}日", "the date {0}-{1}-{2}"}},
    {"time", 1, {"{0}的时刻", "{0}的時刻", "the time of {0}"}},
    {"time", 0, {"{0}时{1}分{2}秒", "{0}時{1}分{2}秒", "the time {0}:{1}:{2}"}},
    {"date and time", 1, {"{0}的时间点", "{0}的時間點", "the moment of {0}"}},
    {"date and time", 2, {"{0}的{1}", "{0}的{1}", "{0} at {1}"}},
    {"duration", 0, {"{0}的时长", "{0}的時長", "the duration {0}"}},
    {"years and months duration", 0, {"从{0}到{1}的整年整月", "從{0}到{1}的整年整月", "the years and months from {0} to {1}"}},
    {"today", 0, {"今天", "今天", "today"}},
    {"now", 0, {"今天零点", "今天零點", "today at midnight"}},
    {"day of year", 0, {"{0}是一年的第几天", "{0}是一年的第幾天", "the day of the year of {0}"}},
    {"week of year", 0, {"{0}是一年的第几周", "{0}是一年的第幾周", "the week of the year of {0}"}},
    {"day of week", 0, {"{0}是星期几", "{0}是星期幾", "the day of the week of {0}"}},
    {"month of year", 0, {"{0}是几月", "{0}是幾月", "the month of {0}"}},
    {"working days between", 0, {"{0}到{1}之间的工作日数", "{0}到{1}之間的工作日數", "the working days from {0} to {1}"}},
    {"add working days", 0, {"{0}之后第{1}个工作日", "{0}之後第{1}個工作日", "{1} working days after {0}"}},
    {"event", 0, {"{0}最近的进展", "{0}最近的進展", "the latest event of {0}"}},
    {"list contains", 0, {"{0}里有{1}", "{0}裡有{1}", "{0} contains {1}"}},
    {"count", 0, {"{0}的项数", "{0}的項數", "the number of items of {0}"}},
    {"all", 0, {"{0}全部成立", "{0}全部成立", "all of {0} hold"}},
    {"any", 0, {"{0}至少一个成立", "{0}至少一個成立", "one of {0} holds"}},
    {"index of", 0, {"{1}在{0}里的位置", "{1}在{0}裡的位置", "the places of {1} in {0}"}},
    {"distinct values", 0, {"{0}去掉重复的项", "{0}去掉重複的項", "the distinct values of {0}"}},
    {"union", 0, {"{0}合在一起，去掉重复的项", "{0}合在一起，去掉重複的項", "the union of {0}"}},
    {"sort", 0, {"按“{1}”排序的{0}", "按「{1}」排序的{0}", "{0} sorted by “{1}”"}},
    {"sublist", 2, {"{0}从第{1}项起的各项", "{0}從第{1}項起的各項", "{0} from item {1}"}},
    {"sublist", 3, {"{0}从第{1}项起的{2}项", "{0}從第{1}項起的{2}項", "{2} items of {0} from item {1}"}},
    {"append", 0, {"{0}末尾加上{1}", "{0}末尾加上{1}", "{0} with {1} at the end"}},
    {"concatenate", 0, {"{0}首尾相接", "{0}首尾相接", "{0} joined"}},
    {"insert before", 0, {"{0}的第{1}项前插入{2}", "{0}的第{1}項前插入{2}", "{0} with {2} before item {1}"}},
    {"remove", 0, {"{0}去掉第{1}项", "{0}去掉第{1}項", "{0} without item {1}"}},
    {"reverse", 0, {"倒过来的{0}", "倒過來的{0}", "{0} reversed"}},
    {"flatten", 0, {"{0}里的列表都展开", "{0}裡的列表都展開", "{0} flattened"}},
    {"list replace", 0, {"{0}里把{1}换成{2}", "{0}裡把{1}換成{2}", "{0} with {2} for {1}"}},
    {"decimal", 0, {"{0}舍入到{1}位小数", "{0}捨入到{1}位小數", "{0} rounded to {1} decimals"}},
    {"floor", 1, {"不大于{0}的最大整数", "不大於{0}的最大整數", "the largest integer up to {0}"}},
    {"floor", 2, {"{0}向下取到{1}位小数", "{0}向下取到{1}位小數", "{0} rounded towards minus infinity to {1} decimals"}},
    {"ceiling", 1, {"不小于{0}的最小整数", "不小於{0}的最小整數", "the smallest integer from {0}"}},
    {"ceiling", 2, {"{0}向上取到{1}位小数", "{0}向上取到{1}位小數", "{0} rounded towards infinity to {1} decimals"}},
    {"round up", 0, {"{0}远离零舍入到{1}位小数", "{0}遠離零捨入到{1}位小數", "{0} rounded away from zero to {1} decimals"}},
    {"round down", 0, {"{0}靠近零舍入到{1}位小数", "{0}靠近零捨入到{1}位小數", "{0} rounded towards zero to {1} decimals"}},
    {"round half up", 0, {"{0}四舍五入到{1}位小数", "{0}四捨五入到{1}位小數", "{0} rounded half up to {1} decimals"}},
    {"round half down", 0, {"{0}五舍六入到{1}位小数", "{0}五捨六入到{1}位小數", "{0} rounded half down to {1} decimals"}},
    {"abs", 0, {"{0}的绝对值", "{0}的絕對值", "the absolute value of {0}"}},
    {"modulo", 0, {"{0}除以{1}的余数", "{0}除以{1}的余數", "the remainder of {0} by {1}"}},
    {"sqrt", 0, {"{0}的平方根", "{0}的平方根", "the square root of {0}"}},
    {"log", 0, {"{0}的自然对数", "{0}的自然對數", "the natural logarithm of {0}"}},
    {"exp", 0, {"e 的{0}次方", "e 的{0}次方", "e to the power {0}"}},
    {"odd", 0, {"{0}是奇数", "{0}是奇數", "{0} is odd"}},
    {"even", 0, {"{0}是偶数", "{0}是偶數", "{0} is even"}},
    {"min", 0, {"{0}中最小的", "{0}中最小的", "the least of {0}"}},
    {"max", 0, {"{0}中最大的", "{0}中最大的", "the greatest of {0}"}},
    {"sum", 0, {"{0}之和", "{0}之和", "the sum of {0}"}},
    {"product", 0, {"{0}之积", "{0}之積", "the product of {0}"}},
    {"mean", 0, {"{0}的平均数", "{0}的平均數", "the mean of {0}"}},
    {"median", 0, {"{0}的中位数", "{0}的中位數", "the median of {0}"}},
    {"stddev", 0, {"{0}的标准差", "{0}的標準差", "the standard deviation of {0}"}},
    {"mode", 0, {"{0}中出现最多的数", "{0}中出現最多的數", "the most frequent of {0}"}},
    {"before", 0, {"{0}在{1}之前", "{0}在{1}之前", "{0} is before {1}"}},
    {"after", 0, {"{0}在{1}之后", "{0}在{1}之後", "{0} is after {1}"}},
    {"meets", 0, {"{0}的终点就是{1}的起点", "{0}的終點就是{1}的起點", "the end of {0} is the start of {1}"}},
    {"met by", 0, {"{0}的起点就是{1}的终点", "{0}的起點就是{1}的終點", "the start of {0} is the end of {1}"}},
    {"overlaps", 0, {"{0}与{1}有共同的部分", "{0}與{1}有共同的部分", "{0} overlaps {1}"}},
    {"overlaps before", 0, {"{0}与{1}重叠且较早", "{0}與{1}重疊且較早", "{0} overlaps {1} and is earlier"}},
    {"overlaps after", 0, {"{0}与{1}重叠且较晚", "{0}與{1}重疊且較晚", "{0} overlaps {1} and is later"}},
    {"finishes", 0, {"{0}是{1}的末尾", "{0}是{1}的末尾", "{0} finishes {1}"}},
    {"finished by", 0, {"{0}以{1}为末尾", "{0}以{1}為末尾", "{0} is finished by {1}"}},
    {"includes", 0, {"{0}把{1}包括在内", "{0}把{1}包括在內", "{0} includes {1}"}},
    {"during", 0, {"{0}全在{1}之内", "{0}全在{1}之內", "{0} is within {1}"}},
    {"starts", 0, {"{0}是{1}的开头", "{0}是{1}的開頭", "{0} starts {1}"}},
    {"started by", 0, {"{0}以{1}为开头", "{0}以{1}為開頭", "{0} is started by {1}"}},
    {"coincides", 0, {"{0}与{1}相同", "{0}與{1}相同", "{0} coincides with {1}"}},
    {"range", 0, {"{0}所写的区间", "{0}所寫的區間", "the range {0}"}},
    {"matches", 0, {"{0}符合正则表达式{1}", "{0}符合正則表達式{1}", "{0} matches the pattern {1}"}},
    {"replace", 0, {"{0}里把符合{1}的换成{2}", "{0}裡把符合{1}的換成{2}", "{0} with {2} for what matches {1}"}},
    {"split", 0, {"{0}在符合{1}处切开", "{0}在符合{1}處切開", "{0} split at {1}"}},
    {"substring", 2, {"{0}从第{1}个字起的部分", "{0}從第{1}個字起的部分", "{0} from character {1}"}},
    {"substring", 3, {"{0}从第{1}个字起的{2}个字", "{0}從第{1}個字起的{2}個字", "{2} characters of {0} from character {1}"}},
    {"string length", 0, {"{0}的字数", "{0}的字數", "the length of {0}"}},
    {"upper case", 0, {"{0}变成大写", "{0}變成大寫", "{0} in upper case"}},
    {"lower case", 0, {"{0}变成小写", "{0}變成小寫", "{0} in lower case"}},
    {"substring before", 0, {"{0}里{1}之前的部分", "{0}裡{1}之前的部分", "the part of {0} before {1}"}},
    {"substring after", 0, {"{0}里{1}之后的部分", "{0}裡{1}之後的部分", "the part of {0} after {1}"}},
    {"contains", 0, {"{0}里有{1}", "{0}裡有{1}", "{0} contains {1}"}},
    {"starts with", 0, {"{0}以{1}开头", "{0}以{1}開頭", "{0} starts with {1}"}},
    {"ends with", 0, {"{0}以{1}结尾", "{0}以{1}結尾", "{0} ends with {1}"}},
    {"string join", 1, {"{0}连成的文本", "{0}連成的文本", "{0} joined to one text"}},
    {"string join", 2, {"{0}用{1}连成的文本", "{0}用{1}連成的文本", "{0} joined with {1}"}},
};
// clang-format on

template <std::size_t N>
const Saying* find_named(const Named (&table)[N], std::string_view name) {
  for (const Named& named : table) {
    if (named.name == name) return &named.saying;
  }
  return nullptr;
}

bool is_word_sign(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Does the text end in a Chinese character, not in a sign of punctuation?
bool ends_in_character(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = text.size();
  while (at > 1 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
  const char32_t c = decode_at(text, at - 1).value;
  return c >= 0x4E00 && c <= 0x9FFF;
}

bool begins_in_character(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = decode_at(text, 0).value;
  return c >= 0x4E00 && c <= 0x9FFF;
}

}  // namespace

void append_apart(std::string& out, std::string_view text) {
  if (out.empty() || text.empty()) {
    out += text;
    return;
  }
  const bool apart = (ends_in_character(out) && is_word_sign(text.front())) ||
                     (is_word_sign(out.back()) && begins_in_character(text));
  if (apart) out += ' ';
  out += text;
}

std::string_view Saying::in(Language language) const {
  switch (language) {
    case Language::Hans:
      return hans;
    case Language::Hant:
      return hant;
    case Language::English:
      return english;
  }
  return hans;
}

std::string fill(const Saying& saying, Language language, std::span<const std::string> parts) {
  const std::string_view pattern = saying.in(language);
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t brace = std::min(pattern.find('{', at), pattern.size());
    append_apart(out, pattern.substr(at, brace - at));
    if (brace == pattern.size()) break;
    const auto index = static_cast<std::size_t>(pattern[brace + 1] - '0');
    if (index < parts.size()) append_apart(out, parts[index]);
    at = brace + 3;
  }
  return out;
}

std::string join(const std::vector<std::string>& items, const Saying& between, const Saying& last,
                 Language language) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 0) {
      out = items[i];
      continue;
    }
    const std::string parts[] = {"", items[i]};
    append_apart(out, fill(i + 1 == items.size() ? last : between, language, parts));
  }
  return out;
}

const Saying* find_function_saying(std::string_view function, std::size_t count) {
  const Saying* any = nullptr;
  for (const NamedCall& call : kCalls) {
    if (call.name != function) continue;
    if (call.count == count) return &call.saying;
    if (call.count == 0) any = &call.saying;
  }
  return any;
}

const Saying* find_property_saying(std::string_view property) {
  return find_named(kProperties, property);
}

const Saying* find_type_saying(std::string_view type) {
  return find_named(kTypes, type);
}

const Saying* find_event_saying(std::string_view what) {
  return find_named(kEvents, what);
}

std::vector<const Saying*> all_sayings() {
  std::vector<const Saying*> all{
      &say::kAnd,         &say::kOr,           &say::kBracketed,   &say::kNot,         &say::kAlways,
      &say::kNever,       &say::kHolds,        &say::kHoldsNot,    &say::kFactYes,     &say::kFactNo,
      &say::kHasValue,    &say::kHasNoValue,   &say::kHappened,    &say::kNotHappened, &say::kIsEmpty,
      &say::kIsNotEmpty,  &say::kQuoted,       &say::kListComma,   &say::kListOr,      &say::kListAnd,
      &say::kIs,          &say::kIsNot,        &say::kIsNone,      &say::kIncludes,    &say::kIncludesNot,
      &say::kIncludesAll, &say::kEqual,        &say::kNotEqual,    &say::kLess,        &say::kLessEqual,
      &say::kGreater,     &say::kGreaterEqual, &say::kOn,          &say::kNotOn,       &say::kBefore,
      &say::kNotAfter,    &say::kAfter,        &say::kNotBefore,   &say::kBetweenBoth, &say::kBetweenNone,
      &say::kBetweenLow,  &say::kBetweenHigh,  &say::kRangeBoth,   &say::kRangeNone,   &say::kRangeLow,
      &say::kRangeHigh,   &say::kIf,           &say::kSome,        &say::kEvery,       &say::kForEach,
      &say::kFiltered,    &say::kItemAt,       &say::kLastItem,    &say::kItemFromEnd, &say::kEntryOf,
      &say::kNegative,    &say::kSum,          &say::kDifference,  &say::kProduct,     &say::kQuotient,
      &say::kPowerOf,     &say::kIsOfType,     &say::kIsNotOfType, &say::kListOf,      &say::kEmptyList,
      &say::kEmptyText,   &say::kNoValue,      &say::kNotKnown,    &say::kPartlyKnown, &say::kHoldsItem,
      &say::kLacksItem};
  for (const Named& named : kProperties) all.push_back(&named.saying);
  for (const Named& named : kTypes) all.push_back(&named.saying);
  for (const Named& named : kEvents) all.push_back(&named.saying);
  for (const NamedCall& call : kCalls) all.push_back(&call.saying);
  return all;
}

}  // namespace zhilu
