// SPDX-License-Identifier: MIT
// What a person types at a prompt of the interview: a command, or an answer to the question.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/interview.h"

namespace zhilu {

enum class ChatCommand : std::uint8_t {
  Help,
  Back,
  Change,
  Why,
  Unsure,
  Plan,
  Known,
  Save,
  Token,
  Quit,
  Wipe,
};

struct ChatRequest {
  ChatCommand command = ChatCommand::Help;
  /// What stands behind the command: 3 of 改 3, a file name.
  std::string rest;
};

/// A line without blanks at its ends, full-width letters, digits and blanks made narrow.
std::string tidy(std::string_view line);

/// The command that `line` is, in Chinese or English. REQUIRES: tidy.
std::optional<ChatRequest> find_command(std::string_view line);

/// The answer to `question` that `line` is: numbers of options, their words, yes and no, a number, a date.
/// Empty where it must be read as free text. REQUIRES: tidy.
std::optional<Answer> find_answer(const Interview& interview, const InterviewQuestion& question,
                                  std::string_view line);

}  // namespace zhilu
