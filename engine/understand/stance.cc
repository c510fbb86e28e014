// SPDX-License-Identifier: MIT
#include "engine/understand/stance.h"

#include <algorithm>
#include <initializer_list>

#include "engine/base/character_set.h"
#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

/// The cues of the clause that end at or before `at`, nearest first, are visited until `visit` gives false.
template <class Visit>
void for_cues_before(const TextContext& context, const Clause& clause, std::uint32_t at, Visit visit) {
  for (std::uint32_t c = clause.last_cue; c > clause.first_cue; --c) {
    const CueMatch& cue = context.cues[c - 1];
    if (cue.end <= at && !visit(cue)) return;
  }
}

bool has_cue(const TextContext& context, const Clause& clause, Cue kind) {
  for (std::uint32_t c = clause.first_cue; c < clause.last_cue; ++c) {
    if (context.cues[c].cue == kind) return true;
  }
  return false;
}

/// The begin of the negation that reaches `begin`; `begin` itself if none does. Two negations are none, and
/// what begins with a negation is not denied by the one before it: 不发货也不退款 is two refusals.
std::uint32_t find_negation(const TextContext& context, const Clause& clause, std::uint32_t begin) {
  static constexpr CharacterSet kNegative(U"不没未无拒");
  if (kNegative.holds(context.text[begin])) return begin;
  // 被 and 骗 begin a statement of their own: in 没注意被骗了 the negation does not reach them unless it is
  // next to it.
  static constexpr CharacterSet kOwn(U"被骗遭");
  const bool own_statement = kOwn.holds(context.text[begin]);
  std::uint32_t found = begin;
  bool odd = false;
  for_cues_before(context, clause, begin, [&](const CueMatch& cue) {
    const std::uint32_t gap = begin - cue.end;
    if (gap > 8 || cue.cue == Cue::Stop || cue.cue == Cue::Break) return false;
    if (cue.cue != Cue::Negation) return true;
    const auto reach = static_cast<std::uint32_t>(cue.value);
    if (gap > (own_statement ? std::min<std::uint32_t>(reach, 2) : reach)) return true;
    odd = !odd;
    found = cue.begin;
    return true;
  });
  return odd ? found : begin;
}

/// A verb of saying whose speaker is not the person.
bool is_said_by_other(const TextContext& context, const Clause& clause, const CueMatch& said) {
  bool by_myself = false;
  for_cues_before(context, clause, said.begin, [&](const CueMatch& cue) {
    if (said.begin - cue.end > 3) return false;
    if (cue.cue == Cue::Counterpart) return false;
    by_myself = by_myself || cue.cue == Cue::Myself;
    return true;
  });
  return !by_myself;
}

bool ends_with_saying(const TextContext& context, const Clause& clause) {
  for (std::uint32_t c = clause.last_cue; c > clause.first_cue; --c) {
    const CueMatch& cue = context.cues[c - 1];
    if (cue.cue == Cue::Said && cue.end + 1 >= clause.end) return is_said_by_other(context, clause, cue);
  }
  return false;
}

bool stands_near(std::u32string_view text, std::size_t from, std::size_t to,
                 std::initializer_list<std::u32string_view> phrases) {
  if (to <= from) return false;
  const std::u32string_view near = text.substr(from, to - from);
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](auto phrase) { return near.find(phrase) != std::u32string_view::npos; });
}

/// 报警了, 投诉过, 报案后, 举报无果: what follows the action shows that it happened.
bool is_done_behind(const TextContext& context, const Clause& clause, std::uint32_t end) {
  const char32_t last = context.text[end - 1];
  if (last == U'了' || last == U'过') return true;
  const std::uint32_t limit = std::min(clause.end, end + 6);
  const char32_t next = char_at(context.text, end);
  if (end < clause.end && is_one_of(next, U"了过完后")) return true;
  return stands_near(context.text, end, limit,
                     {U"多次",   U"几次", U"两次",   U"三次",   U"好几",   U"几遍",   U"之后", U"以后",
                      U"的时候", U"无果", U"未果",   U"无用",   U"没用",   U"没人",   U"不管", U"不理",
                      U"不受理", U"不予", U"没有回", U"没回",   U"被拒",   U"被驳回", U"说",   U"回复",
                      U"了",     U"过",   U"记录",   U"回执",   U"到现在", U"至今",   U"天没", U"没有结果",
                      U"没结果", U"失败", U"不成立", U"没成立", U"不通过", U"没通过"});
}

}  // namespace

bool is_a_not_a(const TextContext& context, std::uint32_t begin) {
  const std::u32string_view text = context.text;
  return (text[begin] == U'不' || text[begin] == U'没') && begin > 0 &&
         char_at(text, begin + 1) == text[begin - 1];
}

bool is_wished(const TextContext& context, const Clause& clause, std::uint32_t begin) {
  bool wished = false;
  for_cues_before(context, clause, begin, [&](const CueMatch& cue) {
    wished = wished || cue.cue == Cue::Irrealis || cue.cue == Cue::Demand || cue.cue == Cue::Condition;
    return !wished;
  });
  return wished;
}

bool turns_to_later(const TextContext& context, const Clause& clause) {
  return stands_near(context.text, clause.begin, clause.end,
                     {U"后来", U"现在", U"今天", U"昨天", U"终于", U"最后", U"刚", U"随后", U"然后",
                      U"第二天", U"已经", U"之后", U"再去", U"又去", U"这才"});
}

bool is_told_as_past(const TextContext& context, std::uint32_t begin) {
  const Clause& clause = context.clauses[context.clauses.at(begin)];
  return stands_near(context.text, clause.begin, clause.end,
                     {U"后来", U"当时", U"然后", U"之前", U"最后", U"第二天"});
}

bool is_told_as_present(const TextContext& context, std::uint32_t begin) {
  const Clause& clause = context.clauses[context.clauses.at(begin)];
  return !is_told_as_past(context, begin) && stands_near(context.text, clause.begin, clause.end,
                                                         {U"现在", U"目前", U"今天", U"刚", U"昨天", U"一直",
                                                          U"还", U"又", U"再", U"先", U"不然", U"否则"});
}

bool is_quoted(const TextContext& context, std::uint32_t begin) {
  const std::uint32_t index = context.clauses.at(begin);
  const Clause& clause = context.clauses[index];
  bool quoted = false;
  for_cues_before(context, clause, begin, [&](const CueMatch& cue) {
    if (cue.cue == Cue::Said) quoted = quoted || is_said_by_other(context, clause, cue);
    return !quoted;
  });
  if (quoted) return true;
  return index > 0 && context.clauses[index - 1].sentence == clause.sentence &&
         ends_with_saying(context, context.clauses[index - 1]);
}

Stance stance_of(const TextContext& context, std::uint32_t begin, std::uint32_t last, std::uint32_t end) {
  const Clause& clause = context.clauses[context.clauses.at(begin)];
  std::uint32_t negation = find_negation(context, clause, begin);
  bool denied = negation < begin;
  if (last > begin) {
    const std::uint32_t between = find_negation(context, context.clauses[context.clauses.at(last)], last);
    if (between > begin && between < last) {
      denied = !denied;
      negation = between;
    }
  }
  if (denied) return is_quoted(context, negation) ? Stance::QuotedDenial : Stance::Denied;
  bool supposed = false;
  bool asked = false;
  for_cues_before(context, clause, begin, [&](const CueMatch& cue) {
    const std::uint32_t gap = begin - cue.end;
    if (cue.cue == Cue::Condition || (cue.cue == Cue::Avert && gap <= 3)) supposed = true;
    if (cue.cue == Cue::Doubt && gap <= 3) asked = true;
    return true;
  });
  // 理财安全吗？要是公司跑路: of a phrase over several clauses, the last part may be the supposed one.
  const Clause& last_clause = context.clauses[context.clauses.at(last)];
  for_cues_before(context, last_clause, last, [&](const CueMatch& cue) {
    supposed = supposed || (cue.cue == Cue::Condition && cue.begin >= begin && last - cue.end <= 12);
    return !supposed;
  });
  if (supposed || stands_near(context.text, end, std::min(clause.end, end + 6), {U"的话"}))
    return Stance::Supposed;
  return asked ? Stance::Asked : Stance::Told;
}

std::uint32_t negation_before(const TextContext& context, std::uint32_t begin) {
  return find_negation(context, context.clauses[context.clauses.at(begin)], begin);
}

bool is_told_as_done(const TextContext& context, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t index = context.clauses.at(begin);
  const Clause& clause = context.clauses[index];
  if (find_negation(context, clause, begin) < begin) return false;
  bool conditional = false;
  bool wished = false;
  bool done_before = false;
  for_cues_before(context, clause, begin, [&](const CueMatch& cue) {
    const std::uint32_t gap = begin - cue.end;
    if (cue.cue == Cue::Condition || cue.cue == Cue::Avert) conditional = true;
    if (cue.cue == Cue::Irrealis && gap <= 8) wished = true;
    if (cue.cue == Cue::Done && gap <= 8) done_before = true;
    if (cue.cue >= Cue::Day && cue.cue <= Cue::Weekday) done_before = true;
    return true;
  });
  if (conditional) return false;
  if (stands_near(context.text, end, std::min(clause.end, end + 6),
                  {U"有用吗", U"有用么", U"有没有用", U"的话", U"管用吗"})) {
    return false;
  }
  if (is_done_behind(context, clause, end)) return !(wished && clause.asks);
  if (wished || clause.asks) return false;
  if (done_before) return true;
  // 我打12315，他们说: a bare action followed by what came of it is told as done.
  if (index + 1 >= context.clauses.size()) return false;
  const Clause& next = context.clauses[index + 1];
  return next.sentence == clause.sentence && !next.asks &&
         (has_cue(context, next, Cue::Said) || has_cue(context, next, Cue::Negation));
}

}  // namespace zhilu
