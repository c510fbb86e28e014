// SPDX-License-Identifier: MIT
#include "cli/json/writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

void append_escaped(std::string& out, char c) {
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
    default: {
      const auto byte = static_cast<unsigned char>(c);
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
}

bool must_be_escaped(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == '"' || byte == '\\';
}

// True if any of the eight bytes at `bytes` must be escaped.
bool any_of_eight(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  // The high bit of a byte says that it was below the one taken away, unless it was high itself.
  const auto below = [](std::uint64_t value, std::uint64_t bound) {
    return (value - kOnes * bound) & ~value;
  };
  const std::uint64_t found =
      below(word, 0x20) | below(word ^ kOnes * '"', 1) | below(word ^ kOnes * '\\', 1);
  return (found & kOnes * 0x80) != 0;
}

bool needs_escapes(std::string_view text) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  if (text.size() < kWord) return std::any_of(text.begin(), text.end(), must_be_escaped);
  for (std::size_t at = 0; at + kWord < text.size(); at += kWord) {
    if (any_of_eight(text.data() + at)) return true;
  }
  // The last eight, some of them once more.
  return any_of_eight(text.data() + text.size() - kWord);
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  separate();
  const std::size_t at = out_.size();
  out_.append(name.size() + 3, '"');
  name.copy(out_.data() + at + 1, name.size());
  out_.back() = ':';
  first_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  out_ += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < value.size();) {
    const bool ascii = static_cast<unsigned char>(value[i]) < 0x80;
    if (ascii && !must_be_escaped(value[i])) {
      ++i;
      continue;
    }
    if (!ascii) {
      const CodePoint c = decode_at(value, i);
      if (c.size > 1) {
        i += c.size;
        continue;
      }
      out_ += value.substr(done, i - done);
      out_ += "\xEF\xBF\xBD";
    } else {
      out_ += value.substr(done, i - done);
      append_escaped(out_, value[i]);
    }
    done = ++i;
  }
  out_ += value.substr(done);
  out_ += '"';
}

void JsonWriter::well_formed(std::string_view value) {
  if (needs_escapes(value)) return string(value);
  separate();
  out_ += '"';
  out_ += value;
  out_ += '"';
}

}  // namespace zhilu
