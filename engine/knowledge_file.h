// SPDX-License-Identifier: MIT
// Compiled knowledge files: how they begin, and what may be wrong with one.
//
// A file is a header and an image: Knowledge, what compiling made of it, and what reading goes by, as they
// lie in an arena (base/arena.h). Opening maps the file and sums it up; nothing is read, built or copied. The
// image is good only for programs built from the same sources, which the header's fingerprint tells; and a
// file whose checksum is right is trusted like the program itself (docs/decisions/0008).
#pragma once

#include <array>
#include <cstdint>

#include "engine/base/diagnostic.h"

namespace zhilu {

struct KnowledgeFileHeader {
  std::array<char, 8> magic{};
  /// Reads as kOrder on machines with the order of bytes of the writer.
  std::uint32_t order = 0;
  /// How the header and what follows are laid out; counted up with every change of this struct.
  std::uint32_t format = 0;
  /// Of the sources that the program was built from, and of how its compiler lays out memory.
  std::uint64_t fingerprint = 0;
  /// Of the whole file, in bytes.
  std::uint64_t size = 0;
  /// Where the image's first struct begins, in bytes from the beginning of the file.
  std::uint64_t root = 0;
  /// Of the whole file, this being 0.
  std::uint64_t sum = 0;
  std::array<std::uint64_t, 2> unused{};

  static constexpr std::array<char, 8> kMagic = {'\x89', 'z', 'h', 'i', 'l', 'u', '\n', '\x1A'};
  static constexpr std::uint32_t kOrder = 0x01020304;
  static constexpr std::uint32_t kFormat = 1;
};
static_assert(sizeof(KnowledgeFileHeader) == 64);

// {0} is the file.
inline constexpr DiagnosticKind kCannotOpenFile{"cannot-open-file", Grade::Error, "打不开“{0}”：{1}",
                                                "cannot open '{0}': {1}"};
inline constexpr DiagnosticKind kEmptyFile{"knowledge-file-empty", Grade::Error,
                                           "“{0}”是空文件；用 zhilu build 重新生成",
                                           "'{0}' is empty; make it again with zhilu build"};
inline constexpr DiagnosticKind kForeignFile{
    "knowledge-file-foreign", Grade::Error, "“{0}”不是编译好的知识库；用 zhilu build 由知识库的目录生成",
    "'{0}' is no compiled knowledge; make it from the folder of the knowledge with zhilu build"};
inline constexpr DiagnosticKind kFileOfOtherVersion{
    "knowledge-file-version", Grade::Error, "“{0}”是另一个版本的 zhilu 生成的；用 zhilu build 重新生成",
    "'{0}' was made by another version of zhilu; make it again with zhilu build"};
inline constexpr DiagnosticKind kFileOfOtherMachine{
    "knowledge-file-machine", Grade::Error, "“{0}”是另一种机器上生成的；在这里用 zhilu build 重新生成",
    "'{0}' was made on another kind of machine; make it here with zhilu build"};
inline constexpr DiagnosticKind kFileOfWrongSize{
    "knowledge-file-size", Grade::Error, "“{0}”应有 {1} 字节，却有 {2} 字节；用 zhilu build 重新生成",
    "'{0}' has {2} bytes and should have {1}; make it again with zhilu build"};
inline constexpr DiagnosticKind kDamagedFile{
    "knowledge-file-damaged", Grade::Error, "“{0}”已损坏，校验和不对；用 zhilu build 重新生成",
    "'{0}' is damaged, its checksum is wrong; make it again with zhilu build"};

}  // namespace zhilu
