// SPDX-License-Identifier: MIT
// JSON documents against JSON Schemas.
#pragma once

#include <string>
#include <string_view>

namespace zhilu {

/// Why `document` is not what `schema` (draft-07) asks for; empty if it is.
std::string schema_violation(std::string_view schema, std::string_view document);

/// The schema with every object closed: a key that it does not name is a violation.
std::string closed_schema(std::string_view schema);

}  // namespace zhilu
