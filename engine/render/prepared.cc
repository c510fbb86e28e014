// SPDX-License-Identifier: MIT
#include "engine/render/prepared.h"

#include <memory>

#include "engine/render/wording.h"

namespace zhilu {
namespace {

// Makes a part: `write` puts it into words. Facts are not known here, so that a part with placeholders is
// found out and is not used.
template <class Part, class Write>
std::unique_ptr<const Part> prepare(const Words& words, Language language, const Write& write) {
  auto part = std::make_unique<Part>();
  const Matter nothing(words.knowledge());
  const Wording wording(words, language, nothing, Date(), part->pool);
  write(wording, *part);
  part->fixed = !wording.has_filled();
  part->fell_back = wording.fell_back();
  return part;
}

}  // namespace

PreparedParts::PreparedParts(const Words& words, Language language)
    : words_(words),
      language_(language),
      steps_(words.knowledge().steps.size()),
      questions_(words.knowledge().facts.size()),
      sources_(words.citation_count()) {}

const PreparedStep& PreparedParts::step(StepId id) const {
  return steps_[id.value].get([&] {
    return prepare<PreparedStep>(words_, language_, [&](const Wording& wording, PreparedStep& part) {
      part.words = step_words(wording, id);
      part.words.line.prepared = &part;
    });
  });
}

const PreparedQuestion& PreparedParts::question(FactId id) const {
  return questions_[id.value].get([&] {
    return prepare<PreparedQuestion>(words_, language_, [&](const Wording& wording, PreparedQuestion& part) {
      part.line = question_words(wording, id);
      part.line.prepared = &part;
    });
  });
}

const PreparedSource& PreparedParts::source(const SourceRef& ref) const {
  const std::size_t number = words_.citation_index(ref);
  return sources_[number].get([&] {
    return prepare<PreparedSource>(words_, language_, [&](const Wording& wording, PreparedSource& part) {
      part.line = source_line(wording, ref);
      part.line.prepared = &part;
      part.number = number;
    });
  });
}

}  // namespace zhilu
