// SPDX-License-Identifier: MIT
// The conversation of `zhilu chat`: takes what the person types line by line and gives what is shown.
//
// Touches no stream and no file, so that a test can talk to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/chat/reply_reader.h"
#include "engine/interview.h"
#include "engine/render/text.h"

namespace zhilu {

/// What is to be done beside showing the text.
enum class ChatAction : std::uint8_t {
  None,
  Save,  ///< Save the interview, to the file named if one is.
  Quit,
  Wipe,  ///< Clear the screen, keep nothing, end.
};

struct ChatReply {
  /// Lines, each with its line feed. Free of control characters but those of a plan in colours.
  std::string text;
  ChatAction action = ChatAction::None;
  std::string file;
};

class Dialogue {
 public:
  /// REQUIRES: `interview` outlives it.
  Dialogue(Interview& interview, Language language, TextOptions options);

  /// How it begins. `text` is what the person said already; may be empty.
  ChatReply begin(std::string_view text);
  /// The same for an interview that was saved.
  ChatReply resume(const Rebase& rebase);
  ChatReply hear(std::string_view line);
  /// Where the input ends: the plan, if it has not been shown as it is now.
  ChatReply end();

 private:
  bool zh() const { return language_ != Language::English; }
  ChatReply run(const ChatRequest& request);
  ChatReply change(const std::string& number);
  ChatReply explain(const std::string& number);
  ChatReply read_free_text(std::string_view line);
  /// Goes on after something was said: what is new to be done at once, and the next question or the plan.
  std::string go_on();
  std::string news();
  std::string ask();
  std::string known();
  std::string told(const Matter& before);
  /// The plan as it is now.
  std::string plan_text(bool with_question = false);
  std::string help() const;
  std::string progress();
  std::string value_text(FactId fact);
  /// The facts that were answered, in the order in which they first were.
  std::vector<FactId> answered() const;

  Interview& interview_;
  Language language_;
  TextOptions options_;
  /// The fact asked for; not set before the first question and when all is settled.
  FactId asked_;
  bool is_change_ = false;
  std::uint32_t shown_turn_ = 0xffffffff;
  /// Steps to be done at once that were told of.
  std::vector<std::string> urgent_;
};

/// The steps of a rebase or comparison in words, each a line.
std::string change_lines(const Engine& engine, const std::vector<StepChange>& changes, Language language);

}  // namespace zhilu
