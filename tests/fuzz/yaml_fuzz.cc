// SPDX-License-Identifier: MIT
// Any bytes as a file of the knowledge: as its root, as a graph, as shared elements, as a source.
#include <cstdint>
#include <string>

#include "engine/engine.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhilu;
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const char* path : {"knowledge.yaml", "topics/a/graph.yaml", "shared/steps.yaml", "sources/a.yaml"}) {
    std::map<std::string, std::string, std::less<>> files{{"knowledge.yaml", "name: a\ntitle: 甲\n"}};
    files[path] = text;
    const Opened opened = open(MemoryFiles(std::move(files)));
    render(opened.diagnostics, opened.sources, Tongue::Chinese);
  }
  return 0;
}
