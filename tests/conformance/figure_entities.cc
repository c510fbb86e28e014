// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstdio>
#include <map>

#include "engine/numerals/currency.h"
#include "engine/numerals/measure.h"
#include "engine/numerals/numeral.h"
#include "engine/numerals/ordinal.h"
#include "engine/numerals/percentage.h"
#include "engine/understand/identifiers.h"
#include "engine/understand/ip_address.h"
#include "engine/understand/phone_number.h"
#include "engine/understand/web_address.h"
#include "engine/understand/yes_no.h"
#include "tests/conformance/entity.h"

namespace zhilu::conformance {
namespace {

std::vector<Entity> numbers(std::u32string_view text, const ReferenceMoment&) {
  std::vector<Numeral> found;
  find_numerals(text, found);
  std::vector<Entity> out;
  for (const Numeral& n : found) {
    out.push_back({n.begin, n.end, "number", Json{{"value", spec_number(n.value)}}});
  }
  return out;
}

std::vector<Entity> percentages(std::u32string_view text, const ReferenceMoment&) {
  std::vector<Percentage> found;
  find_percentages(text, found);
  std::vector<Entity> out;
  for (const Percentage& p : found) {
    out.push_back({p.begin, p.end, "percentage", Json{{"value", spec_number(p.percent) + "%"}}});
  }
  return out;
}

std::vector<Entity> currencies(std::u32string_view text, const ReferenceMoment&) {
  std::vector<CurrencyAmount> found;
  find_currency_amounts(text, found);
  std::vector<Entity> out;
  for (const CurrencyAmount& a : found) {
    Json resolution{{"unit", a.unit->name}};
    // Small units have a name of their own and no code.
    if (!a.unit->iso.empty() && a.unit->power == 0) resolution["isoCurrency"] = a.unit->iso;
    resolution["value"] = a.value ? Json(spec_number(*a.value)) : Json();
    out.push_back({a.begin, a.end, "currency", std::move(resolution)});
  }
  return out;
}

EntityReader measures(MeasureKind kind, const char* type) {
  return [kind, type](std::u32string_view text, const ReferenceMoment&) {
    std::vector<Measure> found;
    find_measures(text, kind, found);
    std::vector<Entity> out;
    for (const Measure& m : found) {
      out.push_back({m.begin, m.end, type, Json{{"unit", m.unit->name}, {"value", spec_number(m.value)}}});
    }
    return out;
  };
}

std::vector<Entity> ordinals(std::u32string_view text, const ReferenceMoment&) {
  std::vector<Ordinal> found;
  find_ordinals(text, found);
  std::vector<Entity> out;
  for (const Ordinal& o : found) {
    const std::string value = spec_number(o.value);
    out.push_back(
        {o.begin, o.end, "ordinal", Json{{"offset", value}, {"relativeTo", "start"}, {"value", value}}});
  }
  return out;
}

/// `[20,30)`.
std::vector<Entity> ranges(std::u32string_view text, const ReferenceMoment&) {
  std::vector<NumeralRange> found;
  find_numeral_ranges(text, found);
  std::vector<Entity> out;
  for (const NumeralRange& r : found) {
    const std::string low = r.low ? spec_number(*r.low) : "";
    const std::string high = r.high ? spec_number(*r.high) : "";
    const std::string value = (r.includes_low ? "[" : "(") + low + ',' + high + (r.includes_high ? "]" : ")");
    out.push_back({r.begin, r.end, "numberrange", Json{{"value", value}}});
  }
  return out;
}

std::vector<Entity> booleans(std::u32string_view text, const ReferenceMoment&) {
  const std::optional<YesNo> found = find_yes_no(text);
  if (!found) return {};
  const double score = std::round(found->confidence * 100) / 100;
  return {{found->begin, found->end, "boolean", Json{{"value", found->value}, {"score", score}}}};
}

/// What is written at [begin, end): of addresses, always ASCII.
std::string written(std::u32string_view text, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  for (const char32_t c : text.substr(begin, end - begin)) out.push_back(static_cast<char>(c));
  return out;
}

std::vector<Entity> web_addresses(std::u32string_view text, const ReferenceMoment&) {
  std::vector<WebAddress> found;
  find_web_addresses(text, found);
  std::vector<Entity> out;
  for (const WebAddress& a : found) {
    out.push_back({a.begin, a.end, "url", Json{{"value", written(text, a.begin, a.end)}}});
  }
  return out;
}

std::vector<Entity> ip_addresses(std::u32string_view text, const ReferenceMoment&) {
  std::vector<IpAddress> found;
  find_ip_addresses(text, found);
  std::vector<Entity> out;
  for (const IpAddress& a : found) {
    out.push_back(
        {a.begin, a.end, "ip",
         Json{{"type", a.is_version_6 ? "ipv6" : "ipv4"}, {"value", written(text, a.begin, a.end)}}});
  }
  return out;
}

std::vector<Entity> phone_numbers(std::u32string_view text, const ReferenceMoment&) {
  std::vector<PhoneNumberText> found;
  find_phone_numbers(text, found);
  std::vector<Entity> out;
  for (const PhoneNumberText& p : found) {
    const std::string score = spec_number(*Decimal::scaled(p.confidence, -2));
    out.push_back(
        {p.begin, p.end, "phonenumber", Json{{"score", score}, {"value", written(text, p.begin, p.end)}}});
  }
  return out;
}

std::vector<Entity> emails(std::u32string_view text, const ReferenceMoment&) {
  std::vector<IdentifierText> found;
  find_identifiers(text, found);
  std::vector<Entity> out;
  for (const IdentifierText& i : found) {
    if (i.kind != IdentifierKind::Email) continue;
    out.push_back({i.begin, i.end, "email", Json{{"value", written(text, i.begin, i.end)}}});
  }
  return out;
}

}  // namespace

std::string spec_number(const Decimal& value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.15G", value.to_double());
  return buffer;
}

EntityReader reader_of_figures(const std::string& spec) {
  static const std::map<std::string, EntityReader> readers = {
      {"AgeModel", measures(MeasureKind::Age, "age")},
      {"DimensionModel", measures(MeasureKind::Dimension, "dimension")},
      {"TemperatureModel", measures(MeasureKind::Temperature, "temperature")},
      {"NumberRangeModel", ranges},
      {"OrdinalModel", ordinals},
      {"EmailModel", emails},
      {"IpAddressModel", ip_addresses},
      {"PhoneNumberModel", phone_numbers},
      {"BooleanModel", booleans},
      {"CurrencyModel", currencies},
      {"NumberModel", numbers},
      {"PercentModel", percentages},
      {"URLModel", web_addresses},
  };
  const auto found = readers.find(spec);
  return found == readers.end() ? EntityReader() : found->second;
}

}  // namespace zhilu::conformance
