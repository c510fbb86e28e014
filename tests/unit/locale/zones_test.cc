// SPDX-License-Identifier: MIT
#include "engine/locale/zones.h"

#include <doctest/doctest.h>

namespace zhilu {
namespace {

const IcuZoneRules kZones;

std::int64_t seconds_of(std::int32_t year, std::int32_t month, std::int32_t day, int hour) {
  return Date::from_ymd(year, month, day)->days() * 86400 + hour * 3600;
}

TEST_CASE("zones of the database are known by their exact names") {
  CHECK(kZones.is_known("Asia/Shanghai"));
  CHECK(kZones.is_known("Europe/Paris"));
  CHECK(kZones.is_known("Etc/UTC"));
  CHECK_FALSE(kZones.is_known("xyz/abc"));
  CHECK_FALSE(kZones.is_known(""));
  CHECK_FALSE(kZones.is_known("Europe/Paris "));
  CHECK_FALSE(kZones.is_known("GMT+99"));
  CHECK_FALSE(kZones.is_known(std::string(1000, 'a')));
}

TEST_CASE("offsets follow the season") {
  CHECK(kZones.offset_seconds("Asia/Shanghai", seconds_of(2026, 7, 1, 12)) == 8 * 3600);
  CHECK(kZones.offset_seconds("Europe/Paris", seconds_of(2026, 1, 1, 12)) == 3600);
  CHECK(kZones.offset_seconds("Europe/Paris", seconds_of(2026, 7, 1, 12)) == 7200);
  CHECK(kZones.offset_seconds_at_utc("Europe/Paris", seconds_of(2026, 7, 1, 12)) == 7200);
  CHECK_FALSE(kZones.offset_seconds("xyz/abc", 0).has_value());
}

TEST_CASE("of a time that exists twice or not at all the earlier offset is taken") {
  // Paris, 2026-03-29: 02:00 to 03:00 is skipped; 2026-10-25: 02:00 to 03:00 comes twice.
  CHECK(kZones.offset_seconds("Europe/Paris", seconds_of(2026, 3, 29, 2) + 1800) == 3600);
  CHECK(kZones.offset_seconds("Europe/Paris", seconds_of(2026, 10, 25, 2) + 1800) == 7200);
}

TEST_CASE("times far away have an offset too") {
  CHECK(kZones.offset_seconds("Asia/Shanghai", seconds_of(999999999, 12, 31, 23)).has_value());
  CHECK(kZones.offset_seconds("Asia/Shanghai", seconds_of(-999999999, 1, 1, 0)).has_value());
}

}  // namespace
}  // namespace zhilu
