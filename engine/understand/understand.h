// SPDX-License-Identifier: MIT
// Free Chinese text to candidate facts.
//
//     const Reader reader(knowledge);
//     const Understanding read = reader.read("被骗了800块要不要报警", *Date::parse("2026-11-22"));
//
// A text goes through: normalize (folding, typing errors) → lexicon and clauses → numbers, dates, amounts →
// stance of each word → conclusions. Nothing is asserted that the text does not say; text never steers
// anything but facts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/spares.h"
#include "engine/locale/fold.h"
#include "engine/model/knowledge.h"
#include "engine/understand/conclusions.h"
#include "engine/understand/lexicon.h"
#include "engine/understand/normalize.h"
#include "engine/understand/trace.h"
#include "engine/understand/understood.h"
#include "engine/value/date.h"

namespace zhilu {

/// What reading goes by, as far as it is dear to make (some 10 ms); lies in a compiled knowledge file as it
/// is.
struct ReaderTables {
  explicit ReaderTables(const Knowledge& knowledge);

  Folder folder;
  Normalizer normalizer;
  Lexicon lexicon;
};

/// Reads texts by one knowledge base. Made once, then shared between threads: it never changes but for the
/// workspaces that it lends to them.
class Reader {
 public:
  /// Longer texts are read up to this many characters.
  static constexpr std::size_t kMostCharacters = 10000;

  /// `knowledge` must outlive the reader.
  explicit Reader(const Knowledge& knowledge) : Reader(knowledge, ReaderTables(knowledge)) {}
  /// REQUIRES: `tables` were made for the same knowledge.
  Reader(const Knowledge& knowledge, ReaderTables tables);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  const ReaderTables& tables() const { return tables_; }

  /// What `text` says as of `today`. Any bytes will do; time and memory are linear in their number.
  /// How it was read goes into `trace`, if there is one.
  Understanding read(std::string_view text, Date today, Trace* trace = nullptr) const;

 private:
  struct Reading;

  void match_words(Reading& reading) const;
  void read_words(Reading& reading) const;
  void read_amounts(Reading& reading) const;
  void read_dates(Reading& reading) const;
  void read_events(Reading& reading) const;
  void read_refund(Reading& reading) const;
  void compare_readings(Reading& reading) const;
  void trace_clauses(Reading& reading) const;
  void trace_amounts(Reading& reading) const;
  void add(Reading& reading, FactId fact, Answer answer, std::uint32_t begin, std::uint32_t end,
           int confidence, Basis basis) const;
  bool add_word(Reading& reading, std::size_t first_of_fact, const WordMatch& match, int confidence,
                bool denied) const;

  const Knowledge& knowledge_;
  ReaderTables tables_;
  Conclusions conclusions_;
  FactId loss_crypto_;
  std::uint32_t customer_service_;           ///< The option of `tried` that is no formal complaint.
  std::vector<ChannelId> channel_of_tried_;  ///< By option of `tried`.
  mutable Spares<Reading> readings_;         ///< What reading needs memory for, used again.
};

}  // namespace zhilu
