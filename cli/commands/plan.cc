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

// A line that was read: {"id", "facts", "events", "text", "today"}.
struct LineRequest {
  std::string id;
  MatterRequest request;
};

std::optional<LineRequest> read_line(std::string_view line, const Engine& engine, Tongue tongue,
                                     std::string& problem) {
  Diagnostics problems;
  const std::optional<InputValue> input = read_json(line, FileId{}, problems);
  std::optional<LineRequest> read;
  if (input) read = LineRequest{request_id(*input), read_request(*input, engine.knowledge(), problems)};
  if (problems.empty()) return read;
  problem = problem_sentence(problems, tongue);
  return std::nullopt;
}

// Makes {"id", "plan"} of it.
class PlanLines {
 public:
  PlanLines(const Engine& engine, const Args& args, Date today)
      : engine_(engine),
        language_(language_of(args)),
        tongue_(args.tongue()),
        today_(today),
        today_given_(args.has("today")),
        letters_(args.has("letters")) {}

  bool answer(std::string_view line, std::string& out, std::string& problem) const {
    std::optional<LineRequest> read = read_line(line, engine_, tongue_, problem);
    if (!read) return false;
    Matter& matter = read->request.matter;
    const std::optional<std::string>& text = read->request.text;
    const Date day = today_given_ ? today_ : read->request.today.value_or(today_);
    Understanding understanding;
    if (text) {
      understanding = engine_.read(*text, day);
      apply(understanding, engine_.knowledge(), matter);
    }
    const PlanDocument document = engine_.document(engine_.plan(matter, day), matter, text.value_or(""),
                                                   text ? &understanding : nullptr, language_, letters_);
    begin(read->id, out);
    write_plan(document, out);
    out += '}';
    return true;
  }

  bool begin(std::string_view line, std::string& out, std::string& problem) const {
    const std::optional<LineRequest> read = read_line(line, engine_, tongue_, problem);
    if (read) begin(read->id, out);
    return read.has_value();
  }

 private:
  static void begin(std::string_view id, std::string& out) {
    out.append("{\"id\":").append(id).append(",\"plan\":");
  }

  const Engine& engine_;
  Language language_;
  Tongue tongue_;
  Date today_;
  bool today_given_;
  bool letters_;
};

int run_lines(const Args& args, LineOptions options, Io& io) {
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  const std::optional<Date> today = today_of(args, io);
  if (!today) return kWrongUse;
  options.max_bytes = kMaxJsonBytes;
  const PlanLines lines(*engine, args, *today);
  const auto answer = [&](std::string_view line, std::string& out, std::string& problem) {
    return lines.answer(line, out, problem);
  };
  const auto begin = [&](std::string_view line, std::string& out, std::string& problem) {
    return lines.begin(line, out, problem);
  };
  return answer_lines(io, options, {.answer = answer, .begin = begin});
}

int run(const Args& args, Io& io) {
  if (args.has("lines") == !args.operands().empty()) {
    return complain_about_use("plan", "要写上 FACTS，或者用 --lines 从标准输入读",
                              "FACTS is missing, or --lines to read standard input", args, io);
  }
  LineOptions options;
  if (!read_line_options("plan", args, io, options)) return kWrongUse;
  if (args.has("lines")) return run_lines(args, std::move(options), io);
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  int code = kDone;
  const std::optional<MatterInput> input = read_matter(args, *engine, args.operands().front(), "", io, code);
  if (!input) return code;
  return print_plan(args, *engine, *input, io);
}

}  // namespace

Command plan_command() {
  return {
      .name = "plan",
      .summary = {"由事实得到行动计划", "make a plan from facts"},
      .about =
          {"FACTS 是 YAML 或 JSON：facts、events、text、today，或者只有事实。\n"
           "--lines 每行读一个 JSON 请求 {\"id\",\"facts\",…}，每行答一个 "
           "{\"id\",\"plan\"}，次序不变，用上全部处理器核；内存与行数无关。\n"
           "读不懂的行没有回答，在标准错误里写明行号，最后退出码是 1。\n"
           "中断以后，用同样的输入、--today 和 --output FILE --resume "
           "再运行一次，就从断处接着做，结果与一次做完的相同。",
           "FACTS is YAML or JSON: facts, events, text, today, or just the facts.\n"
           "--lines reads one JSON request {\"id\",\"facts\",…} a line and answers "
           "{\"id\",\"plan\"} in the same order, on all cores, in memory that does not grow with the input.\n"
           "A line that cannot be understood has no answer; standard error tells its number and the exit "
           "code is 1.\n"
           "After an interruption, run it again with the same input, --today and --output FILE --resume: it "
           "goes on "
           "where it stopped, and the result is that of one run."},
      .operands = {{"FACTS",
                    Operand::Count::Optional,
                    {"事实文件；- 从标准输入读", "a file of facts; - reads standard input"}}},
      .switches = join(line_switches({"每行一个请求", "one request a line"}),
                       {matter_switches(), answer_switches(), knowledge_switches()}),
      .examples = {{"zhilu plan facts.yaml", {}},
                   {"echo '{\"facts\":{\"issues\":[\"fraud\"]}}' | zhilu plan - --json", {}},
                   {"zhilu plan --lines < requests.jsonl > plans.jsonl", {}},
                   {"zhilu plan --lines --jobs 4 --output plans.jsonl --resume < requests.jsonl",
                    {"可以随时中断，再运行就接着做", "may be stopped at any time and run again to go on"}}},
      .run = run};
}

}  // namespace zhilu
