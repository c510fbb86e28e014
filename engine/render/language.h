// SPDX-License-Identifier: MIT
// The languages a plan is written in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zhilu {

/// Simplified Chinese is authored, Traditional derived from it, English translated.
enum class Language : std::uint8_t { Hans, Hant, English };

/// `zh-Hans`, `zh-Hant`, `en`.
std::string_view tag_of(Language language);

/// Reads a tag, also `zh`, `zh-CN`, `zh-TW`, `zh-HK`, `en-GB`; empty for any other language.
std::optional<Language> find_language(std::string_view tag);

}  // namespace zhilu
