// SPDX-License-Identifier: MIT
// What our readers find in a text, in the form in which the specs of Recognizers-Text expect it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/value/date.h"
#include "tests/conformance/encoding.h"

namespace zhilu::conformance {

/// An entity: characters [begin, end) of the folded text.
struct Entity {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string type;
  /// As the spec writes it under `Resolution`, or under `Value` where the spec is of a parser. Null where the
  /// spec is of an extractor.
  Json resolution;
};

/// The moment a spec is read at.
struct ReferenceMoment {
  Date date;
  std::int32_t second = 0;  ///< Of the day.
};

using EntityReader =
    std::function<std::vector<Entity>(std::u32string_view folded, const ReferenceMoment& reference)>;

/// The reader for specs of this name (`NumberModel`); empty if there is none.
EntityReader reader_of_figures(const std::string& spec);
EntityReader reader_of_times(const std::string& spec);

/// A number as the specs print it: 15 significant digits, `5E-06` from far below and far above one.
std::string spec_number(const Decimal& value);

}  // namespace zhilu::conformance
