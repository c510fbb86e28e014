// SPDX-License-Identifier: MIT
#include "engine/render/text.h"

#include <doctest/doctest.h>

#include "engine/base/utf8.h"
#include "tests/support/kept.h"
#include "tests/unit/render/sample.h"

using namespace zhilu;

namespace {

// Golden text: accepted by reading it as the person would.
constexpr std::string_view kExpected = R"(我的理解  账户被盗 · 支付钱包 · 3,000 元 · 已经找过：客服 · 没有回复
          没有说的，先按这样处理：用于经营：自己用
          （不对可以改：--set 事实=值）
严重程度  紧急：资金可能还在转移
请记住    不要把验证码告诉任何人，包括自称客服的人

现在先做
  1  联系支付机构和发卡银行，要求冻结账户、止付    立即（与第 2 步同时）
     为什么  钱不是您自己转的；越早止付，追回的机会越大
     怎么做  ① 从 APP 内或银行卡背面的电话拨打
             ② 说明 3,000 元 被转走，要求冻结账户、止付，并问清工单号
     找谁    支付机构和发卡银行 · APP “我的－客服”
     带上    ✓ 账号 ○ 转账记录（还缺）
     注意    · “帮追回”“先追回后收费”是第二次诈骗
             · 电话从 APP 内或银行卡背面找，不用搜索来的号码
     期限    最迟 2026年12月7日（周一）答复（按今天提交计算）
     依据    《电子商务法》第57条、《金融消费者权益保护实施办法》第43条
             （据转载）
  2  拨打 110 报警，不论金额                       立即（与第 1 步同时）
     为什么  涉嫌盗窃；报案越早，冻结涉案账户的机会越大
     怎么做  说清时间、金额、对方账号
     找谁    公安机关 · 电话 110 · 地点 就近派出所
     带上    ○ 转账记录（还缺） ○ 身份证
     依据    《反电信网络诈骗法》第20条

今天
  3  固定证据
     为什么  记录会过期
     依据    《数字钱包投诉指南》第 21 段

尽快
  4  向支付机构书面投诉
     找谁    支付机构和发卡银行 · APP “我的－客服”
     期限    最迟 2026年12月7日（周一）答复（按今天提交计算）
     文书    投诉信
     依据    《金融消费者权益保护实施办法》第43条（据转载）

之后
  5  向 12363 投诉 · 中国人民银行 · 电话 区号＋12363
     ↳ 第 4 步之后：没有答复（2026年12月7日期满；按今天提交计算），或对
       答复不满意

还取决于您的回答
  ·  对方拿到身份信息（见下面的问题）
     – 挂失身份证
     – 查征信报告
  ·  发生的日子
     – 咨询律师

不用去（会被退回）
  ✗  12315（市场监管部门）：支付争议不归市场监管部门管（《投诉举报处理办
     法》第16条）

已经做过  改密码

问题 1/1–2  对方有没有拿到您的身份证照片或身份证号？
            是 true / 否 false / 不清楚 unsure
            为什么问：拿到了就要防止有人用您的名义贷款
            回答：--set identity_leaked=…
            不回答也可以，先照上面做。

2026年12月7日（周一）再来看一次：届时有期限到期，或者可以走下一步。
这里提供的是一般性的办事指引，不是法律意见。
)";

struct Scene {
  struct Base {
    Knowledge knowledge = sample::knowledge();
    Words words{knowledge};
  };
  // Documents outlive their scene.
  std::shared_ptr<Base> base = std::make_shared<Base>();
  Knowledge& knowledge = base->knowledge;
  Words& words = base->words;
  Matter matter = sample::matter(knowledge);
  Understanding understanding = sample::understanding(knowledge);
  Plan plan = sample::plan(knowledge);

  PlanDocument document(Language language = Language::Hans) const {
    PlanDocument made = make_plan_document({.words = words,
                                            .plan = plan,
                                            .matter = matter,
                                            .understanding = &understanding,
                                            .text = sample::kText,
                                            .language = language,
                                            .with_letters = false});
    made.knowledge = base;
    return made;
  }
};

TextOptions options(std::size_t width) {
  TextOptions made;
  made.width = width;
  return made;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a plan is shown so that one can act on it at a glance") {
  TextOptions given = options(72);
  given.set_option = "--set";
  CHECK(plan_text(Scene().document(), given) == kExpected);
}

TEST_CASE("the same plan gives the same bytes") {
  CHECK(plan_text(Scene().document()) == plan_text(Scene().document()));
}

TEST_CASE("no line is wider than the terminal, in any language") {
  for (const Language language : {Language::Hans, Language::Hant, Language::English}) {
    const PlanDocument document = Scene().document(language);
    for (const std::size_t width : {40U, 41U, 57U, 80U, 100U, 200U}) {
      for (const std::string& line : lines_of(plan_text(document, options(width)))) {
        CAPTURE(line);
        CHECK(display_width(line) <= width);
        CHECK(!line.ends_with(' '));
      }
    }
  }
}

TEST_CASE("a narrower terminal than is usable is taken as forty columns") {
  const PlanDocument document = Scene().document();
  CHECK(plan_text(document, options(1)) == plan_text(document, options(40)));
}

TEST_CASE("colours are there only where asked for, and change no text") {
  const PlanDocument document = Scene().document();
  const std::string plain = plan_text(document);
  CHECK(!contains(plain, "\033"));
  TextOptions given;
  given.colors = true;
  std::string colored = plan_text(document, given);
  CHECK(contains(colored, "\033[1;31m现在先做\033[0m"));
  for (std::size_t at = colored.find('\033'); at != std::string::npos; at = colored.find('\033')) {
    colored.erase(at, colored.find('m', at) + 1 - at);
  }
  CHECK(colored == plain);
}

TEST_CASE("without a way to set facts there is no word about it") {
  const std::string text = plan_text(Scene().document());
  CHECK(!contains(text, "不对可以改"));
  CHECK(contains(text, "            是 / 否 / 不清楚\n"));
}

TEST_CASE("the brief form has cards for what comes first only") {
  TextOptions given;
  given.brief = true;
  const std::string text = plan_text(Scene().document(), given);
  CHECK(contains(text, "带上    ✓ 账号"));
  CHECK(!contains(text, "文书"));
  CHECK(contains(text, "  4  向支付机构书面投诉\n     支付机构和发卡银行 · APP"));
}

TEST_CASE("what is awaited says until when") {
  Scene scene;
  scene.plan.steps = {scene.plan.steps[0], scene.plan.steps[1], scene.plan.steps[2], scene.plan.steps[3]};
  for (PlanStep& step : scene.plan.steps) step.status = StepStatus::Done;
  scene.plan.steps[3].status = StepStatus::Wait;
  Deadline known = scene.plan.steps[3].deadlines.front();
  known.assumed_start = false;
  scene.plan.steps[3].deadlines = kept<Deadline>({known});
  scene.plan.questions.clear();
  const std::string text = plan_text(scene.document());
  CHECK(contains(text, "\n现在等待结果：向支付机构书面投诉。\n\n正在等待\n  4  向支付机构书面投诉\n"));
  CHECK(contains(text, "     最迟 2026年12月7日（周一）答复（还有 15 天）\n"));
  CHECK(!contains(text, "现在先做"));
}

TEST_CASE("a step that is more urgent than its group says so") {
  Scene scene;
  std::swap(scene.plan.steps[0].urgency, scene.plan.steps[3].urgency);  // P2, P0, P1, P0
  const std::string text = plan_text(scene.document(), options(60));
  CHECK(contains(text, "现在先做\n  1  "));
  CHECK(contains(text, "\n立即\n  2  拨打 110 报警，不论金额\n"));
  CHECK(contains(text, "\n今天\n  3  固定证据\n"));
  CHECK(contains(text, "\n  4  向支付机构书面投诉                                 立即\n"));
}

TEST_CASE("of many open steps some are named and the rest counted") {
  Scene scene;
  PlanStep open = scene.plan.steps[5];
  for (int i = 0; i < 6; ++i) scene.plan.steps.push_back(open);
  for (std::uint32_t fact = 0; fact < 8; ++fact) {
    open.depends_on = kept<FactId>({FactId{fact}});
    scene.plan.steps.push_back(open);
  }
  const std::string text = plan_text(scene.document());
  CHECK(contains(text, "     另有 6 项\n"));
  CHECK(contains(text, "\n  另有 4 项\n"));
}

TEST_CASE("nothing in a text can steer the terminal") {
  Scene scene;
  scene.knowledge.steps[StepId{0}].title.source = "标题\033]0;x\a\n\x9b换行";
  set_text(scene.matter, sample::fact(scene.knowledge, "account"), "\033[2J\u202E13812345678",
           Origin::Answer);
  const std::string text = plan_text(scene.document(), options(200));
  for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  CHECK(contains(text, "账户名：[2J138****5678"));
}

TEST_CASE("letters that were asked for stand at the end, line by line") {
  PlanDocument document = Scene().document();
  document.letters = {{"complaint_letter", "投诉信", "我是：\n\n请答复。\n"}};
  CHECK(contains(plan_text(document), "\n\n投诉信\n     我是：\n\n     请答复。\n\n这里提供的"));
}

TEST_CASE("out of scope and not understood are answered kindly and briefly") {
  Scene scene;
  scene.plan.in_scope = false;
  scene.plan.steps = {};
  CHECK(plan_text(scene.document()) ==
        "这个问题不在这里能帮忙的范围内。\n\n这里提供的是一般性的办事指引，不是法律意见。\n");
  scene.plan = sample::plan(scene.knowledge);
  scene.matter = Matter(scene.knowledge);
  scene.understanding = {};
  CHECK(plan_text(scene.document()) ==
        "还没有读出您遇到了什么事，请再说一说。\n\n"
        "问题 1/1–2  对方有没有拿到您的身份证照片或身份证号？\n"
        "            是 / 否 / 不清楚\n"
        "            为什么问：拿到了就要防止有人用您的名义贷款\n\n"
        "这里提供的是一般性的办事指引，不是法律意见。\n");
}
