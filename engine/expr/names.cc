// SPDX-License-Identifier: MIT
#include "engine/expr/names.h"

#include <algorithm>

#include "engine/expr/lexer.h"

namespace zhilu::expr {

std::string normalize_name(std::string_view name) {
  Diagnostics ignored;
  const Lexed lexed = lex(name, TextOrigin{}, ignored);
  std::string out;
  for (std::uint32_t i = 0; i + 1 < lexed.tokens.size(); ++i) {
    if (i > 0 && lexed.tokens[i - 1].end != lexed.tokens[i].begin) out += ' ';
    out += lexed.text(i);
  }
  return out;
}

NameSet::Phrase NameSet::split(std::string_view name) {
  Diagnostics ignored;
  const Lexed lexed = lex(name, TextOrigin{}, ignored);
  Phrase phrase;
  phrase.name = normalize_name(name);
  for (std::uint32_t i = 0; i + 1 < lexed.tokens.size(); ++i) phrase.parts.emplace_back(lexed.text(i));
  return phrase;
}

void NameSet::add(std::string_view name) {
  add(split(name));
}

void NameSet::add(Phrase phrase) {
  if (phrase.parts.size() < 2) return;
  std::vector<Phrase>& same_start = by_first_[phrase.parts[0]];
  const auto place = std::find_if(same_start.begin(), same_start.end(), [&](const Phrase& other) {
    return other.parts.size() < phrase.parts.size() || other.parts == phrase.parts;
  });
  if (place != same_start.end() && place->parts == phrase.parts) return;
  same_start.insert(place, std::move(phrase));
}

const std::vector<NameSet::Phrase>* NameSet::starting_with(std::string_view first) const {
  const auto it = by_first_.find(first);
  return it == by_first_.end() ? nullptr : &it->second;
}

}  // namespace zhilu::expr
