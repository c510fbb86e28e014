// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/matter_input.h"
#include "cli/what_if_text.h"
#include "engine/intake/matter_reader.h"

namespace zhilu {
namespace {

/// Puts `fact=value` into `matter`. False after complaints.
bool suppose(const std::string& setting, const Engine& engine, Matter& matter, const Args& args, Io& io) {
  SourceMap sources;
  Diagnostics problems;
  const FileId file = sources.add("whatif", setting);
  const Span whole{file, 0, static_cast<std::uint32_t>(setting.size())};
  const std::optional<InputValue> input = parse_setting(setting, whole, engine.knowledge(), problems);
  if (input) read_facts(*input, engine.knowledge(), matter, problems);
  if (problems.empty()) return true;
  io.complain(render(problems, sources, args.tongue()));
  return false;
}

int run(const Args& args, Io& io) {
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  std::optional<std::string> text = "";
  if (args.operands().size() > 1) text = read_text_operand(args.operands()[1], io);
  if (!text) return kCouldNotRun;
  int code = kDone;
  const std::optional<MatterInput> input =
      read_matter(args, *engine, args.find_value("facts").value_or(""), *text, io, code);
  if (!input) return code;
  Matter after = input->matter;
  if (!suppose(args.operands().front(), *engine, after, args, io)) return kWrongUse;
  for (const std::string& more : args.values("and")) {
    if (!suppose(more, *engine, after, args, io)) return kWrongUse;
  }
  const WhatIfDocument document =
      what_if_in_words(*engine, input->matter, after, input->today, language_of(args));
  if (args.has("json")) {
    io.print(what_if_json(document));
  } else {
    io.say(what_if_text(document, args.tongue() == Tongue::Chinese));
  }
  return kDone;
}

}  // namespace

Command whatif_command() {
  return {.name = "whatif",
          .summary = {"如果情况不同，计划会怎样变", "how the plan would change if something were different"},
          .about = {"fact=value 的写法同 --set。列出多出来的（+）、不再有的（-）和变了的（~）步骤。",
                    "fact=value is written as for --set. Lists steps that come (+), go (-) or change (~)."},
          .operands = {{"FACT=VALUE", Operand::Count::One, {"假设的事实", "the fact that is supposed"}},
                       {"TEXT",
                        Operand::Count::Optional,
                        {"遇到的事；- 从标准输入读", "what happened; - reads standard input"}}},
          .switches = join({{.name = "and",
                             .value = "fact=value",
                             .about = {"同时假设；可以写多次", "supposed too; may be repeated"},
                             .many = true}},
                           {matter_switches(), {facts_switch(), json_switch()}, knowledge_switches()}),
          .examples = {{"zhilu whatif platform=bank \"钱包里刚被转走三千\"", {}},
                       {"zhilu whatif tried=police --and reported_result=not_filed \"被骗了三万\"", {}},
                       {"zhilu whatif emergency=true --facts facts.yaml --json", {}}},
          .run = run};
}

}  // namespace zhilu
