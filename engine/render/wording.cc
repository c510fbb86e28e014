// SPDX-License-Identifier: MIT
#include "engine/render/wording.h"

#include <algorithm>

#include "engine/render/fact_text.h"
#include "engine/render/prepared.h"

namespace zhilu {

std::string_view Wording::note(const Words::Written& written) const {
  note_fell_back(written.fell_back);
  has_filled_ = has_filled_ || written.filled;
  return written.text;
}

const SourceLine& Wording::source(const SourceRef& ref) const {
  const PreparedSource& source = words_.parts(language_).source(ref);
  note_fell_back(source.fell_back);
  return source.line;
}

std::string_view Wording::text(const Text& text) const {
  const auto argument = [this](std::string_view name) -> Argument {
    const FactId fact = knowledge().find_fact(name);
    if (fact.is_set()) return fact_argument(*this, fact);
    if (name == "today") return today_;
    return phrase(Phrase::Unknown, {{"fact", name}});
  };
  return note(words_.text(text, language_, argument, pool_));
}

SourceLines Wording::sources(const SourceRefs& refs) const {
  const std::span<const SourceLine*> lines = pool_.list<const SourceLine*>(refs.size());
  std::size_t count = 0;
  for (const SourceRef& ref : refs) {
    if (!ref.source.is_set()) continue;
    const SourceLine* line = &source(ref);
    if (std::find(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count), line) ==
        lines.begin() + static_cast<std::ptrdiff_t>(count)) {
      lines[count++] = line;
    }
  }
  return lines.first(count);
}

std::string_view Wording::title(const Text& text) const {
  return note(words_.text(
      text, language_, [](std::string_view name) { return Argument(name); }, pool_));
}

}  // namespace zhilu
