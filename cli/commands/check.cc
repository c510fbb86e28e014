// SPDX-License-Identifier: MIT
#include "engine/check/check.h"

#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/json/writer.h"
#include "engine/base/utf8.h"
#include "engine/tester/test_file.h"

namespace zhilu {
namespace {

std::string_view name_of(Grade grade) {
  switch (grade) {
    case Grade::Error:
      return "error";
    case Grade::Warning:
      return "warning";
    case Grade::Note:
      return "note";
  }
  return "";
}

void write_diagnostics(const Diagnostics& diagnostics, const SourceMap& sources, Tongue tongue,
                       JsonWriter& json) {
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    json.begin_object();
    json.key("code");
    json.string(diagnostic.kind->code);
    json.key("grade");
    json.string(name_of(diagnostic.kind->grade));
    if (diagnostic.span.file.is_set()) {
      const SourceFile& file = sources[diagnostic.span.file];
      const Position place = file.position(diagnostic.span.begin);
      json.key("file");
      json.string(file.path());
      json.key("line");
      json.integer(place.line);
      json.key("column");
      json.integer(place.column);
    }
    json.key("message");
    json.string(message_text(*diagnostic.kind, diagnostic.args, tongue));
    json.key("fix");
    diagnostic.fix ? json.string(diagnostic.fix->replacement) : json.null();
    json.end_object();
  }
}

void write_passages(const Knowledge& knowledge, JsonWriter& json) {
  json.begin_array();
  for (const PassageCount& count : passage_report(knowledge)) {
    json.begin_object();
    json.key("source");
    json.string(knowledge.sources[count.source].id);
    json.key("cited");
    json.integer(count.cited);
    json.key("replaced");
    json.integer(count.replaced);
    json.key("background");
    json.integer(count.background);
    json.key("uncited");
    json.integer(count.uncited);
    json.end_object();
  }
  json.end_array();
}

// A row for each seed article: what has become of its passages.
std::string passages_text(const Knowledge& knowledge, bool zh) {
  std::string text;
  std::size_t width = 0;
  for (const PassageCount& count : passage_report(knowledge)) {
    width = std::max(width, display_width(knowledge.sources[count.source].id));
  }
  for (const PassageCount& count : passage_report(knowledge)) {
    const Str& id = knowledge.sources[count.source].id;
    text += id + std::string(width - display_width(id) + 2, ' ');
    text += (zh ? "引用 " : "cited ") + std::to_string(count.cited) + (zh ? "  替换 " : "  replaced ") +
            std::to_string(count.replaced) + (zh ? "  背景 " : "  background ") +
            std::to_string(count.background) + (zh ? "  未引用 " : "  uncited ") +
            std::to_string(count.uncited) + "\n";
  }
  return text;
}

int run(const Args& args, Io& io) {
  if (!has_knowledge_folder("check", args, io)) return kCouldNotRun;
  const std::string folder = knowledge_path(args);
  const Opened opened = open_folder(folder);
  // Scenarios can be read only against knowledge that is whole.
  TestSuite suite;
  if (opened.engine != nullptr) suite = read_tests(DiskFiles(folder), opened.engine->knowledge());
  const std::size_t errors = opened.diagnostics.count(Grade::Error) + suite.diagnostics.count(Grade::Error);
  const std::size_t warnings =
      opened.diagnostics.count(Grade::Warning) + suite.diagnostics.count(Grade::Warning);
  const int code = errors + warnings == 0 ? kDone : kAnswerIsNo;

  if (args.has("json")) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.key("errors");
    json.integer(errors);
    json.key("warnings");
    json.integer(warnings);
    json.key("diagnostics");
    json.begin_array();
    write_diagnostics(opened.diagnostics, opened.sources, args.tongue(), json);
    write_diagnostics(suite.diagnostics, suite.sources, args.tongue(), json);
    json.end_array();
    json.key("passages");
    opened.engine == nullptr ? json.null() : write_passages(opened.engine->knowledge(), json);
    json.end_object();
    io.print(text + "\n");
    return code;
  }
  io.complain(render(opened.diagnostics, opened.sources, args.tongue()));
  io.complain(render(suite.diagnostics, suite.sources, args.tongue()));
  const bool zh = args.tongue() == Tongue::Chinese;
  if (opened.engine != nullptr) io.say(passages_text(opened.engine->knowledge(), zh));
  if (code != kDone) {
    io.complain(zh ? std::to_string(errors) + " 个错误，" + std::to_string(warnings) + " 个警告\n"
                   : std::to_string(errors) + " errors, " + std::to_string(warnings) + " warnings\n");
  }
  return code;
}

}  // namespace

Command check_command() {
  return {
      .name = "check",
      .summary = {"检查知识库", "check the knowledge"},
      .about =
          {"问题连同文件、行、列和建议写到标准错误；种子文章各段落的去向写到标准输出。\n"
           "有错误或警告时退出码是 1。",
           "Problems with file, line, column and fix go to standard error; what became of the passages of "
           "the "
           "seed articles goes to standard output.\nThe exit code is 1 where there are errors or warnings."},
      .operands = {},
      .switches = join({json_switch()}, {knowledge_switches()}),
      .examples = {{"zhilu check", {}}, {"zhilu check --knowledge ./knowledge --json", {}}},
      .run = run};
}

}  // namespace zhilu
