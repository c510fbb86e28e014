// SPDX-License-Identifier: MIT
#include "engine/understand/money.h"

#include <array>
#include <optional>

#include "engine/base/character_set.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/currency.h"

namespace zhilu {
namespace {

struct Unit {
  std::u32string_view written;
  Currency currency = Currency::Yuan;
  std::string_view token = {};
};

// Tokens as people call them; all other units of money are those of numerals. Longer before shorter where one
// begins like the other.
constexpr auto kTokens = std::to_array<Unit>({
    {U"usdt", Currency::Crypto, "USDT"},
    {U"usdc", Currency::Crypto, "USDC"},
    {U"busd", Currency::Crypto, "BUSD"},
    {U"泰达币", Currency::Crypto, "USDT"},
    {U"u币", Currency::Crypto, "USDT"},
    {U"btc", Currency::Crypto, "BTC"},
    {U"比特币", Currency::Crypto, "BTC"},
    {U"大饼", Currency::Crypto, "BTC"},
    {U"eth", Currency::Crypto, "ETH"},
    {U"以太坊", Currency::Crypto, "ETH"},
    {U"以太币", Currency::Crypto, "ETH"},
    {U"trx", Currency::Crypto, "TRX"},
    {U"bnb", Currency::Crypto, "BNB"},
    {U"sol", Currency::Crypto, "SOL"},
    {U"doge", Currency::Crypto, "DOGE"},
    {U"狗狗币", Currency::Crypto, "DOGE"},
});
constexpr CharacterSet kTokenFirsts = [] {
  CharacterSet firsts(U"");
  for (const Unit& token : kTokens) firsts.add(token.written[0]);
  return firsts;
}();
constexpr CharacterSet kTokenLasts = [] {
  CharacterSet lasts(U"");
  for (const Unit& token : kTokens) lasts.add(token.written.back());
  return lasts;
}();
constexpr Unit kTether = {U"u", Currency::Crypto, "USDT"};

/// A unit of money of numerals; small change is none here.
std::optional<Unit> money_unit(const CurrencyUnit* unit) {
  if (unit == nullptr || unit->power != 0) return std::nullopt;
  return Unit{unit->written, unit->iso == "CNY" ? Currency::Yuan : Currency::Foreign};
}

/// What a bare figure in front of it counts, measures, numbers or dates.
bool counts_things(std::u32string_view text, std::size_t i) {
  const char32_t c = char_at(text, i);
  const char32_t next = char_at(text, i + 1);
  // 套路, 代理费, 点券, 年费, 周转 and 秒杀 are words of their own, so that what stands before them may be
  // money.
  if ((c == U'套' && next == U'路') || (c == U'代' && is_one_of(next, U"理办充缴购练金付")) ||
      (c == U'点' && is_one_of(next, U"券卡")) || (c == U'年' && is_one_of(next, U"费薪租金卡终")) ||
      (c == U'月' && is_one_of(next, U"费薪租卡")) || (c == U'周' && next == U'转') ||
      (c == U'秒' && is_one_of(next, U"杀退赔"))) {
    return false;
  }
  static constexpr CharacterSet kCounted(
      U"年月日号天周个次笔岁名位件台张节期条部套份楼层栋米斤公里克点秒小%"
      U"‰度级倍折成代寸届版集章户人单双趟遍场"
      U"杯盒箱包瓶颗粒间群页种项批组班");
  if (kCounted.holds(c)) return true;
  if (c == U':' || c == U'/' || c == U'*' || c == U'×') return is_ascii_digit(next);
  return is_ascii_letter(c);
}

/// What makes the figure behind it an ordinal, a code or a number to call.
bool numbers_things(std::u32string_view text, std::size_t begin) {
  std::size_t i = begin;
  while (i > 0 && is_one_of(text[i - 1], U" :是为")) --i;
  if (i == 0) return false;
  const char32_t before = text[i - 1];
  if (is_one_of(before, U"第号#初") || (i == begin && is_ascii_letter(before))) return true;
  static constexpr auto kBefore = std::to_array<std::u32string_view>(
      {U"分之", U"热线", U"电话", U"拨打", U"手机", U"编码", U"验证码", U"密码", U"代码", U"房间", U"尾数",
       U"星期", U"礼拜", U"农历", U"qq", U"vip", U"lv", U"打过"});
  for (const std::u32string_view word : kBefore) {
    if (i >= word.size() && text.substr(i - word.size(), word.size()) == word) return true;
  }
  return false;
}

/// Public service and company numbers: 110, 12315, 10086, 95588, 96110. As bare figures they are numbers to
/// call.
bool is_service_number(const NumberText& n) {
  if (!n.is_arabic || n.has_multiplier || n.has_point || n.approximate || n.low.exponent != 0) return false;
  const std::int64_t v = n.low.coefficient;
  return v == 110 || v == 119 || v == 120 || v == 122 || (v >= 10000 && v <= 10099) ||
         (v >= 12100 && v <= 12399) || (v >= 95000 && v <= 96999);
}

bool is_whole_word(std::u32string_view text, std::size_t i, const Unit& unit) {
  return !is_ascii_letter(unit.written.back()) ||
         !is_ascii_alphanumeric(char_at(text, i + unit.written.size()));
}

/// The unit that begins at `i`. `u` and other Latin units are whole words: 8usb is none.
std::optional<Unit> unit_behind(std::u32string_view text, std::size_t i) {
  if (kTokenFirsts.holds(char_at(text, i))) {
    for (const Unit& token : kTokens) {
      if (stands_at(text, i, token.written) && is_whole_word(text, i, token)) return token;
    }
  }
  const std::optional<Unit> unit = money_unit(currency_unit_at(text, i));
  if (unit && is_whole_word(text, i, *unit)) return unit;
  if (stands_at(text, i, kTether.written) && is_whole_word(text, i, kTether)) return kTether;
  return std::nullopt;
}

/// The unit that ends at `i`: ¥300, 新台币六万. Moves `begin` to where it begins.
std::optional<Unit> unit_before(std::u32string_view text, std::size_t i, std::size_t& begin) {
  while (i > 0 && is_one_of(text[i - 1], U" :")) --i;
  if (i > 0 && kTokenLasts.holds(text[i - 1])) {
    for (const Unit& token : kTokens) {
      const std::size_t size = token.written.size();
      if (i < size || text.substr(i - size, size) != token.written) continue;
      if (is_ascii_letter(token.written[0]) && i > size && is_ascii_letter(text[i - size - 1])) continue;
      begin = i - size;
      return token;
    }
  }
  const std::optional<Unit> unit = money_unit(currency_unit_before(text, i));
  if (!unit) return std::nullopt;
  const char32_t first = unit->written[0];
  // A unit of one letter or ideograph behind another figure belongs to that figure.
  if (unit->written.size() == 1 && !is_one_of(first, U"¥$€£")) return std::nullopt;
  if (first == U'元' || first == U'块') return std::nullopt;
  begin = i - unit->written.size();
  return unit;
}

/// 两块手表 is no money, 两块钱 and 39块9 are.
bool is_money_piece(std::u32string_view text, const NumberText& n, std::size_t behind) {
  if (n.has_multiplier || n.digits >= 2 || n.has_point) return true;
  const char32_t c = char_at(text, behind);
  if (!is_ideograph(c)) return true;
  return is_one_of(c, U"的多左上了被我给买就都不一二两三四五六七八九也还都钱每");
}

bool follows_word(std::u32string_view text, std::size_t i, std::u32string_view word) {
  return i >= word.size() && text.substr(i - word.size(), word.size()) == word;
}

/// Words before and behind that make an amount a rough one: 大概, 将近, 左右, 以上.
void read_roughness(std::u32string_view text, MoneyText& money) {
  std::size_t i = money.begin;
  while (i > 0 && is_one_of(text[i - 1], U" 有了")) --i;
  static constexpr auto kAbout = std::to_array<std::u32string_view>(
      {U"大概", U"大约", U"约", U"将近", U"差不多", U"接近", U"不到", U"不足", U"估计", U"快要", U"近"});
  for (const std::u32string_view word : kAbout) {
    if (follows_word(text, i, word) && !follows_word(text, i, U"最近") && !follows_word(text, i, U"附近")) {
      money.approximate = true;
    }
  }
  static constexpr auto kAtLeast =
      std::to_array<std::u32string_view>({U"至少", U"起码", U"超过", U"不止", U"最少", U"多达", U"高达"});
  for (const std::u32string_view word : kAtLeast) {
    if (follows_word(text, i, word)) {
      money.approximate = true;
      money.bounded = false;
    }
  }
  for (const std::u32string_view word : {U"左右", U"上下", U"不等", U"出头", U"的样子"}) {
    if (stands_at(text, money.end, word)) money.approximate = true;
  }
  if (stands_at(text, money.end, U"以上")) {
    money.approximate = true;
    money.bounded = false;
  }
}

/// The 9 of 39块9 and the 90 of 39块90; but 58元一直没到账 and 三块一个 hold none.
bool stands_for_change(std::u32string_view text, const NumberText& n) {
  if (n.begin == 0 || text[n.begin - 1] != U'块' || n.end - n.begin > 2 || counts_things(text, n.end))
    return false;
  const char32_t next = char_at(text, n.end);
  return n.is_arabic || !is_ideograph(next) || is_one_of(next, U"钱的");
}

/// Adds what stands behind 块, 元, 毛 and 角 to `money`: 39块9, 50元6角三分. Moves `end`; `used` is the
/// number that was taken.
void read_small_change(std::u32string_view text, std::span<const NumberText> rest, MoneyText& money,
                       std::size_t& used) {
  int places = 1;
  while (places <= 2 && used < rest.size() && rest[used].begin == money.end) {
    const NumberText& n = rest[used];
    if (n.has_multiplier || n.has_point || n.approximate || n.low.exponent != 0) return;
    std::size_t end = n.end;
    const char32_t behind = char_at(text, end);
    Scaled part = n.low;
    if (is_one_of(behind, U"毛角")) {
      part.exponent = -1;
      ++end;
    } else if (behind == U'分' && places == 2) {
      part.exponent = -2;
      ++end;
    } else if (places == 1 && stands_for_change(text, n)) {
      part.exponent = n.end - n.begin == 1 ? -1 : -2;  // 39块9, 39块90.
    } else {
      return;
    }
    const std::optional<Scaled> low = Scaled::add(money.low, part);
    const std::optional<Scaled> high = Scaled::add(money.high, part);
    if (!low || !high || part.coefficient > 99) return;
    money.low = *low;
    money.high = *high;
    money.end = static_cast<std::uint32_t>(end);
    ++used;
    ++places;
  }
}

/// Reads 五毛, 两角, 三分钱 at number `n`.
bool read_coin(std::u32string_view text, const NumberText& n, MoneyText& money) {
  const char32_t unit = char_at(text, n.end);
  const bool coin = is_one_of(unit, U"毛角");
  if (!coin && !(unit == U'分' && char_at(text, n.end + 1) == U'钱')) return false;
  if (n.has_multiplier || n.has_point) return false;
  const int shift = coin ? 1 : 2;
  money.low.exponent -= shift;
  money.high.exponent -= shift;
  money.currency = Currency::Yuan;
  money.end = n.end + 1;
  if (char_at(text, money.end) == U'钱') ++money.end;
  return true;
}

/// 一分钱没借到, 一毛都不退: none at all, not one fen.
bool is_idiom(std::u32string_view text, const NumberText& n, std::size_t end) {
  if (n.low.coefficient != 1 || n.low.exponent != 0 || n.is_arabic) return false;
  return is_one_of(char_at(text, end), U"没都也不未");
}

}  // namespace

void find_money(std::u32string_view text, std::span<const NumberText> numbers, std::vector<MoneyText>& out) {
  out.clear();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const NumberText& n = numbers[i];
    MoneyText money{.begin = n.begin,
                    .end = n.end,
                    .low = n.low,
                    .high = n.high,
                    .bounded = n.bounded,
                    .approximate = n.approximate,
                    .has_multiplier = n.has_multiplier};
    std::size_t behind = n.end;
    if (char_at(text, behind) == U' ') ++behind;
    std::optional<Unit> unit = unit_behind(text, behind);
    if (!unit && is_one_of(char_at(text, behind), U"的个枚")) {
      const std::optional<Unit> token = unit_behind(text, behind + 1);
      if (token && token->currency != Currency::Yuan) {
        unit = token;
        ++behind;
      }
    }
    std::size_t begin = n.begin;
    if (unit && unit->written[0] == U'块' && unit->written.size() == 1 &&
        !is_money_piece(text, n, behind + 1)) {
      continue;
    }
    if (unit) {
      money.currency = unit->currency;
      money.token = unit->token;
      money.end = static_cast<std::uint32_t>(behind + unit->written.size());
      std::size_t used = 0;
      if (unit->currency == Currency::Yuan) read_small_change(text, numbers.subspan(i + 1), money, used);
      i += used;
      if (used == 0 && is_one_of(char_at(text, money.end), U"多来") &&
          char_at(text, money.end + 1) != U'少') {
        money.approximate = true;
        ++money.end;
      }
      if (char_at(text, money.end) == U'钱') ++money.end;
    } else if (read_coin(text, n, money)) {
    } else if (const std::optional<Unit> before = unit_before(text, n.begin, begin)) {
      money.currency = before->currency;
      money.token = before->token;
      money.begin = static_cast<std::uint32_t>(begin);
    } else if (counts_things(text, n.end) || numbers_things(text, n.begin) || is_service_number(n) ||
               n.digits >= 9) {
      continue;
    }
    if (is_idiom(text, n, money.end)) continue;
    read_roughness(text, money);
    out.push_back(money);
  }
}

}  // namespace zhilu
