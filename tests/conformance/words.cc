// SPDX-License-Identifier: MIT
#include "tests/conformance/words.h"

#include <algorithm>
#include <cctype>

#include "tests/conformance/records.h"

namespace zhilu::conformance {
namespace {

using expr::Ast;
using expr::ExprId;
using expr::NodeKind;

/// For 0-9, A-Z, a-z: as many characters, in the same order, none of which the language knows.
constexpr std::string_view kCharacters =
    "为丽云余光冈冬出列剑号吕地夜天宇宙宿寒巨张往律成收日昃昆暑月李来果柰水洪玄玉珍珠生盈秋称结腾致芥荒菜"
    "藏调辰重金闰阙阳雨霜露黄";
constexpr std::size_t kCharacterSize = 3;
static_assert(kCharacters.size() == kCharacterSize * 62);

/// Functions that read a text as something else, or change it letter by letter.
const std::set<std::string_view> kReaders{"date",       "time",    "date and time", "duration",
                                          "number",     "range",   "string",        "upper case",
                                          "lower case", "matches", "replace",       "split"};
/// Functions whose texts are words of the language.
const std::set<std::string_view> kWriters{"day of week", "month of year"};
/// Functions by which texts become names of entries, or names texts.
const std::set<std::string_view> kNamers{"get value", "context put", "context", "get entries"};
std::string first_of(const std::set<std::string_view>& wanted, const std::set<std::string>& used) {
  const auto it = std::find_if(used.begin(), used.end(), [&](const auto& f) { return wanted.contains(f); });
  return it == used.end() ? std::string() : *it;
}

void collect_keys(const Json& json, Words& words) {
  if (json.is_array()) {
    for (const Json& item : json) collect_keys(item, words);
  }
  if (!json.is_object() || json.contains("@")) return;
  for (const auto& [key, item] : json.items()) {
    words.names.insert(key);
    collect_keys(item, words);
  }
}

void collect_names(const Json& record, Words& words) {
  for (const char* field : {"inputs", "expected"}) {
    if (record.contains(field)) collect_keys(record[field], words);
  }
  if (record.contains("defs")) {
    for (const Json& definition : record["defs"]) words.names.insert(definition["name"].get<std::string>());
  }
  if (!record.contains("types")) return;
  for (const Json& type : record["types"]) {
    words.types.insert(type["name"].get<std::string>());
    if (!type.contains("fields")) continue;
    for (const Json& field : type["fields"]) words.names.insert(field["name"].get<std::string>());
  }
}

/// The literal that is argument `place` (from 1) of a call, or null.
const std::string* literal_argument(const Ast& ast, ExprId call, std::size_t place) {
  if (ast.children(call).size() <= place) return nullptr;
  ExprId argument = ast.child(call, place);
  if (ast.kind(argument) == NodeKind::NamedArgument) argument = ast.child(argument, 0);
  const bool is_text = ast.kind(argument) == NodeKind::Literal && ast.value(argument).is(ValueKind::String);
  return is_text ? &ast.value(argument).as_string() : nullptr;
}

/// A call with a regular expression that means the same of other letters: no classes, counts or letter case.
bool is_plain_pattern_call(const Ast& ast, ExprId call) {
  const std::string_view function = ast.text(ast.child(call, 0));
  if (function != "matches" && function != "replace" && function != "split") return false;
  const std::string* pattern = literal_argument(ast, call, 2);
  if (pattern == nullptr || pattern->find_first_of("\\{") != std::string::npos) return false;
  const std::size_t flags = place_of_flags(function);
  if (flags == 0 || ast.children(call).size() <= flags) return true;
  const std::string* given = literal_argument(ast, call, flags);
  return given != nullptr && given->find('i') == std::string::npos;
}

void collect_names(const Ast& ast, ExprId id, Words& words) {
  const std::string text(ast.text(id));
  switch (ast.kind(id)) {
    case NodeKind::Entry:
    case NodeKind::Iterator:
    case NodeKind::Parameter:
    case NodeKind::TypeField:
      words.names.insert(text);
      break;
    case NodeKind::Name:
      if (ast.function(id) != nullptr) words.functions.insert(text);
      break;
    case NodeKind::Call: {
      const bool is_string = ast.children(id).size() == 2 && ast.text(ast.child(id, 0)) == "string";
      const TypeKind given = is_string ? ast.type(ast.child(id, 1)).kind() : TypeKind::Any;
      words.writes_names = words.writes_names || given == TypeKind::Context;
      // Of a text string() makes the same text.
      const bool is_plain = given == TypeKind::String || is_plain_pattern_call(ast, id);
      for (const ExprId child : ast.children(id).subspan(is_plain ? 1 : 0)) collect_names(ast, child, words);
      return;
    }
    case NodeKind::Path:
      words.writes_text = words.writes_text || text == "timezone";
      break;
    default:
      break;
  }
  for (const ExprId child : ast.children(id)) collect_names(ast, child, words);
}

}  // namespace

std::string Words::reader() const {
  std::string found = first_of(kReaders, functions);
  if (found.empty()) found = first_of(kWriters, functions);
  return found.empty() && writes_text ? "timezone" : found;
}

bool Words::names_entries() const {
  return !first_of(kNamers, functions).empty();
}

bool Words::is_fixed(std::string_view name) const {
  return (name == "key" || name == "value") &&
         (functions.contains("get entries") || functions.contains("context"));
}

Words words_of(const Json& record) {
  Words words;
  collect_names(record, words);
  run_record(record, Evaluator::vm(), [&](const Json&, const expr::Program& program, const expr::Scope&) {
    collect_names(program.ast(), program.root(), words);
  });
  return words;
}

std::size_t place_of_flags(std::string_view function) {
  return function == "matches" ? 3 : function == "replace" ? 4 : 0;
}

std::string in_chinese(std::string_view text) {
  std::string out;
  char before = '\0';
  for (const char c : text) {
    // $1 is a group of a regular expression.
    const bool is_group = before == '$' && c >= '0' && c <= '9';
    before = c;
    const bool is_plain =
        !is_group && std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 0x80;
    if (!is_plain) {
      out += c;
      continue;
    }
    const int place = c <= '9' ? c - '0' : c <= 'Z' ? 10 + c - 'A' : 36 + c - 'a';
    out += kCharacters.substr(kCharacterSize * static_cast<std::size_t>(place), kCharacterSize);
  }
  return out;
}

}  // namespace zhilu::conformance
