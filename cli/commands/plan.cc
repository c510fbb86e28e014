// SPDX-License-Identifier: MIT
#include "cli/commands/answer.h"
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/json/plan_json.h"
#include "cli/json/reader.h"
#include "cli/json/request.h"
#include "cli/lines.h"
#include "engine/intake/matter_reader.h"

namespace zhilu {
namespace {

std::string error_answer(std::string_view id, const Diagnostics& problems, Tongue tongue) {
  const Diagnostic& first = problems.items().front();
  return request_error(id, first.kind->code, message_text(*first.kind, first.args, tongue));
}

// One request a line: {"id", "facts", "events", "text", "today"}; the answer is {"id", "plan"}.
LineAnswer answer_line(std::string_view line, const Engine& engine, const Args& args, Date today) {
  Diagnostics problems;
  const std::optional<InputValue> input = read_json(line, FileId{}, problems);
  if (!input) return {error_answer("null", problems, args.tongue()), false};
  const std::string id = request_id(*input);
  const MatterRequest request = read_request(*input, engine.knowledge(), problems);
  if (!problems.empty()) return {error_answer(id, problems, args.tongue()), false};
  Matter matter = request.matter;
  Understanding understanding;
  const Date day = args.has("today") ? today : request.today.value_or(today);
  if (request.text) {
    understanding = engine.read(*request.text, day);
    apply(understanding, engine.knowledge(), matter);
  }
  const PlanDocument document =
      engine.document(engine.plan(matter, day), matter, request.text.value_or(""),
                      request.text ? &understanding : nullptr, language_of(args), args.has("letters"));
  LineAnswer answer;
  answer.text = "{\"id\":" + id + ",\"plan\":";
  write_plan(document, answer.text);
  answer.text += '}';
  return answer;
}

int run(const Args& args, Io& io) {
  if (args.has("lines") == !args.operands().empty()) {
    return complain_about_use("plan", "要写上 FACTS，或者用 --lines 从标准输入读",
                              "FACTS is missing, or --lines to read standard input", args, io);
  }
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  if (args.has("lines")) {
    const std::optional<Date> today = today_of(args, io);
    if (!today) return kWrongUse;
    return answer_lines(io, kMaxJsonBytes,
                        [&](std::string_view line) { return answer_line(line, *engine, args, *today); });
  }
  int code = kDone;
  const std::optional<MatterInput> input = read_matter(args, *engine, args.operands().front(), "", io, code);
  if (!input) return code;
  return print_plan(args, *engine, *input, io);
}

}  // namespace

Command plan_command() {
  return {.name = "plan",
          .summary = {"由事实得到行动计划", "make a plan from facts"},
          .about = {"FACTS 是 YAML 或 JSON：facts、events、text、today，或者只有事实。\n"
                    "--lines 每行读一个 JSON 请求 {\"id\",\"facts\",…}，每行答一个 "
                    "{\"id\",\"plan\"}，用上全部处理器核。",
                    "FACTS is YAML or JSON: facts, events, text, today, or just the facts.\n"
                    "--lines reads one JSON request {\"id\",\"facts\",…} a line and answers "
                    "{\"id\",\"plan\"}, on all cores."},
          .operands = {{"FACTS",
                        Operand::Count::Optional,
                        {"事实文件；- 从标准输入读", "a file of facts; - reads standard input"}}},
          .switches = join({{.name = "lines", .value = "", .about = {"每行一个请求", "one request a line"}}},
                           {matter_switches(), answer_switches(), knowledge_switches()}),
          .examples = {{"zhilu plan facts.yaml", {}},
                       {"echo '{\"facts\":{\"issues\":[\"fraud\"]}}' | zhilu plan - --json", {}},
                       {"zhilu plan --lines < requests.jsonl > plans.jsonl", {}}},
          .run = run};
}

}  // namespace zhilu
