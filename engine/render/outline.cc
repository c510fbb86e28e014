// SPDX-License-Identifier: MIT
#include "engine/render/outline.h"

#include <algorithm>
#include <set>

namespace zhilu {
namespace {

// More groups or steps than this are only counted.
constexpr std::size_t kMostGroups = 4;
constexpr std::size_t kMostSteps = 3;

// A sentence that becomes part of another loses its full stop.
std::string_view without_stop(std::string_view text) {
  for (const std::string_view stop : {"。", "."}) {
    if (text.ends_with(stop)) text.remove_suffix(stop.size());
  }
  return text;
}

std::string aside_together(const StepLine& step, const Phrases& phrases) {
  std::vector<std::string> ranks;
  for (const std::uint32_t rank : step.together_with) ranks.push_back(std::to_string(rank));
  return phrases.write(Phrase::TogetherWith, {{"priority", step.priority_label},
                                              {"ranks", phrases.joined(ranks, Phrase::Comma)},
                                              {"n", ranks.size()}});
}

// First what cannot wait, or else the first step alone; then one group for each urgency. A step that is more
// urgent than the group before it but must follow it stays in that group.
std::vector<StepGroup> groups_of(const PlanDocument& document, const Phrases& phrases) {
  std::vector<StepGroup> groups;
  std::set<std::string_view> headings;
  for (const StepLine& step : document.steps) {
    if (step.status != "do") continue;
    if (groups.empty()) {
      groups.push_back({.heading = phrases.write(Phrase::DoFirst), .is_first = true, .members = {}});
    }
    StepGroup& first = groups.front();
    if (groups.size() == 1 && (first.members.empty() || !step.together_with.empty())) {
      const bool together = !step.together_with.empty();
      first.members.push_back(
          {&step, together ? aside_together(step, phrases) : std::string(step.priority_label)});
      if (together) headings.insert(step.priority_label);
      continue;
    }
    if (groups.size() == 1 || headings.insert(step.priority_label).second) {
      headings.insert(step.priority_label);
      groups.push_back({.heading = std::string(step.priority_label), .members = {}});
    }
    StepGroup& group = groups.back();
    const bool said = step.priority_label == group.heading;
    group.members.push_back({&step, said ? std::string() : std::string(step.priority_label)});
  }
  return groups;
}

void add_open(Outline& outline, const StepLine& step, const PlanDocument& document, const Phrases& phrases) {
  const auto question =
      std::find_if(document.questions.begin(), document.questions.end(), [&](const QuestionLine& asked) {
        return std::find(step.depends_on.begin(), step.depends_on.end(), asked.fact) != step.depends_on.end();
      });
  const bool is_asked = question != document.questions.end();
  const std::string facts =
      is_asked ? std::string(question->label) : phrases.joined(step.depends_on_labels, Phrase::Comma);
  auto group = std::find_if(outline.open.begin(), outline.open.end(),
                            [&](const OpenGroup& known) { return known.facts == facts; });
  if (group == outline.open.end()) {
    const bool is_next = is_asked && question == document.questions.begin();
    outline.open.push_back({.facts = facts, .is_asked = is_next, .steps = {}});
    group = outline.open.end() - 1;
  }
  if (group->steps.size() < kMostSteps) {
    group->steps.push_back(&step);
  } else {
    ++group->more;
  }
}

}  // namespace

const Phrases& phrases_of(const PlanDocument& document, std::optional<Phrases>& own) {
  if (document.phrases != nullptr) return *document.phrases;
  return own.emplace(find_language(document.language).value_or(Language::Hans));
}

Outline outline_of(const PlanDocument& document, const Phrases& phrases) {
  Outline outline;
  outline.has_plan = document.scope != "out" && !document.nothing_understood;
  outline.groups = groups_of(document, phrases);
  for (const StepLine& step : document.steps) {
    if (step.status == "wait") outline.waiting.push_back(&step);
    if (step.status == "later") outline.later.push_back(&step);
    if (step.status == "done") outline.done.push_back(&step);
    if (step.status == "maybe") add_open(outline, step, document, phrases);
  }
  std::stable_partition(outline.open.begin(), outline.open.end(),
                        [](const OpenGroup& g) { return g.is_asked; });
  while (outline.open.size() > kMostGroups) {
    outline.more_open += outline.open.back().steps.size() + outline.open.back().more;
    outline.open.pop_back();
  }
  return outline;
}

std::string understood_text(const PlanDocument& document) {
  std::string out;
  for (const std::string_view piece : document.understood_short) {
    if (!out.empty()) out += " · ";
    out += piece;
  }
  return out;
}

std::string assumed_text(const PlanDocument& document, const Phrases& phrases) {
  if (document.assumed_short.empty()) return {};
  return phrases.write(Phrase::Assumed,
                       {{"facts", phrases.joined(document.assumed_short, Phrase::Semicolon)}});
}

std::string severity_text(const PlanDocument& document, const Phrases& phrases) {
  std::vector<std::string_view> reasons;
  for (const std::string_view reason : document.severity_because) reasons.push_back(without_stop(reason));
  if (document.severity_label.empty() || reasons.empty()) return std::string(document.severity_label);
  return phrases.write(Phrase::Labelled, {{"label", document.severity_label},
                                          {"text", phrases.joined(reasons, Phrase::Semicolon)}});
}

std::string why_text(const StepLine& step, const Phrases& phrases) {
  std::vector<std::string_view> reasons;
  for (const std::string_view reason : step.why) reasons.push_back(without_stop(reason));
  return phrases.joined(reasons, Phrase::Semicolon);
}

std::string contact_text(const StepLine& step, const Phrases& phrases, bool brief) {
  // That one does it oneself need not be said.
  if (!step.channel || step.channel->kind == "self") return {};
  const ChannelLine& channel = *step.channel;
  std::string out(channel.label);
  const auto add = [&](Phrase phrase, std::string_view value) {
    if (!value.empty()) out += " · " + phrases.write(phrase, {{"value", value}});
  };
  add(Phrase::Phone, channel.phone);
  add(Phrase::App, channel.app);
  add(Phrase::Site, channel.site);
  if (brief) return out;
  add(Phrase::Place, channel.place);
  add(Phrase::Hours, channel.hours);
  if (channel.lead_only) out += phrases.write(Phrase::Bracketed, {{"text", phrases.write(Phrase::LeadOnly)}});
  return out;
}

std::vector<std::string_view> limit_texts(const StepLine& step) {
  std::vector<std::string_view> out;
  if (!step.channel) return out;
  for (const LimitLine& limit : step.channel->limits) {
    out.push_back(limit.date_text.empty() ? limit.text : limit.date_text);
  }
  return out;
}

std::vector<std::string> opens_texts(const StepLine& step, const PlanDocument& document,
                                     const Phrases& phrases) {
  const auto status_before = [&](const OpensLine& opening) -> std::string_view {
    const std::uint32_t rank = opening.after_rank;
    return rank > 0 && rank <= document.steps.size() ? document.steps[rank - 1].status : "";
  };
  const auto is_certain = [&](const OpensLine& opening) {
    const std::string_view status = status_before(opening);
    return !status.empty() && status != "maybe";
  };
  const bool any_certain = std::any_of(step.opens.begin(), step.opens.end(), is_certain);
  // First by step: its outcomes that open the way. Then steps with the same outcomes are named together.
  struct Way {
    std::vector<std::string> after;
    std::string_view step;
    bool in_plan = false;
    std::vector<std::string> outcomes;
  };
  std::vector<Way> ways;
  for (const OpensLine& opening : step.opens) {
    if (any_certain && !is_certain(opening)) continue;
    auto way =
        std::find_if(ways.begin(), ways.end(), [&](const Way& known) { return known.step == opening.after; });
    if (way == ways.end()) {
      // Steps that may not come and those done are not shown with their rank.
      const bool in_plan = is_certain(opening) && status_before(opening) != "done";
      std::string after = in_plan ? std::to_string(opening.after_rank) : std::string(opening.after_label);
      way = ways.insert(ways.end(), {{std::move(after)}, opening.after, in_plan, {}});
    }
    std::string outcome(opening.outcome_label);
    if (!opening.date_text.empty())
      outcome += phrases.write(Phrase::Bracketed, {{"text", opening.date_text}});
    way->outcomes.push_back(std::move(outcome));
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    Way& way = ways[i];
    for (std::size_t k = ways.size() - 1; k > i; --k) {
      if (ways[k].in_plan != way.in_plan || ways[k].outcomes != way.outcomes) continue;
      way.after.insert(way.after.begin() + 1, ways[k].after.front());
      ways.erase(ways.begin() + static_cast<std::ptrdiff_t>(k));
    }
    out.push_back(phrases.write(
        Phrase::OpensAfter,
        {{"steps", Argument(phrases.joined(way.after, Phrase::Comma), way.in_plan ? "ranks" : "titles")},
         {"n", way.after.size()},
         {"outcomes", phrases.joined(way.outcomes, Phrase::Or)}}));
  }
  if (out.empty() && !step.depends_on_labels.empty()) {
    out.push_back(
        phrases.write(Phrase::DependsOn, {{"facts", phrases.joined(step.depends_on_labels, Phrase::Comma)}}));
  }
  return out;
}

std::string_view awaited_text(const StepLine& step) {
  if (!step.deadline) return {};
  return step.deadline->date_text.empty() ? step.deadline->text : step.deadline->date_text;
}

std::string sources_text(const StepLine& step, const Phrases& phrases, std::size_t most) {
  // Places of one source stand together: 《证据规定》第14条、第15条.
  struct Cited {
    const SourceLine* source;
    std::vector<std::string_view> places;
  };
  std::vector<Cited> cited;
  std::size_t count = 0;
  const auto add = [&](const SourceLines& sources, bool seeds) {
    for (const SourceLine* source : sources) {
      if ((source->kind == "seed") != seeds) continue;
      auto at = std::find_if(cited.begin(), cited.end(),
                             [&](const Cited& known) { return known.source->title == source->title; });
      if (at == cited.end()) at = cited.insert(cited.end(), {source, {}});
      const bool known = std::find(at->places.begin(), at->places.end(), source->place) != at->places.end();
      if (known || ++count > most) continue;
      at->places.push_back(source->place);
    }
  };
  for (const bool seeds : {false, true}) {
    if (seeds && count > 0) break;
    add(step.sources, seeds);
    if (!step.channel) continue;
    add(step.channel->sources, seeds);
    for (const LimitLine& limit : step.channel->limits) add(limit.sources, seeds);
  }
  std::vector<std::string> labels;
  for (const Cited& one : cited) {
    if (one.places.empty()) continue;
    const std::string places = phrases.joined(one.places, Phrase::Comma);
    std::string label(one.source->title);
    if (!places.empty()) label = phrases.write(Phrase::SourceLabel, {{"title", label}, {"place", places}});
    if (!one.source->verified_primary) {
      label += phrases.write(Phrase::Bracketed, {{"text", phrases.write(Phrase::Secondary)}});
    }
    labels.push_back(std::move(label));
  }
  std::string out = phrases.joined(labels, Phrase::Comma);
  if (count > most) out += phrases.write(Phrase::MoreSources, {{"n", count}});
  return out;
}

std::string question_heading(const PlanDocument& document, const Phrases& phrases) {
  // The question shown is the first of those left.
  const std::uint32_t least = std::max<std::uint32_t>(document.questions_at_least, 1);
  const std::uint32_t most = std::max(document.questions_at_most, least);
  std::string total = std::to_string(least);
  if (most > least) total += "–" + std::to_string(most);
  return phrases.write(Phrase::QuestionCount, {{"total", total}});
}

}  // namespace zhilu
