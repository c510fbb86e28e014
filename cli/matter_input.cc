// SPDX-License-Identifier: MIT
#include "cli/matter_input.h"

#include <cstdio>
#include <utility>

#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/json/reader.h"
#include "engine/facts_file.h"
#include "engine/intake/matter_reader.h"

namespace zhilu {
namespace {

constexpr std::size_t kMaxInput = 1 << 20;

Result<std::string> read_path(std::string_view path, Io& io) {
  if (path == "-") return io.read_all(kMaxInput);
  std::FILE* file = std::fopen(std::string(path).c_str(), "rb");
  if (file == nullptr) return fail("打不开文件 " + std::string(path));
  Io reader(file, stdout, stderr);
  Result<std::string> text = reader.read_all(kMaxInput);
  std::fclose(file);
  if (!text) return fail(std::string(path) + "：读不了，或超过 1 MiB");
  return text;
}

bool looks_like_json(std::string_view path, std::string_view text) {
  if (path != "-") return path.ends_with(".json");
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

}  // namespace

std::optional<InputValue> read_input_file(std::string_view path, SourceMap& sources, Diagnostics& problems,
                                          Io& io) {
  const Result<std::string> text = read_path(path, io);
  if (!text) {
    io.complain("zhilu：" + text.error().message + "\n");
    return std::nullopt;
  }
  const FileId file = sources.add(path == "-" ? "stdin" : std::string(path), *text);
  if (looks_like_json(path, *text)) return read_json(sources[file].text(), file, problems);
  return read_facts_file(file, sources, problems);
}

std::optional<MatterInput> read_matter(const Args& args, const Engine& engine, std::string_view facts_file,
                                       std::string_view text, Io& io, int& code) {
  code = kWrongUse;
  const Knowledge& knowledge = engine.knowledge();
  MatterInput input{engine.new_matter(), std::string(text), {}, {}};
  std::optional<Date> today;
  if (!facts_file.empty()) {
    SourceMap sources;
    Diagnostics problems;
    const std::optional<InputValue> file = read_input_file(facts_file, sources, problems, io);
    if (!file && problems.empty()) {
      code = kCouldNotRun;
      return std::nullopt;
    }
    if (file) {
      MatterRequest request = read_request(*file, knowledge, problems);
      input.matter = std::move(request.matter);
      today = request.today;
      if (input.text.empty() && request.text) input.text = *request.text;
    }
    if (!problems.empty()) {
      problems.sort_and_unique();
      io.complain(render(problems, sources, args.tongue()));
      return std::nullopt;
    }
  }
  if (!read_settings(args, knowledge, input.matter, io)) return std::nullopt;
  if (!today || args.has("today")) today = today_of(args, io);
  if (!today) return std::nullopt;
  input.today = *today;
  if (!input.text.empty()) {
    input.understanding = engine.read(input.text, input.today);
    apply(input.understanding, knowledge, input.matter);
    if (!input.understanding.complete) {
      io.complain(args.tongue() == Tongue::Chinese
                      ? "zhilu：文字太长，只读了开头的一部分\n"
                      : "zhilu: the text is too long, only its beginning was read\n");
    }
  }
  code = kDone;
  return input;
}

std::optional<std::string> read_text_operand(std::string_view operand, Io& io) {
  if (operand != "-") return std::string(operand);
  Result<std::string> text = io.read_all(kMaxInput);
  if (text) return *std::move(text);
  io.complain("zhilu：" + text.error().message + "\n");
  return std::nullopt;
}

}  // namespace zhilu
