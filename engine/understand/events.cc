// SPDX-License-Identifier: MIT
#include "engine/understand/events.h"

#include <algorithm>

namespace zhilu {
namespace {

/// An outcome counts where it is told as a fact: a refusal always, anything else where it is told as done.
bool is_told(const TextContext& context, const CueMatch& outcome, EventKind what) {
  if (stance_of(context, outcome.begin, outcome.begin, outcome.end) != Stance::Told) return false;
  const Clause& clause = context.clauses[context.clauses.at(outcome.begin)];
  if (clause.asks || is_a_not_a(context, outcome.begin)) return false;
  return what == EventKind::Refused || is_told_as_done(context, outcome.begin, outcome.end);
}

std::optional<Date> day_in_clause(const TextContext& context, std::span<const DateText> dates,
                                  std::uint32_t clause) {
  for (const DateText& date : dates) {
    if (context.clauses.at(date.begin) == clause) return date.date;
  }
  return std::nullopt;
}

}  // namespace

void find_events(const TextContext& context, std::span<const ChannelMention> mentions,
                 std::span<const DateText> dates, std::vector<Event>& out) {
  if (mentions.empty()) return;
  for (const CueMatch& cue : context.cues) {
    if (cue.cue != Cue::Outcome) continue;
    const auto what = static_cast<EventKind>(cue.value);
    const auto after = std::upper_bound(mentions.begin(), mentions.end(), cue.begin,
                                        [](std::uint32_t at, const ChannelMention& m) { return at < m.at; });
    if (after == mentions.begin()) continue;
    const ChannelMention& mention = *(after - 1);
    const std::uint32_t clause = context.clauses.at(cue.begin);
    const std::uint32_t named_in = context.clauses.at(mention.at);
    if (context.clauses[clause].sentence != context.clauses[named_in].sentence ||
        !is_told(context, cue, what))
      continue;
    const bool is_repeated = std::any_of(out.begin(), out.end(), [&](const Event& e) {
      return e.channel == mention.channel && e.what == what;
    });
    if (is_repeated) continue;
    std::optional<Date> on = day_in_clause(context, dates, clause);
    if (!on) on = day_in_clause(context, dates, named_in);
    out.push_back({.step = {}, .channel = mention.channel, .what = what, .on = on, .number = {}});
  }
}

}  // namespace zhilu
