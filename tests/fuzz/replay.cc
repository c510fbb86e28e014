// SPDX-License-Identifier: MIT
// Runs a fuzzer over the files of a folder, for builds without a fuzzing engine.
//
// Besides each seed itself it tries cheap variations of it (cut at every sixteenth, one byte changed,
// doubled), so that a plain test run already leaves the beaten path.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& bytes) {
  // A copy of exactly that size on the heap, so that a sanitizer sees a read past the end.
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t inputs = 0;
  for (int i = 1; i < argc; ++i) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& path : files) {
      std::ifstream file(path, std::ios::binary);
      const std::string seed((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
      run(seed);
      ++inputs;
      for (std::size_t part = 1; part < 16; ++part) {
        run(seed.substr(0, seed.size() * part / 16));
        std::string changed = seed;
        if (!changed.empty()) changed[changed.size() * part / 16] = static_cast<char>(part * 17);
        run(changed);
        inputs += 2;
      }
      run(seed + seed);
      ++inputs;
    }
  }
  std::printf("%zu inputs\n", inputs);
  return inputs == 0 ? 1 : 0;
}
