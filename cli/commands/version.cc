// SPDX-License-Identifier: MIT
#include "cli/args.h"
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/io.h"
#include "cli/json/writer.h"

namespace zhilu {
namespace {

int run(const Args& args, Io& io) {
  std::string text;
  if (args.has("json")) {
    JsonWriter json(text);
    json.begin_object();
    json.key("program");
    json.string("zhilu");
    json.key("version");
    json.string(ZHILU_VERSION);
    json.end_object();
  } else {
    text = "zhilu " ZHILU_VERSION;
  }
  io.print(text + "\n");
  return kDone;
}

}  // namespace

Command version_command() {
  return {.name = "version",
          .summary = {"打印版本", "print the version"},
          .about = {},
          .operands = {},
          .switches = join({json_switch()}, {language_switches()}),
          .examples = {},
          .run = run};
}

}  // namespace zhilu
