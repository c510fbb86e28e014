// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>

#include "engine/render/source_line.h"
#include "engine/render/wording.h"

namespace zhilu {
namespace {

std::string_view name_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::Seed:
      return "seed";
    case SourceKind::Law:
      return "law";
    case SourceKind::Rule:
      return "rule";
    case SourceKind::Interpretation:
      return "interpretation";
    case SourceKind::Notice:
      return "notice";
    case SourceKind::Statement:
      return "statement";
  }
  return "law";
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Where in the source: 第46条 (46), 第253条之一 (253_1), 第 7 段 (p07 of a seed). Empty for a passage with a
// name.
std::string_view place_of(const Wording& wording, SourceKind kind, std::string_view passage) {
  if (kind == SourceKind::Seed) {
    if (!passage.starts_with('p') || !is_number(passage.substr(1))) return {};
    std::string_view number = passage.substr(1);
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    return wording.phrase(Phrase::Paragraph, {{"paragraph", number}});
  }
  const std::size_t line = passage.find('_');
  const std::string_view article = passage.substr(0, line);
  if (!is_number(article)) return {};
  const std::string_view place = wording.phrase(Phrase::Article, {{"article", article}});
  if (line == std::string_view::npos) return place;
  const std::string_view inserted = passage.substr(line + 1);
  if (!is_number(inserted)) return place;
  // An article put in later: 第253条之一.
  static constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四",
                                                               "五", "六", "七", "八", "九"};
  std::string whole(place);
  if (!is_chinese(wording.language())) return wording.keep(whole.append("-").append(inserted));
  whole.append("之");
  for (const char digit : inserted) whole.append(kDigits[static_cast<std::size_t>(digit - '0')]);
  return wording.keep(whole);
}

// The title with title marks, which the author need not write. A notice is known by its number or its name.
std::string_view marked_title(const Wording& wording, const Source& source) {
  constexpr std::string_view kOpen = "《";
  const std::string_view title =
      wording.title(source.short_title.empty() ? source.title : source.short_title);
  const bool plain = source.kind == SourceKind::Notice || source.kind == SourceKind::Statement;
  if (plain || title.starts_with(kOpen)) return title;
  return wording.phrase(Phrase::SourceTitle, {{"title", title}});
}

}  // namespace

SourceLine source_line(const Wording& wording, const SourceRef& ref) {
  const Source& source = wording.knowledge().sources[ref.source];
  SourceLine line;
  line.kind = name_of(source.kind);
  line.address = source.address;
  line.verified_primary = source.verified_primary;
  line.id = source.id;
  if (ref.passage < source.passages.size()) {
    const Passage& passage = source.passages[ref.passage];
    line.id = wording.keep(source.id + "." + passage.id);
    line.says = wording.text(passage.says);
    line.place = place_of(wording, source.kind, passage.id);
  }
  line.title = marked_title(wording, source);
  line.label = line.title;
  if (!line.place.empty()) {
    line.label = wording.phrase(Phrase::SourceLabel, {{"title", line.title}, {"place", line.place}});
  }
  return line;
}

}  // namespace zhilu
