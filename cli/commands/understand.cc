// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/commands/reading_text.h"
#include "cli/exit_code.h"
#include "cli/json/reader.h"
#include "cli/json/request.h"
#include "cli/json/understanding_json.h"
#include "cli/json/writer.h"
#include "cli/lines.h"
#include "cli/matter_input.h"
#include "engine/base/utf8.h"

namespace zhilu {
namespace {

// A line that was read: {"id", "text"}; the text must be there, and more may be.
struct LineText {
  std::string id;
  std::string text;
};

std::optional<LineText> read_line(std::string_view line, Tongue tongue, std::string& problem) {
  Diagnostics problems;
  const std::optional<InputValue> input = read_json(line, FileId{}, problems);
  if (!input) {
    problem = problem_sentence(problems, tongue);
    return std::nullopt;
  }
  const InputValue* text = input->find("text");
  if (text == nullptr || text->kind != InputValue::Kind::String) {
    problem = tongue == Tongue::Chinese ? "没有“text”，或者它不是文字" : "'text' is missing or no text";
    return std::nullopt;
  }
  return LineText{request_id(*input), text->text};
}

int run_lines(const Args& args, LineOptions options, const Engine& engine, Date today, Io& io) {
  options.max_bytes = kMaxJsonBytes;
  const Tongue tongue = args.tongue();
  const auto answer = [&](std::string_view line, std::string& out, std::string& problem) {
    const std::optional<LineText> read = read_line(line, tongue, problem);
    if (read)
      write_understanding(engine.read(read->text, today), engine.knowledge(), read->text, read->id, out);
    return read.has_value();
  };
  const auto begin = [&](std::string_view line, std::string& out, std::string& problem) {
    const std::optional<LineText> read = read_line(line, tongue, problem);
    if (read) out.append("{\"id\":").append(read->id).append(",");
    return read.has_value();
  };
  return answer_lines(io, options, {.answer = answer, .begin = begin});
}

// Where the text contradicts itself, and what was made of it.
std::string contradictions_text(const ReadingDocument& reading, Tongue tongue) {
  std::string text;
  for (const ContradictionLine& found : reading.contradictions) {
    text += fmt::format(
        fmt::runtime(tongue == Tongue::Chinese ? "互相矛盾  {}：{}\n" : "contradiction  {}: {}\n"),
        found.fact_label, found.text);
  }
  return text;
}

int explain(const Args& args, const Engine& engine, std::string_view text, Date today, Io& io) {
  const ReadingDocument reading = reading_in_words(engine, text, today, language_of(args));
  if (!args.has("json")) {
    io.say(reading_text(reading, args.tongue()));
    return kDone;
  }
  std::string explanation = ",\"explanation\":";
  {
    JsonWriter json(explanation);
    write_reading(reading, json);
  }
  std::string json;
  write_understanding(engine.read(text, today), engine.knowledge(), text, "null", json, explanation);
  io.print(json + "\n");
  return kDone;
}

// A line a fact: its name, its value, the words it was read from.
std::string as_text(const PlanDocument& document, bool foreign, Tongue tongue) {
  std::string text;
  std::size_t width = 0;
  for (const UnderstoodLine& line : document.understood) {
    if (line.from == "text") width = std::max(width, display_width(line.fact_label));
  }
  for (const UnderstoodLine& line : document.understood) {
    if (line.from != "text") continue;
    text += line.fact_label;
    text.append(width - display_width(line.fact_label) + 2, ' ');
    if (!line.holds) text += tongue == Tongue::Chinese ? "没有：" : "not: ";
    text += line.label;
    if (!line.quote.empty())
      text +=
          fmt::format(fmt::runtime(tongue == Tongue::Chinese ? "    ← “{}”" : "    <- \"{}\""), line.quote);
    text += '\n';
  }
  if (foreign) {
    text += tongue == Tongue::Chinese
                ? "请用中文说明遇到的事。Please describe what happened in Chinese.\n"
                : "Only Chinese is read here: please describe what happened in Chinese.\n";
  }
  if (text.empty()) text = tongue == Tongue::Chinese ? "没有读出事实。\n" : "no fact was read.\n";
  return text;
}

int run(const Args& args, Io& io) {
  if (args.has("lines") == !args.operands().empty()) {
    return complain_about_use("understand", "要写上 TEXT，或者用 --lines 从标准输入读",
                              "TEXT is missing, or --lines to read standard input", args, io);
  }
  if (args.has("lines") && args.has("explain")) {
    return complain_about_use("understand", "--explain 一次说明一段文字，不能和 --lines 一起用",
                              "--explain tells of one text and does not go with --lines", args, io);
  }
  LineOptions options;
  if (!read_line_options("understand", args, io, options)) return kWrongUse;
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  const std::optional<Date> today = today_of(args, io);
  if (!today) return kWrongUse;
  if (args.has("lines")) return run_lines(args, std::move(options), *engine, *today, io);
  const std::optional<std::string> text = read_text_operand(args.operands().front(), io);
  if (!text) return kCouldNotRun;
  if (args.has("explain")) return explain(args, *engine, *text, *today, io);
  if (args.has("json")) {
    std::string json;
    write_understanding(engine->read(*text, *today), engine->knowledge(), *text, "null", json);
    io.print(json + "\n");
    return kDone;
  }
  const Answered answered = engine->ask(*text, *today, language_of(args));
  io.say(as_text(answered.document, answered.understanding.foreign, args.tongue()));
  io.say(contradictions_text(reading_in_words(*engine, *text, *today, language_of(args)), args.tongue()));
  return kDone;
}

}  // namespace

Command understand_command() {
  return {
      .name = "understand",
      .summary = {"只读出文字里的事实", "only read the facts in a text"},
      .about = {"--lines 每行读一个 {\"id\",\"text\"}，每行答一个 "
                "{\"id\",\"scope\",\"facts\",\"understood\",\"contradictions\",\"events\"}"
                "；行号、中断、接着做都与 zhilu plan "
                "--lines 相同。",
                "--lines reads one {\"id\",\"text\"} a line and answers "
                "{\"id\",\"scope\",\"facts\",\"understood\",\"contradictions\",\"events\"}; wrong lines and "
                "interruptions are "
                "as with zhilu "
                "plan --lines."},
      .operands = {{"TEXT",
                    Operand::Count::Optional,
                    {"文字；- 从标准输入读", "the text; - reads standard input"}}},
      .switches = join(line_switches({"每行一段文字", "one text a line"}),
                       {{json_switch(),
                         {.name = "explain",
                          .about = {"逐句说明：找到了哪些词，为什么算或不算，金额各是什么",
                                    "tells clause by clause which words were found, and why each counts or "
                                    "does not"}},
                         {.name = "today",
                          .value = "DATE",
                          .about = {"“昨天”从哪一天算起（默认：今天）",
                                    "the day that 'yesterday' is reckoned from (default: today)"}}},
                        knowledge_switches()}),
      .examples = {{"zhilu understand \"昨天被骗了两万三，没报警\"", {}},
                   {"zhilu understand --explain \"客服说没有泄露\"",
                    {"看每个词为什么算或不算", "see why each word counts or does not"}},
                   {"zhilu understand --lines --json < texts.jsonl", {}},
                   {"zhilu understand --lines --output facts.jsonl --resume < texts.jsonl",
                    {"可以随时中断，再运行就接着做", "may be stopped at any time and run again to go on"}}},
      .run = run};
}

}  // namespace zhilu
