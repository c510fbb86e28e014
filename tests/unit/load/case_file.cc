// SPDX-License-Identifier: MIT
#include "tests/unit/load/case_file.h"

#include <fmt/format.h>

#include <stdexcept>

#include "engine/base/files.h"

namespace zhilu::test {
namespace {

constexpr std::string_view kExpect = "# expect: ";
constexpr std::size_t kMaxBytes = 10'000'000;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string replace_once(const std::string& text, const std::string& old_lines,
                         const std::string& new_lines) {
  // Whole lines only: what is looked for begins behind a line feed.
  const std::string framed = "\n" + text;
  const std::size_t at = framed.find("\n" + old_lines);
  if (old_lines.empty() || at == std::string::npos) throw std::runtime_error("no such lines:\n" + old_lines);
  if (framed.find("\n" + old_lines, at + 1) != std::string::npos) {
    throw std::runtime_error("these lines stand twice:\n" + old_lines);
  }
  return text.substr(0, at) + new_lines + text.substr(at + old_lines.size());
}

std::string edit(std::string text, const std::vector<std::string>& hunks) {
  std::string old_lines;
  std::string new_lines;
  const auto apply = [&] {
    if (!old_lines.empty() || !new_lines.empty()) text = replace_once(text, old_lines, new_lines);
    old_lines.clear();
    new_lines.clear();
  };
  for (const std::string& line : hunks) {
    if (line.empty()) {
      apply();
    } else if (line.starts_with('-')) {
      if (!new_lines.empty()) apply();
      old_lines += line.substr(1) + "\n";
    } else if (line.starts_with('+')) {
      new_lines += line.substr(1) + "\n";
    } else {
      throw std::runtime_error("a line of an edit begins with - or +: " + line);
    }
  }
  apply();
  return text;
}

std::string unescape(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\\x") == 0) {
      out += static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16));
      at += 3;
    } else {
      out += text[at];
    }
  }
  return out;
}

void apply_section(CaseFile& file, const std::string& header, const std::vector<std::string>& body) {
  const std::size_t blank = header.find(' ');
  const std::string verb = header.substr(0, blank);
  const std::string path = blank == std::string::npos ? "" : header.substr(blank + 1);
  if (verb == "empty") {
    file.files.clear();
  } else if (verb == "file") {
    file.files[path] = join_lines(body);
  } else if (verb == "append") {
    file.files[path] += join_lines(body);
  } else if (verb == "bytes") {
    std::string text = join_lines(body);
    if (!text.empty()) text.pop_back();
    file.files[path] = unescape(text);
  } else if (verb == "delete") {
    if (file.files.erase(path) == 0) throw std::runtime_error("no file to delete: " + path);
  } else if (verb == "edit") {
    file.files[path] = edit(file.files[path], body);
  } else {
    throw std::runtime_error("no such section: " + header);
  }
}

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out;
}

}  // namespace

CaseFile read_case(std::string_view text, const FileMap& base) {
  CaseFile file;
  file.files = base;
  std::string header;
  std::vector<std::string> body;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("=== ")) {
      if (!header.empty()) apply_section(file, header, body);
      header = line.substr(4);
      body.clear();
    } else if (!header.empty()) {
      body.push_back(line);
    } else if (line.starts_with(kExpect)) {
      file.expected.push_back(line.substr(kExpect.size()));
    } else {
      file.comment += line + "\n";
    }
    if (!header.empty()) file.sections += line + "\n";
  }
  if (!header.empty()) apply_section(file, header, body);
  return file;
}

std::string write_case(const CaseFile& file, const std::vector<std::string>& expected) {
  std::string text = file.comment;
  for (const std::string& line : expected) text += std::string(kExpect) + line + "\n";
  return text + file.sections;
}

std::vector<std::string> as_expectations(const Diagnostics& diagnostics, const SourceMap& sources) {
  std::vector<std::string> lines;
  for (const Diagnostic& problem : diagnostics.items()) {
    std::string line = "-";
    if (problem.span.file.is_set()) {
      const SourceFile& file = sources[problem.span.file];
      const Position place = file.position(problem.span.begin);
      line = fmt::format("{}:{}:{}", file.path(), place.line, place.column);
    }
    line += fmt::format(" {}", problem.kind->code);
    if (problem.fix) line += " -> " + escape(problem.fix->replacement);
    lines.push_back(std::move(line));
  }
  return lines;
}

FileMap read_folder(const std::string& folder) {
  const DiskFiles disk(folder);
  FileMap files;
  const std::vector<std::string> paths = disk.list().value();
  for (const std::string& path : paths) files[path] = disk.read(path, kMaxBytes).value();
  return files;
}

}  // namespace zhilu::test
