// SPDX-License-Identifier: MIT
#include "tests/unit/expr/language_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "engine/expr/compiler.h"

namespace zhilu::test {
namespace {

constexpr std::string_view kArrow = "→";

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> words_of(const std::string& text, char separator) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, separator);) {
    if (!trimmed(word).empty()) words.push_back(trimmed(word));
  }
  return words;
}

TextOrigin origin() {
  return {FileId{0}, {{0, 0}}};
}

// The first error as the page writes it; empty if there is none.
std::string error_of(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (diagnostic.kind->grade != Grade::Error) continue;
    return "错误 " + std::string(diagnostic.kind->code) + "：" +
           message_text(*diagnostic.kind, diagnostic.args, Tongue::Chinese);
  }
  return {};
}

std::string show(const Value& value, const PageWorld& world) {
  if (value.is_null() && value.as_null().reason != nullptr)
    return "null，原因 " + std::string(value.as_null().reason->code);
  std::string text = to_feel_text(value);
  std::string missing;
  for (const FactId fact : value.missing()) missing += (missing.empty() ? "，缺 " : "、") + world.name(fact);
  return text + missing;
}

void evaluate(PageExample& example, const PageWorld& world, bool is_cell) {
  Diagnostics diagnostics;
  if (is_cell) {
    const std::size_t bar = example.text.find('|');
    REQUIRE_MESSAGE(bar != std::string::npos, example.text);
    const auto input =
        expr::compile(trimmed(example.text.substr(0, bar)), origin(), world.scope(), diagnostics);
    const std::string test = trimmed(example.text.substr(bar + 1));
    example.program = expr::compile_unary_test(test, origin(), *input, world.scope(), diagnostics);
  } else {
    example.program = expr::compile(example.text, origin(), world.scope(), diagnostics);
  }
  example.actual = error_of(diagnostics);
  if (!example.actual.empty()) return;
  example.actual =
      example.program == nullptr ? "不看这一项" : show(expr::evaluate(*example.program, world), world);
}

}  // namespace

void PageWorld::read(const std::string& line) {
  const std::size_t equal = line.find(" = ");
  const std::string left = trimmed(line.substr(0, equal));
  const std::string right = equal == std::string::npos ? "" : trimmed(line.substr(equal + 3));
  if (left == "today()") {
    today_ = value({}, right).as_date();
    return;
  }
  if (left.starts_with("event(")) {
    events_[left.substr(7, left.size() - 9)] = value({}, right);
    return;
  }
  const std::size_t colon = left.find(": ");
  REQUIRE_MESSAGE(colon != std::string::npos, line);
  const std::string name = left.substr(0, colon);
  const std::string kind = trimmed(left.substr(colon + 2));
  expr::Variable variable{name, TypeKind::Any, FactId{static_cast<std::uint32_t>(names_.size())}, {}};
  if (const std::size_t open = kind.find('('); open != std::string::npos) {
    variable.options = words_of(kind.substr(open + 1, kind.size() - open - 2), ',');
    variable.type = kind.starts_with("choices") ? Type::list(TypeKind::String) : Type(TypeKind::String);
  } else if (kind != "duration") {
    const std::optional<Type> type = find_simple_type(kind);
    REQUIRE_MESSAGE(type.has_value(), line);
    variable.type = *type;
  }
  names_.push_back(name);
  values_.push_back(value(variable.fact, right));
  scope_.add(std::move(variable));
}

Value PageWorld::value(FactId fact, const std::string& text) const {
  if (text.empty()) return Value::unknown(fact);
  if (text[0] == '+' || text[0] == '-') {
    PartialSet set{fact, {}, {}};
    for (const std::string& word : words_of(text, ' '))
      (word[0] == '+' ? set.holds : set.fails).push_back(word.substr(1));
    return Value::partial_set(std::move(set));
  }
  if (text.find('|') != std::string::npos) return Value::partial_choice({fact, words_of(text, '|')});
  if (const std::size_t dots = text.find(".."); dots != std::string::npos)
    return Value::interval(
        {fact, *Decimal::parse(text.substr(0, dots)), *Decimal::parse(text.substr(dots + 2))});
  Diagnostics diagnostics;
  const auto program = expr::compile(text, origin(), expr::MapScope(), diagnostics);
  REQUIRE_MESSAGE(diagnostics.empty(), text);
  return expr::evaluate(*program, *this);
}

Value PageWorld::event(std::string_view step_or_channel) const {
  const auto found = events_.find(step_or_channel);
  return found == events_.end() ? Value::null() : found->second;
}

std::vector<PageExample> examples_of(const std::string& page) {
  std::vector<PageExample> examples;
  PageWorld world;
  std::string block;
  std::istringstream in(page);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      block = block.empty() ? line.substr(3) : "";
      continue;
    }
    if (trimmed(line).empty()) continue;
    if (block == "facts") world.read(line);
    if (block != "feel" && block != "table") continue;
    const std::size_t arrow = line.find(kArrow);
    REQUIRE_MESSAGE(arrow != std::string::npos, "line " << number << ": " << line);
    PageExample example;
    example.line = number;
    example.text = trimmed(line.substr(0, arrow));
    example.expected = trimmed(line.substr(arrow + kArrow.size()));
    evaluate(example, world, block == "table");
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace zhilu::test
