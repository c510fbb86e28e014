// SPDX-License-Identifier: MIT
// understand: sentences a second on one core, how time grows with the length of a text, and memory.
#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdio>
#include <fstream>

#include "engine/base/utf8.h"
#include "engine/engine.h"
#include "tests/bench/modes.h"

namespace zhilu::bench {
namespace {

const Date kToday = Date::from_days(20'779);

// The lines of a file, or the texts of one of JSON lines ({"id","text"}).
void read_lines(const std::string& path, std::vector<std::string>& out) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    static constexpr std::string_view kKey = "\"text\": \"";
    if (const std::size_t at = line.find(kKey); at != std::string::npos) {
      const std::size_t begin = at + kKey.size();
      line = line.substr(begin, line.find('"', begin) - begin);
    }
    if (!line.empty() && line[0] != '#') out.push_back(line);
  }
}

// The sentences of the texts: what stands between marks that end one.
std::vector<std::string> sentences_of(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    std::string sentence;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = decode_at(text, at);
      sentence.append(text, at, c.size);
      at += c.size;
      const bool ends = c.value == U'。' || c.value == U'！' || c.value == U'？' || c.value == U'?';
      if (!ends && at < text.size()) continue;
      if (sentence.size() > 6) out.push_back(sentence);
      sentence.clear();
    }
  }
  return out;
}

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decode_at(text, at).size;
  return count;
}

// The texts one after the other, again and again, up to `characters`.
std::string text_of(const std::vector<std::string>& texts, std::size_t characters) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0;; ++i) {
    const std::string& text = texts[i % texts.size()];
    for (std::size_t at = 0; at < text.size(); ++count) {
      if (count == characters) return out;
      const CodePoint c = decode_at(text, at);
      out.append(text, at, c.size);
      at += c.size;
    }
    out += "。";
    ++count;
  }
}

double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// Reads all of them once.
std::uint64_t read_all(const Engine& engine, const std::vector<std::string>& texts) {
  std::uint64_t readings = 0;
  for (const std::string& text : texts) readings += engine.read(text, kToday).candidates.size();
  return readings;
}

}  // namespace

int run_understand(const Options& options, Figures& figures) {
  std::vector<std::string> texts;
  for (const std::string& path : options.words) read_lines(path, texts);
  if (options.words.empty()) read_lines(ZHILU_SOURCE_DIR "/tests/bench/complaints.txt", texts);
  if (texts.empty()) {
    fmt::print(stderr, "no texts\n");
    return 3;
  }
  const Opened opened = open_folder(options.knowledge);
  if (opened.engine == nullptr) {
    fmt::print(stderr, "{}", render(opened.diagnostics, opened.sources, Tongue::Chinese));
    return 3;
  }
  const Engine& engine = *opened.engine;
  const std::vector<std::string> sentences = sentences_of(texts);
  std::size_t characters = 0;
  for (const std::string& sentence : sentences) characters += characters_in(sentence);
  const auto count = static_cast<double>(sentences.size());

  fmt::print("{} texts, {} sentences of {:.1f} characters\n", texts.size(), sentences.size(),
             static_cast<double>(characters) / count);
  fmt::print("{:<28} {:>12} {:>12} {:>12} {:>10}\n", "microseconds", "median", "p95", "best", "runs");
  const Times all = measure(options.seconds, [&] { return read_all(engine, sentences); });
  figures.add("all_sentences", all);
  for (const std::size_t length : {std::size_t{100}, std::size_t{1000}, std::size_t{10000}}) {
    const std::string text = text_of(texts, length);
    figures.add(fmt::format("characters_{}", length), measure(options.seconds, [&] {
                  return static_cast<std::uint64_t>(engine.read(text, kToday).candidates.size());
                }));
  }
  // Longer texts are read up to the bound, so that a megabyte takes no more.
  const double before = peak_mib();
  const std::string megabyte = text_of(texts, 350'000);
  figures.add("megabyte", measure(options.seconds, [&] {
                return static_cast<std::uint64_t>(engine.read(megabyte, kToday).candidates.size());
              }));
  figures.add("characters_a_sentence", static_cast<double>(characters) / count);
  figures.add("sentences_a_second", count / all.median * 1e6);
  figures.add("characters_a_second", static_cast<double>(characters) / all.median * 1e6);
  figures.add("peak_mib_before_megabyte", before);
  figures.add("peak_mib", peak_mib());
  return 0;
}

}  // namespace zhilu::bench
