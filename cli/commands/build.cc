// SPDX-License-Identifier: MIT
#include <string>

#include "cli/args.h"
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"

namespace zhilu {
namespace {

std::string size_text(std::size_t bytes) {
  constexpr std::size_t kMega = 1'000'000;
  if (bytes < kMega) return std::to_string((bytes + 999) / 1000) + " KB";
  return std::to_string(bytes / kMega) + "." + std::to_string(bytes % kMega / (kMega / 10)) + " MB";
}

std::string summary(const std::string& file, std::size_t bytes, const Knowledge& knowledge, bool zh) {
  const std::string nodes = std::to_string(knowledge.nodes.size());
  const std::string steps = std::to_string(knowledge.steps.size());
  const std::string facts = std::to_string(knowledge.facts.size());
  return zh ? file + "：" + size_text(bytes) + "，" + nodes + " 个节点，" + steps + " 个步骤，" + facts +
                  " 个事实\n"
            : file + ": " + size_text(bytes) + ", " + nodes + " nodes, " + steps + " steps, " + facts +
                  " facts\n";
}

int run(const Args& args, Io& io) {
  if (!has_knowledge_folder("build", args, io)) return kCouldNotRun;
  const std::string file(args.find_value("output").value_or("knowledge.zhilu"));
  const bool zh = args.tongue() == Tongue::Chinese;
  const Opened opened = open_folder(knowledge_path(args));
  io.complain(render(opened.diagnostics, opened.sources, args.tongue()));
  if (opened.engine == nullptr) {
    io.complain(zh ? "zhilu build：知识库有错误，没有生成文件\n"
                   : "zhilu build: the knowledge has errors, no file was made\n");
    return kAnswerIsNo;
  }
  const Result<std::size_t> bytes = opened.engine->save(file);
  if (!bytes) {
    io.complain(zh ? "zhilu build：写不了 " + file + "（" + bytes.error().message + "）\n"
                   : "zhilu build: cannot write " + file + " (" + bytes.error().message + ")\n");
    return kCouldNotRun;
  }
  io.say(summary(file, *bytes, opened.engine->knowledge(), zh));
  return kDone;
}

}  // namespace

Command build_command() {
  return {
      .name = "build",
      .summary = {"把知识库编译成一个文件，打开快得多",
                  "compile the knowledge to one file that opens faster"},
      .about =
          {"文件只给同一版本的 zhilu 用；知识库或 zhilu 变了，就重新生成。写到一半不会留下坏文件。\n"
           "知识库有错误时不生成，退出码是 1。",
           "The file is for this version of zhilu only; make it anew when the knowledge or zhilu changes. A "
           "file is written whole or not at all.\nNothing is made of knowledge with errors; the exit code "
           "is then 1."},
      .operands = {},
      .switches = join({{.name = "output",
                         .value = "FILE",
                         .about = {"写到哪个文件（默认：knowledge.zhilu）",
                                   "the file to write (default: knowledge.zhilu)"},
                         .letter = 'o'}},
                       {knowledge_switches()}),
      .examples = {{"zhilu build", {}},
                   {"zhilu build --knowledge ./knowledge -o knowledge.zhilu", {}},
                   {"zhilu ask --knowledge knowledge.zhilu \"客服不理我\"", {"使用它", "use it"}}},
      .run = run};
}

}  // namespace zhilu
