// SPDX-License-Identifier: MIT
#include "engine/base/source.h"

#include <doctest/doctest.h>

#include <string>

using namespace zhilu;

TEST_CASE("lines and columns count from one, columns in characters") {
  const SourceFile file("a.yaml", "标题: 甲\n🙂\tb\r\n\n尾");
  const auto check = [&](std::string_view before, std::uint32_t line, std::uint32_t column) {
    CAPTURE(before);
    const Position place = file.position(static_cast<std::uint32_t>(before.size()));
    CHECK(place.line == line);
    CHECK(place.column == column);
  };
  check("", 1, 1);
  check("标题: ", 1, 5);
  check("标题: 甲", 1, 6);
  check("标题: 甲\n", 2, 1);
  check("标题: 甲\n🙂", 2, 2);
  check("标题: 甲\n🙂\t", 2, 3);
  check("标题: 甲\n🙂\tb\r\n", 3, 1);
  check("标题: 甲\n🙂\tb\r\n\n尾", 4, 2);
  CHECK(file.position(9999).line == 4);
  CHECK(file.position(9999).column == 2);
}

TEST_CASE("a line is given without its line end") {
  const SourceFile file("a.yaml", "一\r\n二\n");
  REQUIRE(file.line_count() == 3);
  CHECK(file.line(1) == "一");
  CHECK(file.line(2) == "二");
  CHECK(file.line(3).empty());
  CHECK(file.line_start(2) == 5);
  CHECK(SourceFile("empty", "").line(1).empty());
}

TEST_CASE("editors count UTF-16 units, two for an emoji") {
  const SourceFile file("a.yaml", "x\n汉🙂b");
  const auto units = [&](std::string_view before) {
    return file.utf16_column(static_cast<std::uint32_t>(before.size()));
  };
  CHECK(units("x") == 1);
  CHECK(units("x\n") == 0);
  CHECK(units("x\n汉") == 1);
  CHECK(units("x\n汉🙂") == 3);
  CHECK(units("x\n汉🙂b") == 4);
}

TEST_CASE("an embedded text maps back piece by piece") {
  // The text `ab` `c` (an escape of four bytes in the file) `de`.
  const TextOrigin origin{FileId{7}, {{0, 100}, {2, 102}, {3, 106}}};
  const auto check = [&](std::uint32_t begin, std::uint32_t end, std::uint32_t file_begin,
                         std::uint32_t file_end) {
    const Span span = origin.map(begin, end);
    CHECK(span.file == FileId{7});
    CHECK(span.begin == file_begin);
    CHECK(span.end == file_end);
  };
  check(0, 1, 100, 101);
  check(1, 3, 101, 106);
  check(2, 3, 102, 106);
  check(3, 5, 106, 108);
  check(5, 5, 108, 108);
  CHECK(!TextOrigin{}.map(0, 3).file.is_set());
}

TEST_CASE("files are found again by their id") {
  SourceMap sources;
  const FileId first = sources.add("一.yaml", "a");
  const FileId second = sources.add("b.yaml", "b");
  CHECK(sources.size() == 2);
  CHECK(sources[first].path() == "一.yaml");
  CHECK(sources[second].text() == "b");
}
