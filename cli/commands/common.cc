// SPDX-License-Identifier: MIT
#include "cli/commands/common.h"

#include <unistd.h>

#include <cstdlib>
#include <ctime>

#include "cli/exit_code.h"
#include "engine/intake/matter_reader.h"

namespace zhilu {
namespace {

// The folder that this program lies in; empty where the system does not tell.
std::string program_folder() {
  char path[4096];
  const ssize_t size = readlink("/proc/self/exe", path, sizeof path);
  if (size <= 0) return "";
  const std::string_view program(path, static_cast<std::size_t>(size));
  return std::string(program.substr(0, program.rfind('/')));
}

// China has one time zone and no summer time.
Date today_in_shanghai() {
  constexpr std::int64_t kOffset = 8 * 3600;
  constexpr std::int64_t kDay = 24 * 3600;
  return Date::from_days((static_cast<std::int64_t>(std::time(nullptr)) + kOffset) / kDay);
}

}  // namespace

std::vector<Switch> language_switches() {
  return {{.name = "lang",
           .value = "LANG",
           .about = {"说明和结果的语言", "language of messages and results"},
           .choices = {"zh-Hans", "zh-Hant", "en"}}};
}

std::vector<Switch> knowledge_switches() {
  return join(
      {{.name = "knowledge",
        .value = "PATH",
        .about = {"知识库的目录，或 zhilu build 编译成的文件（默认：随程序安装的；环境变量 ZHILU_KNOWLEDGE）",
                  "folder of the knowledge, or a file made by zhilu build (default: the installed one; "
                  "environment ZHILU_KNOWLEDGE)"}}},
      {language_switches()});
}

std::vector<Switch> matter_switches() {
  return {{.name = "set",
           .value = "fact=value",
           .about = {"给出或更正一个事实；可以写多次", "gives or corrects a fact; may be repeated"},
           .many = true},
          {.name = "today",
           .value = "DATE",
           .about = {"按哪一天计算（默认：今天）", "the day to reckon from (default: today)"}}};
}

Switch facts_switch() {
  return {.name = "facts",
          .value = "FILE",
          .about = {"先读这个事实文件（YAML 或 JSON）", "read this file of facts first (YAML or JSON)"}};
}

Switch json_switch() {
  return {.name = "json", .value = "", .about = {"输出 JSON", "write JSON"}};
}

int complain_about_use(std::string_view name, std::string_view zh, std::string_view en, const Args& args,
                       Io& io) {
  const bool chinese = args.tongue() == Tongue::Chinese;
  io.complain("zhilu " + std::string(name) + (chinese ? "：" + std::string(zh) : ": " + std::string(en)) +
              "\n");
  return kWrongUse;
}

Language language_of(const Args& args) {
  return find_language(args.find_value("lang").value_or("zh-Hans")).value_or(Language::Hans);
}

std::string knowledge_path(const Args& args) {
  if (auto folder = args.find_value("knowledge")) return std::string(*folder);
  if (const char* folder = std::getenv("ZHILU_KNOWLEDGE"); folder != nullptr && *folder != '\0')
    return folder;
  // An installed program has its knowledge beside it, wherever that is; a built one that of its source tree.
  const std::string installed = program_folder() + "/" + ZHILU_INSTALLED_KNOWLEDGE;
  return is_folder(installed) ? installed : ZHILU_SOURCE_KNOWLEDGE;
}

bool has_knowledge_folder(std::string_view name, const Args& args, Io& io) {
  const std::string path = knowledge_path(args);
  if (is_folder(path)) return true;
  const bool zh = args.tongue() == Tongue::Chinese;
  if (!is_file(path)) {
    io.complain(zh ? "zhilu：没有知识库目录 " + path + "（用 --knowledge 指定）\n"
                   : "zhilu: there is no folder " + path + " (name one with --knowledge)\n");
  } else {
    const std::string command = "zhilu " + std::string(name);
    io.complain(zh ? command + "：" + path + " 是文件；这个命令要用知识库的目录（用 --knowledge 指定）\n"
                   : command + ": " + path +
                         " is a file; this command needs the folder of the knowledge (name it with "
                         "--knowledge)\n");
  }
  return false;
}

std::shared_ptr<const Engine> open_knowledge(const Args& args, Io& io) {
  const std::string path = knowledge_path(args);
  const bool zh = args.tongue() == Tongue::Chinese;
  if (!is_folder(path) && !is_file(path)) {
    io.complain(zh ? "zhilu：没有知识库 " + path + "（用 --knowledge 指定）\n"
                   : "zhilu: there is no knowledge " + path + " (name it with --knowledge)\n");
    return nullptr;
  }
  const Opened opened = open_path(path);
  if (opened.engine == nullptr) {
    io.complain(render(opened.diagnostics, opened.sources, args.tongue()));
    if (is_folder(path)) {
      io.complain(zh ? "zhilu：知识库 " + path + " 有错误，不能使用\n"
                     : "zhilu: the knowledge in " + path + " has errors and cannot be used\n");
    }
  }
  return opened.engine;
}

std::optional<Date> today_of(const Args& args, Io& io) {
  const auto given = args.find_value("today");
  if (!given) return today_in_shanghai();
  const std::optional<Date> date = Date::parse(*given);
  if (!date) {
    const std::string word(*given);
    const bool zh = args.tongue() == Tongue::Chinese;
    io.complain(zh ? "zhilu：--today “" + word + "”不是日期，应当写成 2026-11-22\n"
                   : "zhilu: --today '" + word + "' is not a date, write it like 2026-11-22\n");
  }
  return date;
}

bool read_settings(const Args& args, const Knowledge& knowledge, Matter& matter, Io& io) {
  SourceMap sources;
  Diagnostics problems;
  for (const std::string& setting : args.values("set")) {
    const FileId file = sources.add("--set", setting);
    const Span whole{file, 0, static_cast<std::uint32_t>(setting.size())};
    const std::optional<InputValue> input = parse_setting(setting, whole, knowledge, problems);
    if (input) read_facts(*input, knowledge, matter, problems);
  }
  if (problems.empty()) return true;
  io.complain(render(problems, sources, args.tongue()));
  return false;
}

}  // namespace zhilu
