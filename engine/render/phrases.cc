// SPDX-License-Identifier: MIT
#include "engine/render/phrases.h"

#include <array>
#include <memory>

namespace zhilu {
namespace {

struct Entry {
  Phrase phrase;
  std::string_view hans;
  /// What TraditionalScript makes of `hans`; a test compares. Written out so that no converter is needed to
  /// run.
  std::string_view hant;
  std::string_view english;
};

// In the order of the enumeration (checked below).
constexpr std::array<Entry, kPhraseCount> kPhrases = {{
    {Phrase::Understood, "我的理解", "我的理解", "Understood"},
    {Phrase::Contradictions, "说法不一", "說法不一", "Said both ways"},
    {Phrase::Assumed, "没有说的，先按这样处理：{facts}", "沒有說的，先按這樣處理：{facts}",
     "Taken for granted until you say otherwise: {facts}"},
    {Phrase::Severity, "严重程度", "嚴重程度", "Severity"},
    {Phrase::KeepInMind, "请记住", "請記住", "Keep in mind"},
    {Phrase::DoFirst, "现在先做", "現在先做", "Do this first"},
    {Phrase::Waiting, "正在等待", "正在等待", "Waiting for an answer"},
    {Phrase::Later, "之后", "之後", "Later"},
    {Phrase::Maybe, "还取决于您的回答", "還取決於您的回答", "Depends on your answers"},
    {Phrase::Refused, "不用去（会被退回）", "不用去（會被退回）",
     "No need to go there (you would be turned away)"},
    {Phrase::AlreadyDone, "已经做过", "已經做過", "Already done"},
    {Phrase::ActionPlan, "行动计划", "行動計劃", "Action plan"},

    {Phrase::Why, "为什么", "為什麼", "Why"},
    {Phrase::How, "怎么做", "怎麼做", "How"},
    {Phrase::Contact, "找谁", "找誰", "Contact"},
    {Phrase::Bring, "带上", "帶上", "Bring"},
    {Phrase::Mind, "注意", "注意", "Mind"},
    {Phrase::Limits, "期限", "期限", "By when"},
    {Phrase::Letter, "文书", "文書", "Letter"},
    {Phrase::Sources, "依据", "依據", "Based on"},
    {Phrase::Takes, "受理什么", "受理什麼", "Takes"},
    {Phrase::CannotDo, "办不了什么", "辦不了什麼", "Cannot do"},
    {Phrase::Care, "留意", "留意", "Care"},

    {Phrase::Missing, "还缺", "還缺", "missing"},
    // priority: 立即; ranks: 2、3; n: how many ranks.
    {Phrase::TogetherWith, "{priority}（与第 {ranks} 步同时）", "{priority}（與第 {ranks} 步同時）",
     "{priority} (together with {n, plural, one {step} other {steps}} {ranks})"},
    {Phrase::Phone, "电话 {value}", "電話 {value}", "phone {value}"},
    {Phrase::Site, "网站 {value}", "網站 {value}", "website {value}"},
    {Phrase::App, "APP {value}", "APP {value}", "app {value}"},
    {Phrase::Place, "地点 {value}", "地點 {value}", "at {value}"},
    {Phrase::Hours, "时间 {value}", "時間 {value}", "hours {value}"},
    {Phrase::LeadOnly, "只收线索，不替个人追款，也不一定答复", "只收線索，不替個人追款，也不一定答覆",
     "takes leads only: recovers no money for you and need not answer"},
    {Phrase::MoreSources, "等 {n} 处", "等 {n} 處", " and others ({n} in all)"},

    // period: 7 个工作日; start: knew, submitted, accepted, decided; kind: file, accept, reply.
    {Phrase::LimitSentence,
     "{start, select, knew {自知道或者应当知道权益受到侵害之日起} accepted {自受理之日起} decided "
     "{自收到前一个决定之日起} other {自提交之日起}}"
     " {period}内{kind, select, file {提出} accept {告知是否受理} other {答复或办结}}",
     "{start, select, knew {自知道或者應當知道權益受到侵害之日起} accepted {自受理之日起} decided "
     "{自收到前一個決定之日起} other {自提交之日起}}"
     " {period}內{kind, select, file {提出} accept {告知是否受理} other {答覆或辦結}}",
     "{kind, select, file {to be filed} accept {they say whether they take it} other {they answer or finish}}"
     " within {period} of {start, select, knew {the day you knew, or should have known, of the harm}"
     " accepted {acceptance} decided {receiving the decision before} other {submission}}"},
    // date: 2026年12月6日（周日）; kind as above.
    {Phrase::DueBy, "最迟 {date}{kind, select, file {提出} accept {告知是否受理} other {答复}}",
     "最遲 {date}{kind, select, file {提出} accept {告知是否受理} other {答覆}}",
     "{kind, select, file {file} accept {told whether it is taken} other {answer}} by {date}"},
    {Phrase::DueByPassed,
     "{kind, select, file {提出的期限可能已于 {date}届满，请尽快问清还能怎么办}"
     " accept {应在 {date}前告知是否受理，已经超期} other {应在 {date}前答复，已经超期}}",
     "{kind, select, file {提出的期限可能已於 {date}屆滿，請儘快問清還能怎麼辦}"
     " accept {應在 {date}前告知是否受理，已經超期} other {應在 {date}前答覆，已經超期}}",
     "{kind, select, file {the time to file may have ended on {date}: ask soon what can still be done}"
     " accept {they should have said by {date} whether they take it: overdue}"
     " other {an answer was due by {date}: overdue}}"},
    {Phrase::Estimate, "估计，{year} 年假期安排尚未公布", "估計，{year} 年假期安排尚未公佈",
     "an estimate: the holidays of {year} are not announced yet"},
    {Phrase::AssumedSubmitted, "按今天提交计算", "按今天提交計算", "if submitted today"},
    {Phrase::AssumedAccepted, "按今天受理计算", "按今天受理計算", "if accepted today"},
    {Phrase::AssumedKnew, "估计，从事发那天算起", "估計，從事發那天算起",
     "an estimate, counted from the day it happened"},

    // steps: 2、5, their numbers in the plan, with the key `ranks`, or else titles; n: how many; outcomes:
    // 没有答复.
    {Phrase::OpensAfter, "{steps, select, ranks {第 {steps} 步} other {“{steps}”}}之后：{outcomes}",
     "{steps, select, ranks {第 {steps} 步} other {「{steps}」}}之後：{outcomes}",
     "after {steps, select, ranks {{n, plural, one {step} other {steps}} {steps}} other {“{steps}”}}: "
     "{outcomes}"},
    {Phrase::OpensOn, "{date}期满", "{date}期滿", "the time is out on {date}"},
    {Phrase::DependsOn, "看您的回答：{facts}", "看您的回答：{facts}", "depending on: {facts}"},

    {Phrase::Yes, "是", "是", "yes"},
    {Phrase::No, "否", "否", "no"},
    {Phrase::Unsure, "不清楚", "不清楚", "not sure"},
    {Phrase::Inapplicable, "不适用", "不適用", "does not apply"},
    {Phrase::FactWithValue, "{fact}：{value}", "{fact}：{value}", "{fact}: {value}"},
    {Phrase::SaidSide, "“{quote}”（{value}）", "「{quote}」（{value}）", "\"{quote}\" ({value})"},
    {Phrase::SaysBothOpen, "{fact}：{sides}。先当作不知道", "{fact}：{sides}。先當作不知道",
     "{fact}: {sides}; taken as not known"},
    {Phrase::SaysBothTaken, "{fact}：{sides}。先按{taken}", "{fact}：{sides}。先按{taken}",
     "{fact}: {sides}; {taken} is taken"},
    {Phrase::Denied, "不是或没有：{value}", "不是或沒有：{value}", "not: {value}"},
    {Phrase::Unknown, "【{fact}】", "【{fact}】", "[{fact}]"},

    // total: 2–4, the question shown counting as 1.
    {Phrase::QuestionCount, "问题 1/{total}", "問題 1/{total}", "Question 1/{total}"},
    {Phrase::WhyAsked, "为什么问", "為什麼問", "Why this is asked"},
    {Phrase::AnswerBy, "回答", "回答", "Answer"},
    {Phrase::CorrectBy, "（不对可以改：{command}）", "（不對可以改：{command}）",
     "(wrong? correct it: {command})"},
    {Phrase::SetExample, "{option} 事实=值", "{option} 事實=值", "{option} fact=value"},
    {Phrase::SetFact, "{option} {fact}=…", "{option} {fact}=…", "{option} {fact}=…"},
    {Phrase::NoNeedToAnswer, "不回答也可以，先照上面做。", "不回答也可以，先照上面做。",
     "You need not answer to start with the steps above."},
    {Phrase::AskedBelow, "见下面的问题", "見下面的問題", "the question below"},
    {Phrase::MoreItems, "另有 {n} 项", "另有 {n} 項", "{n} more"},

    {Phrase::Article, "第{article}条", "第{article}條", "art. {article}"},
    {Phrase::Paragraph, "第 {paragraph} 段", "第 {paragraph} 段", "para. {paragraph}"},
    {Phrase::SourceTitle, "《{title}》", "《{title}》", "{title}"},
    // title with its marks; place: 第46条.
    {Phrase::SourceLabel, "{title}{place}", "{title}{place}", "{title}, {place}"},
    {Phrase::Secondary, "据转载", "據轉載", "from a secondary copy"},

    // n: number of steps to be done at once; first: their titles.
    {Phrase::SummaryUrgent,
     "{n, plural, =1 {先做最要紧的一步：{first}。} other {先做最要紧的 {n} 步，可以同时进行：{first}。}}",
     "{n, plural, =1 {先做最要緊的一步：{first}。} other {先做最要緊的 {n} 步，可以同時進行：{first}。}}",
     "{n, plural, =1 {First the most urgent step: {first}.} other {First the {n} most urgent steps, which "
     "can be "
     "done at the same time: {first}.}}"},
    {Phrase::SummaryCalm, "可以一步一步来，先从这一步开始：{first}。",
     "可以一步一步來，先從這一步開始：{first}。", "This can be taken step by step. Begin with: {first}."},
    {Phrase::SummaryRest, "其余 {n} 步随后按顺序办。", "其餘 {n} 步隨後按順序辦。",
     "{n, plural, one {One more step follows} other {# more steps follow}} in order."},
    {Phrase::SummaryWaiting, "现在等待结果：{first}。", "現在等待結果：{first}。",
     "Now waiting for the result of: {first}."},
    {Phrase::SummaryNothing, "眼下没有必须要做的步骤。", "眼下沒有必須要做的步驟。",
     "Nothing has to be done right now."},
    {Phrase::SummaryAnswer, "回答下面的问题后，计划会更明确。", "回答下面的問題後，計劃會更明確。",
     "Answering the question below makes the plan clearer."},
    {Phrase::WriteInChinese, "请用中文说明遇到的事。Please describe what happened in Chinese.",
     "請用中文說明遇到的事。Please describe what happened in Chinese.",
     "Only Chinese is read here: please describe what happened in Chinese, or give the facts one by one."},
    {Phrase::NextDo, "现在先做：{title}", "現在先做：{title}", "Do this first: {title}"},
    {Phrase::NextWait, "现在等待结果：{title}", "現在等待結果：{title}", "Now waiting for: {title}"},
    {Phrase::ComeBack, "{date}再来看一次：届时有期限到期，或者可以走下一步。",
     "{date}再來看一次：屆時有期限到期，或者可以走下一步。",
     "Look again on {date}: a time limit ends then, or the next step opens."},
    {Phrase::SeverityMayBe, "可能更严重，取决于：{facts}", "可能更嚴重，取決於：{facts}",
     "may be graver, depending on: {facts}"},
    {Phrase::PartlyChinese, "部分内容只有中文。", "部分內容只有中文。",
     "Some parts are available in Chinese only."},

    {Phrase::Comma, "、", "、", ", "},
    {Phrase::Semicolon, "；", "；", "; "},
    {Phrase::Or, "，或", "，或", ", or "},
    {Phrase::Bracketed, "（{text}）", "（{text}）", " ({text})"},
    {Phrase::Labelled, "{label}：{text}", "{label}：{text}", "{label}: {text}"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kPhraseCount; ++i) {
    if (static_cast<std::size_t>(kPhrases[i].phrase) != i) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

std::string_view phrase_pattern(Phrase phrase, Language language) {
  const Entry& entry = kPhrases[static_cast<std::size_t>(phrase)];
  switch (language) {
    case Language::Hans:
      return entry.hans;
    case Language::Hant:
      return entry.hant;
    case Language::English:
      return entry.english;
  }
  return entry.hans;
}

std::string Phrases::write(Phrase phrase, std::initializer_list<NamedArgument> arguments) const {
  // INVARIANT: the patterns of the table are well-formed; a test compiles them all.
  const Message& message = messages_[static_cast<std::size_t>(phrase)].get([&] {
    return std::make_unique<const Message>(
        Message::compile(phrase_pattern(phrase, language_), language_).value());
  });
  return message.format({arguments.begin(), arguments.size()});
}

}  // namespace zhilu
