// SPDX-License-Identifier: MIT
#include "engine/understand/ip_address.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const std::u32string characters = folded(text);
  std::vector<IpAddress> found;
  find_ip_addresses(characters, found);
  std::string out;
  for (const IpAddress& a : found) {
    if (!out.empty()) out += ' ';
    out += to_utf8(characters.substr(a.begin, a.end - a.begin)) + (a.is_version_6 ? "/6" : "/4");
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("addresses of both versions are found") {
  check("登录ip是10.20.30.255。", "10.20.30.255/4");
  check("FE80::1和2001:db8:0:0:0:0:2:1", "fe80::1/6 2001:db8:0:0:0:0:2:1/6");
  check("::ffff:192.168.0.1", "::ffff:192.168.0.1/6");
}

TEST_CASE("times, versions and longer figures are none") {
  check("12:30", "");
  check("12:30:59", "");
  check("256.1.1.1", "");
  check("1.2.3.4.5", "");
  check("v1.2.3.4", "");
  check("1::2::3", "");
}
