// SPDX-License-Identifier: MIT
#include "cli/chat/dialogue.h"

#include <algorithm>
#include <charconv>

#include "cli/io.h"
#include "cli/why_text.h"

namespace zhilu {
namespace {

constexpr std::size_t kMostStepsNamed = 4;

bool has_news(const Matter& before, const Matter& after, FactId fact) {
  return !same_answer(before[fact], after[fact]);
}

}  // namespace

Dialogue::Dialogue(Interview& interview, Language language, TextOptions options)
    : interview_(interview), language_(language), options_(std::move(options)) {
  options_.set_option.clear();
}

ChatReply Dialogue::begin(std::string_view text) {
  ChatReply reply;
  reply.text = zh() ? "说说遇到的事，一两句话就行；也可以直接按回车，由我来问。\n"
                      "随时可以输入：计划、为什么、不清楚、返回、改、保存、退出；输入 帮助 看说明。\n"
                      "不方便被人看到时输入 !! ：清屏并退出，什么也不留。\n"
                    : "Say what happened, in a sentence or two; or press Enter to be asked.\n"
                      "At any time: plan, why, unsure, back, change, save, quit; help tells more.\n"
                      "To leave at once, type !! : the screen is cleared and nothing is kept.\n";
  if (!text.empty()) {
    reply.text += read_free_text(text).text;
  } else if (!answered().empty()) {
    reply.text += go_on();
  }
  return reply;
}

ChatReply Dialogue::resume(const Rebase& rebase) {
  ChatReply reply;
  if (rebase.same_knowledge) {
    reply.text = zh() ? "接着上次的问答。\n" : "Going on from the last time.\n";
  } else {
    reply.text = zh() ? "接着上次的问答。知识库已经更新，原来的版本是 " + rebase.version + "。\n"
                      : "Going on from the last time. The knowledge has changed since version " +
                            rebase.version + ".\n";
    for (const SavedAnswer& lost : rebase.lost) {
      reply.text += zh() ? "  不再适用的回答：" + lost.fact + " = " + lost.value + "\n"
                         : "  no longer fits: " + lost.fact + " = " + lost.value + "\n";
    }
    reply.text += change_lines(interview_.engine(), rebase.steps, language_);
  }
  // Versions, values and names of steps are as the file has them.
  reply.text = for_people(reply.text) + known() + go_on();
  return reply;
}

ChatReply Dialogue::hear(std::string_view line) {
  const std::string said = tidy(line);
  if (said.empty()) {
    return {.text = asked_.is_set() ? ask() : go_on(), .file = {}};
  }
  if (const std::optional<ChatRequest> request = find_command(said)) return run(*request);
  if (!asked_.is_set()) return read_free_text(said);
  InterviewQuestion asked = interview_.question(asked_, language_);
  if (is_change_) {
    for (InterviewQuestion::Option& option : asked.options) option.holds = false;
  }
  if (!asked.options.empty() && asked.kind != FactKind::Choices && said == "0") {
    return run({ChatCommand::Unsure, ""});
  }
  const std::optional<Answer> answer = find_answer(interview_, asked, said);
  if (!answer) return read_free_text(said);
  interview_.answer(asked_, *answer);
  return {.text = go_on(), .file = {}};
}

ChatReply Dialogue::end() {
  if (shown_turn_ == interview_.session().turns()) return {};
  return {.text = plan_text(true), .file = {}};
}

ChatReply Dialogue::run(const ChatRequest& request) {
  switch (request.command) {
    case ChatCommand::Help:
      return {.text = help(), .file = {}};
    case ChatCommand::Back:
      if (!interview_.go_back()) {
        return {.text = zh() ? "已经回到开头了。\n" : "This is the beginning.\n", .file = {}};
      }
      return {.text = (zh() ? "收回了上一次的回答。\n" : "The last answer was taken back.\n") + go_on(),
              .file = {}};
    case ChatCommand::Change:
      return change(request.rest);
    case ChatCommand::Why:
      return explain(request.rest);
    case ChatCommand::Unsure:
      if (!asked_.is_set())
        return {.text = zh() ? "现在没有问题要答。\n" : "Nothing is being asked.\n", .file = {}};
      // Of an answer that is changed nothing stays.
      if (is_change_) interview_.retract(asked_);
      interview_.set_unsure(asked_);
      return {.text = go_on(), .file = {}};
    case ChatCommand::Plan:
      return {.text = plan_text() + ask(), .file = {}};
    case ChatCommand::Known:
      return {.text = known() + ask(), .file = {}};
    case ChatCommand::Save:
      return {.text = "", .action = ChatAction::Save, .file = request.rest};
    case ChatCommand::Token:
      return {.text = (zh() ? "接着做：zhilu chat --resume 加上这个（里面有您的回答）\n"
                            : "To go on: zhilu chat --resume and this (it holds your answers)\n") +
                      session_token(interview_.save()) + "\n" + ask(),
              .file = {}};
    case ChatCommand::Quit: {
      ChatReply reply = end();
      reply.action = ChatAction::Quit;
      return reply;
    }
    case ChatCommand::Wipe:
      return {.text = "", .action = ChatAction::Wipe, .file = {}};
  }
  return {};
}

ChatReply Dialogue::change(const std::string& number) {
  const std::vector<FactId> facts = answered();
  std::size_t at = 0;
  std::from_chars(number.data(), number.data() + number.size(), at);
  if (at < 1 || at > facts.size()) {
    if (facts.empty())
      return {.text = zh() ? "还没有可以改的回答。\n" : "There is no answer yet.\n", .file = {}};
    return {.text = known() +
                    (zh() ? "输入 改 和编号，例如：改 1\n" : "Type change and a number, like: change 1\n"),
            .file = {}};
  }
  asked_ = facts[at - 1];
  is_change_ = true;
  return {.text = ask(), .file = {}};
}

ChatReply Dialogue::explain(const std::string& number) {
  const Plan plan = interview_.plan();
  std::size_t at = 0;
  std::from_chars(number.data(), number.data() + number.size(), at);
  if (at >= 1 && at <= plan.steps.size()) {
    const WhyDocument why = why_in_words(interview_.engine(), interview_.matter(), interview_.today(),
                                         plan.steps[at - 1].step, language_);
    return {.text = why_text(why, zh()) + ask(), .file = {}};
  }
  if (!asked_.is_set()) {
    return {.text = zh() ? "输入 为什么 和步骤的编号，例如：为什么 1\n"
                         : "Type why and the number of a step, like: why 1\n",
            .file = {}};
  }
  const InterviewQuestion question = interview_.question(asked_, language_);
  std::string text = (zh() ? "为什么问：" : "why it is asked: ") + question.why + "\n";
  const PlanDocument document = interview_.document(language_);
  std::size_t named = 0;
  for (const StepLine& step : document.steps) {
    const bool depends =
        std::find(step.depends_on.begin(), step.depends_on.end(), question.fact) != step.depends_on.end();
    if (!depends || named == kMostStepsNamed) continue;
    if (named++ == 0)
      text += zh() ? "要不要做下面这些，看这个回答：\n" : "whether to do these depends on it:\n";
    text += "  · " + std::string(step.title) + "\n";
  }
  return {.text = text + ask(), .file = {}};
}

ChatReply Dialogue::read_free_text(std::string_view line) {
  const Matter before = interview_.matter();
  const Understanding understanding = interview_.tell(line, asked_);
  const std::string news = told(before);
  if (!news.empty()) return {.text = news + go_on(), .file = {}};
  std::string text;
  if (!asked_.is_set()) {
    text = zh() ? "这句话里没有读出新的事实。\n" : "Nothing new was read in this.\n";
    return {.text = text + go_on(), .file = {}};
  }
  text =
      zh() ? "没有读懂。请输入编号，或者换个说法；不知道就输入 不清楚。\n"
           : "This was not understood. Type a number, or say it in other words; unsure if you do not know.\n";
  return {.text = text + ask(), .file = {}};
}

std::string Dialogue::go_on() {
  is_change_ = false;
  asked_ = interview_.outlook().next;
  std::string text = news();
  if (asked_.is_set()) return text + ask();
  if (shown_turn_ != interview_.session().turns()) text += plan_text();
  return text + (zh() ? "问完了。输入 改 可以改回答，保存 留着以后用，退出 结束。\n"
                      : "That is all. change to change an answer, save to keep it, quit to end.\n");
}

/// A step to be done at once is told of as soon as it is certain, whatever else is open.
std::string Dialogue::news() {
  const PlanDocument document = interview_.document(language_);
  std::string text;
  std::vector<std::string> now;
  for (const StepLine& step : document.steps) {
    if (step.status != "do" || step.priority != "P0") continue;
    now.emplace_back(step.id);
    if (std::find(urgent_.begin(), urgent_.end(), now.back()) != urgent_.end()) continue;
    if (text.empty())
      text = zh() ? "现在就可以做，不必等问完：\n" : "To be done now, before anything else:\n";
    text += "  ! " + std::string(step.title) + "\n";
  }
  urgent_ = std::move(now);
  return text;
}

std::string Dialogue::ask() {
  if (!asked_.is_set()) return "";
  const InterviewQuestion question = interview_.question(asked_, language_);
  std::string text = "\n" + progress() + question.text + "\n";
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const InterviewQuestion::Option& option = question.options[i];
    text += (i < 9 ? "   " : "  ") + std::to_string(i + 1) + " " + option.label;
    if (option.holds) text += is_change_ ? (zh() ? "（现在）" : " (now)") : (zh() ? "（已知）" : " (known)");
    text += "\n";
  }
  if (question.kind == FactKind::Choices) {
    text += zh() ? "   0 都没有；可以选几项，用空格隔开\n"
                 : "   0 none; several may be chosen, apart by blanks\n";
  } else if (!question.options.empty()) {
    text += zh() ? "   0 不清楚\n" : "   0 unsure\n";
  } else if (question.kind == FactKind::Date) {
    text += zh() ? "   写日期（2026-11-02），或“上周五”这样的话；不知道就输入 不清楚\n"
                 : "   a date (2026-11-02); unsure if you do not know\n";
  } else if (question.kind == FactKind::Money || question.kind == FactKind::Number) {
    text += zh() ? "   写数字，或“两万三”这样的话；不知道就输入 不清楚\n"
                 : "   a number; unsure if you do not know\n";
  }
  return text;
}

std::string Dialogue::progress() {
  if (is_change_) return zh() ? "【修改】" : "[change] ";
  const Outlook& now = interview_.outlook();
  const std::string least = std::to_string(now.at_least);
  const std::string most = std::to_string(now.at_most);
  const std::string range = now.at_least == now.at_most ? least : least + "–" + most;
  if (zh()) return "【还有 " + range + " 个问题】";
  return "[" + range + (most == "1" ? " question left] " : " questions left] ");
}

std::string Dialogue::value_text(FactId fact) {
  const PlanDocument document =
      interview_.engine().document(interview_.engine().plan(interview_.matter(), interview_.today()),
                                   interview_.matter(), "", nullptr, language_);
  const std::string_view id = interview_.engine().knowledge().facts[fact].id;
  std::string text;
  for (const UnderstoodLine& line : document.understood) {
    if (line.fact != id) continue;
    if (!text.empty()) text += zh() ? "、" : ", ";
    if (!line.holds) text += zh() ? "没有" : "not ";
    text += line.label;
  }
  return text.empty() ? (zh() ? "都没有" : "none") : text;
}

std::vector<FactId> Dialogue::answered() const {
  std::vector<FactId> facts;
  for (const GivenAnswer& one : interview_.session().given()) {
    if (interview_.session().find(one.fact) == nullptr) continue;
    if (one.fact == interview_.engine().knowledge().core.scope) continue;
    if (std::find(facts.begin(), facts.end(), one.fact) == facts.end()) facts.push_back(one.fact);
  }
  return facts;
}

std::string Dialogue::known() {
  const std::vector<FactId> facts = answered();
  if (facts.empty()) return zh() ? "还什么都不知道。\n" : "Nothing is known yet.\n";
  std::string text = zh() ? "已经知道：\n" : "known so far:\n";
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool from_text = interview_.session().find(facts[i])->answer.origin == Origin::Text;
    text += (i < 9 ? "   " : "  ") + std::to_string(i + 1) + " " +
            interview_.question(facts[i], language_).label + (zh() ? "：" : ": ") + value_text(facts[i]);
    if (from_text) text += zh() ? "（从您的话里读出）" : " (read in your words)";
    text += "\n";
  }
  return text;
}

/// What became known, in one line; empty if nothing did.
std::string Dialogue::told(const Matter& before) {
  std::string text;
  for (std::uint32_t i = 0; i < before.answers.size(); ++i) {
    const FactId fact{i};
    if (!has_news(before, interview_.matter(), fact)) continue;
    if (fact == interview_.engine().knowledge().core.scope) continue;
    if (!text.empty()) text += zh() ? "；" : "; ";
    text += interview_.question(fact, language_).label + (zh() ? "：" : ": ") + value_text(fact);
  }
  if (text.empty()) return "";
  return (zh() ? "记下了  " : "noted  ") + text + "\n";
}

std::string Dialogue::plan_text(bool with_question) {
  shown_turn_ = interview_.session().turns();
  PlanDocument document = interview_.document(language_);
  if (!with_question) document.questions.clear();
  return "\n" + zhilu::plan_text(document, options_);
}

std::string Dialogue::help() const {
  return zh() ? "  回答      输入编号；可以选几项的用空格隔开；也可以直接用自己的话说\n"
                "  不清楚    不知道就跳过，不会再问\n"
                "  为什么    为什么问这个；为什么 2：为什么有第 2 步\n"
                "  计划      看现在的计划\n"
                "  已知      列出已经知道的，带编号\n"
                "  改 3      改第 3 个回答，别的都不变\n"
                "  返回      收回上一次的回答\n"
                "  保存      保存到文件，以后用 zhilu chat --resume 接着做；保存 文件名\n"
                "  令牌      把问答写成一个词，可以抄到别处接着做\n"
                "  退出      显示计划并结束\n"
                "  !!        清屏并退出，什么也不留\n"
              : "  an answer  a number; several apart by blanks; or your own words\n"
                "  unsure     skips the question, it is not asked again\n"
                "  why        why this is asked; why 2: why step 2 is there\n"
                "  plan       shows the plan as it is now\n"
                "  known      lists what is known, with numbers\n"
                "  change 3   changes answer 3 and nothing else\n"
                "  back       takes the last answer back\n"
                "  save       saves to a file, for zhilu chat --resume; save FILE\n"
                "  token      the interview as one word, to go on elsewhere\n"
                "  quit       shows the plan and ends\n"
                "  !!         clears the screen and ends, keeps nothing\n";
}

std::string change_lines(const Engine& engine, const std::vector<StepChange>& changes, Language language) {
  const bool zh = language != Language::English;
  const auto label = [&](const std::string& status) { return std::string(status_label(status, zh)); };
  std::string text;
  for (const StepChange& change : changes) {
    const StepId id = engine.knowledge().find_step(change.step);
    const std::string title = id.is_set() ? step_title(engine, id, language) : change.step;
    if (change.before.empty()) {
      text += "  + " + title + (zh ? "：" : ": ") + label(change.after) + "\n";
    } else if (change.after.empty()) {
      text += "  - " + title + (zh ? "：原来是“" : ": was '") + label(change.before) + (zh ? "”\n" : "'\n");
    } else if (change.before != change.after) {
      text += "  ~ " + title + (zh ? "：" : ": ") + label(change.before) + " → " + label(change.after) + "\n";
    } else {
      text += "  ~ " + title + (zh ? "：第 " : ": place ") + std::to_string(change.rank_before) +
              (zh ? " 步 → 第 " : " → ") + std::to_string(change.rank_after) + (zh ? " 步\n" : "\n");
    }
  }
  return text;
}

}  // namespace zhilu
