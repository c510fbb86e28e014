// SPDX-License-Identifier: MIT
// Names in the parser: longest match over what is declared, and names that are being declared.
#include <algorithm>

#include "engine/expr/functions.h"
#include "engine/expr/parser_impl.h"

namespace zhilu::expr {
namespace {

const NameSet& function_phrases() {
  static const NameSet kPhrases = [] {
    NameSet phrases;
    for (const BuiltIn* function : built_ins()) phrases.add(function->name);
    return phrases;
  }();
  return kPhrases;
}

const NameSet& standard_fields() {
  static const NameSet kFields = [] {
    NameSet fields;
    for (const std::string_view name : {"time offset", "start included", "end included"}) fields.add(name);
    return fields;
  }();
  return kFields;
}

}  // namespace

bool Parser::matches_here(const std::vector<std::string>& parts) const {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (text(i) != parts[i] || kind(i) == TokenKind::End) return false;
  }
  return true;
}

std::size_t Parser::match_phrase(const NameSet& names, std::string& name) const {
  const std::vector<NameSet::Phrase>* candidates = names.starting_with(text());
  if (candidates == nullptr) return 0;
  for (const NameSet::Phrase& phrase : *candidates) {
    if (!matches_here(phrase.parts)) continue;
    name = phrase.name;
    return phrase.parts.size();
  }
  return 0;
}

std::size_t Parser::match_local(std::string& name) const {
  std::size_t longest = 0;
  for (const NameSet::Phrase& phrase : locals_) {
    if (phrase.parts.size() <= longest || !matches_here(phrase.parts)) continue;
    longest = phrase.parts.size();
    name = phrase.name;
  }
  return longest;
}

ExprId Parser::parse_name() {
  const std::uint32_t from = begin();
  std::string name;
  std::size_t longest = 0;
  const auto consider = [&](std::size_t length, std::string candidate) {
    if (length <= longest) return;
    longest = length;
    name = std::move(candidate);
  };
  const auto look_in = [&](const NameSet& names) {
    std::string candidate;
    const std::size_t length = match_phrase(names, candidate);
    consider(length, std::move(candidate));
  };
  longest = match_local(name);
  look_in(names_.variables);
  if (filters_ > 0) {
    look_in(names_.fields);
    look_in(fields_);
  }
  // "date and time" is a function only where it is called; elsewhere it may be `date and time` of two facts.
  std::string function;
  const std::size_t length = match_phrase(function_phrases(), function);
  if (length > 0 && kind(length) == TokenKind::LeftParen) consider(length, std::move(function));
  if (longest == 0) {
    if (keyword() != Keyword::None) return unexpected();
    name = text();
    longest = 1;
    // Two words in a row make no expression, so this is one name that nobody declared.
    while (kind(longest) == TokenKind::Word && keyword(longest) == Keyword::None) {
      const Scoped<std::size_t> there(at_, at_ + longest);
      if (!foreign_word().empty()) break;
      name.append(" ").append(text());
      ++longest;
    }
  }
  next(longest);
  const ExprId id = make(NodeKind::Name, from, {});
  ast_.set_text(id, std::move(name));
  return id;
}

std::string Parser::parse_field_name() {
  std::string name;
  std::string candidate;
  std::size_t longest = 0;
  for (const NameSet* names : {&names_.fields, &std::as_const(fields_), &standard_fields()}) {
    const std::size_t length = match_phrase(*names, candidate);
    if (length <= longest) continue;
    longest = length;
    name = candidate;
  }
  if (longest == 0) {
    if (kind() != TokenKind::Word) {
      unexpected();
      return name;
    }
    name = text();
    longest = 1;
  }
  next(longest);
  return name;
}

NameSet::Phrase Parser::parse_new_name(bool until_in) {
  NameSet::Phrase phrase;
  if (kind() != TokenKind::Word) {
    unexpected();
    return phrase;
  }
  while (is_name_part(kind())) {
    if (until_in && !phrase.parts.empty() && keyword() == Keyword::In) break;
    if (!phrase.parts.empty() && end() != begin()) phrase.name += ' ';
    phrase.name += text();
    phrase.parts.emplace_back(text());
    next();
  }
  return phrase;
}

bool Parser::named_argument_ahead() const {
  if (kind() != TokenKind::Word) return false;
  std::size_t ahead = 0;
  while (is_name_part(kind(ahead))) ++ahead;
  return kind(ahead) == TokenKind::Colon;
}

void Parser::declare(NameSet::Phrase phrase) {
  if (phrase.parts.size() < 2) return;
  fields_.add(phrase);
  locals_.push_back(std::move(phrase));
}

}  // namespace zhilu::expr
