// SPDX-License-Identifier: MIT
#include "cli/program.h"

#include <algorithm>
#include <exception>
#include <vector>

#include "cli/args.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/help.h"
#include "engine/base/spelling.h"

namespace zhilu {
namespace {

const Command* find_command(const std::vector<Command>& commands, std::string_view name) {
  const auto found = std::ranges::find(commands, name, &Command::name);
  return found == commands.end() ? nullptr : &*found;
}

int unknown_command(const std::vector<Command>& commands, const std::string& name, Tongue tongue, Io& io) {
  std::vector<std::string> names = {"help"};
  for (const Command& command : commands) names.emplace_back(command.name);
  const bool zh = tongue == Tongue::Chinese;
  std::string text = zh ? "zhilu：没有“" + name + "”这个命令" : "zhilu: there is no command '" + name + "'";
  if (auto nearest = find_nearest(name, names)) {
    text += zh ? "，是不是“" + *nearest + "”？" : ", did you mean '" + *nearest + "'?";
  }
  io.complain(text + (zh ? "\nzhilu help 列出全部命令。\n" : "\nzhilu help lists them all.\n"));
  return kWrongUse;
}

int run_help(const std::vector<Command>& commands, std::span<const std::string> words, Tongue tongue,
             Io& io) {
  for (const std::string& word : words) {
    if (word.starts_with("-") || word == "en" || word.starts_with("zh-")) continue;
    const Command* command = find_command(commands, word);
    if (command == nullptr) return unknown_command(commands, word, tongue, io);
    io.say(help_text(*command, tongue));
    return kDone;
  }
  io.say(overview(commands, tongue));
  return kDone;
}

bool asks_for_help(std::span<const std::string> words) {
  for (const std::string& word : words) {
    if (word == "--") return false;
    if (word == "--help" || word == "-h") return true;
  }
  return false;
}

int run(std::span<const std::string> words, Io& io) {
  const std::vector<Command> commands = all_commands();
  const Tongue tongue = tongue_of(words);
  if (words.empty()) {
    io.complain(overview(commands, tongue));
    return kWrongUse;
  }
  const std::string& name = words.front();
  const std::span<const std::string> rest = words.subspan(1);
  if (name == "help" || name == "--help" || name == "-h") return run_help(commands, rest, tongue, io);
  const Command* command = find_command(commands, name == "--version" ? "version" : name);
  if (command == nullptr) return unknown_command(commands, name, tongue, io);
  if (asks_for_help(rest)) {
    io.say(help_text(*command, tongue));
    return kDone;
  }
  const Result<Args> args = parse_args(*command, rest);
  if (!args) {
    const bool zh = tongue == Tongue::Chinese;
    io.complain("zhilu " + std::string(command->name) + (zh ? "：" : ": ") + args.error().message +
                (zh ? "\nzhilu help " + std::string(command->name) + " 有用法。\n"
                    : "\nzhilu help " + std::string(command->name) + " tells how.\n"));
    return kWrongUse;
  }
  return command->run(*args, io);
}

}  // namespace

int run_program(std::span<const std::string> words, Io& io) {
  int code = kCouldNotRun;
  try {
    code = run(words, io);
  } catch (const std::exception& problem) {
    // The last catch: nothing of the input is repeated, it may be personal.
    io.complain(std::string("zhilu：内部错误（") + problem.what() + "）\n");
  } catch (...) {
    io.complain("zhilu：内部错误\n");
  }
  if (!io.flush()) {
    io.complain("zhilu：写不了标准输出\n");
    return kCouldNotRun;
  }
  return code;
}

}  // namespace zhilu
