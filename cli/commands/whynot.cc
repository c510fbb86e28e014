// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/step_input.h"
#include "cli/what_if_text.h"

namespace zhilu {
namespace {

int run(const Args& args, Io& io) {
  int code = kDone;
  const std::optional<StepInput> found = read_step_input("whynot", args, io, code);
  if (!found) return code;
  const WhyNotDocument document = why_not_in_words(*found->engine, found->input.matter, found->input.today,
                                                   found->step, language_of(args));
  if (args.has("json")) {
    io.print(why_not_json(document));
  } else {
    io.say(why_not_text(document, args.tongue() == Tongue::Chinese));
  }
  return kDone;
}

}  // namespace

Command whynot_command() {
  return {
      .name = "whynot",
      .summary = {"为什么没有这一步，怎样才会有",
                  "why a step is not in the plan, and what would bring it in"},
      .about = {"列出把这一步排除在外的最少的事实（别的不管怎样，这一步都没有），"
                "以及最少要变哪些事实，这一步才会有。照着用 --set 设一遍就能看到。",
                "Lists the fewest facts that keep the step out, whatever the others are, and the fewest that "
                "would have to change to bring it in. Set them with --set to see it."},
      .operands = step_operands(),
      .switches = join(matter_switches(), {{facts_switch(), json_switch()}, knowledge_switches()}),
      .examples = {{"zhilu whynot complain_12315 \"欧意客服诱导我充值两万\"", {}},
                   {"zhilu whynot report_police --facts facts.yaml --json", {}}},
      .run = run};
}

}  // namespace zhilu
