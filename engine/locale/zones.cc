// SPDX-License-Identifier: MIT
#include "engine/locale/zones.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <memory>

namespace zhilu {
namespace {

/// ICU keeps moments as doubles in milliseconds, exact for some 285,000 years around 1970. Beyond, the zone's
/// rules of the last year it knows hold anyway.
constexpr std::int64_t kLimit = 8'000'000'000'000;

double to_milliseconds(std::int64_t seconds) {
  return static_cast<double>(std::min(std::max(seconds, -kLimit), kLimit)) * 1000.0;
}

/// Null if there is no zone of exactly that name: ICU itself takes any text for UTC.
std::unique_ptr<icu::TimeZone> find_zone(std::string_view name) {
  if (name.empty() || name.size() > 64) return nullptr;
  const icu::UnicodeString id =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  UErrorCode status = U_ZERO_ERROR;
  UBool is_system = 0;
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(id, canonical, is_system, status);
  if (U_FAILURE(status) || is_system == 0) return nullptr;
  return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(id));
}

}  // namespace

bool IcuZoneRules::is_known(std::string_view zone) const {
  return find_zone(zone) != nullptr;
}

std::optional<int> IcuZoneRules::offset_seconds(std::string_view zone, std::int64_t local_seconds) const {
  const std::unique_ptr<icu::TimeZone> found = find_zone(zone);
  const auto* const rules = dynamic_cast<const icu::BasicTimeZone*>(found.get());
  if (rules == nullptr) return std::nullopt;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  // Of a time that exists twice the earlier, of one that is skipped the offset before the gap: "former" for
  // both.
  rules->getOffsetFromLocal(to_milliseconds(local_seconds), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw,
                            saving, status);
  if (U_FAILURE(status)) return std::nullopt;
  return (raw + saving) / 1000;
}

std::optional<int> IcuZoneRules::offset_seconds_at_utc(std::string_view zone,
                                                       std::int64_t utc_seconds) const {
  const std::unique_ptr<icu::TimeZone> found = find_zone(zone);
  if (found == nullptr) return std::nullopt;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  found->getOffset(to_milliseconds(utc_seconds), 0, raw, saving, status);
  if (U_FAILURE(status)) return std::nullopt;
  return (raw + saving) / 1000;
}

}  // namespace zhilu
