// SPDX-License-Identifier: MIT
// Requests that come one a line: their ids, and what is wrong with those that cannot be served.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/intake/input.h"

namespace zhilu {

/// The `id` of a request as JSON, to be given back; `null` where it is neither a string nor a number.
std::string request_id(const InputValue& request);

/// The first of the problems of a request as one sentence, with its code behind it. REQUIRES: there is one.
std::string problem_sentence(const Diagnostics& problems, Tongue tongue);

}  // namespace zhilu
