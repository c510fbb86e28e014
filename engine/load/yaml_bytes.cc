// SPDX-License-Identifier: MIT
#include "engine/load/yaml_bytes.h"

#include <fmt/format.h>

#include "engine/base/utf8.h"
#include "engine/load/yaml_diagnostics.h"

namespace zhilu::yaml {
namespace {

constexpr char32_t kBom = 0xFEFF;
constexpr int kMaxReports = 20;

bool is_line_separator(char32_t c) {
  return c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F);
}

}  // namespace

bool is_foreign_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == kBom;
}

std::string character_name(char32_t c) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

bool check_bytes(FileId file, std::string_view text, Diagnostics& diagnostics) {
  const auto span = [&](std::size_t at, std::size_t size) {
    return Span{file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
  };
  if (const auto bad = find_invalid_utf8(text)) {
    diagnostics.add(kInvalidUtf8, span(*bad, 1), {std::to_string(*bad + 1)});
    return false;
  }
  int reports = 0;
  for (std::size_t at = 0; at < text.size() && reports < kMaxReports;) {
    const CodePoint c = decode_at(text, at);
    const bool line_end = c.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    const DiagnosticKind* kind = nullptr;
    if (c.value == kBom && at > 0) {
      kind = &kStrayBom;
    } else if (is_line_separator(c.value)) {
      kind = &kLineSeparator;
    } else if (is_control(c.value) && !line_end) {
      kind = &kControlCharacter;
    }
    if (kind != nullptr) {
      Diagnostic& problem = diagnostics.add(*kind, span(at, c.size), {character_name(c.value)});
      const bool is_break = is_line_separator(c.value) || c.value == '\r';
      problem.fix = Fix{is_break ? "\n" : ""};
      ++reports;
    }
    at += c.size;
  }
  return reports == 0;
}

}  // namespace zhilu::yaml
