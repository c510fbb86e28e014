// SPDX-License-Identifier: MIT
#include <map>

#include "engine/dates/time_expression.h"
#include "tests/conformance/entity.h"

namespace zhilu::conformance {
namespace {

std::string two(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string date_text(const TimePoint& point) {
  std::string year = std::to_string(point.day.year);
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  return year + '-' + two(point.day.month) + '-' + two(point.day.day);
}

std::string clock_text(const TimePoint& point) {
  return two(point.second / 3600) + ':' + two(point.second / 60 % 60) + ':' + two(point.second % 60);
}

/// A point as the specs write it for a kind of time.
std::string point_text(TimeKind kind, const TimePoint& point) {
  switch (kind) {
    case TimeKind::Date:
    case TimeKind::DateRange:
      return date_text(point);
    case TimeKind::Time:
    case TimeKind::TimeRange:
      return clock_text(point);
    default:
      return date_text(point) + ' ' + clock_text(point);
  }
}

std::string_view kind_name(TimeKind kind) {
  switch (kind) {
    case TimeKind::Date:
      return "date";
    case TimeKind::Time:
      return "time";
    case TimeKind::DateTime:
      return "datetime";
    case TimeKind::DateRange:
      return "daterange";
    case TimeKind::TimeRange:
      return "timerange";
    case TimeKind::DateTimeRange:
      return "datetimerange";
    case TimeKind::Duration:
      return "duration";
    case TimeKind::Set:
      return "set";
  }
  return "";
}

std::string_view relation_name(TimeRelation relation) {
  switch (relation) {
    case TimeRelation::At:
      return "";
    case TimeRelation::Before:
      return "before";
    case TimeRelation::Until:
      return "until";
    case TimeRelation::After:
      return "after";
    case TimeRelation::Since:
      return "since";
  }
  return "";
}

bool is_range(TimeKind kind) {
  return kind == TimeKind::DateRange || kind == TimeKind::TimeRange || kind == TimeKind::DateTimeRange;
}

Json model_value(const TimeExpression& time, const TimeReading& reading) {
  Json value{{"timex", reading.timex}, {"type", kind_name(time.kind)}};
  if (time.relation != TimeRelation::At) {
    value["Mod"] = relation_name(time.relation);
    value["sourceEntity"] = time.of_period ? "datetimerange" : "datetimepoint";
  }
  if (time.is_lunar) value["isLunar"] = "True";
  if (time.kind == TimeKind::Duration) {
    value["value"] = std::to_string(time.seconds);
  } else if (is_range(time.kind) && (reading.start || reading.end)) {
    if (reading.start) value["start"] = point_text(time.kind, *reading.start);
    if (reading.end) value["end"] = point_text(time.kind, *reading.end);
  } else {
    value["value"] = reading.start ? point_text(time.kind, *reading.start) : "not resolved";
  }
  return value;
}

std::vector<TimeExpression> find(std::u32string_view text, const ReferenceMoment& reference,
                                 const TimeOptions& options) {
  std::vector<TimeExpression> found;
  find_times(text, {reference.date, reference.second}, options, found);
  return found;
}

std::vector<Entity> all_times(std::u32string_view text, const ReferenceMoment& reference) {
  std::vector<Entity> out;
  for (const TimeExpression& time : find(text, reference, {})) {
    Json values = Json::array();
    for (const TimeReading& reading : time.readings) values.push_back(model_value(time, reading));
    out.push_back(
        {time.begin, time.end, "datetimeV2." + std::string(kind_name(time.kind)), Json{{"values", values}}});
  }
  return out;
}

/// What a spec of a parser expects of one reading: `{"startDate": "2017-01-10", ...}`.
Json parser_value(const TimeExpression& time, const TimeReading& reading) {
  Json value = Json::object();
  switch (time.kind) {
    case TimeKind::Duration:
      return Json{{"duration", std::to_string(time.seconds)}};
    case TimeKind::Set:
      return Json{{"set", "Set: " + reading.timex}};
    case TimeKind::Date:
    case TimeKind::Time:
    case TimeKind::DateTime: {
      const char* name = time.kind == TimeKind::Date   ? "date"
                         : time.kind == TimeKind::Time ? "time"
                                                       : "dateTime";
      if (reading.start) value[name] = point_text(time.kind, *reading.start);
      return value;
    }
    default: {
      const std::string name = time.kind == TimeKind::DateRange   ? "Date"
                               : time.kind == TimeKind::TimeRange ? "Time"
                                                                  : "DateTime";
      if (reading.start) value["start" + name] = point_text(time.kind, *reading.start);
      if (reading.end) value["end" + name] = point_text(time.kind, *reading.end);
      return value;
    }
  }
}

/// The future reading: of the last day, and before noon where the half of the day is open.
const TimeReading& future_of(const TimeExpression& time) {
  const TimeReading& last = time.readings.back();
  if (!last.start || time.kind == TimeKind::Time || time.kind == TimeKind::TimeRange) {
    return last.start ? time.readings.front() : last;
  }
  for (const TimeReading& reading : time.readings) {
    if (reading.start && date_text(*reading.start) == date_text(*last.start)) return reading;
  }
  return last;
}

/// A reader for the spec of one extractor or parser, which sees times without the words that bound them.
EntityReader single(TimeOptions options, bool is_parser) {
  return [options, is_parser](std::u32string_view text, const ReferenceMoment& reference) {
    std::vector<Entity> out;
    for (const TimeExpression& time : find(text, reference, options)) {
      Json value;
      if (is_parser) {
        value = Json{{"Timex", time.readings.front().timex},
                     {"FutureResolution", parser_value(time, future_of(time))},
                     {"PastResolution", parser_value(time, time.readings.front())}};
      }
      out.push_back({time.begin, time.end, std::string(kind_name(time.kind)), std::move(value)});
    }
    return out;
  };
}

}  // namespace

EntityReader reader_of_times(const std::string& spec) {
  if (spec == "DateTimeModel") return all_times;
  static const std::map<std::string, TimeKinds> parts = {
      {"Date", {TimeKind::Date}},
      {"Time", {TimeKind::Time}},
      {"DateTime", {TimeKind::DateTime}},
      {"DatePeriod", {TimeKind::DateRange}},
      {"TimePeriod", {TimeKind::TimeRange}},
      {"DateTimePeriod", {TimeKind::DateTimeRange}},
      {"Duration", {TimeKind::Duration}},
      {"Set", {TimeKind::Set}},
      {"Merged", {}},
      {"Holiday", {TimeKind::Date}},
  };
  for (const std::string_view role : {"Extractor", "Parser"}) {
    if (!spec.ends_with(role)) continue;
    const auto kinds = parts.find(spec.substr(0, spec.size() - role.size()));
    if (kinds != parts.end()) {
      const bool is_merged = kinds->first == "Merged";
      return single({.kinds = kinds->second, .takes_leading_number = !is_merged, .takes_bounds = is_merged},
                    role == "Parser");
    }
  }
  return {};
}

}  // namespace zhilu::conformance
