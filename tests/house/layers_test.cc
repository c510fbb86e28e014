// SPDX-License-Identifier: MIT
// Who may include whom: engine/layers.txt against every #include of the tree.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <sstream>

#include "tests/house/tree.h"

namespace zhilu::house {
namespace {

struct Room {
  int storey = 0;
  std::set<std::string> may_include;
};

std::map<std::string, Room> read_layers() {
  std::map<std::string, Room> rooms;
  std::istringstream in(read_file("engine/layers.txt"));
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line);
    Room room;
    std::string name;
    std::string below;
    words >> room.storey >> name;
    while (words >> below) room.may_include.insert(below);
    rooms[name] = room;
  }
  return rooms;
}

// The room a path belongs to: `expr` of engine/expr/parser.h, `engine.h` of engine/engine.h, `cli` of
// anything there.
std::string room_of(const std::string& path) {
  if (path.starts_with("cli/")) return "cli";
  const std::string rest = path.substr(path.find('/') + 1);
  const std::size_t slash = rest.find('/');
  return slash == std::string::npos ? "engine.h" : rest.substr(0, slash);
}

std::vector<TreeFile> sources() {
  std::vector<TreeFile> files = files_below("engine", {".h", ".cc"});
  for (TreeFile& file : files_below("cli", {".h", ".cc"})) files.push_back(std::move(file));
  return files;
}

TEST_CASE("every arrow of layers.txt goes down") {
  const std::map<std::string, Room> rooms = read_layers();
  for (const auto& [name, room] : rooms) {
    for (const std::string& below : room.may_include) {
      REQUIRE_MESSAGE(rooms.contains(below), name << " may include '" << below << "', which is no room");
      CHECK_MESSAGE(rooms.at(below).storey < room.storey, name << " -> " << below << " does not go down");
    }
  }
}

TEST_CASE("every include follows an arrow of layers.txt") {
  const std::map<std::string, Room> rooms = read_layers();
  for (const TreeFile& file : sources()) {
    const std::string room = room_of(file.path);
    REQUIRE_MESSAGE(rooms.contains(room), file.path << ": layers.txt has no room '" << room << "'");
    for (const Include& include : includes_of(file)) {
      if (!include.own) continue;
      CAPTURE(file.path);
      CAPTURE(include.line);
      const bool rooted = include.path.starts_with("engine/") || include.path.starts_with("cli/");
      CHECK_MESSAGE(rooted, "'" << include.path << "' is not written from the root");
      const std::string below = room_of(include.path);
      CHECK_MESSAGE((below == room || rooms.at(room).may_include.contains(below)),
                    room << " may not include '" << include.path << "'");
    }
  }
}

TEST_CASE("every third-party library has one home") {
  struct Home {
    std::string prefix;
    std::string home;
  };
  const std::vector<Home> homes = {
      {"yaml-cpp/", "engine/load/yaml.cc"}, {"boost/graph", "engine/graph/"}, {"boost/", "engine/graph/"},
      {"unicode/", "engine/locale/"},       {"nlohmann/", "cli/json/"},       {"CLI/", "cli/args.cc"},
      {"histedit.h", "cli/line_reader.cc"},
  };
  for (const TreeFile& file : sources()) {
    for (const Include& include : includes_of(file)) {
      if (include.own) continue;
      CAPTURE(file.path);
      for (const Home& home : homes) {
        if (!include.path.starts_with(home.prefix)) continue;
        CHECK_MESSAGE(file.path.starts_with(home.home),
                      "<" << include.path << "> belongs into " << home.home);
        break;
      }
      if (include.path.starts_with("fmt/")) CHECK_MESSAGE(file.path.ends_with(".cc"), "fmt in a header");
    }
  }
}

TEST_CASE("the engine knows no terminal, no clock and no network") {
  const std::set<std::string> foreign = {"iostream", "ctime",  "time.h",    "sys/socket.h",
                                         "unistd.h", "thread", "sys/mman.h"};
  // Maps files, and sums up large ones on several processors.
  const std::set<std::pair<std::string, std::string>> homes = {{"engine/base/mapped_file.cc", "unistd.h"},
                                                               {"engine/base/mapped_file.cc", "sys/mman.h"},
                                                               {"engine/base/checksum.cc", "thread"}};
  for (const TreeFile& file : files_below("engine", {".h", ".cc"})) {
    for (const Include& include : includes_of(file)) {
      if (homes.contains({file.path, include.path})) continue;
      CHECK_MESSAGE(!foreign.contains(include.path), file.path << " includes <" << include.path << ">");
    }
    CHECK_MESSAGE(file.text.find("system_clock") == std::string::npos, file.path << " reads the clock");
  }
}

}  // namespace
}  // namespace zhilu::house
