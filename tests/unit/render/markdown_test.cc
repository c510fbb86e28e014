// SPDX-License-Identifier: MIT
#include "engine/render/markdown.h"

#include <doctest/doctest.h>

#include "tests/unit/render/sample.h"

using namespace zhilu;

namespace {

// Golden text: accepted by reading it.
constexpr std::string_view kExpected = R"(# 行动计划（2026-11-22）

先做最要紧的 2 步，可以同时进行：联系支付机构和发卡银行，要求冻结账户、止付；拨打 110 报警，不论金额。其余 2 步随后按顺序办。

- **我的理解**：账户被盗 · 支付钱包 · 3,000 元 · 已经找过：客服 · 没有回复
  - 没有说的，先按这样处理：用于经营：自己用
- **严重程度**：紧急：资金可能还在转移
- **请记住**：不要把验证码告诉任何人，包括自称客服的人

## 现在先做

### 1. 联系支付机构和发卡银行，要求冻结账户、止付

**立即（与第 2 步同时）**

钱不是您自己转的；越早止付，追回的机会越大

1. 从 APP 内或银行卡背面的电话拨打
2. 说明 3,000 元 被转走，要求冻结账户、止付，并问清工单号

- **找谁**：支付机构和发卡银行 · APP “我的－客服”
- **受理什么**：冻结、止付、差错处理
- **带上**
  - [x] 账号
  - [ ] 转账记录（还缺）：在账单里打开那一笔，保存电子回单
    - 留意：不要只截图
- **注意**
  - “帮追回”“先追回后收费”是第二次诈骗
  - 电话从 APP 内或银行卡背面找，不用搜索来的号码
- **期限**：最迟 2026年12月7日（周一）答复（按今天提交计算）
- **依据**：《电子商务法》第57条、《金融消费者权益保护实施办法》第43条（据转载）

### 2. 拨打 110 报警，不论金额

**立即（与第 1 步同时）**

涉嫌盗窃；报案越早，冻结涉案账户的机会越大

1. 说清时间、金额、对方账号

- **找谁**：公安机关 · 电话 110 · 地点 就近派出所
- **受理什么**：诈骗、盗窃等案件，不论金额
- **带上**
  - [ ] 转账记录（还缺）：在账单里打开那一笔，保存电子回单
    - 留意：不要只截图
  - [ ] 身份证
- **依据**：《反电信网络诈骗法》第20条

## 今天

### 3. 固定证据

记录会过期

- **依据**：《数字钱包投诉指南》第 21 段

## 尽快

### 4. 向支付机构书面投诉

- **找谁**：支付机构和发卡银行 · APP “我的－客服”
- **受理什么**：冻结、止付、差错处理
- **注意**：电话从 APP 内或银行卡背面找，不用搜索来的号码
- **期限**：最迟 2026年12月7日（周一）答复（按今天提交计算）
- **文书**：投诉信
- **依据**：《金融消费者权益保护实施办法》第43条（据转载）

## 之后

- 5\. 向 12363 投诉
  - 中国人民银行 · 电话 区号＋12363
  - 第 4 步之后：没有答复（2026年12月7日期满；按今天提交计算），或对答复不满意

## 还取决于您的回答

- 对方拿到身份信息（见下面的问题）
  - 挂失身份证
  - 查征信报告
- 发生的日子
  - 咨询律师

## 不用去（会被退回）

- 12315（市场监管部门）：支付争议不归市场监管部门管（《投诉举报处理办法》第16条）

## 已经做过

- 改密码

## 问题 1/1–2

对方有没有拿到您的身份证照片或身份证号？

- 是
- 否
- 不清楚

为什么问：拿到了就要防止有人用您的名义贷款

2026年12月7日（周一）再来看一次：届时有期限到期，或者可以走下一步。

## 投诉信

我的账户【账户名】在【发生的日子】被转走 ¥3,000。  
请答复。  
2026年11月22日  

---

这里提供的是一般性的办事指引，不是法律意见。
)";

}  // namespace

TEST_CASE("a plan is written as Markdown") {
  const Knowledge knowledge = sample::knowledge();
  const Words words(knowledge);
  const Matter matter = sample::matter(knowledge);
  const Understanding understanding = sample::understanding(knowledge);
  const Plan plan = sample::plan(knowledge);
  const PlanDocument document = make_plan_document({.words = words,
                                                    .plan = plan,
                                                    .matter = matter,
                                                    .understanding = &understanding,
                                                    .text = sample::kText,
                                                    .language = Language::Hans,
                                                    .with_letters = true});
  CHECK(plan_markdown(document) == kExpected);
}

TEST_CASE("what would be markup is escaped") {
  const auto check = [](std::string_view text, std::string_view expected) {
    CHECK(markdown_escaped(text) == expected);
  };
  check("普通文字，3,000 元。", "普通文字，3,000 元。");
  check("138****5678", "138\\*\\*\\*\\*5678");
  check("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>");
  check("[点这里](http://x)", "\\[点这里\\](http://x)");
  check("a_b `c` ~d~ | \\ &lt;", "a\\_b \\`c\\` \\~d\\~ \\| \\\\ \\&lt;");
  check("# 标题", "\\# 标题");
  check("- 项", "\\- 项");
  check("12. 项", "12\\. 项");
  check("12.5 元", "12\\.5 元");
  check("一\n二\033[1m", "一 二\\[1m");
}
