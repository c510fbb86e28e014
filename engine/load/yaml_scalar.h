// SPDX-License-Identifier: MIT
// One scalar of a YAML file: its text, and where each of its bytes stands in the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

namespace zhilu::yaml {

enum class Style : std::uint8_t {
  Plain,
  Single,   ///< 'text'
  Double,   ///< "text"
  Literal,  ///< |
  Folded,   ///< >
};

/// Where a scalar stands. For quoted scalars the quotes belong to it, for block scalars the `|` or `>`.
struct ScalarPlace {
  Style style = Style::Plain;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// Of block scalars: bytes of indentation that do not belong to the text.
  std::uint32_t indent = 0;
};

struct DecodedScalar {
  std::string text;
  std::vector<TextOrigin::Piece> pieces;
  /// Of a double-quoted scalar: the first escape that YAML does not have, or that stands for a character that
  /// knowledge may not hold.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> bad_escape;
};

/// Reads the scalar at `place` of `file_text` as YAML 1.2 says: unescaped, unfolded, without its indentation.
DecodedScalar decode_scalar(std::string_view file_text, const ScalarPlace& place);

}  // namespace zhilu::yaml
