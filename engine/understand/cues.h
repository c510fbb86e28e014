// SPDX-License-Identifier: MIT
// The small words of Chinese that change what stands beside them: negation, wish, condition, who speaks,
// which way money goes, when.
//
// They are grammar and the same for every knowledge base, so they are here and not in words.yaml. What people
// call platforms, wrongs and remedies is knowledge and never here.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace zhilu {

enum class Cue : std::uint8_t {
  Nothing,      ///< Only hides the cues inside it: 不小心 is no negation, 申请 no request.
  Negation,     ///< 没有, 不. The value is how many characters it reaches.
  Stop,         ///< Ends the reach of a negation: 就, 却.
  Break,        ///< Begins a new clause: 但是, 后来.
  Irrealis,     ///< What follows is wished, possible, advised or asked: 想, 可以, 怎么.
  Condition,    ///< 如果, 万一.
  Doubt,        ///< What follows is asked or suspected: 是不是, 算不算, 怀疑.
  Avert,        ///< What follows is to be prevented: 防止, 避免.
  Asking,       ///< Ends a question: 吗.
  Done,         ///< 已经, 多次.
  Counterpart,  ///< 客服, 他们.
  Authority,    ///< 警察, 法院.
  Myself,       ///< 我.
  Said,         ///< 说, 表示.
  Outcome,      ///< What a complaint came to; the value is an EventKind: 受理, 不予立案.
  PaidBack,     ///< The money is back: 已经退给我了.
  Demand,       ///< Somebody is to pay: 让, 要求, 必须.
  Lost,         ///< An amount beside it is gone: 骗, 损失.
  Paid,         ///< An amount beside it was paid: 转, 交.
  Offered,      ///< An amount beside it was promised, owed or earned: 返, 奖金, 额度.
  Price,        ///< An amount beside it is a price or a balance, paid or not: 总价, 余额.
  Fee,          ///< An amount beside it is paid for that: 押金, 会员费.
  Total,        ///< 一共.
  Each,         ///< 每月, 每笔.
  Again,        ///< One more payment of several: 又, 第二次.
  Day,          ///< The value is the days from today: 昨天 -1.
  AboutDays,    ///< The same, roughly: 前几天.
  Week,         ///< The value is the weeks from this one: 上周.
  Month,        ///< The value is the months from this one: 上个月.
  Year,         ///< The value is the years from this one: 去年.
  Festival,     ///< The value is month * 100 + day: 双十一.
  Weekday,      ///< The value is 1 Monday to 7 Sunday: 周五.
};

/// Phrases of one kind, separated by blanks, simplified.
struct CueWords {
  Cue cue = Cue::Nothing;
  std::int16_t value = 0;
  std::string_view phrases;
};

/// All cues. A phrase may stand under several.
std::span<const CueWords> cue_words();

/// A cue in a text: characters [begin, end).
struct CueMatch {
  Cue cue = Cue::Nothing;
  std::int16_t value = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

}  // namespace zhilu
