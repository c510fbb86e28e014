// SPDX-License-Identifier: MIT
#include "engine/base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

constexpr std::size_t kMaxColumns = 100;

// One printable line of a source, cut out around the span, and where the span stands in it.
struct Excerpt {
  std::string text;
  std::size_t caret_column = 0;
  std::size_t caret_width = 1;
};

/// Appends `c` so that it can do no harm on a terminal: controls and bidirectional marks become visible
/// signs.
void append_printable(std::string& out, char32_t c) {
  constexpr char32_t kControlPictures = 0x2400;
  const bool hidden = (c >= 0x7F && c <= 0x9F) || (c >= 0x200B && c <= 0x200F) ||
                      (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
  if (c == U'\t') {
    out.push_back(' ');
  } else if (c < 0x20) {
    append_utf8(out, kControlPictures + c);
  } else {
    append_utf8(out, hidden ? 0xFFFD : c);
  }
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    append_printable(out, c.value);
    at += c.size;
  }
  return out;
}

/// The byte at or after `from` at which `text` has taken up `columns` columns from `from` on.
std::size_t forward(std::string_view text, std::size_t from, std::size_t columns) {
  std::size_t used = 0;
  while (from < text.size()) {
    const CodePoint c = decode_at(text, from);
    used += static_cast<std::size_t>(display_width(c.value));
    if (used > columns) break;
    from += c.size;
  }
  return from;
}

/// Cuts a line of more than kMaxColumns columns to the part around [begin, end), the offsets of the span in
/// it.
Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
  const std::string before = printable(line.substr(0, begin));
  const std::string marked = printable(line.substr(begin, end - begin));
  const std::string after = printable(line.substr(end));

  Excerpt excerpt;
  excerpt.caret_column = display_width(before);
  excerpt.caret_width = std::max<std::size_t>(display_width(marked), 1);
  excerpt.text = before + marked + after;
  if (display_width(excerpt.text) <= kMaxColumns) return excerpt;

  constexpr std::string_view kMore = "…";
  // A third of the room goes to what stands before the span, so that the reader sees where he is.
  const std::size_t lead = std::min(excerpt.caret_column, kMaxColumns / 3);
  const std::size_t start = forward(excerpt.text, 0, excerpt.caret_column - lead);
  const std::size_t stop = forward(excerpt.text, start, kMaxColumns);
  const std::size_t hidden_columns = display_width(std::string_view(excerpt.text).substr(0, start));
  std::string cut;
  if (start > 0) cut += kMore;
  cut += excerpt.text.substr(start, stop - start);
  const std::size_t shown = display_width(cut);
  if (stop < excerpt.text.size()) cut += kMore;
  excerpt.caret_column = excerpt.caret_column - hidden_columns + (start > 0 ? 1 : 0);
  excerpt.caret_width = std::max<std::size_t>(std::min(excerpt.caret_width, shown - excerpt.caret_column), 1);
  excerpt.text = std::move(cut);
  return excerpt;
}

std::string_view grade_word(Grade grade, Tongue tongue) {
  const bool zh = tongue == Tongue::Chinese;
  switch (grade) {
    case Grade::Error:
      return zh ? "错误" : "error";
    case Grade::Warning:
      return zh ? "警告" : "warning";
    case Grade::Note:
      return zh ? "说明" : "note";
  }
  return {};
}

/// True of a span whose file is at hand. It is not for a span of knowledge from a compiled file.
bool has_place(Span span, const SourceMap& sources) {
  return span.file.is_set() && span.file.value < sources.size();
}

/// `path:line:col: `, or nothing for a span without a place.
std::string place_text(Span span, const SourceMap& sources) {
  if (!has_place(span, sources)) return {};
  const SourceFile& file = sources[span.file];
  const Position place = file.position(span.begin);
  return fmt::format("{}:{}:{}: ", printable(file.path()), place.line, place.column);
}

std::string fix_text(const Fix& fix, Span span, Tongue tongue) {
  const bool zh = tongue == Tongue::Chinese;
  if (fix.replacement.empty()) return zh ? "可以删去这一段" : "remove this";
  const std::string text = printable(fix.replacement);
  if (span.begin == span.end)
    return zh ? fmt::format("要在这里加上 '{}' 吗？", text) : fmt::format("insert '{}' here?", text);
  return zh ? fmt::format("是不是想写 '{}'？", text) : fmt::format("did you mean '{}'?", text);
}

std::string source_lines(Span span, const SourceFile& file) {
  const Position place = file.position(span.begin);
  const std::string_view line = file.line(place.line);
  const std::size_t start = file.line_start(place.line);
  const std::size_t begin = std::min<std::size_t>(span.begin - start, line.size());
  const std::size_t end = std::clamp<std::size_t>(span.end - start, begin, line.size());
  const Excerpt excerpt = excerpt_of(line, begin, end);
  return fmt::format("{:>4} | {}\n     | {}{}\n", place.line, excerpt.text,
                     std::string(excerpt.caret_column, ' '), std::string(excerpt.caret_width, '^'));
}

auto place_key(Span span) {
  return std::tuple(!span.file.is_set(), span.file, span.begin, span.end);
}

}  // namespace

Diagnostic& Diagnostics::add(const DiagnosticKind& kind, Span span, std::vector<std::string> args) {
  items_.push_back(Diagnostic{&kind, span, std::move(args), {}, std::nullopt});
  return items_.back();
}

void Diagnostics::sort_and_unique() {
  const auto less = [](const Diagnostic& a, const Diagnostic& b) {
    const auto place_a = place_key(a.span);
    const auto place_b = place_key(b.span);
    if (place_a != place_b) return place_a < place_b;
    if (a.kind->code != b.kind->code) return a.kind->code < b.kind->code;
    return a.args < b.args;
  };
  std::stable_sort(items_.begin(), items_.end(), less);
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.kind->code == b.kind->code && a.span == b.span && a.args == b.args;
  };
  items_.erase(std::unique(items_.begin(), items_.end(), same), items_.end());
}

bool Diagnostics::has_errors() const {
  return count(Grade::Error) > 0;
}

std::size_t Diagnostics::count(Grade grade) const {
  return static_cast<std::size_t>(std::count_if(items_.begin(), items_.end(),
                                                [&](const Diagnostic& d) { return d.kind->grade == grade; }));
}

void Diagnostics::take(Diagnostics&& other) {
  items_.insert(items_.end(), std::make_move_iterator(other.items_.begin()),
                std::make_move_iterator(other.items_.end()));
  other.items_.clear();
}

std::string message_text(const DiagnosticKind& kind, const std::vector<std::string>& args, Tongue tongue) {
  const std::string_view sentence = tongue == Tongue::Chinese ? kind.zh : kind.en;
  std::string out;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const bool placeholder = sentence[at] == '{' && at + 2 < sentence.size() && sentence[at + 1] >= '0' &&
                             sentence[at + 1] <= '9' && sentence[at + 2] == '}';
    if (!placeholder) {
      out.push_back(sentence[at]);
      continue;
    }
    const auto index = static_cast<std::size_t>(sentence[at + 1] - '0');
    if (index < args.size()) out += printable(args[index]);
    at += 2;
  }
  return out;
}

std::string render(const Diagnostic& diagnostic, const SourceMap& sources, Tongue tongue) {
  const DiagnosticKind& kind = *diagnostic.kind;
  std::string out =
      fmt::format("{}{}: {} [{}]\n", place_text(diagnostic.span, sources), grade_word(kind.grade, tongue),
                  message_text(kind, diagnostic.args, tongue), kind.code);
  if (has_place(diagnostic.span, sources))
    out += source_lines(diagnostic.span, sources[diagnostic.span.file]);
  for (const DiagnosticNote& note : diagnostic.notes) {
    out += fmt::format("     = {}{}: {}\n", place_text(note.span, sources), grade_word(Grade::Note, tongue),
                       message_text(*note.kind, note.args, tongue));
  }
  if (diagnostic.fix) out += fmt::format("     = {}\n", fix_text(*diagnostic.fix, diagnostic.span, tongue));
  return out;
}

std::string render(const Diagnostics& diagnostics, const SourceMap& sources, Tongue tongue) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.items()) out += render(diagnostic, sources, tongue);
  return out;
}

}  // namespace zhilu
