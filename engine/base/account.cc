// SPDX-License-Identifier: MIT
#include "engine/base/account.h"

#include <algorithm>
#include <array>

namespace zhilu {
namespace {

constexpr auto kNames = std::to_array<std::u32string_view>(
    {U"微信号",     U"微信id",     U"微信",       U"weixin", U"wechat",  U"wx",     U"vx",
     U"v信",        U"薇信",       U"qq号码",     U"qq号",   U"qq群",    U"qq",     U"扣扣",
     U"支付宝账号", U"支付宝帐号", U"支付宝账户", U"抖音号", U"快手号",  U"闲鱼号", U"小红书号",
     U"账号",       U"帐号",       U"telegram",   U"飞机号", U"whatsapp"});

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_of_account(char32_t c) {
  return is_digit(c) || (c >= U'a' && c <= U'z') || c == U'_' || c == U'-';
}

/// What may stand between the name and the account.
bool is_link(char32_t c) {
  static constexpr std::u32string_view kLinks = U" :：=号是为叫加(（“\"";
  return kLinks.find(c) != std::u32string_view::npos;
}

}  // namespace

std::optional<AccountPlace> find_account(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kShortest = 5;
  constexpr std::size_t kMostLinks = 4;
  constexpr std::u32string_view kUnits = U"元块万千百多个天年月日次u";
  if (at >= text.size() || !kAccountFirsts.holds(text[at])) return std::nullopt;
  // Of names that begin alike, the longest: 微信号 before 微信.
  std::size_t begin = at;
  for (const std::u32string_view name : kNames) {
    if (text.substr(at, name.size()) == name) begin = std::max(begin, at + name.size());
  }
  if (begin == at) return std::nullopt;
  const std::size_t behind = begin;
  while (begin < text.size() && begin - behind < kMostLinks && is_link(text[begin])) ++begin;
  std::size_t end = begin;
  bool letters = false;
  for (; end < text.size() && is_of_account(text[end]); ++end) letters = letters || !is_digit(text[end]);
  if (end - begin < kShortest) return std::nullopt;
  // Bare figures are an account only where something says so; 微信5000元 is money.
  const bool named = begin > behind || text[at] == U'q' || text[behind - 1] == U'号';
  if (!letters && (!named || (end < text.size() && kUnits.find(text[end]) != std::u32string_view::npos)))
    return std::nullopt;
  return AccountPlace{begin, end};
}

}  // namespace zhilu
