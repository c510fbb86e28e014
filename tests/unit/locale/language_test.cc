// SPDX-License-Identifier: MIT
#include "engine/locale/language.h"

#include <doctest/doctest.h>

using namespace zhilu;

TEST_CASE("a language tag is read whatever its spelling") {
  const auto check = [](std::string_view tag, std::optional<Language> expected) {
    CAPTURE(tag);
    CHECK(find_language(tag) == expected);
  };
  check("zh", Language::Hans);
  check("zh-CN", Language::Hans);
  check("zh_CN.UTF-8", Language::Hans);
  check("zh-Hans-HK", Language::Hans);
  check("ZH-hant", Language::Hant);
  check("zh-Hant-CN", Language::Hant);
  check("zh-TW", Language::Hant);
  check("zh_HK@x", Language::Hant);
  check("en", Language::English);
  check("en-GB", Language::English);
  check("", std::nullopt);
  check("C", std::nullopt);
  check("zhx", std::nullopt);
  check("fr-CN", std::nullopt);
}

TEST_CASE("a tag is read back as its language") {
  for (const Language language : {Language::Hans, Language::Hant, Language::English}) {
    CHECK(find_language(tag_of(language)) == language);
  }
}
