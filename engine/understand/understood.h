// SPDX-License-Identifier: MIT
// What was read in a text: candidate facts, each with its place, the words that led there and a confidence.
//
// Reading proposes only; `apply` puts proposals into a matter, and never over an answer of the person.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/matter.h"

namespace zhilu {

/// One reading: that part of a fact which a place of the text says.
struct Candidate {
  FactId fact;
  /// Only what is said here: one member of a choices fact, one option of a choice, one amount.
  Answer answer;
  /// Bytes of the text as given, half-open.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// 0 to 100.
  std::uint8_t confidence = 100;
};

struct Understanding {
  /// In the order of the text; readings of one fact may repeat or contradict one another.
  std::vector<Candidate> candidates;
  /// Events the text tells ("12315上周受理了").
  std::vector<Event> events;
  /// The fact `scope` is among the candidates where the text decides it.
};

/// Puts the readings of at least `threshold` percent into `matter`, with Origin::Text. Facts that the matter
/// already holds from another origin stay as they are. Instalments are summed by the reader, not here; of several
/// readings of a one-valued fact the most confident wins, then the first.
void apply(const Understanding& understanding, const Knowledge& knowledge, Matter& matter, int threshold = 50);

}  // namespace zhilu
