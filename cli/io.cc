// SPDX-License-Identifier: MIT
#include "cli/io.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

bool is_terminal(std::FILE* stream) {
  return fileno(stream) >= 0 && isatty(fileno(stream)) == 1;
}

bool steers(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t';
  return (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

Io::Io(std::FILE* in, std::FILE* out, std::FILE* err) : in_(in), out_(out), err_(err) {
  terminal_in_ = is_terminal(in);
  terminal_err_ = is_terminal(err);
  const char* no_colour = std::getenv("NO_COLOR");
  colour_out_ = is_terminal(out) && (no_colour == nullptr || *no_colour == '\0');
  winsize size{};
  if (is_terminal(out) && ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    width_ = std::clamp<int>(size.ws_col, 40, 100);
  }
}

void Io::print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), out_) != text.size()) failed_ = true;
}

void Io::say(std::string_view text) {
  print(for_people(text));
}

void Io::complain(std::string_view text) {
  // Results that belong before the complaint come out before it.
  std::fflush(out_);
  const std::string safe = for_people(text);
  std::fwrite(safe.data(), 1, safe.size(), err_);
}

Result<std::string> Io::read_all(std::size_t max_bytes) {
  std::string text;
  char buffer[16384];
  while (true) {
    const std::size_t n = std::fread(buffer, 1, sizeof buffer, in_);
    text.append(buffer, n);
    if (text.size() > max_bytes) return fail("标准输入超过 " + std::to_string(max_bytes) + " 字节");
    if (n < sizeof buffer) break;
  }
  if (std::ferror(in_) != 0) return fail("读不了标准输入");
  return text;
}

bool Io::read_some(std::string& text) {
  char buffer[65536];
  // Not fread, which would wait until the buffer is full: who asks line by line wants each answer at once.
  const int descriptor = fileno(in_);
  if (descriptor < 0) {
    const std::size_t n = std::fread(buffer, 1, sizeof buffer, in_);
    text.append(buffer, n);
    return n > 0;
  }
  ssize_t n = 0;
  do {
    n = ::read(descriptor, buffer, sizeof buffer);
  } while (n < 0 && errno == EINTR);
  if (n > 0) text.append(buffer, static_cast<std::size_t>(n));
  return n > 0;
}

bool Io::flush() {
  if (std::fflush(out_) != 0) failed_ = true;
  return !failed_;
}

bool Io::has_input() const {
  pollfd waiting{fileno(in_), POLLIN, 0};
  return waiting.fd >= 0 && poll(&waiting, 1, 0) > 0;
}

std::string for_people(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_at(text, i);
    if (steers(c.value)) {
      append_utf8(safe, 0xFFFD);
    } else {
      append_utf8(safe, c.value);
    }
    i += c.size;
  }
  return safe;
}

void Progress::clear() {
  if (visible_) std::fputs("\r\033[K", stderr);
  visible_ = false;
}

void Progress::show(std::size_t done) {
  if (!io_.terminal_err()) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - started_ < std::chrono::seconds(1) || now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  visible_ = true;
  if (total_ > 0) {
    std::fprintf(stderr, "\r\033[K%zu / %zu", done, total_);
  } else {
    std::fprintf(stderr, "\r\033[K%zu", done);
  }
  std::fflush(stderr);
}

}  // namespace zhilu
