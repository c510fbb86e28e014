// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/load/diagnostics.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// `en`, `zh-Hant`, `zh-Hant-TW`: a language of two or three letters, then parts of two to eight.
bool is_language_tag(std::string_view tag) {
  bool first = true;
  for (std::size_t at = 0; at <= tag.size(); first = false) {
    const std::string_view part = tag.substr(at, tag.find('-', at) - at);
    const bool letters = std::all_of(part.begin(), part.end(), is_letter);
    if (!letters || part.size() < 2 || part.size() > (first ? 3U : 8U)) return false;
    at += part.size() + 1;
  }
  return true;
}

class TranslationReader {
 public:
  TranslationReader(Linker& linker, const std::string& language)
      : linker_(linker),
        translations_(linker.knowledge.translations[language]),
        seen_(linker.translated[language]) {}

  /// Reads what stands under `prefix`: keys on the way are parts of the names of texts.
  void read(const yaml::Node& node, const std::string& prefix) {
    const auto below = [&](const std::string& part) { return prefix.empty() ? part : prefix + "." + part; };
    if (node.is_map()) {
      for (const yaml::Entry& entry : node.entries) read_below(entry.key, entry.value, below(entry.key.text));
    } else if (node.is_list()) {
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        read_below(node.items[i], node.items[i], below(std::to_string(i)));
      }
    } else if (const auto text = read_string(node, linker_.diagnostics)) {
      translations_[prefix] = *text;
    }
  }

 private:
  /// `key` is the place of the last part of `name`. Only the first part that leads nowhere is reported.
  void read_below(const yaml::Node& key, const yaml::Node& value, const std::string& name) {
    const bool inner = value.is_map() || value.is_list();
    if (inner ? has_texts_below(name) : linker_.text_keys().contains(name)) {
      if (!inner && !seen_.emplace(name, key.span).second) report_repeated(key, name);
      read(value, name);
      return;
    }
    if (linker_.is_lost(key.text) || linker_.has_broken_texts(element_of(name)) ||
        linker_.has_broken_texts(section_of(name)))
      return;
    Diagnostic& problem = linker_.diagnostics.add(kUnknownText, key.span, {name});
    const std::size_t dot = name.rfind('.');
    const std::string prefix = dot == std::string::npos ? "" : name.substr(0, dot + 1);
    if (!linker_.may_compare(linker_.text_keys().size())) return;
    if (auto nearest = linker_.suggest(key.text, parts_below(prefix))) problem.fix = Fix{*std::move(nearest)};
  }

  static std::string_view section_of(std::string_view name) { return name.substr(0, name.find('.')); }

  /// The element a text belongs to: `steps.report_police` of `steps.report_police.title`.
  static std::string_view element_of(std::string_view name) {
    const std::size_t first = name.find('.');
    return first == std::string_view::npos ? name : name.substr(0, name.find('.', first + 1));
  }

  bool has_texts_below(const std::string& name) const {
    const auto found = linker_.text_keys().lower_bound(name + ".");
    return found != linker_.text_keys().end() && found->first.starts_with(name + ".");
  }

  /// The parts that may follow `prefix`, each once.
  std::vector<std::string> parts_below(const std::string& prefix) const {
    std::vector<std::string> parts;
    for (auto key = linker_.text_keys().lower_bound(prefix);
         key != linker_.text_keys().end() && key->first.starts_with(prefix); ++key) {
      const std::string part =
          key->first.substr(prefix.size(), key->first.find('.', prefix.size()) - prefix.size());
      if (parts.empty() || parts.back() != part) parts.push_back(part);
    }
    return parts;
  }

  void report_repeated(const yaml::Node& key, const std::string& name) {
    linker_.diagnostics.add(kDuplicateId, key.span, {name}).notes.push_back({&kFirstId, seen_.at(name), {}});
  }

  Linker& linker_;
  Translations& translations_;
  std::unordered_map<std::string, Span>& seen_;
};

}  // namespace

void read_translations(Linker& linker, const yaml::Node& root, const std::string& language) {
  if (!is_language_tag(language)) {
    linker.diagnostics.add(kBadLanguage, {root.span.file, 0, 0}, {language});
    return;
  }
  TranslationReader(linker, language).read(root, "");
}

}  // namespace zhilu::load
