// SPDX-License-Identifier: MIT
// Integer arithmetic that says when it overflows, for the insides of this folder.
#pragma once

#include <cstdint>
#include <optional>

namespace zhilu {

inline std::optional<std::int64_t> checked_add(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
  return sum;
}

inline std::optional<std::int64_t> checked_subtract(std::int64_t a, std::int64_t b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) return std::nullopt;
  return difference;
}

inline std::optional<std::int64_t> checked_multiply(std::int64_t a, std::int64_t b) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
  return product;
}

/// Division rounding down; `divisor` > 0.
constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t divisor) {
  return a / divisor - (a % divisor < 0 ? 1 : 0);
}

/// What floor_divide leaves: 0 <= result < divisor.
constexpr std::int64_t floor_modulo(std::int64_t a, std::int64_t divisor) {
  const std::int64_t rest = a % divisor;
  return rest < 0 ? rest + divisor : rest;
}

}  // namespace zhilu
