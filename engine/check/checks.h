// SPDX-License-Identifier: MIT
// The checks by name, for the table in check.cc; each is in the file of its name. And what several of them
// share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/graph/step_order.h"
#include "engine/model/knowledge.h"

namespace zhilu {

/// Where one check puts what it finds. Beyond kMax errors, or kMax warnings, the rest is only counted:
/// knowledge that is wrong everywhere is not worth its weight in messages.
class Findings {
 public:
  static constexpr std::size_t kMax = 1000;

  explicit Findings(Diagnostics& out) : out_(out) {}

  /// Adds a problem and gives it back, so that notes can be put on.
  Diagnostic& add(const DiagnosticKind& kind, Span span, std::vector<std::string> args = {});

  std::size_t left_out() const { return left_out_; }

 private:
  Diagnostics& out_;
  std::size_t errors_ = 0;
  std::size_t others_ = 0;
  std::size_t left_out_ = 0;
  /// What is given back for a problem that is not kept.
  Diagnostic unused_;
};

}  // namespace zhilu

namespace zhilu::checks {

void check_cycles(const Knowledge& knowledge, Findings& out);
void check_step_order(const Knowledge& knowledge, Findings& out);
void check_unreachable(const Knowledge& knowledge, Findings& out);
void check_dead_ends(const Knowledge& knowledge, Findings& out);
void check_guarantees(const Knowledge& knowledge, Findings& out);
void check_urgency(const Knowledge& knowledge, Findings& out);
void check_sources(const Knowledge& knowledge, Findings& out);
void check_passages(const Knowledge& knowledge, Findings& out);
void check_unused(const Knowledge& knowledge, Findings& out);
void check_messages(const Knowledge& knowledge, Findings& out);
void check_tables(const Knowledge& knowledge, Findings& out);

/// A note where it stands that one step comes before another.
DiagnosticNote note_of(const Knowledge& knowledge, const StepConstraint& constraint);

/// `graph.node`, as messages name a node.
std::string name_of(const Knowledge& knowledge, NodeId node);

/// Names with arrows between them; of a long row only the ends.
std::string way_text(const std::vector<std::string>& names);

/// Calls `visit` for every text of the knowledge that may hold placeholders (all but the quotes of seeds).
void visit_texts(const Knowledge& knowledge, const std::function<void(const Text&)>& visit);

/// Calls `visit` for the citations of everything that gives advice or leads to it: steps, channels, evidence,
/// precautions, letters, tables, graphs, nodes, topics and guarantees.
void visit_citations(const Knowledge& knowledge, const std::function<void(const SourceRefs&)>& visit);

}  // namespace zhilu::checks
