// SPDX-License-Identifier: MIT
#include "cli/args.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <list>

#include "engine/base/spelling.h"
#include "engine/base/utf8.h"

namespace zhilu {
namespace {

std::string choose(Tongue tongue, std::string zh, std::string en) {
  return tongue == Tongue::Chinese ? std::move(zh) : std::move(en);
}

std::string quoted(Tongue tongue, std::string_view word) {
  return choose(tongue, "“" + std::string(word) + "”", "'" + std::string(word) + "'");
}

// CLI11 takes an operand in brackets, `[1, 2]`, for a list and splits it; with a blank behind it does not.
bool is_bracketed(std::string_view word) {
  return word.starts_with('[') && word.ends_with(']');
}

void shield(std::vector<std::string>& words) {
  for (std::string& word : words) {
    if (is_bracketed(word)) word += ' ';
  }
}

void unshield(std::vector<std::string>& words) {
  for (std::string& word : words) {
    if (word.ends_with(' ') && is_bracketed(std::string_view(word).substr(0, word.size() - 1)))
      word.pop_back();
  }
}

std::string suggestion(const std::optional<std::string>& nearest, Tongue tongue) {
  if (!nearest) return "";
  return choose(tongue, "，是不是“" + *nearest + "”？", ", did you mean '" + *nearest + "'?");
}

std::string unknown_switch(const Command& command, std::string word, Tongue tongue) {
  word = word.substr(0, word.find('='));
  std::vector<std::string> known = {"--help"};
  for (const Switch& item : command.switches) known.push_back("--" + std::string(item.name));
  return choose(tongue, "没有 " + word + " 这个选项", "there is no option " + word) +
         suggestion(find_nearest(word, known), tongue);
}

std::string missing_value(const Command& command, std::span<const std::string> words, Tongue tongue) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && !words[i + 1].starts_with("--")) continue;
    for (const Switch& item : command.switches) {
      const std::string name = "--" + std::string(item.name);
      const bool is_short = item.letter != 0 && words[i] == std::string("-") + item.letter;
      if (item.value.empty() || (words[i] != name && !is_short)) continue;
      return choose(tongue, name + " 后面要写 " + std::string(item.value),
                    name + " takes " + std::string(item.value));
    }
  }
  return choose(tongue, "选项后面缺少值", "an option lacks its value");
}

// The first switch that is misused, as a sentence; empty if all is well.
std::string check_switch(const Switch& item, const std::vector<std::string>& values, Tongue tongue) {
  if (!item.many && values.size() > 1) {
    return choose(tongue, "--" + std::string(item.name) + " 只能写一次",
                  "--" + std::string(item.name) + " is given twice");
  }
  if (item.choices.empty()) return "";
  const std::vector<std::string> choices(item.choices.begin(), item.choices.end());
  for (const std::string& value : values) {
    if (std::ranges::find(choices, value) != choices.end()) continue;
    std::string all;
    for (const std::string& choice : choices) all += (all.empty() ? "" : " ") + choice;
    return choose(tongue, "--" + std::string(item.name) + " 不能是“" + value + "”，可以是：" + all,
                  "--" + std::string(item.name) + " cannot be '" + value + "', expected one of: " + all) +
           suggestion(find_nearest(value, choices), tongue);
  }
  return "";
}

std::string check_operands(const Command& command, const std::vector<std::string>& words, Tongue tongue) {
  std::size_t least = 0;
  bool many = false;
  for (const Operand& operand : command.operands) {
    if (operand.count == Operand::Count::One) ++least;
    many = many || operand.count == Operand::Count::Many;
  }
  if (words.size() < least) {
    const std::string name(command.operands[words.size()].name);
    return choose(tongue, "还要写上 " + name, name + " is missing");
  }
  if (!many && words.size() > command.operands.size()) {
    const std::string& extra = words[command.operands.size()];
    return choose(tongue, "多写了 ", "unexpected ") + quoted(tongue, extra) +
           choose(tongue, "（有空格的文字要用引号括起来）", " (quote text that has blanks)");
  }
  return "";
}

}  // namespace

Tongue tongue_of(std::span<const std::string> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].starts_with("--lang=en")) return Tongue::English;
    if (words[i] == "--lang" && i + 1 < words.size() && words[i + 1].starts_with("en"))
      return Tongue::English;
  }
  return Tongue::Chinese;
}

std::optional<std::string_view> Args::find_value(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

std::span<const std::string> Args::values(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::span<const std::string>()
                                : std::span<const std::string>(found->second);
}

Result<Args> parse_args(const Command& command, std::span<const std::string> words) {
  Args args;
  const Tongue tongue = args.tongue_ = tongue_of(words);
  for (const std::string& word : words) {
    if (find_invalid_utf8(word))
      return fail(choose(tongue, "命令行里有不是 UTF-8 的字节", "the command line is not UTF-8"));
  }

  CLI::App app;
  app.set_help_flag();
  // Where each switch is read into; a list, because CLI11 keeps the addresses.
  std::list<std::vector<std::string>> read;
  std::list<bool> given;
  for (const Switch& item : command.switches) {
    std::string name = "--" + std::string(item.name);
    if (item.letter != 0) name += std::string(",-") + item.letter;
    if (item.value.empty()) {
      app.add_flag(name, given.emplace_back(false))->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    } else {
      app.add_option(name, read.emplace_back())
          ->expected(1)
          ->allow_extra_args(false)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
  }
  app.add_option("operands", args.operands_);
  try {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    shield(reversed);
    app.parse(std::move(reversed));
  } catch (const CLI::ExtrasError&) {
    for (const std::string& word : words) {
      const std::string name = word.substr(0, word.find('='));
      const bool known = std::ranges::any_of(
          command.switches, [&](const Switch& item) { return name == "--" + std::string(item.name); });
      if (word.starts_with('-') && word != "-" && !known) return fail(unknown_switch(command, word, tongue));
    }
    return fail(choose(tongue, "命令行写得不对", "the command line cannot be read"));
  } catch (const CLI::ArgumentMismatch&) {
    return fail(missing_value(command, words, tongue));
  } catch (const CLI::Error&) {
    return fail(choose(tongue, "命令行写得不对", "the command line cannot be read"));
  }

  unshield(args.operands_);
  for (std::vector<std::string>& values : read) unshield(values);

  auto flag = given.begin();
  auto values = read.begin();
  for (const Switch& item : command.switches) {
    if (item.value.empty()) {
      if (*flag++) args.values_[std::string(item.name)];
      continue;
    }
    if (!values->empty()) {
      // The library takes whatever follows for the value, another switch too.
      if (std::ranges::any_of(*values, [](const std::string& value) { return value.starts_with("--"); })) {
        return fail(missing_value(command, words, tongue));
      }
      const std::string problem = check_switch(item, *values, tongue);
      if (!problem.empty()) return fail(problem);
      args.values_[std::string(item.name)] = std::move(*values);
    }
    ++values;
  }
  const std::string problem = check_operands(command, args.operands_, tongue);
  if (!problem.empty()) return fail(problem);
  return args;
}

}  // namespace zhilu
