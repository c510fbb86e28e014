// SPDX-License-Identifier: MIT
#include "cli/commands/answer.h"
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"

namespace zhilu {
namespace {

int run(const Args& args, Io& io) {
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  const std::optional<std::string> text = read_text_operand(args.operands().front(), io);
  if (!text) return kCouldNotRun;
  if (text->find_first_not_of(" \t\r\n") == std::string::npos)
    return complain_about_use("ask", "TEXT 是空的，请写上发生了什么", "TEXT is empty; say what happened",
                              args, io);
  int code = kDone;
  const std::optional<MatterInput> input =
      read_matter(args, *engine, args.find_value("facts").value_or(""), *text, io, code);
  if (!input) return code;
  return print_plan(args, *engine, *input, io);
}

}  // namespace

Command ask_command() {
  return {
      .name = "ask",
      .summary = {"用自己的话说遇到的事，得到下一步该做什么", "say what happened and get what to do next"},
      .about =
          {"读出文字里的事实，按知识库给出有先后的行动计划。读得不对的，用 --set 更正。",
           "Reads the facts in the text and gives an ordered plan. Correct what was misread with --set."},
      .operands = {{"TEXT",
                    Operand::Count::One,
                    {"遇到的事；- 从标准输入读", "what happened; - reads standard input"}}},
      .switches = join(matter_switches(), {{facts_switch()}, answer_switches(), knowledge_switches()}),
      .examples = {{"zhilu ask \"钱包里刚被转走三千，客服不理我\"", {}},
                   {"zhilu ask \"直播间买到假货，商家不退\" --set loss_amount=299",
                    {"更正金额", "correct the amount"}},
                   {"zhilu ask \"被骗了\" --set tried=-police --json",
                    {"还没有报警", "the police were not called yet"}},
                   {"zhilu ask - --format markdown < 经过.txt", {}}},
      .run = run};
}

}  // namespace zhilu
