// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/render/draft.h"

namespace zhilu {
namespace {

std::string_view name_of(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::Provider:
      return "provider";
    case ChannelKind::Regulator:
      return "regulator";
    case ChannelKind::Police:
      return "police";
    case ChannelKind::Court:
      return "court";
    case ChannelKind::Society:
      return "society";
    case ChannelKind::Public:
      return "public";
    case ChannelKind::Self:
      return "self";
  }
  return "provider";
}

EvidenceLine evidence_line(const Wording& wording, EvidenceId id) {
  const Evidence& evidence = wording.knowledge().evidence[id];
  return {.id = evidence.id,
          .label = wording.text(evidence.title),
          .have = {},
          .how = wording.text(evidence.how),
          .care = wording.text(evidence.care)};
}

}  // namespace

ChannelLine channel_words(const Wording& wording, const Channel& channel) {
  const Knowledge& knowledge = wording.knowledge();
  std::vector<std::string_view> needs;
  for (const EvidenceId id : channel.needs) needs.push_back(knowledge.evidence[id].id);
  std::vector<std::string_view> warnings;
  for (const PrecautionId id : channel.warnings) {
    warnings.push_back(wording.text(knowledge.precautions[id].text));
  }
  ChannelLine line;
  line.id = channel.id;
  line.label = wording.title(channel.title);
  line.kind = name_of(channel.kind);
  line.takes = wording.text(channel.takes);
  line.cannot = wording.text(channel.cannot);
  line.phone = wording.text(channel.contact.phone);
  line.site = wording.text(channel.contact.site);
  line.app = wording.text(channel.contact.app);
  line.place = wording.text(channel.contact.place);
  line.hours = wording.text(channel.contact.hours);
  line.lead_only = channel.lead_only;
  line.needs = wording.keep_list(needs);
  line.warnings = wording.keep_list(warnings);
  line.sources = wording.sources(channel.sources);
  return line;
}

std::span<const EvidenceLine> evidence_words(const Wording& wording, const Step& step) {
  std::vector<EvidenceId> ids(step.needs.begin(), step.needs.end());
  if (step.channel.is_set()) {
    for (const EvidenceId id : wording.knowledge().channels[step.channel].needs) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  }
  std::vector<EvidenceLine> lines;
  lines.reserve(ids.size());
  for (const EvidenceId id : ids) lines.push_back(evidence_line(wording, id));
  return wording.keep_list(lines);
}

std::span<const EvidenceLine> evidence_lines(Draft& draft, const PlanStep& step,
                                             std::span<const EvidenceLine> words) {
  const auto is_known = [](Truth truth) { return truth != Truth::Unknown; };
  if (std::none_of(step.have.begin(), step.have.end(), is_known)) return words;
  const std::span<EvidenceLine> lines = draft.pool->keep_list(words);
  // The step's own needs stand first.
  for (std::size_t i = 0; i < std::min(lines.size(), step.have.size()); ++i) {
    if (is_known(step.have[i])) lines[i].have = step.have[i] == Truth::True;
  }
  return lines;
}

}  // namespace zhilu
