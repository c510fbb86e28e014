// SPDX-License-Identifier: MIT
// How a text means a phrase: as told, denied, supposed or asked; and whether an action is told as done.
//
// After NegEx: a negation reaches a few characters to the right within its clause. What makes complaints
// special: the other side's refusal (不退) is a fact and stands in the words; their denial (他们说没有泄露)
// does not deny it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/understand/clauses.h"
#include "engine/understand/cues.h"

namespace zhilu {

enum class Stance : std::uint8_t {
  Told,
  Denied,        ///< By the person: 没报警, 不是被骗.
  QuotedDenial,  ///< By the other side: 客服说没有泄露.
  Supposed,      ///< 如果被骗, 防止被骗.
  Asked,         ///< 是不是诈骗, 怀疑被骗.
};

/// A text with what has been found in it so far.
struct TextContext {
  std::u32string_view text;
  const Clauses& clauses;
  std::span<const CueMatch> cues;
};

/// How characters [begin, end) are meant. Where they are a phrase of several parts, `last` is where the last
/// one begins, and a negation between the parts counts too (信息没有泄露); else it is `begin`.
Stance stance_of(const TextContext& context, std::uint32_t begin, std::uint32_t last, std::uint32_t end);

/// Where the negation that reaches `begin` begins; `begin` itself if none does.
std::uint32_t negation_before(const TextContext& context, std::uint32_t begin);

/// Is the action at [begin, end) told as done: 报警了, 已经投诉, 打12315说…; not 要不要报警, 想投诉,
/// 投诉有用吗? A denied one is not done either.
bool is_told_as_done(const TextContext& context, std::uint32_t begin, std::uint32_t end);

/// Does a question of the form 退不退, 有没有 begin one character before `begin`? What begins with its
/// negation then says nothing: 银行有没有责任 does not mean 没有责任.
bool is_a_not_a(const TextContext& context, std::uint32_t begin);

/// Is what stands at `begin` told as going on now (现在又要, 一直让), not as a stage of what is over
/// (后来又让)?
bool is_told_as_present(const TextContext& context, std::uint32_t begin);

/// Is it told as a stage of what is over (后来又让, 当时要)?
bool is_told_as_past(const TextContext& context, std::uint32_t begin);

/// Is what begins at `begin` wished, demanded or supposed in its clause: 我说要都退了?
bool is_wished(const TextContext& context, const Clause& clause, std::uint32_t begin);

/// Does a clause tell of a later time than what stands before it: 后来, 现在, 昨天才?
bool turns_to_later(const TextContext& context, const Clause& clause);

/// Is what begins at `begin` said by somebody other than the person (他们说…)?
bool is_quoted(const TextContext& context, std::uint32_t begin);

}  // namespace zhilu
