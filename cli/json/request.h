// SPDX-License-Identifier: MIT
// Requests that come one a line: their ids, and the answers to those that cannot be served.
#pragma once

#include <string>
#include <string_view>

#include "engine/intake/input.h"

namespace zhilu {

/// The `id` of a request as JSON, to be given back; `null` where it is neither a string nor a number.
std::string request_id(const InputValue& request);

/// `{"id":…,"error":code}`, with `message` where there is one. `id` is JSON already.
std::string request_error(std::string_view id, std::string_view code, std::string_view message = "");

}  // namespace zhilu
