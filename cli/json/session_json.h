// SPDX-License-Identifier: MIT
// Saved interviews as JSON documents (docs/cli.md tells their form).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/interview.h"

namespace zhilu {

/// The document, with a line feed behind it.
std::string session_json(const SavedSession& saved);

/// The other way round; or a token (session_token.h) as it is. The error says what is wrong.
Result<SavedSession> read_session(std::string_view text, Tongue tongue);

/// `text`, `answer`, `default`, `inferred`.
std::string_view origin_id(Origin origin);

}  // namespace zhilu
