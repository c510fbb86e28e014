// SPDX-License-Identifier: MIT
#include "engine/why.h"

#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/json/writer.h"
#include "cli/step_input.h"
#include "cli/why_text.h"

namespace zhilu {
namespace {

void write_lines(const std::vector<WhyLine>& lines, JsonWriter& json) {
  json.begin_array();
  for (const WhyLine& line : lines) {
    json.begin_object();
    json.key("text");
    json.string(line.text);
    json.key("holds");
    line.truth == Truth::Unknown ? json.null() : json.boolean(line.truth == Truth::True);
    json.key("condition");
    line.condition.empty() ? json.null() : json.string(line.condition);
    json.key("words");
    line.words.empty() ? json.null() : json.string(line.words);
    json.key("missing");
    json.begin_array();
    for (const std::string& fact : line.missing) json.string(fact);
    json.end_array();
    json.key("sources");
    json.begin_array();
    for (const SourceLine* source : line.sources) json.string(source->id);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

std::string as_json(const WhyDocument& why) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("step");
  json.string(why.step);
  json.key("title");
  json.string(why.title);
  json.key("status");
  json.string(why.status);
  json.key("ways");
  json.begin_array();
  for (const std::vector<WhyLine>& way : why.ways) write_lines(way, json);
  json.end_array();
  json.key("own");
  write_lines(why.own, json);
  json.key("depends_on");
  json.begin_array();
  for (const std::string& fact : why.depends_on) json.string(fact);
  json.end_array();
  json.key("sources");
  json.begin_array();
  for (const SourceLine* source : why.sources) json.string(source->id);
  json.end_array();
  json.end_object();
  return text + "\n";
}

int run(const Args& args, Io& io) {
  int code = kDone;
  const std::optional<StepInput> found = read_step_input("why", args, io, code);
  if (!found) return code;
  const WhyDocument why =
      why_in_words(*found->engine, found->input.matter, found->input.today, found->step, language_of(args));
  if (args.has("json")) {
    io.print(as_json(why));
  } else {
    io.say(why_text(why, args.tongue() == Tongue::Chinese));
  }
  return kDone;
}

}  // namespace

Command why_command() {
  return {
      .name = "why",
      .summary = {"为什么有（或没有）这一步", "why a step is in the plan, or is not"},
      .about = {"列出走到这一步的路：每个条件成立（✓）、不成立（✗）还是不知道（?）。"
                "条件用中文说；--json 里也有它的原文（FEEL）。",
                "Shows the way to the step: which condition holds (✓), does not (✗), or is not known (?). "
                "Conditions are in words; --json also has them as they were written (FEEL)."},
      .operands = step_operands(),
      .switches = join(matter_switches(), {{facts_switch(), json_switch()}, knowledge_switches()}),
      .examples = {{"zhilu why report_police \"钱包里刚被转走三千\"", {}},
                   {"zhilu why complain_12315 --facts facts.yaml", {}}},
      .run = run};
}

}  // namespace zhilu
