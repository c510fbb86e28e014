// SPDX-License-Identifier: MIT
#include "engine/locale/script.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

using namespace zhilu;

TEST_CASE("guidance is derived in traditional characters") {
  const TraditionalScript script;
  REQUIRE(script.is_available());
  const auto check = [&](std::string_view hans, std::string_view hant) {
    CHECK(script.convert(hans) == hant);
  };
  check("", "");
  check("report_police {n, number}", "report_police {n, number}");
  check("联系支付机构和发卡银行，要求冻结账户、止付", "聯繫支付機構和發卡銀行，要求凍結賬戶、止付");
  check("头发、开发、后来、皇后、干净、干部、公里", "頭髮、開發、後來、皇后、乾淨、幹部、公里");
  check("请尽快答复，每周一公布", "請儘快答覆，每週一公佈");
  check("复印件、复议、重复投诉", "複印件、復議、重複投訴");
  check("周围的人", "周圍的人");
  check("账户里剩下的钱、十公里、这里、里程", "賬戶裡剩下的錢、十公里、這裡、里程");
  check("注册、注销和注明的资料越准越好", "註冊、註銷和註明的資料越準越好");
  check("用户🙂说：“没有”", "用戶🙂說：「沒有」");
  check("坏\xFF字节", "壞\uFFFD字節");
}

TEST_CASE("one converter serves several threads") {
  const TraditionalScript script;
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&script, &result] {
      for (int i = 0; i < 50; ++i) result = script.convert("向支付机构书面投诉");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == "向支付機構書面投訴");
}
