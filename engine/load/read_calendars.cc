// SPDX-License-Identifier: MIT
#include <set>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::int32_t kFirstYear = 1949;
constexpr std::int32_t kLastYear = 2999;

/// The dates of a list, each in `year` and none in `seen` before.
std::vector<Date> read_dates(Linker& linker, const yaml::Node& node, std::int32_t year,
                             std::set<Date>& seen) {
  std::vector<Date> dates;
  // A year may be without make-up days.
  if (node.is_list() && node.items.empty()) return dates;
  for (const yaml::Node& item : items_of(node, linker.diagnostics)) {
    const auto date = read_date(item, linker.diagnostics);
    if (!date) continue;
    if (date->ymd().year != year) {
      linker.diagnostics.add(kCalendarYear, item.span, {std::to_string(year)});
    } else if (!seen.insert(*date).second) {
      linker.diagnostics.add(kCalendarClash, item.span, {item.text});
    } else {
      dates.push_back(*date);
    }
  }
  return dates;
}

}  // namespace

void read_calendar(Linker& linker, const yaml::Node& root) {
  MapReader map(root, linker.sources[root.span.file].path(), {root.span.file, 0, 0}, linker.diagnostics);
  CalendarYear calendar;
  const yaml::Node* year_node = map.require("year");
  const auto year = year_node != nullptr ? read_integer(*year_node, kFirstYear, kLastYear, linker.diagnostics)
                                         : std::nullopt;
  if (const yaml::Node* published = map.require("published")) {
    calendar.published = read_boolean(*published, linker.diagnostics).value_or(false);
  }
  const yaml::Node* notice = calendar.published ? map.require("notice") : map.find("notice");
  if (notice != nullptr) calendar.notice = read_string(*notice, linker.diagnostics).value_or("");
  const yaml::Node* off = map.require("off");
  const yaml::Node* work = map.find("work");
  map.finish();
  if (!year) return;
  calendar.year = *year;
  const auto [first, is_new] = linker.calendar_years.try_emplace(*year, year_node->span);
  if (!is_new) {
    Diagnostic& problem = linker.diagnostics.add(kDuplicateId, year_node->span, {year_node->text});
    problem.notes.push_back({&kFirstId, first->second, {}});
  }
  std::set<Date> seen;
  if (off != nullptr) calendar.off = read_dates(linker, *off, *year, seen);
  if (work != nullptr) calendar.work = read_dates(linker, *work, *year, seen);
  linker.knowledge.calendar.add(std::move(calendar));
}

}  // namespace zhilu::load
