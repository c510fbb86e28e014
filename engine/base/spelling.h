// SPDX-License-Identifier: MIT
// "Did you mean": the nearest known name to one that was not found.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zhilu {

/// Edit distance in characters (insert, delete, replace, swap of neighbours), cut off at `limit` + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to `name` within (characters + 1) / 3 edits; the first of equals. Empty if none is
/// near, and for names of more than 200 bytes.
std::optional<std::string> find_nearest(std::string_view name, std::span<const std::string> candidates);

}  // namespace zhilu
