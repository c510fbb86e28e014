// SPDX-License-Identifier: MIT
// The families of built-in functions, one file each; functions.cc joins them to the table. Internal to this
// room.
#pragma once

#include <span>

#include "engine/expr/functions.h"

namespace zhilu::expr {

std::span<const BuiltIn> conversion_functions();
std::span<const BuiltIn> string_functions();
std::span<const BuiltIn> regex_functions();
std::span<const BuiltIn> list_functions();
std::span<const BuiltIn> list_edit_functions();
std::span<const BuiltIn> statistics_functions();
std::span<const BuiltIn> numeric_functions();
std::span<const BuiltIn> temporal_functions();
std::span<const BuiltIn> range_functions();
std::span<const BuiltIn> context_functions();
std::span<const BuiltIn> domain_functions();

}  // namespace zhilu::expr
