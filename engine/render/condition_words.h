// SPDX-License-Identifier: MIT
// The words in which conditions are said: sentence patterns of the operators, functions and properties of the
// language. Only condition_text.cc and the files beside it need them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/locale/language.h"

namespace zhilu {

/// A sentence pattern in three languages; {0}, {1}, ... are filled in.
struct Saying {
  std::string_view hans;
  /// What TraditionalScript makes of `hans`; a test compares.
  std::string_view hant;
  std::string_view english;

  std::string_view in(Language language) const;
};

/// The pattern with its parts. In Chinese a blank is put between a character and a digit or Latin letter that
/// come to stand side by side. Parts are not looked into, and {n} without a part is left out.
std::string fill(const Saying& saying, Language language, std::span<const std::string> parts);

/// Appends, in Chinese with that blank.
void append_apart(std::string& out, std::string_view text);

/// The items with the patterns {0}…{1} between them, `last` between the last two. Takes time in proportion to
/// the length of the text.
std::string join(const std::vector<std::string>& items, const Saying& between, const Saying& last,
                 Language language);

namespace say {
inline constexpr Saying kAnd{"{0}，且{1}", "{0}，且{1}", "{0}, and {1}"};
inline constexpr Saying kOr{"{0}，或{1}", "{0}，或{1}", "{0}, or {1}"};
inline constexpr Saying kBracketed{"（{0}）", "（{0}）", "({0})"};
inline constexpr Saying kNot{"并非（{0}）", "並非（{0}）", "not ({0})"};
inline constexpr Saying kAlways{"总是成立", "總是成立", "always"};
inline constexpr Saying kNever{"总不成立", "總不成立", "never"};
inline constexpr Saying kHolds{"{0}成立", "{0}成立", "{0} holds"};
inline constexpr Saying kHoldsNot{"{0}不成立", "{0}不成立", "{0} does not hold"};
inline constexpr Saying kFactYes{"{0}：是", "{0}：是", "{0}: yes"};
inline constexpr Saying kFactNo{"{0}：否", "{0}：否", "{0}: no"};
inline constexpr Saying kHasValue{"{0}有值", "{0}有值", "{0} has a value"};
inline constexpr Saying kHasNoValue{"{0}没有值", "{0}沒有值", "{0} has no value"};
inline constexpr Saying kHappened{"{0}已有进展", "{0}已有進展", "there is an event of {0}"};
inline constexpr Saying kNotHappened{"{0}还没有进展", "{0}還沒有進展", "there is no event of {0}"};
inline constexpr Saying kIsEmpty{"{0}为空", "{0}為空", "{0} is empty"};
inline constexpr Saying kIsNotEmpty{"{0}不为空", "{0}不為空", "{0} is not empty"};
inline constexpr Saying kQuoted{"“{0}”", "「{0}」", "“{0}”"};
inline constexpr Saying kListComma{"{0}、{1}", "{0}、{1}", "{0}, {1}"};
inline constexpr Saying kListOr{"{0}或{1}", "{0}或{1}", "{0} or {1}"};
inline constexpr Saying kListAnd{"{0}和{1}", "{0}和{1}", "{0} and {1}"};
inline constexpr Saying kIs{"{0}为{1}", "{0}為{1}", "{0}: {1}"};
inline constexpr Saying kIsNot{"{0}不为{1}", "{0}不為{1}", "{0}: not {1}"};
inline constexpr Saying kIsNone{"{0}不为{1}中的任何一个", "{0}不為{1}中的任何一個", "{0}: none of {1}"};
inline constexpr Saying kIncludes{"{0}包含{1}", "{0}包含{1}", "{1} is among {0}"};
inline constexpr Saying kIncludesNot{"{0}不包含{1}", "{0}不包含{1}", "{1} is not among {0}"};
inline constexpr Saying kIncludesAll{"{0}包含{1}", "{0}包含{1}", "{1} are among {0}"};
inline constexpr Saying kEqual{"{0} = {1}", "{0} = {1}", "{0} = {1}"};
inline constexpr Saying kNotEqual{"{0} ≠ {1}", "{0} ≠ {1}", "{0} ≠ {1}"};
inline constexpr Saying kLess{"{0} < {1}", "{0} < {1}", "{0} < {1}"};
inline constexpr Saying kLessEqual{"{0} ≤ {1}", "{0} ≤ {1}", "{0} ≤ {1}"};
inline constexpr Saying kGreater{"{0} > {1}", "{0} > {1}", "{0} > {1}"};
inline constexpr Saying kGreaterEqual{"{0} ≥ {1}", "{0} ≥ {1}", "{0} ≥ {1}"};
inline constexpr Saying kOn{"{0}是{1}", "{0}是{1}", "{0} is {1}"};
inline constexpr Saying kNotOn{"{0}不是{1}", "{0}不是{1}", "{0} is not {1}"};
inline constexpr Saying kBefore{"{0}早于{1}", "{0}早於{1}", "{0} is before {1}"};
inline constexpr Saying kNotAfter{"{0}不晚于{1}", "{0}不晚於{1}", "{0} is not after {1}"};
inline constexpr Saying kAfter{"{0}晚于{1}", "{0}晚於{1}", "{0} is after {1}"};
inline constexpr Saying kNotBefore{"{0}不早于{1}", "{0}不早於{1}", "{0} is not before {1}"};
inline constexpr Saying kBetweenBoth{"{0}在{1}到{2}之间（含两端）", "{0}在{1}到{2}之間（含兩端）",
                                     "{0} is between {1} and {2} (both included)"};
inline constexpr Saying kBetweenNone{"{0}在{1}到{2}之间（不含两端）", "{0}在{1}到{2}之間（不含兩端）",
                                     "{0} is between {1} and {2} (neither included)"};
inline constexpr Saying kBetweenLow{"{0}在{1}到{2}之间（含{1}，不含{2}）",
                                    "{0}在{1}到{2}之間（含{1}，不含{2}）",
                                    "{0} is between {1} and {2} ({1} included, {2} not)"};
inline constexpr Saying kBetweenHigh{"{0}在{1}到{2}之间（不含{1}，含{2}）",
                                     "{0}在{1}到{2}之間（不含{1}，含{2}）",
                                     "{0} is between {1} and {2} ({2} included, {1} not)"};
inline constexpr Saying kRangeBoth{"从{0}到{1}（含两端）", "從{0}到{1}（含兩端）",
                                   "{0} to {1} (both included)"};
inline constexpr Saying kRangeNone{"从{0}到{1}（不含两端）", "從{0}到{1}（不含兩端）",
                                   "{0} to {1} (neither included)"};
inline constexpr Saying kRangeLow{"从{0}到{1}（含{0}，不含{1}）", "從{0}到{1}（含{0}，不含{1}）",
                                  "{0} to {1} ({0} included, {1} not)"};
inline constexpr Saying kRangeHigh{"从{0}到{1}（不含{0}，含{1}）", "從{0}到{1}（不含{0}，含{1}）",
                                   "{0} to {1} ({1} included, {0} not)"};
inline constexpr Saying kIf{"如果{0}，则{1}，否则{2}", "如果{0}，則{1}，否則{2}",
                            "if {0}, then {1}, otherwise {2}"};
inline constexpr Saying kSome{"{0}中至少有一项 {1} 满足：{2}", "{0}中至少有一項 {1} 滿足：{2}",
                              "some {1} of {0} satisfies: {2}"};
inline constexpr Saying kEvery{"{0}中每一项 {1} 都满足：{2}", "{0}中每一項 {1} 都滿足：{2}",
                               "every {1} of {0} satisfies: {2}"};
inline constexpr Saying kForEach{"由{0}中每一项 {1} 得到：{2}", "由{0}中每一項 {1} 得到：{2}",
                                 "for each {1} of {0}: {2}"};
inline constexpr Saying kFiltered{"{0}中符合“{1}”的各项", "{0}中符合「{1}」的各項",
                                  "the items of {0} where “{1}”"};
inline constexpr Saying kItemAt{"{0}的第 {1} 项", "{0}的第 {1} 項", "item {1} of {0}"};
inline constexpr Saying kLastItem{"{0}的最后一项", "{0}的最後一項", "the last item of {0}"};
inline constexpr Saying kItemFromEnd{"{0}的倒数第 {1} 项", "{0}的倒數第 {1} 項",
                                     "item {1} from the end of {0}"};
inline constexpr Saying kEntryOf{"{0}的“{1}”", "{0}的「{1}」", "“{1}” of {0}"};
inline constexpr Saying kNegative{"−{0}", "−{0}", "−{0}"};
inline constexpr Saying kSum{"{0} + {1}", "{0} + {1}", "{0} + {1}"};
inline constexpr Saying kDifference{"{0} − {1}", "{0} − {1}", "{0} − {1}"};
inline constexpr Saying kProduct{"{0} × {1}", "{0} × {1}", "{0} × {1}"};
inline constexpr Saying kQuotient{"{0} ÷ {1}", "{0} ÷ {1}", "{0} ÷ {1}"};
inline constexpr Saying kPowerOf{"{0}的 {1} 次方", "{0}的 {1} 次方", "{0} to the power {1}"};
inline constexpr Saying kIsOfType{"{0}是{1}", "{0}是{1}", "{0} is {1}"};
inline constexpr Saying kIsNotOfType{"{0}不是{1}", "{0}不是{1}", "{0} is not {1}"};
inline constexpr Saying kListOf{"[{0}]", "[{0}]", "[{0}]"};
inline constexpr Saying kEmptyList{"空列表", "空列表", "an empty list"};
inline constexpr Saying kEmptyText{"空文本", "空文本", "an empty text"};
inline constexpr Saying kNoValue{"没有值", "沒有值", "no value"};
inline constexpr Saying kNotKnown{"还不知道", "還不知道", "not known"};
inline constexpr Saying kPartlyKnown{"{0}，其余还不知道", "{0}，其餘還不知道", "{0}, the rest is not known"};
inline constexpr Saying kHoldsItem{"有{0}", "有{0}", "has {0}"};
inline constexpr Saying kLacksItem{"没有{0}", "沒有{0}", "has not {0}"};
}  // namespace say

/// How a call of a built-in function with `count` arguments is said; null if the function is not known. The
/// last placeholder takes all arguments that are left.
const Saying* find_function_saying(std::string_view function, std::size_t count);

/// `happened_on.year`: 年份. Null if the property is not known.
const Saying* find_property_saying(std::string_view property);

/// `instance of number`: 数.
const Saying* find_type_saying(std::string_view type);

/// A kind of event, as `event(...).what` gives it: 已提交.
const Saying* find_event_saying(std::string_view what);

/// All patterns, for the test of their languages.
std::vector<const Saying*> all_sayings();

}  // namespace zhilu
