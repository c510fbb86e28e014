// SPDX-License-Identifier: MIT
#include "engine/base/files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <system_error>

using namespace zhilu;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for one test, removed at its end.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(fs::temp_directory_path() / ("zhilu_" + name + "_" + std::to_string(std::random_device{}()))) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  fs::path operator/(const std::string& name) const { return path_ / name; }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("files on disk are listed in order and read whole") {
  const Folder folder("list");
  folder.write("root/topics/b/topic.yaml", "b");
  folder.write("root/topics/a/topic.yaml", std::string("x\0y", 3));
  folder.write("root/中文.yaml", "z");
  const DiskFiles files(folder.path() + "/root");
  const auto paths = files.list();
  REQUIRE(paths);
  CHECK(*paths == std::vector<std::string>{"topics/a/topic.yaml", "topics/b/topic.yaml", "中文.yaml"});
  CHECK(files.read("topics/a/topic.yaml", 3).value() == std::string("x\0y", 3));
}

TEST_CASE("nothing outside the root is listed or read") {
  const Folder folder("outside");
  folder.write("secret.yaml", "s");
  folder.write("elsewhere/more.yaml", "m");
  folder.write("root/inside.yaml", "i");
  fs::create_symlink(folder / "secret.yaml", folder / "root/link.yaml");
  fs::create_symlink(folder / "elsewhere", folder / "root/folder");
  fs::create_symlink("inside.yaml", folder / "root/same.yaml");
  fs::create_symlink(".", folder / "root/loop");
  fs::create_symlink("nowhere.yaml", folder / "root/dangling.yaml");
  const DiskFiles files(folder.path() + "/root");
  CHECK(files.list().value() == std::vector<std::string>{"inside.yaml", "same.yaml"});
  CHECK(files.read("same.yaml", 10).value() == "i");
  for (const std::string path :
       {"link.yaml", "folder/more.yaml", "../secret.yaml", "dangling.yaml", "", ".", "loop"}) {
    CAPTURE(path);
    CHECK(!files.read(path, 10));
  }
  CHECK(!files.read((folder / "secret.yaml").string(), 10));
}

TEST_CASE("a sibling folder that begins with the name of the root is outside of it") {
  const Folder folder("sibling");
  folder.write("root/a.yaml", "a");
  folder.write("root2/b.yaml", "b");
  CHECK(!DiskFiles(folder.path() + "/root").read("../root2/b.yaml", 10));
}

TEST_CASE("a file larger than allowed is an error") {
  const Folder folder("large");
  folder.write("a.yaml", std::string(200'000, 'x'));
  const DiskFiles files(folder.path());
  CHECK(files.read("a.yaml", 200'000).value().size() == 200'000);
  CHECK(!files.read("a.yaml", 199'999));
  CHECK(!files.read("a.yaml", 0));
}

TEST_CASE("a root that is missing or not a folder is an error, not an empty list") {
  const Folder folder("missing");
  folder.write("a.yaml", "x");
  CHECK(!DiskFiles(folder.path() + "/none").list());
  CHECK(!DiskFiles(folder.path() + "/a.yaml").list());
}

TEST_CASE("files in memory behave like files on disk") {
  const MemoryFiles files({{"b.yaml", "bb"}, {"a.yaml", ""}});
  CHECK(files.list().value() == std::vector<std::string>{"a.yaml", "b.yaml"});
  CHECK(files.read("b.yaml", 2).value() == "bb");
  CHECK(files.read("a.yaml", 0).value().empty());
  CHECK(!files.read("b.yaml", 1));
  CHECK(!files.read("c.yaml", 9));
}
