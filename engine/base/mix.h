// SPDX-License-Identifier: MIT
// A mixing step for hashes of small numbers.
#pragma once

#include <cstdint>

namespace zhilu {

/// `hash` with `value` taken in: the finalizer of SplitMix64, so that every bit of both counts.
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  std::uint64_t z = hash + 0x9e3779b97f4a7c15U + value;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

}  // namespace zhilu
