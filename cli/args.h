// SPDX-License-Identifier: MIT
// What was given on the command line, checked against the declaration of the command.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "engine/base/diagnostic.h"
#include "engine/base/result.h"

namespace zhilu {

class Args {
 public:
  /// Was the switch given?
  bool has(std::string_view name) const { return values_.contains(name); }
  /// The value of a switch, the last one if it was given more than once.
  std::optional<std::string_view> find_value(std::string_view name) const;
  /// All values of a switch in the order given.
  std::span<const std::string> values(std::string_view name) const;
  /// The words that are no switches.
  const std::vector<std::string>& operands() const { return operands_; }
  /// The language of messages: that of `--lang`.
  Tongue tongue() const { return tongue_; }

 private:
  friend Result<Args> parse_args(const Command& command, std::span<const std::string> words);
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> operands_;
  Tongue tongue_ = Tongue::Chinese;
};

/// Reads the words behind the name of the subcommand. An error is a sentence in the language of `--lang`,
/// with a suggestion where a switch is misspelt.
Result<Args> parse_args(const Command& command, std::span<const std::string> words);

/// The language that `--lang` asks for, read before anything is checked.
Tongue tongue_of(std::span<const std::string> words);

}  // namespace zhilu
