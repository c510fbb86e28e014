// SPDX-License-Identifier: MIT
#include "cli/args.h"
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/io.h"
#include "cli/json/plan_json.h"

namespace zhilu {
namespace {

int run(const Args& args, Io& io) {
  if (args.operands().front() != "plan") {
    return complain_about_use("schema", "只有 plan 的模式", "there is a schema of 'plan' only", args, io);
  }
  io.print(plan_schema());
  return kDone;
}

}  // namespace

Command schema_command() {
  return {.name = "schema",
          .summary = {"打印 JSON 模式", "print a JSON Schema"},
          .about = {"打印行动计划的 JSON Schema（draft-07），就是 --json 输出的形状。",
                    "Prints the JSON Schema (draft-07) of a plan, which is what --json gives."},
          .operands = {{"plan", Operand::Count::One, {"行动计划", "the plan"}}},
          .switches = join({}, {language_switches()}),
          .examples = {{"zhilu schema plan > plan.schema.json", {}}},
          .run = run};
}

}  // namespace zhilu
