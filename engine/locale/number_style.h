// SPDX-License-Identifier: MIT
// The number formats and plural rules that message patterns name; ICU behind a plain face.
//
// Used by message.cc. Everybody else writes numbers with number_text.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/locale/language.h"
#include "engine/value/decimal.h"

namespace zhilu {

/// A number format that was named in a pattern. Immutable, cheap to copy; threads may share one.
class NumberStyle {
 public:
  /// Reads what stands behind `number,`: nothing, `integer`, `percent`, `currency` (yuan), `::` and an ICU
  /// skeleton, or a decimal pattern (`#,##0.00`). Check `is_valid()`.
  ///
  /// Two departures from ICU, both against noise: a number without a style keeps all its decimals, and a
  /// whole amount of money has none unless the skeleton asks for a precision (`¥3,000`, `¥23,000.50`).
  NumberStyle(std::string_view style, Language language);

  /// False if `style` means nothing.
  bool is_valid() const { return impl_ != nullptr; }

  /// Exact: the number goes in as decimal digits. REQUIRES: is_valid().
  std::string format(const Decimal& value) const;

  /// The number as it is written decides its plural: `one`, `other`, ... REQUIRES: is_valid().
  std::string plural_category(const Decimal& value, bool ordinal) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace zhilu
