// SPDX-License-Identifier: MIT
// Values as arguments of messages: short, however large the value is.
#pragma once

#include <string>

#include "engine/value/value.h"

namespace zhilu::expr {

/// The type of the value; of something large only whether it is a list or a context.
std::string type_words(const Value& value);

/// The value as FEEL writes it, if that is short; else its type.
std::string value_words(const Value& value);

}  // namespace zhilu::expr
