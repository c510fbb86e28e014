// SPDX-License-Identifier: MIT
// What a subcommand works on: the facts, events, text and date of one matter, from files and switches.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/args.h"
#include "cli/io.h"
#include "engine/engine.h"
#include "engine/intake/input.h"

namespace zhilu {

struct MatterInput {
  Matter matter;
  std::string text;
  Date today;
  /// What was read in `text`; it is in `matter` already.
  Understanding understanding;
};

/// The file at `path` as input, `-` being standard input. JSON where the name ends in `.json`, or where
/// standard input begins with a brace; YAML otherwise. Empty, after complaints, if it cannot be read.
std::optional<InputValue> read_input_file(std::string_view path, SourceMap& sources, Diagnostics& problems,
                                          Io& io);

/// The matter of `--facts FILE`, then `--set`, then `text`: what is given first is not changed by what is
/// read in the text. `facts_file` stands for `--facts`, empty: none. Empty, after complaints, if anything is
/// wrong; `code` then is what the program ends with.
std::optional<MatterInput> read_matter(const Args& args, const Engine& engine, std::string_view facts_file,
                                       std::string_view text, Io& io, int& code);

/// The text operand: the words themselves, or standard input for `-`. Empty, after a complaint, if that
/// fails.
std::optional<std::string> read_text_operand(std::string_view operand, Io& io);

}  // namespace zhilu
