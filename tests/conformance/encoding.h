// SPDX-License-Identifier: MIT
// How the suites write values and types: null, booleans, texts, arrays and objects are JSON, every other
// value is
// {"@": "number" | "date" | "time" | "date and time" | "duration", "v": lexical form}.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "engine/value/time.h"
#include "engine/value/type.h"
#include "engine/value/value.h"

namespace zhilu::conformance {

using Json = nlohmann::ordered_json;

/// Empty if the JSON is no encoded value.
std::optional<Value> decode(const Json& json, const ZoneRules& zones);

/// Are they the same for the suite? Numbers may differ by 1e-8 (absolutely or in proportion), moments by
/// their zone.
bool agree(const Value& expected, const Value& got);

/// Types declared by a record, by name, resolved; a type that contains itself is Any where it recurs.
class DeclaredTypes {
 public:
  /// `types` is the record's list; may be null.
  explicit DeclaredTypes(const Json& types);

  /// The type of that name, declared or FEEL's own; Any if there is none.
  Type resolve(const std::string& name) const { return resolve(name, 0); }
  const std::map<std::string, Json>& declared() const { return by_name_; }

 private:
  Type resolve(const std::string& name, int depth) const;
  Type build(const Json& json, int depth) const;

  std::map<std::string, Json> by_name_;
};

}  // namespace zhilu::conformance
