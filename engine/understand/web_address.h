// SPDX-License-Identifier: MIT
// Addresses of web pages in a text: https://abc.com/a?b=1, www.abc.com, bit.ly.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace zhilu {

/// An address in a folded text: characters [begin, end), without the punctuation behind it.
struct WebAddress {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// In order, not overlapping. With a scheme (http, https, ftp) any host counts; without one only a name that
/// ends in a known top level, and neither an e-mail address nor a time (7.am).
void find_web_addresses(std::u32string_view text, std::vector<WebAddress>& out);

}  // namespace zhilu
