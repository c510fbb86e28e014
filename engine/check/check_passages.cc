// SPDX-License-Identifier: MIT
// Every passage of a seed article is followed, deliberately not followed, or no guidance at all.
#include "engine/check/check.h"
#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"

namespace zhilu {
namespace {

// cited[source][passage]: something cites it.
std::vector<std::vector<bool>> cited_passages(const Knowledge& knowledge) {
  std::vector<std::vector<bool>> cited;
  for (const Source& source : knowledge.sources) cited.emplace_back(source.passages.size(), false);
  checks::visit_citations(knowledge, [&](const SourceRefs& refs) {
    for (const SourceRef& ref : refs) cited[ref.source.value][ref.passage] = true;
  });
  return cited;
}

}  // namespace

std::vector<PassageCount> passage_report(const Knowledge& knowledge) {
  const std::vector<std::vector<bool>> cited = cited_passages(knowledge);
  std::vector<PassageCount> report;
  for (std::uint32_t s = 0; s < knowledge.sources.size(); ++s) {
    const Source& source = knowledge.sources[SourceId{s}];
    if (source.kind != SourceKind::Seed) continue;
    PassageCount count;
    count.source = SourceId{s};
    for (std::size_t p = 0; p < source.passages.size(); ++p) {
      switch (source.passages[p].use) {
        case PassageUse::Cited:
          ++(cited[s][p] ? count.cited : count.uncited);
          break;
        case PassageUse::Replaced:
          ++count.replaced;
          break;
        case PassageUse::Background:
          ++count.background;
          break;
      }
    }
    report.push_back(count);
  }
  return report;
}

void checks::check_passages(const Knowledge& knowledge, Findings& out) {
  const std::vector<std::vector<bool>> cited = cited_passages(knowledge);
  for (std::uint32_t s = 0; s < knowledge.sources.size(); ++s) {
    const Source& source = knowledge.sources[SourceId{s}];
    if (source.kind != SourceKind::Seed) continue;
    for (std::size_t p = 0; p < source.passages.size(); ++p) {
      const Passage& passage = source.passages[p];
      if (passage.use != PassageUse::Cited || cited[s][p]) continue;
      out.add(kUncitedPassage, passage.span, {source.id + "." + passage.id});
    }
  }
}

}  // namespace zhilu
