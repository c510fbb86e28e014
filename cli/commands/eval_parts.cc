// SPDX-License-Identifier: MIT
#include "cli/commands/eval_parts.h"

#include <algorithm>
#include <vector>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

constexpr std::size_t kMaxValueWidth = 24;
/// The words are not squeezed into less.
constexpr std::size_t kMinWordsWidth = 24;

struct Row {
  std::string value;
  std::size_t depth = 0;
  std::string words;
  std::string expression;
  /// What is missing or went wrong, where a fact comes from.
  std::vector<std::string> notes;
};

std::string joined(const std::vector<std::string>& items, bool zh) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : zh ? "、" : ", ") + item;
  return text;
}

// At most `width` columns of the text, an ellipsis included.
std::string cut(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  std::size_t columns = 1;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    columns += static_cast<std::size_t>(display_width(point.value));
    if (columns > width) break;
    out += text.substr(at, point.size);
    at += point.size;
  }
  return out + "…";
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t columns = display_width(text);
  if (columns < width) text.append(width - columns, ' ');
  return text;
}

std::string origin_words(std::string_view from, bool zh) {
  if (from == "default") return zh ? "没有问过，取默认值" : "not asked, the default";
  if (from == "inferred") return zh ? "由知识库推出" : "derived by the knowledge";
  if (from == "unsure") return zh ? "说不清楚" : "the person cannot say";
  if (from == "inapplicable") return zh ? "不适用" : "does not apply";
  if (from == "text") return zh ? "从文字读出" : "read in the text";
  return "";
}

void add_rows(const ExpressionPart& part, std::size_t depth, bool zh, std::vector<Row>& rows) {
  Row row{
      .value = part.value, .depth = depth, .words = part.words, .expression = part.expression, .notes = {}};
  if (!part.variable.empty()) row.words = part.variable + (zh ? "：" : ": ") + row.words;
  // A fact that is missing says so by its value.
  const bool is_fact = part.parts.empty() && part.missing.size() == 1;
  if (!part.missing.empty() && !is_fact)
    row.notes.push_back((zh ? "还缺：" : "missing: ") + joined(part.missing_titles, zh));
  if (!part.error.empty()) row.notes.push_back(part.error_text + " [" + part.error + "]");
  if (const std::string from = origin_words(part.from, zh); !from.empty()) row.notes.push_back(from);
  rows.push_back(std::move(row));
  for (const ExpressionPart& child : part.parts) add_rows(child, depth + 1, zh, rows);
}

}  // namespace

std::string parts_text(const ExplainedExpression& explained, Tongue tongue, int width) {
  const bool zh = tongue == Tongue::Chinese;
  std::vector<Row> rows;
  add_rows(explained.whole, 0, zh, rows);

  std::size_t value_width = 0;
  std::size_t words_width = kMinWordsWidth;
  std::size_t expression_width = 0;
  for (const Row& row : rows) {
    value_width = std::max(value_width, std::min(display_width(row.value), kMaxValueWidth));
    words_width = std::max(words_width, 2 * row.depth + display_width(row.words));
    expression_width = std::max(expression_width, display_width(row.expression));
  }
  const bool beside = value_width + words_width + expression_width + 4 <= static_cast<std::size_t>(width);

  std::string text;
  for (const Row& row : rows) {
    const std::string indent(2 * row.depth, ' ');
    const std::string below(value_width + 2 + indent.size() + 2, ' ');
    text += padded(cut(row.value, kMaxValueWidth), value_width) + "  ";
    if (beside) {
      text += padded(indent + row.words, words_width) + "  " + row.expression + "\n";
    } else {
      text += indent + row.words;
      const std::size_t columns = value_width + 2 + indent.size() + display_width(row.words);
      const bool fits = columns + 2 + display_width(row.expression) <= static_cast<std::size_t>(width);
      if (row.expression != row.words) text += (fits ? "  " : "\n" + below) + row.expression;
      text += "\n";
    }
    for (const std::string& note : row.notes) text += below + "· " + note + "\n";
  }
  if (explained.shortened) text += zh ? "（还有更多，没有列出）\n" : "(there is more than is shown)\n";
  return text;
}

void write_part(const ExpressionPart& part, JsonWriter& json) {
  const auto write_strings = [&](std::string_view key, const std::vector<std::string>& items) {
    json.key(key);
    json.begin_array();
    for (const std::string& item : items) json.string(item);
    json.end_array();
  };
  const auto write_optional = [&](std::string_view key, std::string_view text) {
    json.key(key);
    text.empty() ? json.null() : json.string(text);
  };
  json.begin_object();
  json.key("expression");
  json.string(part.expression);
  json.key("words");
  json.string(part.words);
  json.key("value");
  json.string(part.value);
  json.key("value_words");
  json.string(part.value_words);
  json.key("holds");
  const bool settled = part.truth && *part.truth != Truth::Unknown;
  settled ? json.boolean(*part.truth == Truth::True) : json.null();
  write_strings("missing", part.missing);
  json.key("error");
  if (part.error.empty()) {
    json.null();
  } else {
    json.begin_object();
    json.key("code");
    json.string(part.error);
    json.key("message");
    json.string(part.error_text);
    json.end_object();
  }
  write_optional("from", part.from);
  write_optional("variable", part.variable);
  json.key("parts");
  json.begin_array();
  for (const ExpressionPart& child : part.parts) write_part(child, json);
  json.end_array();
  json.end_object();
}

}  // namespace zhilu
