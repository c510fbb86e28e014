// SPDX-License-Identifier: MIT
// The program's streams: results go to standard output, everything else to standard error, always in UTF-8.
//
// Commands get an Io and touch no stream themselves, so that a test can run them on memory.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace zhilu {

class Io {
 public:
  /// The streams are borrowed. Colours and progress are used only where a stream is a terminal (and NO_COLOR
  /// is not set).
  Io(std::FILE* in, std::FILE* out, std::FILE* err);

  /// Writes to standard output as it is: JSON, DOT and other output for programs.
  void print(std::string_view text);
  /// Writes text for people to standard output, see `for_people`.
  void say(std::string_view text);
  /// Writes text for people to standard error.
  void complain(std::string_view text);

  /// All of standard input; an error if it has more than `max_bytes` or cannot be read.
  Result<std::string> read_all(std::size_t max_bytes);
  /// Appends what standard input has ready, waiting for at least one byte. False at its end.
  bool read_some(std::string& text);
  /// True if read_some would not wait.
  bool has_input() const;

  bool colour_out() const { return colour_out_; }
  bool terminal_err() const { return terminal_err_; }
  bool terminal_in() const { return terminal_in_; }
  /// Columns of the terminal that standard output is, at most 100; 80 where it is none.
  int width() const { return width_; }

  /// Writes out what is buffered. False if anything could not be written.
  bool flush();

 private:
  std::FILE* in_;
  std::FILE* out_;
  std::FILE* err_;
  bool colour_out_ = false;
  bool terminal_err_ = false;
  bool terminal_in_ = false;
  bool failed_ = false;
  int width_ = 80;
};

/// `text` without what could steer a terminal or hide text: control characters other than line feed and tab
/// become U+FFFD, and so do the marks that turn the direction of writing. Malformed bytes too.
std::string for_people(std::string_view text);

/// A line on standard error that says how far a long task is; only on a terminal, and only after a second.
class Progress {
 public:
  Progress(Io& io, std::size_t total) : io_(io), total_(total), started_(std::chrono::steady_clock::now()) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  /// `done` of the total are done.
  void show(std::size_t done);
  /// Removes the line until it is shown again, so that something else can be written.
  void clear();

 private:
  Io& io_;
  std::size_t total_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point shown_;
  bool visible_ = false;
};

}  // namespace zhilu
