// SPDX-License-Identifier: MIT
// A plan document being written; used by plan_document.cc and the files beside it only.
//
// Each write_ function fills one part of the document. They are called in the order given here.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "engine/render/plan_document.h"
#include "engine/render/source_line.h"
#include "engine/render/wording.h"

namespace zhilu {

/// By node: the one edge that leads to it, where there is exactly one and the node is not the start of a
/// graph. Who is there has come that way. (plan_reasons.cc)
std::vector<TakenEdge> only_ways(const Knowledge& knowledge);

struct Draft {
  explicit Draft(const DocumentInput& given)
      : input(given),
        matter(with_assumptions(given)),
        pool(std::make_shared<TextPool>()),
        wording(given.words, given.language, matter, given.plan.as_of, *pool),
        only_ways(zhilu::only_ways(given.words.knowledge())),
        cited(given.words.citation_count()) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const DocumentInput& input;
  /// The matter with the defaults in force put in.
  Matter matter;
  /// Passed on to the document.
  std::shared_ptr<TextPool> pool;
  Wording wording;
  std::vector<TakenEdge> only_ways;
  PlanDocument document;
  /// By line of a citation: whether it stands in the document's own list.
  std::vector<bool> cited;

  const Knowledge& knowledge() const { return input.words.knowledge(); }
  const Plan& plan() const { return input.plan; }

 private:
  static Matter with_assumptions(const DocumentInput& given) {
    Matter matter = given.matter;
    for (const Assumption& assumption : given.plan.assumed) matter[assumption.fact] = assumption.answer;
    return matter;
  }
};

// plan_sources.cc
/// The lines of `refs`, each once; they are noted for the document's own list.
SourceLines cite(Draft& draft, const SourceRefs& refs);

// plan_understood.cc
void write_understood(Draft& draft);

// plan_deadlines.cc
/// `deadline` is null where the plan gives no date for this limit.
LimitLine limit_line(Draft& draft, const Limit& limit, const Deadline* deadline);
/// Limits of the step's channel that hold here, in the channel's order.
std::vector<LimitLine> limit_lines(Draft& draft, const PlanStep& step);
OpensLine opens_line(const Draft& draft, const Opening& opening);
std::string_view name_of(LimitKind kind);

// plan_channel.cc
ChannelLine channel_line(Draft& draft, const PlanStep& step);
/// What the step needs, then what only its channel needs.
std::vector<EvidenceLine> evidence_lines(const Draft& draft, const PlanStep& step);

// plan_reasons.cc
/// Why the graphs lead to this step, in the order of the way; may be empty. Only what is certain: the edges
/// that the plan says are taken, and those without alternative.
std::vector<std::string_view> reasons_of(const Draft& draft, const PlanStep& step);

// plan_steps.cc
void write_steps(Draft& draft);

// plan_questions.cc
void write_questions(Draft& draft);
void write_refused(Draft& draft);

// plan_summary.cc
void write_severity(Draft& draft);
void write_summary(Draft& draft);

}  // namespace zhilu
