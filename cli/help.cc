// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

std::string_view in(Bilingual text, Tongue tongue) {
  return tongue == Tongue::Chinese ? text.zh : text.en;
}

// Two columns, the second aligned; widths are those of a terminal.
std::string columns(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, display_width(left));
  std::string text;
  for (const auto& [left, right] : rows) {
    text += "  " + left;
    if (!right.empty()) text += std::string(width - display_width(left) + 2, ' ') + right;
    text += '\n';
  }
  return text;
}

std::string usage_word(const Operand& operand) {
  const std::string name(operand.name);
  switch (operand.count) {
    case Operand::Count::One:
      return " " + name;
    case Operand::Count::Optional:
      return " [" + name + "]";
    case Operand::Count::Many:
      return " [" + name + "…]";
  }
  return "";
}

std::string switch_words(const Switch& item) {
  std::string words = "--" + std::string(item.name);
  if (item.letter != 0) words = std::string("-") + item.letter + ", " + words;
  if (item.choices.empty()) return item.value.empty() ? words : words + " " + std::string(item.value);
  words += ' ';
  for (std::size_t i = 0; i < item.choices.size(); ++i)
    words += (i > 0 ? "|" : "") + std::string(item.choices[i]);
  return words;
}

}  // namespace

std::vector<Switch> join(std::vector<Switch> switches, const std::vector<std::vector<Switch>>& groups) {
  for (const std::vector<Switch>& group : groups) switches.insert(switches.end(), group.begin(), group.end());
  return switches;
}

std::string overview(std::span<const Command> commands, Tongue tongue) {
  const bool zh = tongue == Tongue::Chinese;
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Command& command : commands) rows.emplace_back(command.name, in(command.summary, tongue));
  return std::string(zh ? "指路：遇到网络服务纠纷，下一步该做什么\n\n用法  zhilu 命令 [选项…]\n\n"
                        : "zhilu: what to do next about a grievance with an online service\n\n"
                          "usage  zhilu COMMAND [OPTION...]\n\n") +
         columns(rows) +
         (zh ? "\nzhilu help 命令 看每个命令的说明；说明和结果的语言用 --lang zh-Hans|zh-Hant|en。\n"
               "退出码：0 完成或“是”，1 “否”（有问题、测试不通过），2 用法不对，3 无法运行。\n"
             : "\nzhilu help COMMAND tells more; --lang zh-Hans|zh-Hant|en chooses the language.\n"
               "Exit codes: 0 done or yes, 1 the answer is no, 2 wrong use, 3 could not run.\n");
}

std::string help_text(const Command& command, Tongue tongue) {
  const bool zh = tongue == Tongue::Chinese;
  std::string text = "zhilu " + std::string(command.name) + (zh ? "：" : ": ") +
                     std::string(in(command.summary, tongue)) + "\n\n" + (zh ? "用法  " : "usage  ") +
                     "zhilu " + std::string(command.name);
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Operand& operand : command.operands) {
    text += usage_word(operand);
    rows.emplace_back(operand.name, in(operand.about, tongue));
  }
  text += command.switches.empty() ? "\n" : (zh ? " [选项…]\n" : " [OPTION...]\n");
  if (!in(command.about, tongue).empty()) text += "\n" + std::string(in(command.about, tongue)) + "\n";
  if (!rows.empty()) text += "\n" + columns(rows);
  rows.clear();
  for (const Switch& item : command.switches) rows.emplace_back(switch_words(item), in(item.about, tongue));
  if (!rows.empty()) text += std::string(zh ? "\n选项\n" : "\noptions\n") + columns(rows);
  rows.clear();
  for (const Example& example : command.examples) {
    const std::string_view about = in(example.about, tongue);
    rows.emplace_back(example.line, about.empty() ? "" : "# " + std::string(about));
  }
  if (!rows.empty()) text += std::string(zh ? "\n例子\n" : "\nexamples\n") + columns(rows);
  return text;
}

}  // namespace zhilu
