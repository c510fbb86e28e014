// SPDX-License-Identifier: MIT
#include "engine/base/mapped_file.h"

#include <doctest/doctest.h>

#include <cstring>
#include <filesystem>
#include <random>
#include <vector>

#include "engine/base/checksum.h"

namespace fs = std::filesystem;
using namespace zhilu;

TEST_CASE("a file is replaced as a whole, and who has mapped the old one keeps it") {
  const fs::path folder =
      fs::temp_directory_path() / ("zhilu_mapped_" + std::to_string(std::random_device{}()));
  fs::create_directories(folder);
  const std::string path = folder / "file";
  const auto write = [&](std::string_view text) {
    const std::span<const std::byte> parts[] = {std::as_bytes(std::span(text.substr(0, 2))),
                                                std::as_bytes(std::span(text.substr(2)))};
    return write_file(path, parts);
  };
  const auto text_of = [](const MappedFile& file) {
    return std::string(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
  };
  REQUIRE(write("the old text"));
  const auto old = MappedFile::open(path);
  REQUIRE(old);
  CHECK(text_of(*old) == "the old text");
  REQUIRE(write("new"));
  CHECK(text_of(*old) == "the old text");
  CHECK(text_of(*MappedFile::open(path)) == "new");
  CHECK(std::distance(fs::directory_iterator(folder), {}) == 1);

  CHECK(!MappedFile::open(folder));
  CHECK(!MappedFile::open(folder / "missing"));
  CHECK(!write_file(folder / "missing" / "file", {}));
  fs::remove_all(folder);
}

TEST_CASE("a checksum tells every single change of a text, its length and its seed") {
  std::vector<std::byte> bytes(3000);
  std::mt19937 random(1);
  for (std::byte& byte : bytes) byte = std::byte(random() & 0xFF);
  const std::uint64_t sum = checksum(bytes);
  CHECK(checksum(bytes) == sum);
  CHECK(checksum(bytes, 1) != sum);
  for (std::byte& byte : bytes) {
    for (int bit = 0; bit < 8; ++bit) {
      byte ^= std::byte(1 << bit);
      REQUIRE(checksum(bytes) != sum);
      byte ^= std::byte(1 << bit);
    }
  }
  std::vector<std::byte> longer = bytes;
  longer.push_back(std::byte{0});
  CHECK(checksum(longer) != sum);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    REQUIRE(checksum(std::span(bytes).first(size)) != sum);
  }
  // Long enough for several threads.
  std::vector<std::byte> large(std::size_t{9} << 20);
  const std::uint64_t zeros = checksum(large);
  for (const std::size_t at : {std::size_t{0}, large.size() / 2, large.size() - 1}) {
    large[at] = std::byte{1};
    CHECK(checksum(large) != zeros);
    large[at] = std::byte{0};
  }
  CHECK(checksum(large) == zeros);
}
