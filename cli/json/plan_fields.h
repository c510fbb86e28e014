// SPDX-License-Identifier: MIT
// The fields of a plan in JSON, in order: the one table behind the writer (plan_json.cc) and the schema
// (plan_schema.cc).
//
// visit_fields(part, visitor) names every field of a part with its value and a sentence about it. A visitor
// has
// - field(name, value, about): a string, integer, boolean, optional or vector of these or of parts;
// - one_of(name, text, {values}, about): a string out of a fixed list;
// - nullable(name, text, about): a string, null where it is empty;
// - value(name, text, literal, about): a fact's value, a number or boolean where `literal`, else a string;
// - span(name, begin, end, about): [begin, end) or null;
// - first(name, parts, about): the first of a list or null;
// - rest(name, parts, about): the list without its first;
// - citations(name, sources, about): the id and label of each; the document's `sources` has the rest;
// - object(name, about, inner): an object in place; `inner(visitor)` names its fields;
// - varying(): a visitor for the next field, which differs from plan to plan in a part that is otherwise the
//   same (`prepared`, see engine/render/prepared.h).
//
// Fields are added, never changed in meaning: callers depend on them.
#pragma once

#include <string_view>

#include "engine/render/plan_document.h"

namespace zhilu::json {

/// A limit that falls due in this plan, as `deadline` shows it.
struct DeadlineView {
  const LimitLine* limit = nullptr;
};

/// The name of a part in the schema.
template <class Part>
inline constexpr std::string_view kPartName = "";
template <>
inline constexpr std::string_view kPartName<SourceLine> = "source";
template <>
inline constexpr std::string_view kPartName<UnderstoodLine> = "understood";
template <>
inline constexpr std::string_view kPartName<EvidenceLine> = "evidence";
template <>
inline constexpr std::string_view kPartName<LimitLine> = "limit";
template <>
inline constexpr std::string_view kPartName<ChannelLine> = "channel";
template <>
inline constexpr std::string_view kPartName<OpensLine> = "opening";
template <>
inline constexpr std::string_view kPartName<StepLine> = "step";
template <>
inline constexpr std::string_view kPartName<QuestionLine> = "question";
template <>
inline constexpr std::string_view kPartName<QuestionLine::Option> = "option";
template <>
inline constexpr std::string_view kPartName<RefusedLine> = "refused";
template <>
inline constexpr std::string_view kPartName<LetterLine> = "letter";

template <class Visitor>
void visit_fields(const SourceLine& source, Visitor& v) {
  v.field("id", source.id, "编号：来源.条号或段号");
  v.field("label", source.label, "给人看的出处");
  v.field("title", source.title, "出处的名称，不带条号或段号");
  v.nullable("place", source.place, "条号或段号");
  v.one_of(
      "kind", source.kind, {"seed", "law", "rule", "interpretation", "notice", "statement"},
      "seed：种子文章；law：法律；rule：规章；interpretation：司法解释；notice：通知；statement：官方说明");
  v.field("says", source.says, "这一条说什么");
  v.nullable("address", source.address, "官方发布处");
  v.field("verified_primary", source.verified_primary, "true：读过原文或官方页面；false：只读过转载");
}

template <class Visitor>
void visit_fields(const UnderstoodLine& line, Visitor& v) {
  v.field("fact", line.fact, "事实的编号");
  v.field("fact_label", line.fact_label, "事实的名称");
  v.value("value", line.value, line.literal, "值：数和金额是数字，是非是布尔值，其余是编号、日期或文字");
  v.field("label", line.label, "值，照人的写法");
  v.one_of("from", line.from, {"text", "answer", "default", "inferred"}, "从哪里知道的");
  v.field("holds", line.holds, "false：本人说没有");
  v.span("span", line.begin, line.end, "原文的字节范围 [起, 止)");
  v.nullable("quote", line.quote, "原文");
}

template <class Visitor>
void visit_fields(const EvidenceLine& evidence, Visitor& v) {
  v.field("id", evidence.id, "编号");
  v.field("label", evidence.label, "名称");
  v.varying().field("have", evidence.have, "true：已有；false：还缺；null：不知道");
  v.nullable("how", evidence.how, "怎样取得");
  v.nullable("care", evidence.care, "取得和保存时注意什么");
}

template <class Visitor>
void visit_fields(const LimitLine& limit, Visitor& v) {
  v.one_of("kind", limit.kind, {"file", "accept", "reply"},
           "file：本人须在此前提出；accept：告知是否受理；reply：办结或答复");
  v.field("text", limit.text, "期限，一句话");
  v.nullable("date", limit.date, "到期日；起算日不知道时为 null");
  v.nullable("date_text", limit.date_text, "到期日，一句话");
  v.field("estimate", limit.estimate, "true：推算的，途中有一年还没有公布的日历");
  v.field("assumed_start", limit.assumed_start, "true：起算日是假定的（例如今天提交）");
  v.field("passed", limit.passed, "true：已经过期");
  v.citations("sources", limit.sources, "依据；全文在计划的 sources 里");
}

template <class Visitor>
void visit_fields(const DeadlineView& deadline, Visitor& v) {
  const LimitLine none;
  const LimitLine& limit = deadline.limit != nullptr ? *deadline.limit : none;
  v.nullable("date", limit.date, "到期日；起算日不知道时为 null");
  v.one_of("kind", limit.kind, {"file", "accept", "reply"},
           "file：本人须在此前提出；accept：告知是否受理；reply：办结或答复");
  v.field("basis", limit.text, "期限从何而来，一句话");
  v.nullable("date_text", limit.date_text, "到期日，一句话");
  v.field("estimate", limit.estimate, "true：推算的，途中有一年还没有公布的日历");
  v.field("assumed_start", limit.assumed_start, "true：起算日是假定的（例如今天提交）");
  v.field("passed", limit.passed, "true：已经过期");
  v.citations("sources", limit.sources, "依据；全文在计划的 sources 里");
}

template <class Visitor>
void visit_fields(const ChannelLine& channel, Visitor& v) {
  v.field("id", channel.id, "编号");
  v.field("label", channel.label, "名称");
  v.one_of("kind", channel.kind, {"provider", "regulator", "police", "court", "society", "public", "self"},
           "哪一类渠道");
  v.field("takes", channel.takes, "受理什么");
  v.nullable("cannot", channel.cannot, "不能做什么");
  v.object("contact", "怎样联系", [&](auto& inner) {
    inner.nullable("phone", channel.phone, "电话");
    inner.nullable("site", channel.site, "网站");
    inner.nullable("app", channel.app, "应用或小程序");
    inner.nullable("place", channel.place, "地点");
    inner.nullable("hours", channel.hours, "时间");
  });
  v.field("lead_only", channel.lead_only, "true：只是线索，没有个人救济");
  v.field("needs", channel.needs, "这个渠道要求的材料的编号；都在步骤的 needs 里");
  v.field("warnings", channel.warnings, "注意事项");
  v.varying().field("limits", channel.limits, "期限");
  v.citations("sources", channel.sources, "依据；全文在计划的 sources 里");
}

template <class Visitor>
void visit_fields(const OpensLine& opens, Visitor& v) {
  v.field("after", opens.after, "在哪个步骤之后");
  v.field("after_rank", opens.after_rank, "该步骤的次序；0：不在计划里");
  v.field("after_label", opens.after_label, "该步骤的名称");
  v.field("outcome", opens.outcome, "该步骤的什么结果");
  v.field("outcome_label", opens.outcome_label, "结果的名称");
  v.nullable("date", opens.date, "最早哪一天；与日期无关时为 null");
  v.nullable("date_text", opens.date_text, "日期，一句话");
  v.field("estimate", opens.estimate, "true：日期是推算的");
  v.field("assumed_start", opens.assumed_start, "true：起算日是假定的");
}

template <class Visitor>
void visit_fields(const StepLine& step, Visitor& v) {
  v.field("id", step.id, "编号");
  v.varying().field("rank", step.rank, "在计划里的次序，从 1 起");
  v.varying().one_of(
      "status", step.status, {"do", "wait", "later", "maybe", "done"},
      "do：现在做；wait：已提交，等答复；later：以后才开放；maybe：取决于还不知道的事实；done：已做");
  v.varying().field("priority", step.priority, "紧急程度，P0 最急");
  v.varying().field("priority_label", step.priority_label, "紧急程度的名称");
  v.field("phase", step.phase, "阶段的编号");
  v.field("phase_label", step.phase_label, "阶段的名称");
  v.field("title", step.title, "做什么");
  v.varying().field("why", step.why, "为什么有这一步");
  v.field("how", step.how, "怎样做，按顺序");
  v.field("channel", step.channel, "向谁");
  v.field("needs", step.needs, "带上什么");
  v.field("precautions", step.precautions, "注意什么");
  v.varying().field("deadline", DeadlineView{step.deadline ? &*step.deadline : nullptr}, "最近的期限");
  v.varying().first("opens", step.opens, "最先怎样开放；只有 later 有");
  v.varying().rest("also_opens", step.opens, "另外怎样开放");
  v.varying().field("depends_on", step.depends_on, "取决于哪些事实");
  v.varying().field("depends_on_labels", step.depends_on_labels, "这些事实的名称");
  v.varying().field("together_with", step.together_with, "与哪些次序的步骤同时做");
  v.nullable("letter", step.letter, "用哪份文书");
  v.nullable("letter_label", step.letter_label, "文书的名称");
  v.citations("sources", step.sources, "依据；全文在计划的 sources 里");
}

template <class Visitor>
void visit_fields(const QuestionLine::Option& option, Visitor& v) {
  v.field("value", option.value, "取值");
  v.field("label", option.label, "给人看的说法");
}

template <class Visitor>
void visit_fields(const QuestionLine& question, Visitor& v) {
  v.field("fact", question.fact, "问的是哪个事实");
  v.field("label", question.label, "事实的名称");
  v.one_of("kind", question.kind,
           {"boolean", "number", "money", "date", "duration", "choice", "choices", "text"}, "事实的类型");
  v.field("text", question.text, "问题");
  v.field("why", question.why, "为什么问");
  v.field("options", question.options, "可选的回答；空：自由填写");
  v.varying().field("settles", question.settles, "能定下几个步骤");
}

template <class Visitor>
void visit_fields(const RefusedLine& refused, Visitor& v) {
  v.field("channel", refused.channel, "渠道的编号");
  v.field("label", refused.label, "渠道的名称");
  v.field("why", refused.why, "为什么不受理");
  v.field("steps", refused.steps, "因此没有的步骤");
  v.citations("sources", refused.sources, "依据；全文在计划的 sources 里");
}

template <class Visitor>
void visit_fields(const LetterLine& letter, Visitor& v) {
  v.field("id", letter.id, "编号");
  v.field("title", letter.title, "名称");
  v.nullable("text", letter.text, "正文；没有要求时为 null");
}

template <class Visitor>
void visit_fields(const PlanDocument& plan, Visitor& v) {
  v.object("knowledge", "所用的知识库", [&](auto& inner) {
    inner.field("name", plan.knowledge_name, "名称");
    inner.field("version", plan.knowledge_version, "版本");
  });
  v.field("as_of", plan.as_of, "计划所依的日期");
  v.one_of("language", plan.language, {"zh-Hans", "zh-Hant", "en"}, "文字的语言");
  v.one_of("scope", plan.scope, {"in", "out"}, "out：不在知识库的范围内");
  v.field("summary", plan.summary, "概括");
  v.object("severity", "严重程度", [&](auto& inner) {
    inner.field("level", plan.severity, "编号");
    inner.field("label", plan.severity_label, "名称");
    inner.field("because", plan.severity_because, "理由");
    inner.nullable("may_be", plan.severity_may_be, "什么会使它更重；null：没有");
  });
  v.field("understood", plan.understood, "知道了什么");
  v.field("understood_short", plan.understood_short, "同上，给人看，一个事实一句");
  v.field("assumed_short", plan.assumed_short, "没有说、先按常见情形处理的，给人看");
  v.field("contradictions", plan.contradictions, "文字里互相矛盾的地方，一处一句");
  v.field("nothing_understood", plan.nothing_understood, "true：给了文字，却没有读出什么");
  v.field("steps", plan.steps, "步骤，按计划的顺序");
  v.field("questions", plan.questions, "还想问的，最有用的在前");
  v.object("questions_left", "还会问几个问题", [&](auto& inner) {
    inner.field("at_least", plan.questions_at_least, "至少");
    inner.field("at_most", plan.questions_at_most, "至多");
  });
  v.field("refused", plan.refused, "哪些渠道不会受理，为什么");
  v.object("next", "现在先做什么，什么时候再来看", [&](auto& inner) {
    inner.nullable("step", plan.next_step, "步骤的编号");
    inner.field("say", plan.next_say, "一句话");
    inner.nullable("come_back", plan.come_back, "最早有事开放或到期的日子");
    inner.nullable("come_back_text", plan.come_back_text, "同上，一句话");
  });
  v.field("precautions", plan.precautions, "整个计划的注意事项");
  v.field("letters", plan.letters, "用得上的文书");
  v.field("sources", plan.sources, "全部依据");
  v.field("disclaimer", plan.disclaimer, "声明");
  v.nullable("language_note", plan.language_note, "关于语言的说明；全部译好时为 null");
}

}  // namespace zhilu::json
