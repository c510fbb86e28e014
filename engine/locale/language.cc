// SPDX-License-Identifier: MIT
#include "engine/locale/language.h"

#include <string>

namespace zhilu {

std::string_view tag_of(Language language) {
  switch (language) {
    case Language::Hans:
      return "zh-Hans";
    case Language::Hant:
      return "zh-Hant";
    case Language::English:
      return "en";
  }
  return "zh-Hans";
}

std::optional<Language> find_language(std::string_view tag) {
  // A wrapped copy ("-zh-hant-tw-"), so that a subtag is found whole and never as part of another.
  std::string subtags = "-";
  for (const char c : tag) {
    if (c == '.' || c == '@') break;  // The encoding and modifier of a POSIX name, as in zh_TW.UTF-8.
    if (c >= 'A' && c <= 'Z') {
      subtags.push_back(static_cast<char>(c - 'A' + 'a'));
    } else {
      subtags.push_back(c == '_' ? '-' : c);
    }
  }
  subtags.push_back('-');
  if (subtags.starts_with("-en-")) return Language::English;
  if (!subtags.starts_with("-zh-")) return std::nullopt;
  // The script, where given, outweighs the region: zh-Hans-HK is simplified.
  if (subtags.find("-hant-") != std::string::npos) return Language::Hant;
  if (subtags.find("-hans-") != std::string::npos) return Language::Hans;
  for (const std::string_view region : {"-tw-", "-hk-", "-mo-"}) {
    if (subtags.find(region) != std::string::npos) return Language::Hant;
  }
  return Language::Hans;
}

}  // namespace zhilu
