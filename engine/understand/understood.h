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

/// How a candidate was come by.
enum class Basis : std::uint8_t {
  Word,        ///< A phrase of the knowledge.
  Amount,      ///< The grammar of amounts.
  Date,        ///< The grammar of dates and elapsed time.
  Conclusion,  ///< From other readings of the same text; the place is that of the deciding one.
};

/// One reading: that part of a fact which a place of the text says.
struct Candidate {
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

  FactId fact;
  /// Only what is said here: one member of a choices fact, one option of a choice, one amount.
  Answer answer = {};
  /// Bytes of the text as given, half-open.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// 0 to 100.
  std::uint8_t confidence = 100;
  Basis basis = Basis::Word;
  /// Index into Knowledge::words of the phrase that led here; kNoWord where a grammar or a conclusion did.
  std::uint32_t word = kNoWord;
};

enum class IdentifierKind : std::uint8_t { Phone, IdCard, BankCard, Email, Account, House };

/// Something that identifies a person, to be masked wherever the text is shown again or logged.
struct Identifier {
  IdentifierKind kind = IdentifierKind::Phone;
  /// Bytes of the text as given, half-open.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Readings of one text that cannot all hold.
struct Contradiction {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  FactId fact;
  /// The member of a choices fact that is both told and denied; kNone for a one-valued fact.
  std::uint32_t option = kNone;
  /// True: one reading is so much surer that it holds. False: the person is to be asked.
  bool settled = false;
  /// Indices into Understanding::candidates, the surest of each statement. Of a member first that it holds,
  /// then that it does not; of a one-valued fact the surest first.
  std::vector<std::uint32_t> readings = {};
};

/// Of readings that contradict each other: the surest, then the first of the text, is the one that is taken.
bool is_taken_before(const Candidate& a, const Candidate& b);

struct Understanding {
  /// In the order of the text; readings of one fact may repeat or contradict one another.
  std::vector<Candidate> candidates;
  /// Events the text tells ("12315上周受理了").
  std::vector<Event> events;
  /// The fact `scope` is among the candidates where the text decides it.

  /// Where the text contradicts itself.
  std::vector<Contradiction> contradictions;

  /// In the order of the text; they do not overlap.
  std::vector<Identifier> identifiers;
  /// True if the text is hardly Chinese at all, so that next to nothing of it could be read.
  bool foreign = false;
  /// False if the text was longer than what is read of it (kMostCharacters).
  bool complete = true;
};

/// Readings below this many percent are no facts: what they are about is asked, if it matters.
inline constexpr int kThreshold = 50;

/// Puts the readings of at least `threshold` percent into `matter`, with Origin::Text. Facts that the matter
/// already holds from another origin stay as they are. Instalments are summed by the reader, not here; of
/// several readings of a one-valued fact, and of one member of a choices fact, the most confident wins, then
/// the first; what the text contradicts without one being clearly surer stays open. The events are appended.
void apply(const Understanding& understanding, const Knowledge& knowledge, Matter& matter,
           int threshold = kThreshold);

}  // namespace zhilu
