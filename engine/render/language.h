// SPDX-License-Identifier: MIT
// The languages a plan is written in: those of engine/locale, under the name that users of render know.
#pragma once

#include "engine/locale/language.h"  // IWYU pragma: export
