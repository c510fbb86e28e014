// SPDX-License-Identifier: MIT
#include "engine/locale/regex_syntax.h"

#include <fmt/format.h>

#include <vector>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

constexpr int kMaxNesting = 100;
constexpr std::string_view kAnyCharacter = "[\\x{0}-\\x{10FFFF}]";

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

std::string quoted(char32_t c) {
  return fmt::format("\\x{{{:x}}}", static_cast<std::uint32_t>(c));
}

/// The pattern without its blanks, as flag x says; those inside classes stay.
std::u32string without_blanks(std::u32string_view pattern) {
  std::u32string out;
  int depth = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char32_t c = pattern[i];
    if (depth == 0 && is_blank(c)) continue;
    out += c;
    if (c == '\\') {
      while (depth == 0 && i + 1 < pattern.size() && is_blank(pattern[i + 1])) ++i;
      if (i + 1 < pattern.size()) out += pattern[++i];
    } else if (c == '[') {
      ++depth;
    } else if (c == ']' && depth > 0) {
      --depth;
    }
  }
  return out;
}

/// Recursive descent over the grammar of XPath regular expressions. Characters that stand for themselves are
/// written by number, so that nothing has a second meaning for ICU.
class Translator {
 public:
  Translator(std::u32string pattern, const RegexFlags& flags) : text_(std::move(pattern)), flags_(flags) {}

  std::optional<RegexSource> run() {
    RegexSource source;
    read_alternatives(0);
    if (at_ < text_.size()) ok_ = false;
    if (!ok_) return std::nullopt;
    source.pattern = std::move(out_);
    source.groups = opened_;
    return source;
  }

 private:
  char32_t look(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : 0; }
  bool more() const { return at_ < text_.size() && ok_; }
  bool take(char32_t c) {
    if (!more() || look() != c) return false;
    ++at_;
    return true;
  }
  void fail() { ok_ = false; }

  void read_alternatives(int depth) {
    if (depth > kMaxNesting) return fail();
    while (more()) {
      if (look() == ')') return;
      if (take('|')) {
        out_ += '|';
        continue;
      }
      if (read_atom(depth)) read_quantifier();
    }
  }

  /// False for what takes no quantifier.
  bool read_atom(int depth) {
    const char32_t c = text_[at_++];
    switch (c) {
      case '^':
        out_ += '^';
        return false;
      case '$':
        out_ += flags_.multi_line ? "$" : "\\z";
        return false;
      case '.':
        out_ += flags_.dot_all ? kAnyCharacter : "[^\\n\\r]";
        return true;
      case '(':
        read_group(depth);
        return true;
      case '[':
        out_ += read_class(depth);
        return true;
      case '\\':
        read_escape();
        return true;
      case '?':
      case '*':
      case '+':
      case '{':
      case '}':
      case ']':
        fail();
        return false;
      default:
        out_ += quoted(c);
        return true;
    }
  }

  void read_group(int depth) {
    const bool captures = look() != '?';
    int number = 0;
    if (captures) {
      number = ++opened_;
      out_ += '(';
    } else {
      ++at_;
      if (!take(':')) return fail();
      out_ += "(?:";
    }
    read_alternatives(depth + 1);
    if (!take(')')) return fail();
    out_ += ')';
    if (captures) closed_.push_back(number);
  }

  void read_quantifier() {
    if (!more()) return;
    if (take('?')) {
      out_ += '?';
    } else if (take('*')) {
      out_ += '*';
    } else if (take('+')) {
      out_ += '+';
    } else if (take('{')) {
      out_ += '{';
      if (!read_count()) return fail();
      if (take(',')) {
        out_ += ',';
        read_count();
      }
      if (!take('}')) return fail();
      out_ += '}';
    } else {
      return;
    }
    if (take('?')) out_ += '?';
    const char32_t c = look();
    if (more() && (c == '?' || c == '*' || c == '+' || c == '{')) fail();
  }

  bool read_count() {
    std::size_t digits = 0;
    while (is_digit(look()) && digits < 6) {
      out_ += static_cast<char>(look());
      ++at_;
      ++digits;
    }
    return digits > 0;
  }

  void read_escape() {
    const char32_t c = look();
    if (is_digit(c) && c != '0') return read_back_reference();
    out_ += read_escaped();
  }

  /// `\3` needs the third group closed before; of `\12` the longest number that is a group.
  void read_back_reference() {
    int number = 0;
    while (is_digit(look())) {
      const int longer = number * 10 + static_cast<int>(look() - '0');
      if (number > 0 && !is_closed(longer)) break;
      number = longer;
      ++at_;
      if (number > 999) break;
    }
    if (!is_closed(number)) return fail();
    // In brackets, so that a digit behind it does not join it.
    out_ += fmt::format("(?:\\{})", number);
  }

  bool is_closed(int group) const {
    for (const int closed : closed_) {
      if (closed == group) return true;
    }
    return false;
  }

  /// What stands behind a backslash, inside and outside classes, as a set or character of ICU.
  std::string read_escaped() {
    if (!more()) {
      fail();
      return {};
    }
    const char32_t c = text_[at_++];
    switch (c) {
      case 'n':
        return "\\n";
      case 'r':
        return "\\r";
      case 't':
        return "\\t";
      case 's':
        return "[\\x{20}\\t\\n\\r]";
      case 'S':
        return "[^\\x{20}\\t\\n\\r]";
      case 'd':
        return "\\p{Nd}";
      case 'D':
        return "\\P{Nd}";
      case 'w':
        return "[^\\p{P}\\p{Z}\\p{C}]";
      case 'W':
        return "[\\p{P}\\p{Z}\\p{C}]";
      case 'i':
        return "[\\p{L}\\p{Nl}_:]";
      case 'I':
        return "[^\\p{L}\\p{Nl}_:]";
      case 'c':
        return "[\\p{L}\\p{M}\\p{N}_:.\\x{2d}\\x{b7}]";
      case 'C':
        return "[^\\p{L}\\p{M}\\p{N}_:.\\x{2d}\\x{b7}]";
      case 'p':
      case 'P':
        return read_category(c == 'P');
      case '\\':
      case '|':
      case '.':
      case '?':
      case '*':
      case '+':
      case '(':
      case ')':
      case '{':
      case '}':
      case '$':
      case '-':
      case '[':
      case ']':
      case '^':
        return quoted(c);
      default:
        fail();
        return {};
    }
  }

  /// `\p{Lu}` or `\p{IsBasicLatin}`.
  std::string read_category(bool negative) {
    std::string name;
    if (!take('{')) fail();
    while (more() && look() != '}') {
      const char32_t c = look();
      const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-';
      if (!fits) fail();
      name += static_cast<char>(c);
      ++at_;
    }
    if (!take('}')) fail();
    const char* const sign = negative ? "P" : "p";
    if (name.starts_with("Is")) return fmt::format("\\{}{{block={}}}", sign, name.substr(2));
    const bool is_category = (name.size() == 1 || name.size() == 2) &&
                             std::string_view("LMNPZSC").find(name[0]) != std::string_view::npos;
    if (!is_category) fail();
    return fmt::format("\\{}{{{}}}", sign, name);
  }

  /// Behind `[`. A negative class and a subtraction become conditions on the next character: taken as sets
  /// they would let both cases of a letter in again where case does not count.
  std::string read_class(int depth) {
    if (depth > kMaxNesting) {
      fail();
      return {};
    }
    const bool negative = take('^');
    std::string set;
    std::string subtracted;
    while (more() && look() != ']') {
      if (look() == '-' && look(1) == '[') {
        at_ += 2;
        subtracted = read_class(depth + 1);
        if (look() != ']') fail();
        break;
      }
      read_class_item(set);
    }
    if (!take(']') || set.empty()) fail();
    std::string out = "(?:";
    if (!subtracted.empty()) out += fmt::format("(?!{})", subtracted);
    if (negative) {
      out += fmt::format("(?![{}]){}", set, kAnyCharacter);
    } else {
      out += fmt::format("[{}]", set);
    }
    return out + ")";
  }

  void read_class_item(std::string& set) {
    bool is_set = false;
    const char32_t first = look();
    const std::string low = read_class_character(is_set);
    // `-` stands for itself at either end of a class.
    const bool is_range = look() == '-' && look(1) != ']' && look(1) != '[' && more();
    if (!is_range || (first == '-' && set.empty())) {
      set += low;
      return;
    }
    ++at_;
    bool high_is_set = false;
    const std::string high = read_class_character(high_is_set);
    if (is_set || high_is_set) return fail();
    set += low + "-" + high;
  }

  std::string read_class_character(bool& is_set) {
    const char32_t c = look();
    if (c == '[') fail();
    if (c != '\\') {
      ++at_;
      return quoted(c);
    }
    ++at_;
    const char32_t escaped = look();
    if (is_digit(escaped)) fail();
    is_set = std::u32string_view(U"sSdDwWiIcCpP").find(escaped) != std::u32string_view::npos;
    return read_escaped();
  }

  std::u32string text_;
  RegexFlags flags_;
  std::size_t at_ = 0;
  std::string out_;
  int opened_ = 0;
  std::vector<int> closed_;
  bool ok_ = true;
};

}  // namespace

std::optional<RegexFlags> parse_regex_flags(std::string_view flags) {
  RegexFlags out;
  for (const char c : flags) {
    switch (c) {
      case 's':
        out.dot_all = true;
        break;
      case 'm':
        out.multi_line = true;
        break;
      case 'i':
        out.ignore_case = true;
        break;
      case 'x':
        out.extended = true;
        break;
      case 'q':
        out.literal = true;
        break;
      default:
        return std::nullopt;
    }
  }
  return out;
}

std::optional<RegexSource> translate_regex(std::string_view pattern, const RegexFlags& flags) {
  std::u32string characters;
  for (std::size_t i = 0; i < pattern.size();) {
    const CodePoint c = decode_at(pattern, i);
    characters += c.value;
    i += c.size;
  }
  if (flags.literal) {
    RegexSource source;
    for (const char32_t c : characters) source.pattern += quoted(c);
    return source;
  }
  if (flags.extended) characters = without_blanks(characters);
  return Translator(std::move(characters), flags).run();
}

}  // namespace zhilu
