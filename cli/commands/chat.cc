// SPDX-License-Identifier: MIT
#include <cstdio>

#include "cli/chat/dialogue.h"
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/json/session_json.h"
#include "cli/line_reader.h"
#include "cli/matter_input.h"

namespace zhilu {
namespace {

constexpr std::string_view kUsualFile = "zhilu-session.json";
/// Clears the screen and what was scrolled out of it, and goes to its beginning.
constexpr std::string_view kClear = "\x1b[2J\x1b[3J\x1b[H";

class Chat {
 public:
  Chat(const Args& args, Interview& interview, Io& io)
      : interview_(interview),
        io_(io),
        zh_(args.tongue() == Tongue::Chinese),
        file_(args.find_value("save").value_or("")),
        dialogue_(
            interview, language_of(args),
            {.width = static_cast<std::size_t>(io.width()), .colors = io.colour_out(), .set_option = {}}) {}

  int run(std::string_view text, const Rebase* rebase) {
    io_.print((rebase != nullptr ? dialogue_.resume(*rebase) : dialogue_.begin(text)).text);
    LineReader lines(io_);
    while (true) {
      if (!file_.empty() && !save(file_)) return kCouldNotRun;
      const std::optional<std::string> line = lines.read("> ");
      if (!line) {
        io_.print(dialogue_.end().text);
        return kDone;
      }
      const ChatReply reply = dialogue_.hear(*line);
      if (reply.action == ChatAction::Wipe) return wipe();
      io_.print(reply.text);
      if (reply.action == ChatAction::Quit) return kDone;
      if (reply.action == ChatAction::Save) save_and_tell(reply.file);
    }
  }

 private:
  /// All of the file or nothing: an old one stays until the new one is whole.
  bool save(const std::string& file) {
    if (saved_turns_ == interview_.session().turns()) return true;
    const std::string part = file + ".part";
    const std::string text = session_json(interview_.save());
    std::FILE* out = std::fopen(part.c_str(), "wb");
    bool good = out != nullptr && std::fwrite(text.data(), 1, text.size(), out) == text.size();
    if (out != nullptr) good = std::fclose(out) == 0 && good;
    good = good && std::rename(part.c_str(), file.c_str()) == 0;
    if (!good) {
      std::remove(part.c_str());
      io_.complain(zh_ ? "zhilu：写不了文件 " + file + "\n" : "zhilu: cannot write " + file + "\n");
      return false;
    }
    saved_turns_ = interview_.session().turns();
    return true;
  }

  void save_and_tell(const std::string& named) {
    const std::string file = !named.empty() ? named : !file_.empty() ? file_ : std::string(kUsualFile);
    saved_turns_ = kNever;
    if (!save(file)) return;
    if (file != file_) saved_turns_ = kNever;
    io_.say(zh_ ? "保存到 " + file + "。接着做：zhilu chat --resume " + file + "\n"
                : "Saved to " + file + ". To go on: zhilu chat --resume " + file + "\n");
  }

  int wipe() {
    if (!file_.empty()) std::remove(file_.c_str());
    if (io_.terminal_in()) io_.print(kClear);
    return kDone;
  }

  static constexpr std::uint32_t kNever = 0xffffffff;

  Interview& interview_;
  Io& io_;
  bool zh_;
  std::string file_;
  Dialogue dialogue_;
  std::uint32_t saved_turns_ = kNever;
};

/// The saved interview of `--resume`: a file, or a token itself. Empty after a complaint.
std::optional<SavedSession> read_saved(const Args& args, Io& io) {
  const std::string named(*args.find_value("resume"));
  std::string text = named;
  if (std::FILE* file = std::fopen(named.c_str(), "rb"); file != nullptr) {
    Io reader(file, stdout, stderr);
    Result<std::string> read = reader.read_all(1 << 20);
    std::fclose(file);
    if (!read) {
      io.complain("zhilu：" + named + "：" + read.error().message + "\n");
      return std::nullopt;
    }
    text = *std::move(read);
  }
  Result<SavedSession> saved = read_session(text, args.tongue());
  if (saved) return *std::move(saved);
  io.complain(args.tongue() == Tongue::Chinese
                  ? "zhilu chat：“" + named + "”" + saved.error().message + "\n"
                  : "zhilu chat: '" + named + "' " + saved.error().message + "\n");
  return std::nullopt;
}

int run(const Args& args, Io& io) {
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  int code = kDone;
  std::optional<MatterInput> input =
      read_matter(args, *engine, args.find_value("facts").value_or(""), "", io, code);
  if (!input) return code;
  if (args.has("resume")) {
    const std::optional<SavedSession> saved = read_saved(args, io);
    if (!saved) return kWrongUse;
    Rebase rebase;
    Interview interview(engine, input->today, *saved, rebase);
    return Chat(args, interview, io).run("", &rebase);
  }
  Interview interview(engine, input->today);
  interview.take(input->matter);
  const std::string text = args.operands().empty() ? input->text : args.operands().front();
  return Chat(args, interview, io).run(text, nullptr);
}

}  // namespace

Command chat_command() {
  return {
      .name = "chat",
      .summary = {"一问一答，随时有计划，每个回答都可以改", "questions and answers, with a plan at any time"},
      .about =
          {"只问会改变计划的事，先问紧急的，其余按最省事的顺序；问到计划不会再变为止。\n"
           "每一行都可以用编号、自己的话，或者：计划、为什么、不清楚、返回、改 "
           "3、已知、保存、退出、!!（清屏离开）。\n"
           "也可以从管道读：每行一个回答，读完时给出计划。",
           "Asks only what can change the plan, emergencies first, then in the order of least effort, until "
           "the plan is settled.\n"
           "Each line may be a number, your own words, or: plan, why, unsure, back, change 3, known, save, "
           "quit, !! (clears the screen and leaves).\n"
           "Lines may come from a pipe: one answer each, and the plan at the end."},
      .operands = {{"TEXT", Operand::Count::Optional, {"遇到的事", "what happened"}}},
      .switches = join({{.name = "save",
                         .value = "FILE",
                         .about = {"每答一次就存到这个文件（!! 会删掉它）",
                                   "save to this file after each answer (!! removes it)"}},
                        {.name = "resume",
                         .value = "FILE",
                         .about = {"接着以前保存的问答：文件，或者令牌本身",
                                   "go on from a saved interview: a file, or a token itself"}}},
                       {matter_switches(), {facts_switch()}, knowledge_switches()}),
      .examples = {{"zhilu chat", {}},
                   {"zhilu chat \"钱包里刚被转走三千，客服不理我\"", {}},
                   {"zhilu chat --save 我的事.json", {"随时可以中断", "may be stopped at any time"}},
                   {"zhilu chat --resume 我的事.json", {"接着问下一个", "goes on with the next question"}},
                   {"printf '被骗了\\n是\\n' | zhilu chat --lang en", {"从管道读", "from a pipe"}}},
      .run = run};
}

}  // namespace zhilu
