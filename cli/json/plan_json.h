// SPDX-License-Identifier: MIT
// A plan as JSON: the one shape that every door gives (docs/schema/plan.schema.json).
#pragma once

#include <string>

#include "engine/render/plan_document.h"

namespace zhilu {

/// Appends the plan as one line of JSON, without a line feed. The same plan gives the same bytes.
void write_plan(const PlanDocument& plan, std::string& out);

/// The JSON Schema (draft-07) of what write_plan writes, indented, ending in a line feed.
std::string plan_schema();

}  // namespace zhilu
