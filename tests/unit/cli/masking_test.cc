// SPDX-License-Identifier: MIT
// What identifies a person in a text is in none of the outputs, wherever in the text it stands.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/commands/reading_text.h"
#include "cli/json/plan_json.h"
#include "cli/json/understanding_json.h"
#include "engine/engine.h"
#include "engine/render/markdown.h"
#include "engine/render/text.h"

namespace zhilu {
namespace {

struct Personal {
  std::string_view text;    ///< As somebody writes it.
  std::string_view secret;  ///< What must not come out.
};

constexpr Personal kPersonal[] = {
    {"13812345678", "13812345678"},
    {"138 1234 5678", "138 1234 5678"},
    {"１３８１２３４５６７８", "１３８１２３４５６７８"},
    {"110101199003078515", "110101199003078515"},
    {"6222021234567890123", "6222021234567890123"},
    {"zhangsan@example.com", "zhangsan@"},
    {"微信号abc12345", "abc12345"},
    {"QQ：30001234", "30001234"},
    {"朝阳路12号3栋501室", "12号3栋501"},
};

// Everything that is shown of one text, by any door.
std::string everything_about(const Engine& engine, const std::string& text) {
  const Date today = *Date::parse("2026-11-22");
  const Answered answered = engine.ask(text, today);
  std::string out = plan_text(answered.document, {}) + plan_markdown(answered.document);
  write_plan(answered.document, out);
  write_understanding(answered.understanding, engine.knowledge(), text, "null", out);
  const ReadingDocument reading = reading_in_words(engine, text, today, Language::Hans);
  out += reading_text(reading, Tongue::Chinese);
  JsonWriter json(out);
  write_reading(reading, json);
  return out;
}

}  // namespace

TEST_CASE("no door echoes what identifies a person") {
  const Opened opened = open_folder(ZHILU_SOURCE_DIR "/tests/cli/knowledge");
  REQUIRE(opened.engine != nullptr);
  const std::vector<std::string> frames = {"钱包被转走三千，{}，客服不理我", "没报警{}报警了", "{}被转走三千",
                                           "昨天被转走三千{}"};
  for (const Personal& personal : kPersonal) {
    for (std::string text : frames) {
      text.replace(text.find("{}"), 2, personal.text);
      CAPTURE(text);
      const std::string shown = everything_about(*opened.engine, text);
      CHECK(shown.find(personal.secret) == std::string::npos);
    }
  }
}

TEST_CASE("the digits of an identifier are no amount, no day and no hotline") {
  const Opened opened = open_folder(ZHILU_SOURCE_DIR "/tests/cli/knowledge");
  REQUIRE(opened.engine != nullptr);
  const Engine& engine = *opened.engine;
  for (const Personal& personal : kPersonal) {
    const std::string text = "骗我的人" + std::string(personal.text) + "，怎么办";
    CAPTURE(text);
    const Understanding read = engine.read(text, *Date::parse("2026-11-22"));
    CHECK(!read.identifiers.empty());
    for (const Candidate& candidate : read.candidates) {
      CHECK(candidate.basis != Basis::Amount);
      CHECK(candidate.basis != Basis::Date);
      CHECK(candidate.fact != engine.knowledge().core.tried);
    }
  }
}

}  // namespace zhilu
