// SPDX-License-Identifier: MIT
#include "cli/json/writer.h"

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

bool stands_for_itself(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

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

}  // namespace

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  first_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  out_ += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < value.size();) {
    if (stands_for_itself(value[i])) {
      ++i;
      continue;
    }
    if (static_cast<unsigned char>(value[i]) >= 0x80) {
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

}  // namespace zhilu
