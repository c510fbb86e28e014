// SPDX-License-Identifier: MIT
// What several subcommands share: switches, opening the knowledge, the date, and facts from the command line.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/args.h"
#include "cli/command.h"
#include "cli/io.h"
#include "engine/engine.h"

namespace zhilu {

/// `--lang`
std::vector<Switch> language_switches();
/// `--knowledge PATH` and `--lang`
std::vector<Switch> knowledge_switches();
/// `--set fact=value` and `--today DATE`
std::vector<Switch> matter_switches();
/// `--facts FILE`
Switch facts_switch();
/// `--json`
Switch json_switch();

/// Writes `zhilu NAME: sentence` to standard error; gives kWrongUse.
int complain_about_use(std::string_view name, std::string_view zh, std::string_view en, const Args& args,
                       Io& io);

/// The language of results: `--lang`, simplified Chinese without it.
Language language_of(const Args& args);

/// The folder or compiled file of `--knowledge`, of the environment variable ZHILU_KNOWLEDGE, the installed
/// folder, or that of the source tree.
std::string knowledge_path(const Args& args);

/// Is that a folder, which the command `name` needs? If not, a complaint says so.
bool has_knowledge_folder(std::string_view name, const Args& args, Io& io);

/// Opens the knowledge. Null, after its problems went to standard error, if it cannot be used.
std::shared_ptr<const Engine> open_knowledge(const Args& args, Io& io);

/// The day of `--today`; without it today in Shanghai. Empty, after a complaint, if it is no date.
/// This is the only place of the program that reads the clock for a date.
std::optional<Date> today_of(const Args& args, Io& io);

/// Puts the facts of all `--set` into `matter`. False, after complaints, if one is wrong.
bool read_settings(const Args& args, const Knowledge& knowledge, Matter& matter, Io& io);

}  // namespace zhilu
