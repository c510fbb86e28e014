// SPDX-License-Identifier: MIT
// Reads JSON strictly: one document, no duplicate names, no lone surrogates, no NaN, at most 32 levels.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/intake/input.h"

namespace zhilu {

inline constexpr int kMaxJsonDepth = 32;
inline constexpr std::size_t kMaxJsonBytes = 1 << 20;

/// The document as a tree with the place of every part in file `file`, whose text must be `text`. Numbers
/// keep their digits. Empty, with at least one diagnostic, if it is refused.
std::optional<InputValue> read_json(std::string_view text, FileId file, Diagnostics& out);

}  // namespace zhilu
