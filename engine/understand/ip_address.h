// SPDX-License-Identifier: MIT
// Addresses of machines in a text: 192.168.0.1, fe80::1.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace zhilu {

/// An address in a folded text: characters [begin, end).
struct IpAddress {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool is_version_6 = false;
};

/// In order, not overlapping. What stands in a longer figure, name or version number is none.
void find_ip_addresses(std::u32string_view text, std::vector<IpAddress>& out);

}  // namespace zhilu
