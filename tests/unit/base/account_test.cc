// SPDX-License-Identifier: MIT
#include "engine/base/account.h"

#include <doctest/doctest.h>

#include <string>

using namespace zhilu;

namespace {

/// The accounts of a text, separated by blanks.
std::u32string accounts_in(std::u32string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto account = find_account(text, at);
    if (!account) continue;
    if (!out.empty()) out += U' ';
    out += text.substr(account->begin, account->end - account->begin);
    at = account->end - 1;
  }
  return out;
}

}  // namespace

TEST_CASE("an account is found behind what it is called") {
  CHECK((accounts_in(U"他的微信号是abc_12345，加我") == U"abc_12345"));
  CHECK((accounts_in(U"微信wxid_9k2 转了") == U"wxid_9k2"));
  CHECK((accounts_in(U"qq：12345678说") == U"12345678"));
  CHECK((accounts_in(U"qq群 987654321") == U"987654321"));
  CHECK((accounts_in(U"抖音号dy66688，快手号ks_1234") == U"dy66688 ks_1234"));
}

TEST_CASE("amounts, short words and bare figures are no accounts") {
  CHECK(accounts_in(U"微信5000元被骗").empty());
  CHECK(accounts_in(U"微信转了50000").empty());
  CHECK(accounts_in(U"微信是12345元").empty());
  CHECK(accounts_in(U"qq被盗").empty());
  CHECK(accounts_in(U"账号被封30天").empty());
  CHECK(accounts_in(U"").empty());
}
