// SPDX-License-Identifier: MIT
// What follows from several readings of one text together: is there danger now, is this a matter for the
// knowledge base at all.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/model/knowledge.h"
#include "engine/understand/understood.h"

namespace zhilu {

/// Bytes [begin, end) of the text as given.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What the grammars have seen, as far as conclusions need it.
struct Circumstances {
  /// A day within about 48 hours on which it happened.
  std::optional<Place> recent;
  /// An amount that somebody still demands.
  std::optional<Place> demanded;
  /// Money was lost or paid.
  bool money_gone = false;
  /// An amount of money stands in the text at all.
  bool has_amount = false;
  /// The person tells that the money is back.
  std::optional<Place> paid_back;
  /// The text is not Chinese.
  bool foreign = false;
};

/// Draws conclusions by one knowledge base; facts and options that it lacks are not concluded.
class Conclusions {
 public:
  explicit Conclusions(const Knowledge& knowledge);

  /// Appends emergency, scope and `other` to the readings of a text. The words of `scope` are weighed against
  /// each other and against the rest, and go.
  void draw(const Circumstances& circumstances, Understanding& understanding) const;

 private:
  void drop_faint_issues(Understanding& understanding) const;
  void conclude_emergency(const Circumstances& circumstances, Understanding& understanding) const;
  void conclude_refund(const Circumstances& circumstances, Understanding& understanding) const;
  bool conclude_scope(const Circumstances& circumstances, Understanding& understanding) const;
  void conclude_other(Understanding& understanding) const;

  FactId scope_;
  FactId issues_;
  FactId tried_;
  FactId platform_;
  FactId intent_;
  FactId goal_;
  FactId emergency_;
  FactId transfer_recent_;
  FactId loss_amount_;
  std::uint64_t crimes_ = 0;      ///< Issues in which money that has just gone can still be stopped.
  std::uint64_t deceptions_ = 0;  ///< Issues in which somebody who still demands money is dangerous.
  std::uint64_t refund_ = 0;      ///< The issue that is over once the money is back.
  std::uint64_t other_ = 0;       ///< The issue `other`.
  std::uint32_t scope_in_ = 0;
  std::uint32_t scope_out_ = 0;
};

}  // namespace zhilu
