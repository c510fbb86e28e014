// SPDX-License-Identifier: MIT
#include "cli/line_reader.h"

#include <histedit.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>

namespace zhilu {
namespace {

/// Longer lines are cut, so that no input fills the memory.
constexpr std::size_t kMaxLine = 1 << 16;

}  // namespace

struct LineReader::Editor {
  Editor() {
    // libedit reads characters by the locale; on a host without one, that of any UTF-8.
    if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
    line = el_init("zhilu", stdin, stdout, stderr);
    past = history_init();
    if (line == nullptr || past == nullptr) return;
    HistEvent event;
    history(past, &event, H_SETSIZE, 200);
    el_set(line, EL_HIST, history, past);
    el_set(line, EL_EDITOR, "emacs");
    el_set(line, EL_SIGNAL, 1);
    el_set(line, EL_CLIENTDATA, this);
    el_set(line, EL_PROMPT, &Editor::show_prompt);
  }
  ~Editor() {
    if (past != nullptr) history_end(past);
    if (line != nullptr) el_end(line);
  }
  Editor(const Editor&) = delete;
  Editor& operator=(const Editor&) = delete;

  static const char* show_prompt(EditLine* line) {
    void* self = nullptr;
    el_get(line, EL_CLIENTDATA, &self);
    return static_cast<Editor*>(self)->prompt.c_str();
  }

  EditLine* line = nullptr;
  History* past = nullptr;
  std::string prompt;
};

LineReader::LineReader(Io& io) : io_(io) {
  if (io.terminal_in() && isatty(STDOUT_FILENO) == 1) editor_ = std::make_unique<Editor>();
  if (editor_ != nullptr && editor_->line == nullptr) editor_.reset();
}

LineReader::~LineReader() = default;

std::optional<std::string> LineReader::read(const std::string& prompt) {
  io_.flush();
  if (editor_ == nullptr) {
    if (io_.terminal_in()) io_.print(prompt);
    io_.flush();
    return read_plain();
  }
  editor_->prompt = prompt;
  int count = 0;
  const char* typed = el_gets(editor_->line, &count);
  if (typed == nullptr || count <= 0) return std::nullopt;
  std::string line(typed, static_cast<std::size_t>(count));
  HistEvent event;
  if (line.size() > 1) history(editor_->past, &event, H_ENTER, typed);
  while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
  return line;
}

std::optional<std::string> LineReader::read_plain() {
  while (rest_.find('\n') == std::string::npos && rest_.size() < kMaxLine && !at_end_) {
    at_end_ = !io_.read_some(rest_);
  }
  if (rest_.empty()) return std::nullopt;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  std::string line = rest_.substr(0, std::min(end, kMaxLine));
  rest_.erase(0, end + 1);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace zhilu
