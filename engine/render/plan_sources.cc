// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/render/draft.h"

namespace zhilu {

SourceLines cite(Draft& draft, const SourceRefs& refs) {
  SourceLines lines;
  lines.reserve(refs.size());
  for (const SourceRef& ref : refs) {
    if (!ref.source.is_set()) continue;
    const SourceLine& line = draft.wording.source(ref);
    if (std::find(lines.begin(), lines.end(), &line) != lines.end()) continue;
    lines.push_back(&line);
    const std::size_t index = draft.input.words.citation_index(ref);
    if (!draft.cited[index]) draft.document.sources.push_back(&line);
    draft.cited[index] = true;
  }
  return lines;
}

}  // namespace zhilu
