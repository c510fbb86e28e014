// SPDX-License-Identifier: MIT
// A plan document being written; used by plan_document.cc and the files beside it only.
//
// Each write_ function fills one part of the document. They are called in the order given here.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/render/plan_document.h"
#include "engine/render/prepared.h"
#include "engine/render/privacy.h"
#include "engine/render/source_line.h"
#include "engine/render/wording.h"

namespace zhilu {

struct Draft {
  /// What most documents need for their own texts and lists.
  static constexpr std::size_t kPoolBytes = 1 << 15;

  explicit Draft(const DocumentInput& given)
      : input(given),
        pool(std::make_shared<TextPool>(kPoolBytes)),
        wording(given.words, given.language, given.matter, given.plan.as_of, *pool, given.plan.assumed),
        parts(given.words.parts(given.language)),
        cited(pool->list<std::uint64_t>((given.words.citation_count() + 63) / 64)),
        ranks(ranks_of(given, *pool)) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const DocumentInput& input;
  /// Passed on to the document.
  std::shared_ptr<TextPool> pool;
  Wording wording;
  /// INVARIANT: the lines of sources in a document are all of these.
  const PreparedParts& parts;
  PlanDocument document;
  /// By number of a citation, as bits: whether it stands in the document's own list.
  std::span<std::uint64_t> cited;
  /// By step: its place in the plan from 1 on, or 0.
  std::span<const std::uint32_t> ranks;

  /// For lists that are put together before they are kept.
  std::vector<std::string_view> texts;

  const Knowledge& knowledge() const { return input.words.knowledge(); }
  const Plan& plan() const { return input.plan; }
  /// The person's words.
  const MaskedText& masked() {
    if (!masked_) masked_.emplace(input.text);
    return *masked_;
  }

 private:
  std::optional<MaskedText> masked_;

  static std::span<const std::uint32_t> ranks_of(const DocumentInput& given, TextPool& pool) {
    const std::span<std::uint32_t> ranks = pool.list<std::uint32_t>(given.words.knowledge().steps.size());
    std::uint32_t rank = 0;
    for (const PlanStep& step : given.plan.steps) ranks[step.step.value] = ++rank;
    return ranks;
  }
};

// plan_sources.cc
/// The citations as bits, see StepWords.
std::span<const std::uint64_t> citation_bits(const Wording& wording, const StepWords& words);
/// Whether all of these stand in the document's own list.
bool are_cited(const Draft& draft, std::span<const std::uint64_t> citations);
/// Notes the lines for the document's own list.
void cite(Draft& draft, SourceLines lines);
/// The lines of `refs`, each once; they are noted for the document's own list.
SourceLines cite(Draft& draft, const SourceRefs& refs);

// plan_contradictions.cc
void write_contradictions(Draft& draft);

// plan_understood.cc
void write_understood(Draft& draft);

// plan_deadlines.cc
/// The limits without their dates. (In the step's words.)
std::span<const LimitWords> limit_words(const Wording& wording, const Array<Limit>& limits);
/// Limits of the step's channel that hold here, in the channel's order; `words` has all of them.
std::span<const LimitLine> limit_lines(Draft& draft, const PlanStep& step, std::span<const LimitWords> words);
OpensLine opens_line(const Draft& draft, const Opening& opening);
std::string_view name_of(LimitKind kind);

// plan_channel.cc
/// A channel without its limits. (In the step's words.)
ChannelLine channel_words(const Wording& wording, const Channel& channel);
/// What the step needs, then what only its channel needs; what the person has is not known.
std::span<const EvidenceLine> evidence_words(const Wording& wording, const Step& step);
/// The same with what the person has, known only for what the step itself needs.
std::span<const EvidenceLine> evidence_lines(Draft& draft, const PlanStep& step,
                                             std::span<const EvidenceLine> words);

// plan_reasons.cc
/// Adds why the graphs lead to this step, in the order of the way; may be empty. Only what is certain: the
/// edges that the plan says are taken, and those without alternative.
void add_reasons(const Draft& draft, const PlanStep& step, std::vector<std::string_view>& reasons);

// plan_steps.cc
void write_steps(Draft& draft);

// plan_questions.cc
void write_questions(Draft& draft);
void write_refused(Draft& draft);

// plan_summary.cc
void write_severity(Draft& draft);
void write_summary(Draft& draft);

}  // namespace zhilu
