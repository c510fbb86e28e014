// SPDX-License-Identifier: MIT
// The languages people are answered in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zhilu {

/// Simplified Chinese is authored, Traditional derived from it, English translated.
enum class Language : std::uint8_t { Hans, Hant, English };

/// `zh-Hans`, `zh-Hant`, `en`.
std::string_view tag_of(Language language);

/// Reads a tag in any case, with `-` or `_`: `zh`, `zh-CN`, `zh-SG` and `zh-Hans…` are simplified, `zh-TW`,
/// `zh-HK`, `zh-MO` and `zh-Hant…` traditional Chinese, `en…` is English; empty for any other language.
std::optional<Language> find_language(std::string_view tag);

inline bool is_chinese(Language language) {
  return language != Language::English;
}

}  // namespace zhilu
