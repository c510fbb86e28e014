// SPDX-License-Identifier: MIT
// Named time zones with ICU, for times that are written with one (`10:00:00@Europe/Paris`).
#pragma once

#include "engine/value/time.h"

namespace zhilu {

/// The zones of the IANA database that ICU brings along. Stateless and thread-safe.
class IcuZoneRules final : public ZoneRules {
 public:
  bool is_known(std::string_view zone) const override;
  std::optional<int> offset_seconds(std::string_view zone, std::int64_t local_seconds) const override;
  std::optional<int> offset_seconds_at_utc(std::string_view zone, std::int64_t utc_seconds) const override;
};

}  // namespace zhilu
