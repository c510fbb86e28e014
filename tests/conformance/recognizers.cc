// SPDX-License-Identifier: MIT
#include "tests/conformance/recognizers.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "engine/locale/fold.h"
#include "tests/conformance/entity.h"
#include "tests/support/characters.h"

namespace zhilu::conformance {
namespace {

const Folder& folder() {
  static const Folder folder;
  return folder;
}

/// `2017-03-22T00:00:00`; the first day there is where a case gives none.
ReferenceMoment reference_of(const Json& spec_case) {
  ReferenceMoment reference;
  if (!spec_case.contains("Context") || !spec_case["Context"].contains("ReferenceDateTime")) return reference;
  const std::string text = spec_case["Context"]["ReferenceDateTime"].get<std::string>();
  if (const std::optional<Date> date = Date::parse(text.substr(0, 10))) reference.date = *date;
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (text.size() >= 19 && std::sscanf(text.c_str() + 11, "%d:%d:%d", &hour, &minute, &second) == 3) {
    reference.second = 3600 * hour + 60 * minute + second;
  }
  return reference;
}

/// UTF-16 units before byte `at`: the specs count those.
std::size_t units_before(const std::string& text, std::size_t at) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < at && i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

/// One entity as found, to be compared and shown.
struct FoundEntity {
  std::u32string text;
  std::size_t first = 0;
  std::size_t last = 0;
  std::string type;
  Json resolution;
};

std::vector<FoundEntity> find(const Json& spec_case, const EntityReader& reader) {
  const std::string input = spec_case["Input"].get<std::string>();
  FoldedText folded;
  folder().fold(input, input.size(), folded);
  std::vector<FoundEntity> found;
  for (Entity& entity : reader(folded.characters, reference_of(spec_case))) {
    const std::size_t end = units_before(input, folded.places[entity.end - 1].end);
    found.push_back({folded.characters.substr(entity.begin, entity.end - entity.begin),
                     units_before(input, folded.places[entity.begin].begin), end - 1, std::move(entity.type),
                     std::move(entity.resolution)});
  }
  return found;
}

std::string key_of(const Json& expected, const char* one, const char* other) {
  return expected.contains(one) ? one : other;
}

/// Has `found` every member that the spec gives, with the same value? Order of members does not count, order
/// of readings does.
bool holds(const Json& found, const Json& expected) {
  const auto unordered = [](const Json& json) { return nlohmann::json::parse(json.dump()); };
  if (!expected.is_object()) return unordered(found) == unordered(expected);
  return std::all_of(expected.items().begin(), expected.items().end(), [&](const auto& member) {
    return found.contains(member.key()) && unordered(found[member.key()]) == unordered(member.value());
  });
}

bool is_same(const Json& expected, const FoundEntity& found, bool ignores_resolution) {
  if (folder().fold(expected["Text"].get<std::string>()) != found.text) return false;
  const std::string type = key_of(expected, "TypeName", "Type");
  if (expected.contains(type) && expected[type] != found.type) return false;
  if (expected.contains("Start") && expected["Start"] != found.first) return false;
  if (expected.contains("End") && expected["End"] != found.last) return false;
  if (expected.contains("Length") && expected["Length"] != found.last - found.first + 1) return false;
  const std::string value = key_of(expected, "Resolution", "Value");
  if (ignores_resolution || !expected.contains(value)) return true;
  return holds(found.resolution, expected[value]);
}

bool is_same(const Json& spec_case, const std::vector<FoundEntity>& found) {
  const Json& expected = spec_case["Results"];
  const bool ignores = spec_case.value("IgnoreResolution", false);
  return expected.size() == found.size() &&
         std::equal(found.begin(), found.end(), expected.begin(),
                    [&](const FoundEntity& f, const Json& e) { return is_same(e, f, ignores); });
}

std::string describe(const std::string& spec, std::size_t number, const Json& spec_case,
                     const std::vector<FoundEntity>& found) {
  std::string out = fmt::format("{} {}: {}\n", spec, number, spec_case["Input"].get<std::string>());
  for (const Json& e : spec_case["Results"]) out += fmt::format("  expected {}\n", e.dump());
  for (const FoundEntity& f : found) {
    out += fmt::format("  found    {} [{}, {}] {} {}\n", test::text_of(f.text), f.first, f.last, f.type,
                       f.resolution.dump());
  }
  if (found.empty()) out += "  found    nothing\n";
  return out;
}

bool has_mark(const Json& spec_case) {
  return spec_case.contains("NotSupported") || spec_case.contains("NotSupportedByDesign");
}

bool run_file(const std::filesystem::path& path, Report& report) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  std::string bytes = text.str();
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  const auto cases = Json::parse(bytes, nullptr, false);
  if (!cases.is_array()) return false;
  const std::string spec = path.stem().string();
  EntityReader reader = reader_of_figures(spec);
  if (!reader) reader = reader_of_times(spec);
  std::size_t number = 0;
  for (const Json& spec_case : cases) {
    if (!spec_case.contains("Input") || !spec_case.contains("Results")) return false;
    if (has_mark(spec_case)) report.count("marked as not supported on a platform of the peer, and counted");
    const std::vector<FoundEntity> found = reader ? find(spec_case, reader) : std::vector<FoundEntity>();
    const bool passed = reader && is_same(spec_case, found);
    report.add(spec, passed, !spec_case["Results"].empty());
    if (!reader) report.count("have no reader");
    if (!passed) report.explain(describe(spec, number, spec_case, found));
    ++number;
  }
  return number > 0;
}

}  // namespace

bool run_recognizers(const std::string& path, Report& report) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) return run_file(path, report);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path, error)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return !files.empty() && std::all_of(files.begin(), files.end(), [&](const std::filesystem::path& file) {
    return run_file(file, report);
  });
}

}  // namespace zhilu::conformance
