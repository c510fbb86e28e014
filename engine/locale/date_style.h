// SPDX-License-Identifier: MIT
// The date formats that message patterns name; ICU behind a plain face.
//
// Used by message.cc. Everybody else writes dates with date_text.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/locale/language.h"
#include "engine/value/date.h"

namespace zhilu {

/// A date format that was named in a pattern. Immutable, cheap to copy; threads may share one.
class DateStyle {
 public:
  /// Reads what stands behind `date,`: nothing, `medium` or `long` (`2026年12月6日`), `full` (with the
  /// weekday), `short` (`2026-12-06`), `::` and an ICU skeleton (`::MMMd`), or a date pattern (`yyyy/MM/dd`).
  DateStyle(std::string_view style, Language language);

  /// False if `style` means nothing.
  bool is_valid() const { return valid_; }

  std::string format(Date date) const;

 private:
  enum class Kind { Plain, Short, Full, Pattern };
  struct Impl;
  Language language_;
  Kind kind_ = Kind::Plain;
  bool valid_ = true;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace zhilu
