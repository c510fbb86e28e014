// SPDX-License-Identifier: MIT
#include "engine/understand/clauses.h"

#include "engine/base/character_set.h"
#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

enum class Mark : std::uint8_t { None, Clause, Sentence };

/// Characters that may divide.
constexpr CharacterSet kMarks(U"\n。!?;.,:()\"“”「」[]【】| ");

/// What the character at `i` divides.
Mark mark_at(std::u32string_view text, std::size_t i) {
  const char32_t before = i > 0 ? text[i - 1] : U' ';
  const char32_t after = i + 1 < text.size() ? text[i + 1] : U' ';
  switch (text[i]) {
    case U'\n':
    case U'。':
    case U'!':
    case U'?':
    case U';':
      return Mark::Sentence;
    case U'.':
      // 3.5 and a.com are one; an ellipsis divides like a comma, a stop used as 。 like a stop.
      if (before == U'.' || after == U'.') return Mark::Clause;
      return is_ascii_alphanumeric(before) && is_ascii_alphanumeric(after) ? Mark::None : Mark::Sentence;
    case U',':
    case U':':
      return is_ascii_digit(before) && is_ascii_digit(after) ? Mark::None : Mark::Clause;
    case U'(':
    case U')':
    case U'"':
    case U'“':
    case U'”':
    case U'「':
    case U'」':
    case U'[':
    case U']':
    case U'【':
    case U'】':
    case U'|':
      return Mark::Clause;
    case U' ':
      // People set blanks around figures and Latin words; between two ideographs a blank stands for a comma.
      return is_ideograph(before) && is_ideograph(after) ? Mark::Clause : Mark::None;
    default:
      return Mark::None;
  }
}

bool ends_with_particle(std::u32string_view text, const Clause& clause) {
  if (clause.end == clause.begin) return false;
  const char32_t last = text[clause.end - 1];
  return last == U'吗' || last == U'么' || last == U'呢';
}

}  // namespace

void Clauses::split(std::u32string_view text, std::span<const CueMatch> cues) {
  clauses_.clear();
  of_character_.assign(text.size(), 0);
  Clause clause;
  std::size_t cue = 0;
  const auto close = [&](std::size_t end, std::size_t next, Mark mark, bool question) {
    clause.end = static_cast<std::uint32_t>(end);
    clause.asks = question || ends_with_particle(text, clause);
    while (cue < cues.size() && cues[cue].begin < next) ++cue;
    clause.last_cue = static_cast<std::uint32_t>(cue);
    const std::uint32_t sentence = clause.sentence + (mark == Mark::Sentence ? 1 : 0);
    // Marks in a row (", “") make no empty clause, but the sentence may still end there.
    if (clause.end > clause.begin) clauses_.push_back(clause);
    clause = Clause{.begin = static_cast<std::uint32_t>(next),
                    .end = static_cast<std::uint32_t>(next),
                    .sentence = sentence,
                    .first_cue = static_cast<std::uint32_t>(cue),
                    .last_cue = static_cast<std::uint32_t>(cue)};
  };
  // Where the next word stands that begins a clause.
  std::size_t next_break = 0;
  const auto break_at = [&] {
    while (next_break < cues.size() && cues[next_break].cue != Cue::Break) ++next_break;
    return next_break < cues.size() ? cues[next_break].begin : text.size();
  };
  std::size_t at_break = break_at();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == at_break) {
      if (i > clause.begin) close(i, i, Mark::Clause, false);
      while (next_break < cues.size() && cues[next_break].begin <= i) ++next_break;
      at_break = break_at();
    }
    of_character_[i] = static_cast<std::uint32_t>(clauses_.size());
    if (!kMarks.holds(text[i])) continue;
    const Mark mark = mark_at(text, i);
    if (mark != Mark::None) close(i, i + 1, mark, text[i] == U'?');
  }
  close(text.size(), text.size(), Mark::Sentence, false);
  // Characters behind the last clause (closing marks) belong to it.
  const auto last = static_cast<std::uint32_t>(clauses_.empty() ? 0 : clauses_.size() - 1);
  for (std::size_t i = text.size(); i > 0 && of_character_[i - 1] > last; --i) of_character_[i - 1] = last;
}

}  // namespace zhilu
