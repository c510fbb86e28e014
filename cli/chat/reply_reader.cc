// SPDX-License-Identifier: MIT
#include "cli/chat/reply_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <vector>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

struct CommandWords {
  ChatCommand command;
  std::initializer_list<std::string_view> words;
  /// Something may stand behind it.
  bool takes_rest = false;
};

const std::array<CommandWords, 11> kCommands = {{
    {ChatCommand::Help, {"帮助", "help", "?", "？"}},
    {ChatCommand::Back, {"返回", "上一步", "back"}},
    {ChatCommand::Change, {"改", "修改", "change"}, true},
    {ChatCommand::Why, {"为什么", "为什么问这个", "why"}, true},
    {ChatCommand::Unsure,
     {"不清楚", "不知道", "不确定", "说不清", "unsure", "not sure", "don't know", "i don't know"}},
    {ChatCommand::Plan, {"计划", "plan"}},
    {ChatCommand::Known, {"已知", "回答", "known", "answers"}},
    {ChatCommand::Save, {"保存", "save"}, true},
    {ChatCommand::Token, {"令牌", "token"}},
    {ChatCommand::Quit, {"退出", "结束", "quit", "exit"}},
    {ChatCommand::Wipe, {"!!", "！！", "离开", "leave"}},
}};

constexpr std::array<std::string_view, 12> kYes = {"是", "是的", "对",  "对的", "有",   "有的",
                                                   "嗯", "能",   "yes", "y",    "true", "在"};
constexpr std::array<std::string_view, 12> kNo = {"不是", "否",   "没有", "没", "不",    "不对",
                                                  "无",   "不能", "no",   "n",  "false", "不在"};
constexpr std::array<std::string_view, 8> kNone = {"没有", "都没有", "都不是", "无",
                                                   "没",   "none",   "no",     "neither"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return low;
}

/// Split at blanks, commas and 、.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_at(text, i);
    const bool separates = c.value == ' ' || c.value == ',' || c.value == ';' || c.value == U'，' ||
                           c.value == U'、' || c.value == U'；';
    if (separates) {
      if (!parts.back().empty()) parts.emplace_back();
    } else {
      append_utf8(parts.back(), c.value);
    }
    i += c.size;
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

/// The option that a word is the number or the label of.
std::optional<std::size_t> find_option(const InterviewQuestion& question, const std::string& word) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc{} && end == word.data() + word.size()) {
    if (number >= 1 && number <= question.options.size()) return number - 1;
    return std::nullopt;
  }
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (lower(question.options[i].label) == lower(word) || question.options[i].value == word) return i;
  }
  return std::nullopt;
}

std::optional<Answer> read_value(const Interview& interview, FactId fact, const std::string& value) {
  return read_answer_value(interview.engine().knowledge(), fact, value);
}

std::optional<Answer> find_choices(const Interview& interview, const InterviewQuestion& question,
                                   const std::string& line) {
  std::string value = "only:";
  const auto add = [&](std::string_view member) {
    if (!value.ends_with(':')) value += ',';
    value += member;
  };
  std::vector<bool> chosen(question.options.size());
  if (!is_one_of(kNone, line) && line != "0") {
    std::optional<std::size_t> whole = find_option(question, line);
    std::vector<std::string> words = whole ? std::vector<std::string>{line} : split(line);
    if (words.empty()) return std::nullopt;
    for (const std::string& word : words) {
      const std::optional<std::size_t> option = find_option(question, word);
      if (!option) return std::nullopt;
      chosen[*option] = true;
    }
  }
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    // What a text told stays; to take it away one changes the answer.
    if (chosen[i] || question.options[i].holds) add(question.options[i].value);
  }
  return read_value(interview, question.id, value);
}

/// The reading of `line` that is of the kind of the question, whatever fact it was read as: asked for a day,
/// a person writes a day.
std::optional<Answer> find_reading(const Interview& interview, const InterviewQuestion& question,
                                   std::string_view line) {
  const Understanding read = interview.engine().read(line, interview.today());
  const Candidate* found = nullptr;
  for (const Candidate& candidate : read.candidates) {
    const Basis basis = question.kind == FactKind::Date ? Basis::Date : Basis::Amount;
    if (candidate.fact != question.id && candidate.basis != basis) continue;
    if (interview.engine().knowledge().facts[candidate.fact].kind != question.kind) continue;
    if (found == nullptr || candidate.fact == question.id) found = &candidate;
  }
  if (found == nullptr) return std::nullopt;
  Answer answer = found->answer;
  answer.origin = Origin::Answer;
  return answer;
}

std::string without_commas(std::string_view line) {
  std::string text(line);
  std::erase(text, ',');
  for (const std::string_view unit : {"元", "块", "yuan"}) {
    if (text.ends_with(unit)) text.resize(text.size() - unit.size());
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

std::string tidy(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = decode_at(line, i);
    const bool is_wide = c.value >= 0xFF10 && c.value <= 0xFF5A;
    append_utf8(text, is_wide ? c.value - 0xFEE0 : c.value == 0x3000 || c.value == '\t' ? U' ' : c.value);
    i += c.size;
  }
  const std::size_t first = text.find_first_not_of(" \r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \r\n") + 1 - first);
}

std::optional<ChatRequest> find_command(std::string_view line) {
  const std::string low = lower(line);
  for (const CommandWords& command : kCommands) {
    for (const std::string_view word : command.words) {
      if (low == word) return ChatRequest{command.command, ""};
      if (!command.takes_rest || !low.starts_with(word)) continue;
      const std::string rest = tidy(line.substr(word.size()));
      const bool is_apart = line[word.size()] == ' ';
      const bool is_number = !rest.empty() && rest.find_first_not_of("0123456789") == std::string::npos;
      if (is_number || (is_apart && command.command == ChatCommand::Save)) {
        return ChatRequest{command.command, rest};
      }
    }
  }
  return std::nullopt;
}

std::optional<Answer> find_answer(const Interview& interview, const InterviewQuestion& question,
                                  std::string_view line) {
  const std::string word = lower(line);
  switch (question.kind) {
    case FactKind::Boolean: {
      const std::optional<std::size_t> option = find_option(question, std::string(line));
      if (option) return read_value(interview, question.id, question.options[*option].value);
      if (is_one_of(kYes, word)) return read_value(interview, question.id, "true");
      if (is_one_of(kNo, word)) return read_value(interview, question.id, "false");
      return std::nullopt;
    }
    case FactKind::Choice: {
      const std::optional<std::size_t> option = find_option(question, std::string(line));
      if (!option) return std::nullopt;
      return read_value(interview, question.id, question.options[*option].value);
    }
    case FactKind::Choices:
      return find_choices(interview, question, std::string(line));
    case FactKind::Number:
    case FactKind::Money: {
      const std::string number = without_commas(line);
      if (auto answer = read_value(interview, question.id, number); answer && answer->is_known())
        return answer;
      if (line.starts_with('-')) return std::nullopt;
      if (auto answer = find_reading(interview, question, line)) return answer;
      // Asked for an amount of money, a person need not say of what.
      if (question.kind != FactKind::Money) return std::nullopt;
      return find_reading(interview, question, std::string(line) + "元");
    }
    case FactKind::Date:
      if (auto answer = read_value(interview, question.id, std::string(line)); answer && answer->is_known())
        return answer;
      return find_reading(interview, question, line);
    case FactKind::Duration:
    case FactKind::Text:
      return read_value(interview, question.id, std::string(line));
  }
  return std::nullopt;
}

}  // namespace zhilu
