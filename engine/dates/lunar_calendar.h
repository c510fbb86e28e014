// SPDX-License-Identifier: MIT
// The Chinese lunar calendar from 1950 to 2099, for festivals and days that are told by it.
#pragma once

#include <optional>

#include "engine/value/date.h"

namespace zhilu {

/// The civil date of a day of lunar year `year` (the one that begins in that civil year), counted in ordinary
/// months; day 30 of a month of 29 days is its last. Empty outside 1950 to 2099.
/// Source: lunar_years.inc, which a test compares with ICU's Chinese calendar.
std::optional<Date> date_of_lunar(int year, int month, int day);

}  // namespace zhilu
