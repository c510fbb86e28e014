// SPDX-License-Identifier: MIT
#include "tests/conformance/rewriter.h"

#include <algorithm>
#include <set>
#include <vector>

#include "engine/expr/functions.h"
#include "engine/expr/string_literal.h"

namespace zhilu::conformance {
namespace {

using expr::Ast;
using expr::ExprId;
using expr::NodeKind;

const std::set<std::string_view> kProperties{
    "year",        "month",    "day",   "weekday",        "hour",        "minute", "second",
    "time offset", "timezone", "years", "months",         "days",        "hours",  "minutes",
    "seconds",     "start",    "end",   "start included", "end included"};

bool has_properties(TypeKind kind) {
  return kind != TypeKind::Any && kind != TypeKind::Context && kind != TypeKind::Null;
}

struct Edit {
  std::size_t begin;
  std::size_t end;
  std::string text;
};

std::string apply(std::string text, std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
  for (const Edit& edit : edits) text.replace(edit.begin, edit.end - edit.begin, edit.text);
  return text;
}

/// Replaces the names, and where asked for the texts, of one expression.
class TextRewriter {
 public:
  TextRewriter(const std::string& source, const Ast& ast, const Words& words, bool with_texts)
      : source_(source), ast_(ast), words_(words), with_texts_(with_texts) {}

  std::string run() {
    walk(ast_.root());
    return apply(source_, std::move(edits_));
  }

 private:
  void walk(ExprId id) {
    const NodeKind kind = ast_.kind(id);
    const std::string_view text = ast_.text(id);
    const std::size_t begin = ast_.begin(id);
    switch (kind) {
      case NodeKind::Name:
        if (!is_own_word(id)) replace(begin, ast_.end(id));
        break;
      case NodeKind::TypeName:
        if (words_.types.contains(std::string(text))) replace(begin, ast_.end(id));
        break;
      case NodeKind::Path:
        if (!is_property(id)) replace(begin_of_name(ast_.end(id), text), ast_.end(id));
        break;
      case NodeKind::Entry:
      case NodeKind::Iterator:
      case NodeKind::Parameter:
      case NodeKind::TypeField:
        if (!words_.is_fixed(text)) replace(begin, end_of_name(begin, text));
        break;
      case NodeKind::Literal:
        replace_text(id);
        break;
      case NodeKind::Function:
        if (!text.empty()) return;  // The words of a function outside are not the language's.
        break;
      case NodeKind::Call:
        return walk_call(id);
      default:
        break;
    }
    for (const ExprId child : ast_.children(id)) walk(child);
  }

  void walk_call(ExprId id) {
    const expr::BuiltIn* function = ast_.function(ast_.child(id, 0));
    const std::size_t flags = function != nullptr ? place_of_flags(function->name) : 0;
    for (std::size_t i = 0; i < ast_.children(id).size(); ++i) {
      const ExprId child = ast_.child(id, i);
      if (flags != 0 && i == flags) continue;
      if (ast_.kind(child) == NodeKind::NamedArgument && function == nullptr) {
        replace(ast_.begin(child), end_of_name(ast_.begin(child), ast_.text(child)));
      }
      walk(child);
    }
  }

  /// A word of the language: a built-in function, or `item` and `partial` where they are not declared.
  bool is_own_word(ExprId id) const {
    const std::string name(ast_.text(id));
    if (words_.is_fixed(name)) return true;
    if (words_.names.contains(name))
      return ast_.function(id) != nullptr && ast_.type(id).kind() == TypeKind::Function;
    return ast_.function(id) != nullptr || name == "item" || name == "partial";
  }

  bool is_property(ExprId id) const {
    const std::string name(ast_.text(id));
    if (words_.is_fixed(name)) return true;
    if (!kProperties.contains(name)) return false;
    const Type& base = ast_.type(ast_.child(id, 0));
    const TypeKind kind = base.kind() == TypeKind::List ? base.element().kind() : base.kind();
    return has_properties(kind) || !words_.names.contains(name);
  }

  void replace(std::size_t begin, std::size_t end) {
    const std::string_view written = std::string_view(source_).substr(begin, end - begin);
    if (written.starts_with('"')) {
      edits_.push_back({begin, end, expr::quote_string(in_chinese(expr::decode_string(written)))});
    } else {
      edits_.push_back({begin, end, in_chinese(written)});
    }
  }

  void replace_text(ExprId id) {
    const bool is_text = ast_.value(id).is(ValueKind::String) && ast_.text(id).empty();
    if (with_texts_ && is_text) replace(ast_.begin(id), ast_.end(id));
  }

  /// Behind the name that begins at `begin`; blanks may be written differently than in `name`.
  std::size_t end_of_name(std::size_t begin, std::string_view name) const {
    if (source_[begin] == '"') {
      std::size_t end = begin + 1;
      while (source_[end] != '"') end += source_[end] == '\\' ? 2 : 1;
      return end + 1;
    }
    std::size_t at = begin;
    for (const char c : name) {
      if (c == ' ') continue;
      while (source_[at] != c) ++at;
      ++at;
    }
    return at;
  }

  std::size_t begin_of_name(std::size_t end, std::string_view name) const {
    std::size_t at = end;
    for (auto c = name.rbegin(); c != name.rend(); ++c) {
      if (*c == ' ') continue;
      while (source_[at - 1] != *c) --at;
      --at;
    }
    return at;
  }

  const std::string& source_;
  const Ast& ast_;
  const Words& words_;
  bool with_texts_;
  std::vector<Edit> edits_;
};

class LiteralRewriter {
 public:
  LiteralRewriter(const std::string& source, const Ast& ast, Json& facts)
      : source_(source), ast_(ast), facts_(facts) {}

  std::string run() {
    walk(ast_.root());
    return apply(source_, std::move(edits_));
  }

 private:
  void walk(ExprId id) {
    if (ast_.kind(id) == NodeKind::Literal) return replace(id);
    if (ast_.kind(id) == NodeKind::Function && !ast_.text(id).empty()) return;
    for (const ExprId child : ast_.children(id)) walk(child);
  }

  void replace(ExprId id) {
    const Value& value = ast_.value(id);
    Json fact;
    if (!ast_.text(id).empty()) {
      fact = {{"@", "date"}, {"v", ast_.text(id)}};  // The text says whether it is a date, time or duration.
    } else if (value.is(ValueKind::Number)) {
      fact = {{"@", "number"}, {"v", value.as_number().to_string()}};
    } else if (value.is(ValueKind::String)) {
      fact = value.as_string();
    } else if (value.is(ValueKind::Boolean)) {
      fact = value.as_boolean();
    }
    const std::string name = in_chinese("literal" + std::to_string(facts_.size()));
    facts_[name] = std::move(fact);
    edits_.push_back({ast_.begin(id), ast_.end(id), name});
  }

  const std::string& source_;
  const Ast& ast_;
  Json& facts_;
  std::vector<Edit> edits_;
};

}  // namespace

std::string rewrite_names(const std::string& source, const Ast& ast, const Words& words, bool with_texts) {
  return TextRewriter(source, ast, words, with_texts).run();
}

std::string rewrite_literals(const std::string& source, const Ast& ast, Json& facts) {
  return LiteralRewriter(source, ast, facts).run();
}

}  // namespace zhilu::conformance
