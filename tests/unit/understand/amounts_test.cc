// SPDX-License-Identifier: MIT
#include "engine/understand/amounts.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/understand/understand.h"
#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

const Date kToday = *Date::parse("2026-11-22");

/// `23000`, `1000..1999~`, `3000+~`, `12000 USDT`, or nothing.
std::string loss_in(std::string_view text, std::string* quote = nullptr) {
  static const Knowledge knowledge = small_knowledge();
  static const Reader reader(knowledge);
  std::string out;
  for (const Candidate& c : reader.read(text, kToday).candidates) {
    if (c.fact == knowledge.find_fact("loss_crypto")) out += (out.empty() ? "" : " | ") + c.answer.text;
    if (c.fact != knowledge.core.loss_amount) continue;
    if (!out.empty()) out += " | ";
    out += c.answer.low.to_string();
    if (c.answer.bounded && c.answer.low != c.answer.high) out += ".." + c.answer.high.to_string();
    if (!c.answer.bounded) out += '+';
    if (c.answer.approximate) out += '~';
    if (quote != nullptr) *quote = std::string(text.substr(c.begin, c.end - c.begin));
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(loss_in(text) == expected);
}

}  // namespace

TEST_CASE("amounts are read as people write them") {
  check("被骗了两万三千块", "23000");
  check("骗了我8万6", "86000");
  check("花了1w2买号", "12000");
  check("充值了3w多", "30000..39999~");
  check("损失2.3w", "23000");
  check("骗走一千多块钱", "1000..1999~");
  check("会员费扣了我9块9", "9.9");
  check("交了39块9的会员费", "39.9");
  check("扣了50元6角三分", "50.63");
  check("被骗五毛钱", "0.5");
  check("打赏了17,850块", "17850");
  check("转给他¥3000", "3000");
  check("汇款人民币五千", "5000");
  check("被骗了三千左右", "3000~");
  check("损失大概两万", "20000~");
  check("被骗了上万块", "10000+~");
  check("骗了我至少3000块", "3000+~");
  check("亏了三五百块", "300..500~");
}

TEST_CASE("amounts that are listed are added up") {
  check("两张卡分别被转走8000和12000", "20000");
  check("转给他3000、2000", "5000");
}

TEST_CASE("words behind an amount are no small change") {
  check("损失58元一直没到账", "58");
  check("扣了39块9", "39.9");
  check("垫付了 1 万 2，没退", "12000");
}

TEST_CASE("一点 behind an amount and fees of agents are no digits and no counts") {
  check("花了5万一点效果都没有", "50000");
  check("交了2980代理费他们说包出单", "2980");
}

TEST_CASE("units of time that go on as another word claim no amount") {
  check("交了1500年费", "1500");
  check("借给他5000周转", "5000");
  check("转了2000日元店押金", "");
  check("充了300秒杀会员", "300");
}

TEST_CASE("tokens are told by amount and unit, other currencies are no yuan") {
  check("被骗了5000u", "5000 USDT");
  check("转走了3000USDT", "3000 USDT");
  check("账户里一万二的USDT被冻结了", "12000 USDT");
  check("被盗0.5个比特币", "0.5 BTC");
  check("我的合约爆了，损失大概1.5万刀", "");
  check("我已經存了新台幣六萬", "");
  check("8个usb接口坏了", "");
}

TEST_CASE("a bare figure is money next to what was paid or lost") {
  check("被骗1500", "1500");
  check("我被骗70", "70");
  check("先交了199押金", "199");
  check("花了3700买手机", "3700");
  check("一直不发货，1350", "1350");
}

TEST_CASE("years, counts, codes and calls are no money") {
  check("2017年被骗", "");
  check("手机64G的被骗了", "");
  check("被骗了3次", "");
  check("交了20天没人理", "");
  check("打了12315投诉", "");
  check("转12315处理", "");
  check("骗子电话13812345678", "");
  check("只退30%", "");
  check("扣了押金的百分之三十", "");
  check("买了vivox20", "");
  check("在58上租房被骗了2000", "2000");
  check("一分钱没借到", "");
  check("骗了我两块手表", "");
  check("订单号20231105678被骗", "");
}

TEST_CASE("paid comes before demanded, demanded before promised") {
  check("中奖了说先让我支付2000块钱", "");
  check("现在要交3000元保险才放款", "");
  check("昨天让我交三千的激活金我交了之后又让我交九千", "3000");
  check("让我转账9.8万，我转完才发现不对", "98000");
  check("先交了199的入职费，交完又要299的培训费", "199");
  check("投了5万，承诺收益8万", "50000");
  check("他们只赔50u体验金", "");
  check("奖金58000元", "");
  check("一共21600，我只有5900，就先付了5900的定金", "5900");
  check("骗我充值3000", "3000");
  check("让我转账8000，我已经转了", "8000");
  check("网上说交499元就能入会", "");
  check("我交了499元就能入会", "499");
  check("对方要我先打6000过去，我打了", "6000");
}

TEST_CASE("a demand is confirmed by its own payment only") {
  check("先让我交298会员费交完了又说要押金", "298");
  // What is not given back has been paid, and what was borrowed and handed on too.
  check("让我交2980元一直没返还", "2980");
  check("要我交500押金不退", "500");
  check("要我交500，不交就不退", "");
  check("说要再交500否则不退", "");
  check("网贷借了7万2全转过去了", "72000");
  check("对方要八千不给就发我已经转了三千", "3000");
  check("网贷借了我5万转走了", "50000");
  check("想要回加盟费4万", "40000");
}

TEST_CASE("what is given away is no loss") {
  check("外卖吃出头发，给了5元红包打发我", "");
  check("客服给了个20元券", "");
}

TEST_CASE("of what many have lost together, the part of the person counts") {
  check("我们被骗了，加起来一百二十万，我自己是六万五", "65000");
  check("群里的人一共被骗了80万，我个人3万", "30000");
  check("一共被骗了80万，我自己报的警", "800000");
}

TEST_CASE("instalments are summed if all were paid") {
  check("先转了3000，又转了2000", "5000");
  check("第一次交了500，后来又交了800", "1300");
  check("给那个人100却说再给100，我被骗了300", "300");
  check("盗刷了三笔，每笔999，一共两千九百九十七", "2997");
  check("充值3000块，这3000块都没到账", "3000");
}

TEST_CASE("a rate that was paid several times is multiplied") {
  check("每次30块，扣了5次", "150");
  check("每月20涨到25", "");
}

TEST_CASE("the quote is the amount as it was written") {
  std::string quote;
  loss_in("我在欧意被骗着充值了两万三千块，不退", &quote);
  CHECK(quote == "两万三千块");
  loss_in("被骗了３０００元", &quote);
  CHECK(quote == "３０００元");
  loss_in("先转了3000，又转了2000块", &quote);
  CHECK(quote == "3000，又转了2000块");
}
