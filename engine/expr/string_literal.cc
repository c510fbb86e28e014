// SPDX-License-Identifier: MIT
#include "engine/expr/string_literal.h"

#include <algorithm>
#include <optional>

#include "engine/base/utf8.h"

namespace zhilu::expr {
namespace {

/// The value of `count` hexadecimal digits at `at`, or empty.
std::optional<char32_t> read_hex(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(at, count)) {
    char32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<char32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<char32_t>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<char32_t>(c - 'A' + 10);
    } else {
      return std::nullopt;
    }
    value = value * 16 + digit;
  }
  return value;
}

/// Appends the character of the escape that begins at `at` with a backslash; gives the bytes it took, 0 if it
/// is no escape.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 0;
  switch (text[at + 1]) {
    case 'n':
      out += '\n';
      return 2;
    case 't':
      out += '\t';
      return 2;
    case 'r':
      out += '\r';
      return 2;
    case '"':
      out += '"';
      return 2;
    case '\'':
      out += '\'';
      return 2;
    case '\\':
      out += '\\';
      return 2;
    case 'U':
      if (const auto c = read_hex(text, at + 2, 6)) {
        append_utf8(out, *c);
        return 8;
      }
      return 0;
    case 'u':
      break;
    default:
      return 0;
  }
  const auto high = read_hex(text, at + 2, 4);
  if (!high) return 0;
  if (*high >= 0xD800 && *high < 0xDC00 && text.substr(std::min(at + 6, text.size()), 2) == "\\u") {
    const auto low = read_hex(text, at + 8, 4);
    if (low && *low >= 0xDC00 && *low < 0xE000) {
      append_utf8(out, 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00));
      return 12;
    }
  }
  append_utf8(out, *high);
  return 6;
}

}  // namespace

std::string decode_string(std::string_view token) {
  if (token.size() >= 2) token = token.substr(1, token.size() - 2);
  std::string out;
  out.reserve(token.size());
  for (std::size_t at = 0; at < token.size();) {
    const std::size_t taken = token[at] == '\\' ? append_escape(out, token, at) : 0;
    if (taken == 0) out += token[at];
    at += std::max<std::size_t>(taken, 1);
  }
  return out;
}

std::string quote_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  return out + '"';
}

}  // namespace zhilu::expr
