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

// Whether the person has it: known only for what the step itself needs.
std::optional<bool> has(const Draft& draft, const PlanStep& step, EvidenceId evidence) {
  const std::vector<EvidenceId>& needs = draft.knowledge().steps[step.step].needs;
  const auto at = static_cast<std::size_t>(std::find(needs.begin(), needs.end(), evidence) - needs.begin());
  if (at >= needs.size() || at >= step.have.size() || step.have[at] == Truth::Unknown) return std::nullopt;
  return step.have[at] == Truth::True;
}

EvidenceLine evidence_line(const Draft& draft, const PlanStep& step, EvidenceId id) {
  const Evidence& evidence = draft.knowledge().evidence[id];
  return {.id = evidence.id,
          .label = draft.wording.text(evidence.title),
          .have = has(draft, step, id),
          .how = draft.wording.text(evidence.how),
          .care = draft.wording.text(evidence.care)};
}

}  // namespace

ChannelLine channel_line(Draft& draft, const PlanStep& step) {
  const Wording& wording = draft.wording;
  const Channel& channel = draft.knowledge().channels[draft.knowledge().steps[step.step].channel];
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
  line.needs.reserve(channel.needs.size());
  for (const EvidenceId id : channel.needs) line.needs.push_back(draft.knowledge().evidence[id].id);
  for (const PrecautionId id : channel.warnings) {
    line.warnings.push_back(wording.text(draft.knowledge().precautions[id].text));
  }
  line.limits = limit_lines(draft, step);
  line.sources = cite(draft, channel.sources);
  return line;
}

std::vector<EvidenceLine> evidence_lines(const Draft& draft, const PlanStep& step) {
  const Step& written = draft.knowledge().steps[step.step];
  std::vector<EvidenceId> ids = written.needs;
  if (written.channel.is_set()) {
    for (const EvidenceId id : draft.knowledge().channels[written.channel].needs) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  }
  std::vector<EvidenceLine> lines;
  lines.reserve(ids.size());
  for (const EvidenceId id : ids) lines.push_back(evidence_line(draft, step, id));
  return lines;
}

}  // namespace zhilu
