// SPDX-License-Identifier: MIT
// Where a time may begin: what passes over most of a text before anything is read.
#pragma once

#include <cstddef>
#include <string_view>

namespace zhilu {

/// The first place from `i` on where a time or a title in 《》 may begin; the end of the text where none
/// does. It may turn out that none begins there, but none begins before.
std::size_t next_opening(std::u32string_view text, std::size_t i);

}  // namespace zhilu
