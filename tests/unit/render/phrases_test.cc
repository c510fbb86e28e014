// SPDX-License-Identifier: MIT
#include "engine/render/phrases.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/locale/script.h"

using namespace zhilu;

TEST_CASE("every phrase is a pattern, and all languages fill in the same placeholders") {
  for (std::size_t i = 0; i < kPhraseCount; ++i) {
    const auto phrase = static_cast<Phrase>(i);
    std::vector<std::set<std::string>> names;
    for (const Language language : {Language::Hans, Language::Hant, Language::English}) {
      const std::string_view pattern = phrase_pattern(phrase, language);
      CAPTURE(pattern);
      const auto message = Message::compile(pattern, language);
      REQUIRE(message);
      std::set<std::string> found;
      for (const Placeholder& placeholder : message->placeholders()) found.insert(placeholder.name);
      // `n` only serves English plurals; a source's place may be left out by a select on itself.
      found.erase("n");
      names.push_back(found);
    }
    CHECK(names[0] == names[1]);
    CHECK(names[0] == names[2]);
  }
}

TEST_CASE("the traditional phrases are those derived from the simplified ones") {
  const TraditionalScript script;
  for (std::size_t i = 0; i < kPhraseCount; ++i) {
    const auto phrase = static_cast<Phrase>(i);
    CHECK(script.convert(phrase_pattern(phrase, Language::Hans)) == phrase_pattern(phrase, Language::Hant));
  }
}

TEST_CASE("parts are joined as the language does") {
  CHECK(Phrases(Language::Hans).joined(std::vector<std::string_view>{"甲", "乙", "丙"}, Phrase::Comma) ==
        "甲、乙、丙");
  CHECK(Phrases(Language::English).joined(std::vector<std::string_view>{"a", "b"}, Phrase::Or) == "a, or b");
  CHECK(Phrases(Language::Hans).joined(std::vector<std::string_view>{}, Phrase::Comma).empty());
}
