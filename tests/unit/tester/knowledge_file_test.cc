// SPDX-License-Identifier: MIT
// A compiled knowledge file answers as its folder does, and is refused where it is not whole.
#include "engine/knowledge_file.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "engine/engine.h"
#include "engine/expr/printer.h"
#include "engine/render/markdown.h"
#include "engine/render/text.h"
#include "engine/tester/runner.h"
#include "engine/tester/test_file.h"
#include "engine/why.h"

namespace zhilu {
namespace {

namespace fs = std::filesystem;

constexpr const char* kShipped = ZHILU_SOURCE_DIR "/knowledge";
constexpr const char* kSample = ZHILU_SOURCE_DIR "/tests/cli/knowledge";

/// A folder and the file that is made of it, removed at the end.
class Built {
 public:
  explicit Built(const std::string& folder) : folder_(open_folder(folder)) {
    REQUIRE(folder_.engine != nullptr);
    REQUIRE(folder_.engine->save(path_));
  }
  ~Built() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  Built(const Built&) = delete;
  Built& operator=(const Built&) = delete;

  const Engine& folder() const { return *folder_.engine; }
  const std::string& path() const { return path_; }

  std::string bytes() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
  /// Changes one byte by `mask`.
  void flip(std::size_t at, char mask) const {
    std::fstream file(path_, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(static_cast<std::streamoff>(at));
    const char old = static_cast<char>(file.get());
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(old ^ mask));
  }

 private:
  std::string path_ =
      fs::temp_directory_path() / ("zhilu_" + std::to_string(std::random_device{}()) + ".zhilu");
  Opened folder_;
};

std::shared_ptr<const Engine> opened(const std::string& path) {
  const Opened file = open_file(path);
  REQUIRE_MESSAGE(file.engine != nullptr, render(file.diagnostics, file.sources, Tongue::English));
  return file.engine;
}

/// The code of what is wrong with a file; empty if nothing is.
std::string fault_of(const std::string& path) {
  const Opened file = open_file(path);
  CHECK((file.engine == nullptr) == file.diagnostics.has_errors());
  if (file.engine != nullptr) return "";
  REQUIRE(file.diagnostics.items().size() == 1);
  for (const Tongue tongue : {Tongue::Chinese, Tongue::English}) {
    const std::string text = render(file.diagnostics, file.sources, tongue);
    CHECK(text.find(path) != std::string::npos);
    CHECK(text.find('{') == std::string::npos);
  }
  return std::string(file.diagnostics.items()[0].kind->code);
}

/// Everything an engine says of one matter, in one language.
std::string said(const Engine& engine, const Matter& matter, std::string_view text, Date today,
                 Language language) {
  const Answered answered = engine.ask(text, today, matter, language);
  std::string all = plan_text(answered.document) + plan_markdown(answered.document);
  const PlanDocument letters =
      engine.document(answered.plan, answered.matter, text, &answered.understanding, language, true);
  for (const LetterLine& letter : letters.letters) all.append(letter.title).append(letter.text);
  return all;
}

/// Why each step is in the plan, or is not.
std::string reasons(const Engine& engine, const Matter& matter, Date today) {
  std::string all;
  const auto add = [&](const WhyLine& line) {
    all += line.text + "|" + line.condition + "|" + line.words + "|" +
           std::to_string(static_cast<int>(line.truth)) + "\n";
    for (const std::string& missing : line.missing) all += missing + "\n";
  };
  for (std::uint32_t i = 0; i < engine.knowledge().steps.size(); ++i) {
    const WhyDocument why = why_in_words(engine, matter, today, StepId{i}, Language::Hans);
    all += why.step + why.status + "\n";
    for (const auto& way : why.ways) {
      for (const WhyLine& line : way) add(line);
    }
    for (const WhyLine& line : why.own) add(line);
  }
  return all;
}

const Date kToday = *Date::from_ymd(2026, 11, 22);
constexpr std::string_view kText = "钱包里刚被转走三千，客服一直不理我，聊天记录都在";

}  // namespace

TEST_CASE("a file gives the same plans, words and reasons as its folder, in all languages") {
  const Built built(kShipped);
  const std::shared_ptr<const Engine> file = opened(built.path());
  const TestSuite suite = read_tests(DiskFiles(kShipped), built.folder().knowledge());
  REQUIRE(suite.scenarios.size() > 50);
  std::size_t at = 0;
  for (const Scenario& scenario : suite.scenarios) {
    CAPTURE(scenario.name);
    for (const Language language : {Language::Hans, Language::Hant, Language::English}) {
      REQUIRE(said(built.folder(), scenario.matter, scenario.text, scenario.today, language) ==
              said(*file, scenario.matter, scenario.text, scenario.today, language));
    }
    CHECK(run_scenario(scenario, built.folder()).failures.size() ==
          run_scenario(scenario, *file).failures.size());
    if (at++ % 8 == 0) {
      REQUIRE(reasons(built.folder(), scenario.matter, scenario.today) ==
              reasons(*file, scenario.matter, scenario.today));
    }
  }
}

TEST_CASE("conditions are compiled to the same trees, by whichever thread asks first") {
  const Built built(kShipped);
  const std::shared_ptr<const Engine> file = opened(built.path());
  const Knowledge& expected = built.folder().knowledge();
  const Knowledge& lazy = file->knowledge();
  REQUIRE(lazy.conditions.size() == expected.conditions.size());
  std::vector<std::vector<const expr::Program*>> seen(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<const expr::Program*>& programs : seen) {
      threads.emplace_back([&] {
        for (std::uint32_t i = 0; i < lazy.conditions.size(); ++i)
          programs.push_back(lazy.find_program(ConditionId{i}));
      });
    }
  }
  for (std::uint32_t i = 0; i < expected.conditions.size(); ++i) {
    const expr::Program& program = expected.program(ConditionId{i});
    const expr::Program& again = lazy.program(ConditionId{i});
    CAPTURE(program.text());
    CHECK(again.root() == program.root());
    CHECK(again.facts() == program.facts());
    CHECK(again.type().to_string() == program.type().to_string());
    for (std::uint32_t node = 0; node <= program.root().value; ++node) {
      const expr::ExprId id{node};
      REQUIRE(again.ast().kind(id) == program.ast().kind(id));
      REQUIRE(expr::print(again.ast(), id) == expr::print(program.ast(), id));
    }
    for (const auto& programs : seen) CHECK(programs[i] == &again);
  }
}

TEST_CASE("building twice gives the same bytes, and so does building from a file") {
  const Built a(kShipped);
  const Built b(kShipped);
  const std::string bytes = a.bytes();
  CHECK((bytes == b.bytes()));
  REQUIRE(opened(a.path())->save(b.path()));
  CHECK((bytes == b.bytes()));
}

TEST_CASE("processes and threads share a file") {
  const Built built(kSample);
  const std::string expected =
      said(built.folder(), built.folder().new_matter(), kText, kToday, Language::Hans);
  const auto is_the_same = [&] {
    const Opened file = open_file(built.path());
    return file.engine != nullptr &&
           said(*file.engine, file.engine->new_matter(), kText, kToday, Language::Hans) == expected;
  };
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(is_the_same() ? 0 : 1);
  const std::shared_ptr<const Engine> file = opened(built.path());
  std::atomic<int> same = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        if (said(*file, file->new_matter(), kText, kToday, Language::Hans) == expected && is_the_same())
          ++same;
      });
    }
  }
  CHECK(same == 4);
  int status = 1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}

TEST_CASE("a document outlives the engine and the file it came from") {
  PlanDocument document;
  std::string expected;
  {
    const Built built(kSample);
    document = opened(built.path())->ask(kText, kToday).document;
    expected = plan_text(built.folder().ask(kText, kToday).document);
  }
  CHECK(plan_text(document) == expected);
}

TEST_CASE("a file with any byte changed is refused") {
  const Built built(kSample);
  const std::size_t size = built.bytes().size();
  std::mt19937 random(7);
  for (std::size_t i = 0; i < 1500; ++i) {
    // All of the header, then anywhere.
    const std::size_t at = i < 8 * sizeof(KnowledgeFileHeader) ? i / 8 : random() % size;
    const char mask = static_cast<char>(1 << i % 8);
    CAPTURE(at);
    built.flip(at, mask);
    REQUIRE(fault_of(built.path()) != "");
    built.flip(at, mask);
  }
  CHECK(fault_of(built.path()) == "");
}

TEST_CASE("a file cut off anywhere, or longer than it was, is refused") {
  const Built built(kSample);
  const std::string bytes = built.bytes();
  std::mt19937 random(9);
  for (std::size_t i = 0; i < 300; ++i) {
    const std::size_t size = i < 100 ? i : random() % bytes.size();
    CAPTURE(size);
    built.write(bytes.substr(0, size));
    REQUIRE(fault_of(built.path()) != "");
  }
  built.write(bytes.substr(0, bytes.size() - 1));
  CHECK(fault_of(built.path()) == "knowledge-file-size");
  built.write(bytes + '\0');
  CHECK(fault_of(built.path()) == "knowledge-file-size");
}

TEST_CASE("each way to be no compiled knowledge has its own message") {
  const Built built(kSample);
  std::string bytes = built.bytes();
  const auto fault_with = [&](std::size_t at, const std::string& change) {
    std::string changed = bytes;
    changed.replace(at, change.size(), change);
    built.write(changed);
    return fault_of(built.path());
  };
  CHECK(fault_with(0, "PK") == "knowledge-file-foreign");
  CHECK(fault_with(offsetof(KnowledgeFileHeader, order), "\x01\x02\x03\x04") == "knowledge-file-machine");
  CHECK(fault_with(offsetof(KnowledgeFileHeader, format), "\x7F") == "knowledge-file-version");
  CHECK(fault_with(offsetof(KnowledgeFileHeader, fingerprint), "12345678") == "knowledge-file-version");
  CHECK(fault_with(offsetof(KnowledgeFileHeader, size), "12345678") == "knowledge-file-size");
  CHECK(fault_with(offsetof(KnowledgeFileHeader, sum), "12345678") == "knowledge-file-damaged");
  CHECK(fault_with(bytes.size() / 2, "12345678") == "knowledge-file-damaged");
  built.write("");
  CHECK(fault_of(built.path()) == "knowledge-file-empty");
  built.write("name: a folder's file\n");
  CHECK(fault_of(built.path()) == "knowledge-file-foreign");
  CHECK(fault_of(kSample) == "cannot-open-file");
  CHECK(fault_of(built.path() + ".missing") == "cannot-open-file");
  CHECK(fault_of("/dev/null") == "cannot-open-file");
}

TEST_CASE("a path is opened as what it is") {
  const Built built(kSample);
  CHECK(open_path(kSample).engine != nullptr);
  CHECK(open_path(built.path()).engine != nullptr);
  CHECK(open_path(built.path() + ".missing").engine == nullptr);
  CHECK(!built.folder().save(built.path() + ".missing/file"));
}

}  // namespace zhilu
