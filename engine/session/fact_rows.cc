// SPDX-License-Identifier: MIT
#include "engine/session/fact_rows.h"

namespace zhilu {

FactRows::Row FactRows::take(Row row) {
  Word* to = make_room(words_.size());
  const std::span<const Word> old = words(row);
  std::size_t known = 0;
  bool is_old = true;
  for (std::uint32_t t = 0; t < touched_.size(); ++t) {
    for (; touched_[t] != 0; touched_[t] &= touched_[t] - 1) {
      const std::uint32_t w = t * 64 + static_cast<std::uint32_t>(std::countr_zero(touched_[t]));
      std::uint64_t bits = words_[w];
      words_[w] = 0;
      while (known < old.size() && old[known].number < w) *to++ = old[known++];
      if (known < old.size() && old[known].number == w) {
        is_old = is_old && (bits & ~old[known].bits) == 0;
        bits |= old[known++].bits;
      } else {
        is_old = false;
      }
      *to++ = {w, bits};
    }
  }
  if (is_old) return row;
  while (known < old.size()) *to++ = old[known++];
  return end_row(to);
}

FactRows::Row FactRows::unite(Row a, Row b) {
  if (b == kNone || a == b) return a;
  if (a == kNone) return b;
  Word* to = make_room(words(a).size() + words(b).size());
  const std::span<const Word> first = words(a);
  const std::span<const Word> second = words(b);
  std::size_t i = 0;
  std::size_t k = 0;
  bool is_first = true;
  bool is_second = true;
  while (i < first.size() && k < second.size()) {
    const Word& x = first[i];
    const Word& y = second[k];
    if (x.number == y.number) {
      const std::uint64_t bits = x.bits | y.bits;
      is_first = is_first && bits == x.bits;
      is_second = is_second && bits == y.bits;
      *to++ = {x.number, bits};
      ++i;
      ++k;
    } else if (x.number < y.number) {
      is_second = false;
      *to++ = first[i++];
    } else {
      is_first = false;
      *to++ = second[k++];
    }
  }
  is_first = is_first && k == second.size();
  is_second = is_second && i == first.size();
  if (is_first) return a;
  if (is_second) return b;
  while (i < first.size()) *to++ = first[i++];
  while (k < second.size()) *to++ = second[k++];
  return end_row(to);
}

}  // namespace zhilu
