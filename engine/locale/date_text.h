// SPDX-License-Identifier: MIT
// Dates, spans and limits in words. "Today" is always given, never read from a clock.
#pragma once

#include <string>
#include <string_view>

#include "engine/locale/language.h"
#include "engine/value/calendar.h"
#include "engine/value/date.h"

namespace zhilu {

/// `2026年12月6日`, `6 December 2026`.
std::string date_text(Date date, Language language);

/// `2026年12月6日（周日）`, `Sunday, 6 December 2026`.
std::string date_with_weekday(Date date, Language language);

/// How far `date` lies from `today`: `今天`, `明天`, `还有 3 天`, `昨天`, `3 天前`; `today`, `in 3 days`, `3
/// days ago`.
std::string relative_text(Date date, Date today, Language language);

/// A limit as law writes it: `7 个工作日`, `15 日`, `3 个月`, `3 年`; `7 working days`, `1 month`.
std::string period_text(Period period, Language language);

/// A FEEL duration (`P1Y2M`, `P7DT12H`) in words: `1 年 2 个月`, `7 天 12 小时`. Anything else comes back as
/// it is.
std::string duration_text(std::string_view iso, Language language);

}  // namespace zhilu
