// SPDX-License-Identifier: MIT
// A saved session as one word: to be kept in a link, a note, or by a program that keeps nothing else.
//
// The word holds everything, the person's answers included: whoever has it can read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/interview/saved_session.h"

namespace zhilu {

/// Letters, digits, `-`, `_` and one point. Holds the last answer to each fact and the events, in turns as
/// they were given; not what was changed before, and not the steps of the plan.
std::string session_token(const SavedSession& saved);

/// Empty if `token` is none, or was damaged.
std::optional<SavedSession> read_session_token(std::string_view token);

}  // namespace zhilu
