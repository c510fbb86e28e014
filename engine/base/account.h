// SPDX-License-Identifier: MIT
// Names of accounts that people write beside what they are accounts of: 微信号abc_123, QQ：12345678.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/base/character_set.h"

namespace zhilu {

/// Characters [begin, end) of the account itself, without what it is called.
struct AccountPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What the names of accounts begin with.
inline constexpr CharacterSet kAccountFirsts(U"微wvqt薇扣支抖快闲小账帐飞");

/// The account whose kind (微信, QQ, 支付宝账号…) is named at `at`; empty if none is. An amount or a hotline
/// behind a name (微信5000元) is no account. `text` in lower case, full width as ASCII.
std::optional<AccountPlace> find_account(std::u32string_view text, std::size_t at);

}  // namespace zhilu
