// SPDX-License-Identifier: MIT
// Text to tokens: first stage of the pipeline.
//
// Input methods write full-width characters (，（＞ “ ”), other languages write && and ==. Each is reported
// with the right spelling as a fix, and read as what it stands for, so that one slip gives one message.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/expr/token.h"

namespace zhilu::expr {

/// The tokens of one text; the last one is End. The text must outlive it.
struct Lexed {
  std::string_view source;
  std::vector<Token> tokens;
  /// What a mended token should have been, by token index, ascending.
  std::vector<std::pair<std::uint32_t, std::string>> mended;

  /// What token `index` means as text: the source's bytes, or the right spelling of a mended token.
  std::string_view text(std::uint32_t index) const;
};

/// Reads all of `text`; comments (`//` and `/* */`) and blanks are skipped. Never fails: what is no token is
/// reported and becomes Bad. Texts of more than 1 MiB are refused with a diagnostic and give End only.
Lexed lex(std::string_view text, const TextOrigin& origin, Diagnostics& diagnostics);

}  // namespace zhilu::expr
