// SPDX-License-Identifier: MIT
#include "engine/expr/characters.h"

#include <array>

namespace zhilu::expr {
namespace {

/// What input methods and word processors write for an ASCII character. Full-width ASCII is computed.
struct Foreign {
  char32_t character;
  std::string_view ascii;
};
constexpr std::array kForeign{
    Foreign{U'、', ","}, Foreign{U'。', "."},     Foreign{U'【', "["},  Foreign{U'】', "]"},
    Foreign{U'《', "<"}, Foreign{U'》', ">"},     Foreign{U'〈', "<"},  Foreign{U'〉', ">"},
    Foreign{U'〔', "["}, Foreign{U'〕', "]"},     Foreign{U'≥', ">="},  Foreign{U'≤', "<="},
    Foreign{U'≧', ">="}, Foreign{U'≦', "<="},     Foreign{U'≠', "!="},  Foreign{U'×', "*"},
    Foreign{U'÷', "/"},  Foreign{U'\u2212', "-"}, Foreign{U'–', "-"},   Foreign{U'—', "-"},
    Foreign{U'…', ".."}, Foreign{U'‥', ".."},     Foreign{U'∧', "and"}, Foreign{U'∨', "or"},
    Foreign{U'¬', "!"},  Foreign{U'→', "->"},     Foreign{U'∈', "in"},
};

}  // namespace

std::string_view ascii_meaning(char32_t c) {
  static constexpr std::string_view kAscii =
      "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  if (c >= 0xFF01 && c <= 0xFF5E) return kAscii.substr(c - 0xFF01, 1);
  for (const Foreign& f : kForeign) {
    if (f.character == c) return f.ascii;
  }
  return {};
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_foreign_blank(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_open_quote(char32_t c) {
  return c == U'“' || c == U'”' || c == U'„' || c == U'‘' || c == U'「' || c == U'『' || c == 0xFF02 ||
         c == 0xFF07;
}
bool is_close_quote(char32_t c) {
  return c == '"' || c == U'“' || c == U'”' || c == U'’' || c == U'‘' || c == U'」' || c == U'』' ||
         c == 0xFF02 || c == 0xFF07;
}

bool is_name_character(char32_t c, bool inside) {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (inside && is_digit(c));
  }
  if (inside && (c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040)) return true;
  if (is_foreign_blank(c) || !ascii_meaning(c).empty() || is_open_quote(c) || is_close_quote(c)) return false;
  if (c >= 0x3000 && c < 0x3040) return c == U'々' || c == U'〇' || (c >= 0x3021 && c <= 0x3029);
  return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x1FFF && c != 0x37E) ||
         c == 0x200C || c == 0x200D || (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) ||
         (c >= 0x3040 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFEFF) ||
         (c >= 0x10000 && c <= 0xEFFFF);
}

}  // namespace zhilu::expr
