// SPDX-License-Identifier: MIT
#include "engine/render/draft.h"

namespace zhilu {

void cite(Draft& draft, SourceLines lines) {
  for (const SourceLine* line : lines) {
    const PreparedSource& source = *line->prepared;
    draft.wording.note_fell_back(source.fell_back);
    if (draft.cited[source.number]) continue;
    draft.cited[source.number] = true;
    draft.document.sources.push_back(line);
  }
}

SourceLines cite(Draft& draft, const SourceRefs& refs) {
  const SourceLines lines = draft.wording.sources(refs);
  cite(draft, lines);
  return lines;
}

}  // namespace zhilu
