// SPDX-License-Identifier: MIT
#include "cli/commands/answer.h"

#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/json/plan_json.h"
#include "engine/render/markdown.h"
#include "engine/render/text.h"

namespace zhilu {

std::vector<Switch> answer_switches() {
  return {
      json_switch(),
      {.name = "format",
       .value = "FORMAT",
       .about = {"text 给人看（默认），markdown 可以发布", "text for people (default), markdown to publish"},
       .choices = {"text", "markdown"}},
      {.name = "letters", .value = "", .about = {"附上文书的正文", "add the texts of the letters"}},
      {.name = "brief",
       .value = "",
       .about = {"现在不必做的步骤只列标题", "only titles of what is not to be done now"}}};
}

int print_plan(const Args& args, const Engine& engine, const MatterInput& input, Io& io) {
  const Plan plan = engine.plan(input.matter, input.today);
  const Understanding* understanding = input.text.empty() ? nullptr : &input.understanding;
  const PlanDocument document =
      engine.document(plan, input.matter, input.text, understanding, language_of(args), args.has("letters"));
  std::string text;
  if (args.has("json")) {
    write_plan(document, text);
    io.print(text + "\n");
    return kDone;
  }
  if (args.find_value("format") == "markdown") {
    io.say(plan_markdown(document));
    return kDone;
  }
  TextOptions options;
  options.width = static_cast<std::size_t>(io.width());
  options.colors = io.colour_out();
  options.set_option = "--set";
  options.brief = args.has("brief");
  // The text is free of control characters but its own colours, so that it may go to the terminal as it is.
  io.print(plan_text(document, options));
  return kDone;
}

}  // namespace zhilu
