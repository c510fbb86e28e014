// SPDX-License-Identifier: MIT
#include "engine/load/yaml_scalar.h"

#include <utility>

#include "engine/base/utf8.h"

namespace zhilu::yaml {
namespace {

/// Collects text together with the places it comes from.
class Collector {
 public:
  explicit Collector(std::string_view file_text) : file_text_(file_text) {}

  /// Appends bytes [begin, end) of the file as they are.
  void copy(std::size_t begin, std::size_t end) {
    mark(begin);
    result_.text += file_text_.substr(begin, end - begin);
  }

  /// Appends `text`, which stands for something else at `at`.
  void put(std::string_view text, std::size_t at) {
    mark(at);
    result_.text += text;
  }

  /// Says that whatever is appended next stands at `at`. The last mark gives the end of the text its place.
  void mark(std::size_t at) {
    const auto text_offset = static_cast<std::uint32_t>(result_.text.size());
    std::vector<TextOrigin::Piece>& pieces = result_.pieces;
    if (!pieces.empty() && pieces.back().text_offset == text_offset) pieces.pop_back();
    const bool goes_on =
        !pieces.empty() && pieces.back().file_offset + (text_offset - pieces.back().text_offset) == at;
    if (!goes_on) pieces.push_back({text_offset, static_cast<std::uint32_t>(at)});
  }

  DecodedScalar& result() { return result_; }

 private:
  std::string_view file_text_;
  DecodedScalar result_;
};

void decode_single(std::string_view text, const ScalarPlace& place, Collector& out) {
  const std::size_t end = place.end - 1;
  std::size_t from = place.begin + 1;
  out.mark(from);
  while (from < end) {
    const std::size_t quote = std::min(text.find('\'', from), end);
    out.copy(from, quote);
    from = quote;
    if (quote < end) {
      out.put("'", quote);
      from = quote + 2;
    }
  }
  out.mark(end);
}

/// How many hexadecimal digits follow `\x`, `\u` and `\U`; 0 for other letters.
std::size_t hex_digits(char letter) {
  if (letter == 'x') return 2;
  if (letter == 'u') return 4;
  return letter == 'U' ? 8 : 0;
}

std::optional<char32_t> parse_hex(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
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

/// The character of a one-letter escape that gives a character knowledge may hold.
std::optional<char32_t> simple_escape(char letter) {
  switch (letter) {
    case 'n':
      return U'\n';
    case 't':
    case '\t':
      return U'\t';
    case '"':
    case '\\':
    case '/':
    case ' ':
      return static_cast<char32_t>(letter);
    default:
      // YAML has \0 \a \b \v \f \r \e \N \L \P \_ too; they stand for characters that no text should hold.
      return std::nullopt;
  }
}

bool is_allowed(char32_t c) {
  const bool control = (c < 0x20 && c != U'\t' && c != U'\n') || (c >= 0x7F && c <= 0x9F);
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  return !control && !surrogate && c <= 0x10FFFF && c != 0x2028 && c != 0x2029 && c != 0xFEFF;
}

void decode_double(std::string_view text, const ScalarPlace& place, Collector& out) {
  const std::size_t end = place.end - 1;
  std::size_t from = place.begin + 1;
  out.mark(from);
  while (from < end) {
    const std::size_t slash = std::min(text.find('\\', from), end);
    out.copy(from, slash);
    if (slash == end) break;
    const char letter = text[slash + 1];
    std::size_t size = 2;
    std::optional<char32_t> c = simple_escape(letter);
    if (const std::size_t digits = hex_digits(letter); digits > 0) {
      size = std::min(2 + digits, end - slash);
      if (size == 2 + digits) c = parse_hex(text.substr(slash + 2, digits));
    }
    if (c && is_allowed(*c)) {
      std::string character;
      append_utf8(character, *c);
      out.put(character, slash);
    } else if (!out.result().bad_escape) {
      size = std::max(size, std::size_t{1} + decode_at(text, slash + 1).size);
      out.result().bad_escape = {static_cast<std::uint32_t>(slash), static_cast<std::uint32_t>(slash + size)};
    }
    from = slash + size;
    out.mark(from);
  }
  out.mark(end);
}

/// One line of a block scalar, without its indentation and line end.
struct BlockLine {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin == end; }
};

/// The lines behind the header, up to the last one that holds text; and whether that one has a line end.
std::vector<BlockLine> block_lines(std::string_view text, const ScalarPlace& place, bool& ended) {
  std::vector<BlockLine> lines;
  const std::size_t header_end = text.find('\n', place.begin);
  if (header_end == std::string_view::npos || header_end >= place.end) return lines;
  for (std::size_t at = header_end + 1; at < place.end;) {
    std::size_t end = std::min<std::size_t>(text.find('\n', at), place.end);
    const std::size_t next = end + 1;
    if (end > at && text[end - 1] == '\r') --end;
    std::size_t begin = at;
    while (begin < end && begin - at < place.indent && text[begin] == ' ') ++begin;
    lines.push_back({begin, end});
    at = next;
  }
  ended = place.end < text.size();
  return lines;
}

/// True for a line that begins with a blank: folding leaves its line ends alone.
bool is_more_indented(std::string_view text, const BlockLine& line) {
  return !line.empty() && (text[line.begin] == ' ' || text[line.begin] == '\t');
}

void decode_block(std::string_view text, const ScalarPlace& place, Collector& out) {
  bool ended = false;
  const std::vector<BlockLine> lines = block_lines(text, place, ended);
  const bool folded = place.style == Style::Folded;
  const bool strip = place.begin + 1 < text.size() && text[place.begin + 1] == '-';
  out.mark(lines.empty() ? place.end : lines.front().begin);

  const BlockLine* previous = nullptr;  // The last line that was not empty.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const BlockLine& line = lines[i];
    if (line.empty()) {
      // Behind the last text line there are none; before the first one each is a line feed.
      if (previous == nullptr || !folded) out.put("\n", line.begin);
      continue;
    }
    if (previous != nullptr && folded) {
      const auto skipped = static_cast<std::size_t>(&line - previous) - 1;
      const bool keep = is_more_indented(text, *previous) || is_more_indented(text, line);
      if (keep || skipped == 0) out.put(keep ? "\n" : " ", previous->end);
      for (std::size_t k = 0; k < skipped; ++k) out.put("\n", (previous + 1 + k)->begin);
    }
    out.copy(line.begin, line.end);
    previous = &line;
    const bool last = i + 1 == lines.size();
    if (!folded && !last) out.put("\n", line.end);
  }
  const bool line_feed = previous != nullptr && !strip && ended;
  if (line_feed) out.put("\n", previous->end);
  out.mark(line_feed ? text.find('\n', place.end) + 1 : place.end);
}

}  // namespace

DecodedScalar decode_scalar(std::string_view file_text, const ScalarPlace& place) {
  Collector out(file_text);
  switch (place.style) {
    case Style::Plain:
      out.copy(place.begin, place.end);
      out.mark(place.end);
      break;
    case Style::Single:
      decode_single(file_text, place, out);
      break;
    case Style::Double:
      decode_double(file_text, place, out);
      break;
    case Style::Literal:
    case Style::Folded:
      decode_block(file_text, place, out);
      break;
  }
  return std::move(out.result());
}

}  // namespace zhilu::yaml
