// SPDX-License-Identifier: MIT
#include "engine/knowledge_file.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <span>
#include <string>
#include <utility>

#include "engine/base/arena.h"
#include "engine/base/checksum.h"
#include "engine/check/checks.h"
#include "engine/fingerprint.h"
#include "engine/locale/script.h"
#include "engine/parts.h"

namespace zhilu {
namespace {

/// All that is in a file behind its header.
struct Image {
  Knowledge knowledge;
  CompiledTables compiled;
  ReaderTables reader;
};

/// Of the sources, and of what the same sources can differ in: how a compiler lays out memory.
std::uint64_t fingerprint() {
  const std::array<std::uint64_t, 8> sizes = {kSourceFingerprint, sizeof(Image),    sizeof(Node),
                                              sizeof(Edge),       sizeof(Step),     sizeof(Channel),
                                              sizeof(Condition),  sizeof(Predicate)};
  return checksum(std::as_bytes(std::span(sizes)));
}

/// The sum of a file: of its header without the sum, then of the rest.
std::uint64_t sum_of(KnowledgeFileHeader header, std::span<const std::byte> image) {
  header.sum = 0;
  return checksum(image, checksum(std::as_bytes(std::span(&header, 1))));
}

/// Null if `bytes` are a file that may be used; else what is wrong with them.
const DiagnosticKind* find_fault(std::span<const std::byte> bytes, KnowledgeFileHeader& header) {
  if (bytes.empty()) return &kEmptyFile;
  const std::size_t begin = std::min(bytes.size(), sizeof header);
  std::memcpy(static_cast<void*>(&header), bytes.data(), begin);
  if (header.magic != KnowledgeFileHeader::kMagic) return &kForeignFile;
  // Of a file that is cut off within its header even the size is not known.
  if (begin < sizeof header) return &kDamagedFile;
  if (header.order != KnowledgeFileHeader::kOrder) return &kFileOfOtherMachine;
  if (header.format != KnowledgeFileHeader::kFormat) return &kFileOfOtherVersion;
  if (header.fingerprint != fingerprint()) return &kFileOfOtherVersion;
  if (header.size != bytes.size()) return &kFileOfWrongSize;
  if (header.sum != sum_of(header, bytes.subspan(sizeof header))) return &kDamagedFile;
  const bool has_root = header.root >= sizeof header && header.root % alignof(Image) == 0 &&
                        header.root <= header.size && header.size - header.root >= sizeof(Image);
  return has_root ? nullptr : &kDamagedFile;
}

/// The engine over a mapped file that is whole.
std::shared_ptr<const Engine> engine_of(MappedFile file, const KnowledgeFileHeader& header) {
  const auto& image = *std::launder(reinterpret_cast<const Image*>(file.bytes().data() + header.root));
  // Only the outermost lists are copied, and they refer to the file.
  const Referring referring;
  auto knowledge = std::make_shared<Knowledge>(image.knowledge);
  knowledge->lazy_programs = std::make_shared<LazyPrograms>(knowledge->conditions.size());
  auto compiled = std::make_shared<const Compiled>(Compiled{image.compiled, std::move(knowledge)});
  return make_engine(std::move(compiled), image.reader, std::move(file));
}

/// Texts of more bytes in all are not derived: that would take seconds, and make the file half as large
/// again.
constexpr std::size_t kMostDerived = std::size_t{1} << 20;

/// Adds to the corrections of traditional Chinese what is derived of the other texts, so that nobody who
/// opens the file pays for the start of the conversion, 20 ms.
void derive_traditional(Knowledge& knowledge) {
  std::size_t size = 0;
  checks::visit_texts(knowledge, [&](const Text& text) { size += text.source.size(); });
  const TraditionalScript script;
  if (size > kMostDerived || !script.is_available()) return;
  Translations& texts = knowledge.translations[tag_of(Language::Hant)];
  checks::visit_texts(knowledge, [&](const Text& text) {
    if (text.key.empty() || text.empty() || texts.contains(text.key)) return;
    texts[text.key] = script.convert(text.source);
  });
}

}  // namespace

Opened open_file(std::string_view path) {
  Opened opened;
  const std::string name(path);
  Result<MappedFile> file = MappedFile::open(name);
  if (!file) {
    opened.diagnostics.add(kCannotOpenFile, {}, {name, file.error().message});
    return opened;
  }
  KnowledgeFileHeader header;
  const DiagnosticKind* fault = find_fault(file->bytes(), header);
  if (fault == nullptr) {
    opened.engine = engine_of(*std::move(file), header);
  } else {
    opened.diagnostics.add(*fault, {},
                           {name, std::to_string(header.size), std::to_string(file->bytes().size())});
  }
  return opened;
}

Opened open_path(std::string_view path) {
  return is_folder(std::string(path)) ? open_folder(path) : open_file(path);
}

Result<std::size_t> Engine::save(const std::string& path) const {
  try {
    Knowledge knowledge = parts_->knowledge();
    derive_traditional(knowledge);
    Arena arena;
    void* place = arena.allocate(sizeof(Image), alignof(Image));
    {
      const Placing placing(arena);
      new (place) Image{knowledge, *parts_->compiled, parts_->reader.tables()};
    }
    KnowledgeFileHeader header{.magic = KnowledgeFileHeader::kMagic,
                               .order = KnowledgeFileHeader::kOrder,
                               .format = KnowledgeFileHeader::kFormat,
                               .fingerprint = fingerprint(),
                               .size = sizeof header + arena.bytes().size(),
                               .root = sizeof header};
    header.sum = sum_of(header, arena.bytes());
    const std::span<const std::byte> parts[] = {std::as_bytes(std::span(&header, 1)), arena.bytes()};
    const Result<bool> written = write_file(path, parts);
    if (!written) return tl::unexpected(written.error());
    return static_cast<std::size_t>(header.size);
  } catch (const std::bad_alloc&) {
    return fail("not enough memory");
  }
}

}  // namespace zhilu
