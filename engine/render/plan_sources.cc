// SPDX-License-Identifier: MIT
#include "engine/render/draft.h"

namespace zhilu {

std::span<const std::uint64_t> citation_bits(const Wording& wording, const StepWords& words) {
  std::vector<std::uint64_t> bits;
  const auto add = [&](SourceLines lines) {
    for (const SourceLine* line : lines) {
      const std::size_t number = line->prepared->number;
      if (number / 64 >= bits.size()) bits.resize(number / 64 + 1);
      bits[number / 64] |= std::uint64_t{1} << number % 64;
    }
  };
  add(words.line.sources);
  if (words.line.channel) add(words.line.channel->sources);
  for (const LimitWords& limit : words.limits) add(limit.line.sources);
  return wording.keep_list(bits);
}

bool are_cited(const Draft& draft, std::span<const std::uint64_t> citations) {
  std::uint64_t open = 0;
  for (std::size_t i = 0; i < citations.size(); ++i) open |= citations[i] & ~draft.cited[i];
  return open == 0;
}

void cite(Draft& draft, SourceLines lines) {
  for (const SourceLine* line : lines) {
    const PreparedSource& source = *line->prepared;
    draft.wording.note_fell_back(source.fell_back);
    std::uint64_t& word = draft.cited[source.number / 64];
    const std::uint64_t bit = std::uint64_t{1} << source.number % 64;
    if ((word & bit) != 0) continue;
    word |= bit;
    draft.document.sources.push_back(line);
  }
}

SourceLines cite(Draft& draft, const SourceRefs& refs) {
  const SourceLines lines = draft.wording.sources(refs);
  cite(draft, lines);
  return lines;
}

}  // namespace zhilu
