// SPDX-License-Identifier: MIT
// Texts in quotes: what a string token means, and how a text is written as one.
#pragma once

#include <string>
#include <string_view>

namespace zhilu::expr {

/// The meaning of a string token: quotes taken off, \n \t \r \" \' \\ \uXXXX \UXXXXXX replaced; other
/// backslashes stay as they are (they belong to regular expressions). A lone surrogate becomes U+FFFD.
std::string decode_string(std::string_view token);

/// `text` as a string literal: the inverse of decode_string.
std::string quote_string(std::string_view text);

}  // namespace zhilu::expr
