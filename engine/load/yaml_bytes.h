// SPDX-License-Identifier: MIT
// The first guard of a YAML file: its bytes.
#pragma once

#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"

namespace zhilu::yaml {

/// Reports malformed UTF-8, byte order marks behind the start, control characters (tab and line ends are
/// none) and line separators that only some readers take for line ends. True if there was nothing to report.
bool check_bytes(FileId file, std::string_view text, Diagnostics& diagnostics);

/// True for characters that look like a space and are none, visible or not: NBSP, U+3000, zero-width space,
/// ...
bool is_foreign_blank(char32_t c);

/// What people call a blank or a control: "全角空格（U+3000）"; otherwise its number, "U+0007".
std::string character_name(char32_t c);

}  // namespace zhilu::yaml
