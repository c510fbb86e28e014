// SPDX-License-Identifier: MIT
// Where a time may begin: what passes over most of a text before anything is read.
#pragma once

#include <cstddef>
#include <string_view>

namespace zhilu {

/// May a time begin at `i`? Rarely wrong with yes, never with no.
bool may_begin_time(std::u32string_view text, std::size_t i);

}  // namespace zhilu
