// SPDX-License-Identifier: MIT
// The conditions of the knowledge in words.
#include <doctest/doctest.h>

#include "engine/engine.h"
#include "engine/render/condition_text.h"
#include "engine/render/wording.h"

using namespace zhilu;

TEST_CASE("every condition of the knowledge can be said in words, in all languages") {
  const Opened opened = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  REQUIRE(opened.engine);
  const Knowledge& knowledge = opened.engine->knowledge();
  CHECK(knowledge.conditions.size() > 50);
  const Matter matter = opened.engine->new_matter();
  for (const Language language : {Language::Hans, Language::Hant, Language::English}) {
    TextPool pool;
    const Wording wording(opened.engine->words(), language, matter, *Date::parse("2026-11-22"), pool);
    for (const Condition& condition : knowledge.conditions) {
      if (condition.program == nullptr) continue;
      CAPTURE(condition.text);
      const ConditionText said = condition_text(wording, condition.program->ast());
      CHECK(said.unsaid.empty());
      CHECK_FALSE(said.text.empty());
    }
  }
}
