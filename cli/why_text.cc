// SPDX-License-Identifier: MIT
#include "cli/why_text.h"

#include <array>

#include "engine/render/wording.h"

namespace zhilu {
namespace {

std::string_view mark_of(Truth truth) {
  switch (truth) {
    case Truth::True:
      return "✓";
    case Truth::False:
      return "✗";
    case Truth::Unknown:
      break;
  }
  return "?";
}

std::string joined(const std::vector<std::string>& words, bool zh) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : zh ? "、" : ", ") + word;
  return text;
}

std::string line_text(const WhyLine& line, bool zh) {
  std::string text = "  " + std::string(mark_of(line.truth)) + " " + line.text;
  text += "\n";
  if (!line.words.empty()) text += "      " + line.words + "\n";
  if (!line.missing.empty())
    text += (zh ? "      还不知道：" : "      not known: ") + joined(line.missing, zh) + "\n";
  return text;
}

}  // namespace

std::string why_text(const WhyDocument& why, bool zh) {
  std::string text = why.title + (zh ? "：" : ": ") + why.status_label + "\n";
  for (const std::vector<WhyLine>& way : why.ways) {
    text += zh ? "\n怎么走到这一步\n" : "\nthe way here\n";
    for (const WhyLine& line : way) text += line_text(line, zh);
  }
  if (why.ways.empty()) text += zh ? "\n没有一张图用到这一步。\n" : "\nno graph leads here.\n";
  if (!why.own.empty()) text += zh ? "\n这一步和它的渠道\n" : "\nthe step and its channel\n";
  for (const WhyLine& line : why.own) text += line_text(line, zh);
  if (!why.depends_on.empty())
    text += (zh ? "\n还取决于：" : "\ndepends on: ") + joined(why.depends_on, zh) + "\n";
  if (!why.sources.empty()) text += zh ? "\n依据\n" : "\nsources\n";
  for (const SourceLine* source : why.sources) text.append("  ").append(source->label).append("\n");
  return text;
}

std::string_view status_label(std::string_view status, bool zh) {
  struct Label {
    std::string_view status, zh, en;
  };
  constexpr std::array<Label, 5> kLabels = {{{"do", "现在做", "to be done"},
                                             {"wait", "等答复", "awaiting the answer"},
                                             {"later", "以后才做", "later"},
                                             {"maybe", "取决于还不知道的事", "depends on what is not known"},
                                             {"done", "已经做了", "done"}}};
  for (const Label& label : kLabels) {
    if (label.status == status) return zh ? label.zh : label.en;
  }
  return zh ? "不在计划里" : "not in the plan";
}

std::string step_title(const Engine& engine, StepId step, Language language) {
  TextPool pool;
  const Matter nothing = engine.new_matter();
  const Wording wording(engine.words(), language, nothing, Date{}, pool);
  return std::string(wording.text(engine.knowledge().steps[step].title));
}

}  // namespace zhilu
