// SPDX-License-Identifier: MIT
// Large knowledge bases, written as editors write them: many topics, each entered by what a matter is about,
// with facts, steps, graphs and tables of its own, over shared channels, evidence and sources.
//
// They load and check without any diagnostic. A matter of one area brings only a few topics to life, however
// many there are; most facts are read by one topic only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace zhilu::test {

/// How much is made. There are at least three nodes for each step, and three facts of its own for each topic.
struct BigSizes {
  std::size_t nodes = 1000;
  std::size_t steps = 200;
  std::size_t facts = 40;
  /// 0: one for every hundred steps, at least two.
  std::size_t topics = 0;
};

/// The files of a knowledge folder by path. The same sizes and seed give the same bytes, on every machine.
std::map<std::string, std::string, std::less<>> big_knowledge(BigSizes sizes, std::uint32_t seed);

}  // namespace zhilu::test
