// SPDX-License-Identifier: MIT
#include "tests/unit/render/sample.h"

#include <stdexcept>

#include "tests/support/kept.h"

namespace zhilu::sample {
namespace {

// A text with its key; English where it is given.
class Texts {
 public:
  explicit Texts(Knowledge& knowledge) : knowledge_(knowledge) {}

  Text operator()(const std::string& key, const std::string& source, const std::string& english = {}) const {
    if (!english.empty()) knowledge_.translations["en"][key] = english;
    return {.source = source, .key = key, .span = {}};
  }

 private:
  Knowledge& knowledge_;
};

template <class IdType, class Items>
IdType id_of(const Items& items, std::string_view id) {
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[IdType{i}].id == id) return IdType{i};
  }
  throw std::out_of_range(std::string(id));
}

void add_scales(Knowledge& k, const Texts& text) {
  k.severities.push_back({"critical", text("severity.critical.title", "紧急", "critical"), {}});
  k.severities.push_back({"high", text("severity.high.title", "严重", "high"), {}});
  k.severities.push_back({"medium", text("severity.medium.title", "一般", "medium"), {}});
  k.urgencies.push_back({"P0", text("urgency.P0.title", "立即", "now")});
  k.urgencies.push_back({"P1", text("urgency.P1.title", "今天", "today")});
  k.urgencies.push_back({"P2", text("urgency.P2.title", "尽快", "soon")});
  k.phases.push_back({"stop_loss", text("phases.stop_loss.title", "止损")});
  k.phases.push_back({"complaint", text("phases.complaint.title", "投诉")});
  Outcome no_reply;
  no_reply.id = "no_reply";
  no_reply.title = text("outcomes.no_reply.title", "没有答复", "no answer");
  no_reply.after_limit = true;
  k.outcomes.push_back(no_reply);
  Outcome unsatisfied;
  unsatisfied.id = "unsatisfied";
  unsatisfied.title = text("outcomes.unsatisfied.title", "对答复不满意", "not satisfied with the answer");
  k.outcomes.push_back(unsatisfied);
}

FactId add_fact(Knowledge& k, const std::string& id, FactKind kind, Text title) {
  Fact fact;
  fact.id = id;
  fact.kind = kind;
  fact.title = std::move(title);
  const FactId added = k.facts.push_back(fact);
  k.fact_index[id] = added;
  return added;
}

void add_facts(Knowledge& k, const Texts& text) {
  const FactId issues = add_fact(k, "issues", FactKind::Choices, text("facts.issues.title", "遇到的问题"));
  k.facts[issues].options = {
      {"account_theft", text("facts.issues.options.account_theft", "账户被盗", "account theft"), {}},
      {"fraud", text("facts.issues.options.fraud", "涉嫌诈骗", "fraud"), {}},
      {"privacy_leak", text("facts.issues.options.privacy_leak", "信息泄露", "leak"), {}}};
  const FactId platform =
      add_fact(k, "platform", FactKind::Choice, text("facts.platform.title", "对方是什么"));
  k.facts[platform].options = {
      {"wallet_payment", text("facts.platform.options.wallet_payment", "支付钱包", "wallet"), {}},
      {"bank", text("facts.platform.options.bank", "银行", "bank"), {}},
      {"game", text("facts.platform.options.game", "游戏", "game"), {}},
      {"other", text("facts.platform.options.other", "其他", "other"), {}}};
  add_fact(k, "loss_amount", FactKind::Money, text("facts.loss_amount.title", "损失金额", "amount lost"));
  const FactId tried =
      add_fact(k, "tried", FactKind::Choices, text("facts.tried.title", "已经找过", "already tried"));
  k.facts[tried].options = {
      {"customer_service", text("facts.tried.options.customer_service", "客服", "customer service"), {}},
      {"police", text("facts.tried.options.police", "警方", "police"), {}}};
  const FactId result =
      add_fact(k, "tried_result", FactKind::Choice, text("facts.tried_result.title", "结果"));
  k.facts[result].options = {
      {"no_reply", text("facts.tried_result.options.no_reply", "没有回复", "no reply"), {}},
      {"rejected", text("facts.tried_result.options.rejected", "被拒绝", "rejected"), {}}};
  const FactId leaked =
      add_fact(k, "identity_leaked", FactKind::Boolean,
               text("facts.identity_leaked.title", "对方拿到身份信息", "identity data taken"));
  k.facts[leaked].ask = text("facts.identity_leaked.ask", "对方有没有拿到您的身份证照片或身份证号？",
                             "Did they get a picture or the number of your identity card?");
  k.facts[leaked].why = text("facts.identity_leaked.why", "拿到了就要防止有人用您的名义贷款",
                             "If so, someone might borrow in your name");
  add_fact(k, "happened_on", FactKind::Date,
           text("facts.happened_on.title", "发生的日子", "day it happened"));
  const FactId business = add_fact(k, "for_business", FactKind::Boolean,
                                   text("facts.for_business.title", "用于经营", "for business"));
  k.facts[business].options = {{"true", text("facts.for_business.options.true", "经营用"), {}},
                               {"false", text("facts.for_business.options.false", "自己用"), {}}};
  add_fact(k, "waited", FactKind::Duration, text("facts.waited.title", "等了多久"));
  add_fact(k, "persons", FactKind::Number, text("facts.persons.title", "涉及人数"));
  add_fact(k, "account", FactKind::Text, text("facts.account.title", "账户名"));
  const FactId severity = add_fact(k, "severity", FactKind::Choice, text("facts.severity.title", "严重程度"));
  k.facts[severity].options = {
      {"critical", text("", "紧急"), {}}, {"high", text("", "严重"), {}}, {"medium", text("", "一般"), {}}};
  const FactId scope = add_fact(k, "scope", FactKind::Choice, text("facts.scope.title", "范围"));
  k.facts[scope].options = {{"in", text("", "在"), {}}, {"out", text("", "不在"), {}}};
  k.core = {.severity = severity,
            .scope = scope,
            .issues = issues,
            .tried = tried,
            .tried_result = result,
            .emergency = {},
            .loss_amount = fact(k, "loss_amount"),
            .happened_on = fact(k, "happened_on"),
            .complained_on = {}};

  DecisionTable table;
  table.id = "severity_table";
  table.outputs = {severity};
  TableRule rule;
  rule.because =
      text("decisions.severity_table.rules.0.because", "资金可能还在转移", "money may still be moving");
  table.rules = {rule};
  k.facts[severity].table = k.tables.push_back(table);
}

void add_sources(Knowledge& k, const Texts& text) {
  const auto add = [&](const std::string& id, SourceKind kind, const std::string& title,
                       const std::vector<std::string>& passages, bool primary,
                       const std::string& english = {}) {
    Source source;
    source.id = id;
    source.kind = kind;
    source.title = text("sources." + id + ".title", title, english);
    source.verified_primary = primary;
    for (const std::string& passage : passages) {
      Passage p;
      p.id = passage;
      p.says = text("sources." + id + ".passages." + passage + ".says", "第" + passage + "处怎么说");
      source.passages.push_back(p);
    }
    k.sources.push_back(source);
  };
  add("ecommerce_law", SourceKind::Law, "电子商务法", {"57"}, true, "E-Commerce Law");
  add("anti_fraud_law", SourceKind::Law, "《反电信网络诈骗法》", {"20"}, true);
  add("wallet_guide", SourceKind::Seed, "数字钱包投诉指南", {"p21"}, true);
  add("pboc_rules", SourceKind::Rule, "金融消费者权益保护实施办法", {"43"}, false);
  add("criminal_law", SourceKind::Law, "刑法", {"253_1", "annex"}, true);
  add("complaint_rules", SourceKind::Rule, "投诉举报处理办法", {"15", "16"}, true);
}

SourceRefs refs(const Knowledge& k,
                std::initializer_list<std::pair<std::string_view, std::uint32_t>> places) {
  SourceRefs out;
  for (const auto& [id, passage] : places) out.push_back({id_of<SourceId>(k.sources, id), passage, {}});
  return out;
}

void add_evidence(Knowledge& k, const Texts& text) {
  const auto add = [&](const std::string& id, const std::string& title, const std::string& how,
                       const std::string& care) {
    Evidence evidence;
    evidence.id = id;
    evidence.title = text("evidence." + id + ".title", title);
    evidence.how = text("evidence." + id + ".how", how);
    evidence.care = text("evidence." + id + ".care", care);
    k.evidence.push_back(evidence);
  };
  add("account_no", "账号", "", "");
  add("transfer_record", "转账记录", "在账单里打开那一笔，保存电子回单", "不要只截图");
  add("id_card", "身份证", "", "");
  const auto warn = [&](const std::string& id, const std::string& said) {
    Precaution precaution;
    precaution.id = id;
    precaution.text = text("precautions." + id + ".text", said);
    precaution.sources = refs(k, {{"wallet_guide", 0}});
    k.precautions.push_back(precaution);
  };
  warn("no_codes", "不要把验证码告诉任何人，包括自称客服的人");
  warn("no_recovery", "“帮追回”“先追回后收费”是第二次诈骗");
  warn("real_number", "电话从 APP 内或银行卡背面找，不用搜索来的号码");
  Letter letter;
  letter.id = "complaint_letter";
  letter.title = text("letters.complaint_letter.title", "投诉信", "letter of complaint");
  letter.body = text("letters.complaint_letter.body",
                     "我的账户{account}在{happened_on, date}被转走 {loss_amount, number, "
                     "::currency/CNY}。\n请答复。\n{today, date}");
  k.letters.push_back(letter);
}

void add_channels(Knowledge& k, const Texts& text) {
  Channel institution;
  institution.id = "payment_institution";
  institution.title =
      text("channels.payment_institution.title", "支付机构和发卡银行", "payment institution and bank");
  institution.takes = text("channels.payment_institution.takes", "冻结、止付、差错处理");
  institution.contact.app = text("channels.payment_institution.contact.app", "“我的－客服”");
  institution.warnings = {precaution(k, "real_number")};
  institution.limits = {{.kind = LimitKind::Reply,
                         .within = {15, DayUnit::Days},
                         .from = LimitStart::Submitted,
                         .when = {},
                         .note = {},
                         .sources = refs(k, {{"pboc_rules", 0}})}};
  k.channel_index["payment_institution"] = k.channels.push_back(institution);

  Channel police;
  police.id = "police";
  police.kind = ChannelKind::Police;
  police.title = text("channels.police.title", "公安机关", "police");
  police.takes = text("channels.police.takes", "诈骗、盗窃等案件，不论金额");
  police.contact.phone = text("channels.police.contact.phone", "110", "110");
  police.contact.place = text("channels.police.contact.place", "就近派出所");
  police.needs = {id_of<EvidenceId>(k.evidence, "id_card")};
  k.channel_index["police"] = k.channels.push_back(police);

  Channel pboc;
  pboc.id = "pboc_12363";
  pboc.kind = ChannelKind::Regulator;
  pboc.title = text("channels.pboc_12363.title", "中国人民银行", "People's Bank of China");
  pboc.takes = text("channels.pboc_12363.takes", "支付、账户、征信的投诉");
  pboc.contact.phone = text("channels.pboc_12363.contact.phone", "区号＋12363", "12363");
  pboc.limits = {{.kind = LimitKind::File,
                  .within = {3, DayUnit::Years},
                  .from = LimitStart::Knew,
                  .when = {},
                  .note = {},
                  .sources = {}},
                 {.kind = LimitKind::Accept,
                  .within = {7, DayUnit::WorkingDays},
                  .from = LimitStart::Submitted,
                  .when = {},
                  .note = text("channels.pboc_12363.limits.1.note", "须先向机构投诉"),
                  .sources = {}}};
  k.channel_index["pboc_12363"] = k.channels.push_back(pboc);

  Channel hotline;
  hotline.id = "hotline_12315";
  hotline.kind = ChannelKind::Regulator;
  hotline.title = text("channels.hotline_12315.title", "12315（市场监管部门）");
  hotline.takes = text("channels.hotline_12315.takes", "生活消费争议");
  hotline.lead_only = true;
  hotline.refuses = {
      {.when = {},
       .because = text("channels.hotline_12315.refuses.0.because", "支付争议不归市场监管部门管"),
       .sources = refs(k, {{"complaint_rules", 1}})}};
  hotline.accepts_because = text("channels.hotline_12315.accepts_because", "只受理生活消费争议");
  k.channel_index["hotline_12315"] = k.channels.push_back(hotline);
}

void add_step(Knowledge& k, const Texts& text, const std::string& id, const std::string& title,
              const std::string& why, std::string_view at, SourceRefs sources,
              const std::string& english = {}) {
  Step step;
  step.id = id;
  step.title = text("steps." + id + ".title", title, english);
  if (!why.empty()) step.why = text("steps." + id + ".why", why);
  step.phase = id_of<PhaseId>(k.phases, "stop_loss");
  if (!at.empty()) step.channel = k.find_channel(at);
  step.sources = std::move(sources);
  k.step_index[id] = k.steps.push_back(step);
}

void add_steps(Knowledge& k, const Texts& text) {
  add_step(k, text, "freeze_account", "联系支付机构和发卡银行，要求冻结账户、止付",
           "越早止付，追回的机会越大。", "payment_institution",
           refs(k, {{"ecommerce_law", 0}, {"wallet_guide", 0}}),
           "Have the account frozen and the payment stopped");
  Step& freeze = k.steps[step(k, "freeze_account")];
  freeze.how = {
      text("steps.freeze_account.how.0", "从 APP 内或银行卡背面的电话拨打"),
      text("steps.freeze_account.how.1", "说明 {loss_amount} 被转走，要求冻结账户、止付，并问清工单号")};
  freeze.needs = {id_of<EvidenceId>(k.evidence, "account_no"),
                  id_of<EvidenceId>(k.evidence, "transfer_record")};
  freeze.precautions = {precaution(k, "no_codes"), precaution(k, "no_recovery")};

  add_step(k, text, "report_police", "拨打 110 报警，不论金额", "报案越早，冻结涉案账户的机会越大", "police",
           refs(k, {{"anti_fraud_law", 0}}), "Call 110");
  k.steps[step(k, "report_police")].how = {text("steps.report_police.how.0", "说清时间、金额、对方账号")};
  k.steps[step(k, "report_police")].needs = {id_of<EvidenceId>(k.evidence, "transfer_record")};

  add_step(k, text, "fix_evidence", "固定证据", "记录会过期", "", refs(k, {{"wallet_guide", 0}}),
           "Secure the evidence");
  add_step(k, text, "complain_institution", "向支付机构书面投诉", "", "payment_institution",
           refs(k, {{"pboc_rules", 0}}), "Complain to the institution in writing");
  k.steps[step(k, "complain_institution")].letter = LetterId{0};
  add_step(k, text, "complain_12363", "向 12363 投诉", "", "pboc_12363", refs(k, {{"pboc_rules", 0}}),
           "Complain to 12363");
  add_step(k, text, "change_id_card", "挂失身份证", "", "", refs(k, {{"criminal_law", 0}}));
  add_step(k, text, "watch_credit", "查征信报告", "", "", refs(k, {{"criminal_law", 1}}));
  add_step(k, text, "ask_lawyer", "咨询律师", "", "", refs(k, {{"criminal_law", 1}}));
  add_step(k, text, "change_password", "改密码", "", "", refs(k, {{"wallet_guide", 0}}));
}

void add_graph(Knowledge& k, const Texts& text) {
  Graph graph;
  graph.id = "wallet";
  const auto add = [&](const std::string& name, NodeKind kind, std::string_view at) {
    Node made;
    made.name = name;
    made.kind = kind;
    made.owner = GraphId{0};
    if (!at.empty()) made.step = k.find_step(at);
    return k.nodes.push_back(made);
  };
  const NodeId start = add("start", NodeKind::Branch, "");
  const NodeId freeze = add("freeze", NodeKind::Step, "freeze_account");
  const NodeId police = add("police", NodeKind::Step, "report_police");
  const auto arm = [&](NodeId to, const std::string& key, const std::string& because) {
    return Edge{.kind = EdgeKind::Arm,
                .to = to,
                .when = {},
                .outcome = {},
                .because = text(key, because),
                .span = {}};
  };
  // One way leads to `freeze`, two to `police`: which one was taken only the plan can tell.
  k.nodes[start].edges = {arm(freeze, "b0", "钱不是您自己转的"), arm(police, "b1", "涉嫌盗窃"),
                          arm(police, "b2", "涉嫌诈骗")};
  graph.start = {start};
  k.graphs.push_back(graph);
}

}  // namespace

FactId fact(const Knowledge& k, std::string_view id) {
  return id_of<FactId>(k.facts, id);
}
StepId step(const Knowledge& k, std::string_view id) {
  return id_of<StepId>(k.steps, id);
}
ChannelId channel(const Knowledge& k, std::string_view id) {
  return id_of<ChannelId>(k.channels, id);
}
PrecautionId precaution(const Knowledge& k, std::string_view id) {
  return id_of<PrecautionId>(k.precautions, id);
}
OutcomeId outcome(const Knowledge& k, std::string_view id) {
  return id_of<OutcomeId>(k.outcomes, id);
}

NodeId node(const Knowledge& k, std::string_view name) {
  for (std::uint32_t i = 0; i < k.nodes.size(); ++i) {
    if (k.nodes[NodeId{i}].name == name) return NodeId{i};
  }
  throw std::out_of_range(std::string(name));
}

Date date(std::string_view text) {
  return Date::parse(text).value();
}

Knowledge knowledge() {
  Knowledge k;
  k.name = "sample";
  k.version = "2026.11.22";
  const Texts text(k);
  k.disclaimer = text("disclaimer", "这里提供的是一般性的办事指引，不是法律意见。",
                      "General guidance, not legal advice.");
  k.out_of_scope = text("out_of_scope", "这个问题不在这里能帮忙的范围内。");
  k.nothing_understood = text("nothing_understood", "还没有读出您遇到了什么事，请再说一说。");
  k.translations["zh-Hant"]["steps.fix_evidence.title"] = "固定證據（更正）";
  add_scales(k, text);
  add_facts(k, text);
  add_sources(k, text);
  add_evidence(k, text);
  add_channels(k, text);
  add_steps(k, text);
  add_graph(k, text);
  k.calendar.add({.year = 2026, .published = true, .notice = "", .off = {}, .work = {}});
  return k;
}

Understanding understanding(const Knowledge& k) {
  Understanding read;
  const auto add = [&](std::string_view name, std::string_view words, std::uint64_t yes,
                       std::int64_t amount) {
    Candidate candidate;
    candidate.fact = fact(k, name);
    candidate.answer.state = AnswerState::Value;
    candidate.answer.yes = yes;
    candidate.answer.low = candidate.answer.high = amount;
    candidate.begin = static_cast<std::uint32_t>(kText.find(words));
    candidate.end = candidate.begin + static_cast<std::uint32_t>(words.size());
    read.candidates.push_back(candidate);
  };
  add("platform", "钱包", 1, 0);
  add("issues", "被转走", 1, 0);
  add("loss_amount", "三千", 0, 3000);
  add("tried", "客服", 1, 0);
  add("tried_result", "不理", 1, 0);
  return read;
}

Matter matter(const Knowledge& k) {
  Matter m(k);
  set_option(m, k, fact(k, "issues"), 0, Origin::Text);
  set_option(m, k, fact(k, "platform"), 0, Origin::Text);
  set_amount(m, fact(k, "loss_amount"), 3000, 3000, Origin::Text);
  set_option(m, k, fact(k, "tried"), 0, Origin::Text);
  set_option(m, k, fact(k, "tried_result"), 0, Origin::Text);
  return m;
}

Plan plan(const Knowledge& k) {
  Plan p;
  p.as_of = date("2026-11-22");
  p.severity = SeverityId{0};
  p.severity_rules = {0};
  Answer own_use;
  own_use.state = AnswerState::Value;
  own_use.origin = Origin::Default;
  own_use.yes = 1;
  p.assumed = {{fact(k, "for_business"), own_use}};
  p.steps.reserve(16);  // add() gives references that stay good.
  const auto add = [&](std::string_view id, StepStatus status, std::uint32_t urgency) -> PlanStep& {
    PlanStep made;
    made.step = step(k, id);
    made.status = status;
    made.urgency = UrgencyId{urgency};
    p.steps.push_back(made);
    return p.steps.back();
  };
  PlanStep& freeze = add("freeze_account", StepStatus::Do, 0);
  freeze.nodes = kept<NodeId>({node(k, "freeze")});
  freeze.have = kept<Truth>({Truth::True, Truth::False});
  freeze.deadlines = kept<Deadline>({{.kind = LimitKind::Reply,
                                      .limit = 0,
                                      .due = DueDate{date("2026-12-07"), false},
                                      .assumed_start = true}});
  PlanStep& police = add("report_police", StepStatus::Do, 0);
  police.nodes = kept<NodeId>({node(k, "police")});
  police.through = kept<TakenEdge>({{node(k, "start"), 1}});
  police.have = kept<Truth>({Truth::False});
  add("fix_evidence", StepStatus::Do, 1);
  PlanStep& complain = add("complain_institution", StepStatus::Do, 2);
  complain.deadlines = freeze.deadlines;
  PlanStep& later = add("complain_12363", StepStatus::Later, 2);
  later.opens = kept<Opening>({{.after = step(k, "complain_institution"),
                                .outcome = outcome(k, "no_reply"),
                                .date = DueDate{date("2026-12-07"), false},
                                .assumed_start = true},
                               {.after = step(k, "complain_institution"),
                                .outcome = outcome(k, "unsatisfied"),
                                .date = {},
                                .assumed_start = false}});
  add("change_id_card", StepStatus::Maybe, 1).depends_on = kept<FactId>({fact(k, "identity_leaked")});
  add("watch_credit", StepStatus::Maybe, 2).depends_on = kept<FactId>({fact(k, "identity_leaked")});
  add("ask_lawyer", StepStatus::Maybe, 2).depends_on = kept<FactId>({fact(k, "happened_on")});
  add("change_password", StepStatus::Done, 0);
  p.precautions = {precaution(k, "no_codes")};
  p.refused = {{.channel = channel(k, "hotline_12315"), .refusal = 0, .steps = {}}};
  p.questions = {{fact(k, "identity_leaked"), 2}, {fact(k, "happened_on"), 1}};
  p.questions_at_least = 1;
  p.questions_at_most = 2;
  p.come_back = DueDate{date("2026-12-07"), false};
  return p;
}

}  // namespace zhilu::sample
