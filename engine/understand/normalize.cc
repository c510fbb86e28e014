// SPDX-License-Identifier: MIT
#include "engine/understand/normalize.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace zhilu {
namespace {

/// Characters [begin, end) of a text, which a pattern puts right.
struct TypingError {
  std::uint32_t pattern = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

}  // namespace

Normalizer::Normalizer(const Folder& folder, std::span<const Spelling> spellings) {
  std::map<std::u32string, std::u32string> pairs;
  for (const Spelling& spelling : spellings) {
    std::u32string wrong = folder.fold(spelling.wrong);
    std::u32string right = folder.fold(spelling.right);
    if (!wrong.empty() && wrong != right) pairs.try_emplace(std::move(wrong), std::move(right));
  }
  std::vector<std::u32string> patterns;
  for (auto& [wrong, right] : pairs) {
    patterns.push_back(wrong);
    right_.emplace_back(right.begin(), right.end());
  }
  wrong_ = Automaton(patterns);
}

void Normalizer::normalize(const Folder& folder, std::string_view text, std::size_t max_characters,
                           FoldedText& out) const {
  folder.fold(text, max_characters, out);
  std::vector<TypingError> errors;
  wrong_.scan(out.characters, [&](std::uint32_t ending, std::uint32_t end) {
    wrong_.for_patterns(ending, [&](std::uint32_t pattern, std::uint32_t length) {
      errors.push_back({pattern, end - length, end});
    });
  });
  if (errors.empty()) return;

  std::sort(errors.begin(), errors.end(), [](const TypingError& a, const TypingError& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  FoldedText corrected;
  corrected.complete = out.complete;
  corrected.characters.reserve(out.characters.size());
  corrected.places.reserve(out.places.size());
  std::size_t done = 0;
  const auto copy_until = [&](std::size_t end) {
    corrected.characters.append(out.characters, done, end - done);
    corrected.places.insert(corrected.places.end(), out.places.begin() + static_cast<std::ptrdiff_t>(done),
                            out.places.begin() + static_cast<std::ptrdiff_t>(end));
    done = end;
  };
  for (const TypingError& error : errors) {
    if (error.begin < done) continue;
    copy_until(error.begin);
    const Array<char32_t>& right = right_[error.pattern];
    const FoldedPlace place = {out.places[error.begin].begin, out.places[error.end - 1].end};
    corrected.characters.append(right.begin(), right.end());
    // A replacement of the same length keeps the place of each character, so that quotes stay as narrow as
    // can be.
    for (std::size_t i = 0; i < right.size(); ++i) {
      corrected.places.push_back(right.size() == error.end - error.begin ? out.places[error.begin + i]
                                                                         : place);
    }
    done = error.end;
  }
  copy_until(out.characters.size());
  out = std::move(corrected);
}

}  // namespace zhilu
