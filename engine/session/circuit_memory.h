// SPDX-License-Identifier: MIT
// What is remembered of circuits from one matter to the next, and who reads what, so that a change of a fact
// makes forgotten what depends on it and nothing else.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/session/fact_bits.h"
#include "engine/value/truth.h"

namespace zhilu {

/// Of a predicate or circuit that nobody has asked for yet.
inline constexpr Truth kNotAsked = static_cast<Truth>(0xff);

class CircuitMemory {
 public:
  explicit CircuitMemory(const Compiled& compiled);

  /// Another matter, or the same with changes: nothing was asked for yet.
  void take_up() { ++round_; }
  void note_asked(CircuitId circuit) { asked_[circuit.value] = round_; }

  /// The circuits that read a predicate.
  std::span<const CircuitId> readers(std::uint32_t predicate) const { return readers_[predicate]; }

  /// What a circuit is missing, once that was kept; else empty.
  ConstFactBits missing(CircuitId circuit) const;
  void keep_missing(CircuitId circuit, ConstFactBits bits);
  void forget_missing(CircuitId circuit) { has_missing_[circuit.value] = false; }
  void forget_all_missing();

  bool has_asked_for(std::uint32_t predicate) const;

  /// Whether the derivation or general predicate of this number reads one of `facts`. A default reads its own
  /// fact too: whether that is answered decides if it is used.
  bool derivation_reads(std::size_t derivation, ConstFactBits facts) const {
    return has_common(derivation_reads_[derivation], facts);
  }
  bool general_reads(std::size_t general, ConstFactBits facts) const {
    return has_common(general_reads_[general], facts);
  }

 private:
  static constexpr std::uint32_t kNoRow = 0xffffffff;

  std::uint32_t round_ = 1;
  /// By circuit: in which round it was asked for last, its row in `missing_`, and whether what is there still
  /// holds.
  std::vector<std::uint32_t> asked_;
  std::vector<std::uint32_t> missing_row_;
  std::vector<bool> has_missing_;
  FactBitRows missing_;
  Rows<CircuitId> readers_;
  FactBitRows derivation_reads_;
  FactBitRows general_reads_;
};

}  // namespace zhilu
