// SPDX-License-Identifier: MIT
#include "cli/step_input.h"

#include <string>

#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "engine/base/spelling.h"

namespace zhilu {

std::vector<Operand> step_operands() {
  return {{"STEP", Operand::Count::One, {"步骤的编号", "id of the step"}},
          {"TEXT",
           Operand::Count::Optional,
           {"遇到的事；- 从标准输入读", "what happened; - reads standard input"}}};
}

std::optional<StepInput> read_step_input(std::string_view name, const Args& args, Io& io, int& code) {
  code = kCouldNotRun;
  StepInput found{.engine = open_knowledge(args, io), .step = {}, .input = {Matter(Knowledge()), {}, {}, {}}};
  if (found.engine == nullptr) return std::nullopt;
  const Knowledge& knowledge = found.engine->knowledge();
  const std::string& word = args.operands().front();
  found.step = knowledge.find_step(word);
  if (!found.step.is_set()) {
    std::vector<std::string> names;
    for (const auto& [id, target] : knowledge.step_index) names.push_back(id);
    const std::optional<std::string> nearest = find_nearest(word, names);
    code = complain_about_use(
        name, "没有编号为“" + word + "”的步骤" + (nearest ? "，是不是“" + *nearest + "”？" : ""),
        "there is no step '" + word + "'" + (nearest ? ", did you mean '" + *nearest + "'?" : ""), args, io);
    return std::nullopt;
  }
  std::optional<std::string> text = "";
  if (args.operands().size() > 1) text = read_text_operand(args.operands()[1], io);
  if (!text) return std::nullopt;
  std::optional<MatterInput> input =
      read_matter(args, *found.engine, args.find_value("facts").value_or(""), *text, io, code);
  if (!input) return std::nullopt;
  found.input = *std::move(input);
  return found;
}

}  // namespace zhilu
