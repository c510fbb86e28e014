// SPDX-License-Identifier: MIT
// Knowledge that is one long list of rules: one branch whose arms lead to steps at which all ends.
#pragma once

#include <cstdint>

#include "engine/model/knowledge.h"

namespace zhilu::test {

/// Rules over facts of every simple kind, most of them conjunctions; steps precede one another, and some have
/// conditions of their own. The same seed gives the same knowledge.
Knowledge random_rules(std::uint32_t seed);

}  // namespace zhilu::test
