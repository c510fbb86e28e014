// SPDX-License-Identifier: MIT
// What identifies a person in a text: phone, identity card and bank card numbers, e-mail addresses, names of
// accounts, house numbers.
//
// For masking, so it rather takes one number too many than one too few; an amount of money is never that
// long.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/understand/understood.h"

namespace zhilu {

/// Characters [begin, end) of a folded text.
struct IdentifierText {
  IdentifierKind kind = IdentifierKind::Phone;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// In order, not overlapping.
void find_identifiers(std::u32string_view text, std::vector<IdentifierText>& out);

}  // namespace zhilu
