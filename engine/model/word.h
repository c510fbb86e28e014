// SPDX-License-Identifier: MIT
// How a person says a value: the lexicon's entries.
#pragma once

#include <string>
#include <vector>

#include "engine/model/ids.h"

namespace zhilu {

/// A phrase that means that `fact` has the option `option` (an index into Fact::options).
struct Word {
  FactId fact;
  std::uint32_t option = 0;
  /// As written in words.yaml. `…` stands for a few characters of the same clause: `客服…不理`.
  std::string phrase;
  Span span;
};

}  // namespace zhilu
