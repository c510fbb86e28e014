// SPDX-License-Identifier: MIT
// A plan for a terminal: what a frightened person can act on at a glance.
//
// First what was understood and how grave it is, then what to do now, then the rest in order; what is still
// awaited, what opens later and what depends on an answer are kept short. The document (JSON) has everything.
#pragma once

#include <cstddef>
#include <string>

#include "engine/render/plan_document.h"

namespace zhilu {

struct TextOptions {
  /// Columns of a line; fewer than 40 count as 40.
  std::size_t width = 80;
  /// Colours and weights by ANSI escape sequences; for terminals only.
  bool colors = false;
  /// How a fact is set where this is read, e.g. `--set`; empty: no hints on how to correct and answer.
  std::string set_option;
  /// Only titles and contacts for the steps that need not be done first.
  bool brief = false;
};

/// The plan as lines of text, each ending in a line feed. Holds no control characters but line feeds and,
/// with `colors`, its own escape sequences.
std::string plan_text(const PlanDocument& document, const TextOptions& options = {});

}  // namespace zhilu
