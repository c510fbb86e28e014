// SPDX-License-Identifier: MIT
// Parts of documents that are the same whenever they stand in one: made once for a language and kept with the
// words of the knowledge (words.h).
//
// A line of a document that was made from such a part says so (`prepared`). A door may then keep what it
// wrote for it (`form`), and next time copy that instead of writing field by field.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/base/once.h"
#include "engine/base/text_pool.h"
#include "engine/render/plan_document.h"

namespace zhilu {

/// What a door writes for a part in which nothing stands that differs from document to document.
struct Form {
  /// Bytes that hold the value of a field which differs.
  struct Cut {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  std::string bytes;
  /// In the order of the fields.
  std::vector<Cut> cuts;
};

struct PreparedPart {
  /// Most parts are short.
  static constexpr std::size_t kFirstBlock = 512;

  /// False where a text has a placeholder, so that the part must be made anew for each matter.
  bool fixed = true;
  /// True where a text has no translation.
  bool fell_back = false;
  TextPool pool{kFirstBlock};
  Once<Form> form;
};

/// A limit of a channel without its date.
struct LimitWords {
  LimitLine line;
  bool fell_back = false;
};

/// What is the same of a step in every plan: all but rank, status, priority, reasons, what the person has,
/// limits, openings, what it depends on and what is done at the same time. `why` has the step's own reason.
struct StepWords {
  StepLine line;
  /// All limits of the channel.
  std::span<const LimitWords> limits;
  /// The citations that the step, its channel and all limits may make: a bit by number, in words of 64.
  std::span<const std::uint64_t> citations;
};

struct PreparedStep : PreparedPart {
  StepWords words;
};

/// All of a question but what it settles.
struct PreparedQuestion : PreparedPart {
  QuestionLine line;
};

struct PreparedSource : PreparedPart {
  SourceLine line;
  /// Number of the citation, see Words::citation_index.
  std::size_t number = 0;
};

class Wording;

/// Written in the language and with the facts of `wording`, kept in its pool.
StepWords step_words(const Wording& wording, StepId step);
QuestionLine question_words(const Wording& wording, FactId fact);

/// The prepared parts of one knowledge base in one language.
class PreparedParts {
 public:
  /// REQUIRES: `words` outlives this object.
  PreparedParts(const Words& words, Language language);

  const PreparedStep& step(StepId id) const;
  const PreparedQuestion& question(FactId id) const;
  /// REQUIRES: `ref.source` is set.
  const PreparedSource& source(const SourceRef& ref) const;

 private:
  const Words& words_;
  Language language_;
  std::vector<Once<PreparedStep>> steps_;
  std::vector<Once<PreparedQuestion>> questions_;
  std::vector<Once<PreparedSource>> sources_;
};

}  // namespace zhilu
