// SPDX-License-Identifier: MIT
// Three-valued truth after Kleene: what is not known neither becomes yes nor no by itself.
#pragma once

#include <algorithm>
#include <cstdint>

namespace zhilu {

// INVARIANT: ordered False < Unknown < True, so that `and` is the minimum and `or` the maximum.
enum class Truth : std::uint8_t { False = 0, Unknown = 1, True = 2 };

constexpr Truth truth_of(bool b) {
  return b ? Truth::True : Truth::False;
}
constexpr Truth truth_not(Truth a) {
  return static_cast<Truth>(2 - static_cast<int>(a));
}
constexpr Truth truth_and(Truth a, Truth b) {
  return std::min(a, b);
}
constexpr Truth truth_or(Truth a, Truth b) {
  return std::max(a, b);
}

}  // namespace zhilu
