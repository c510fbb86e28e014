// SPDX-License-Identifier: MIT
#include "engine/base/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

namespace zhilu {
namespace {

namespace fs = std::filesystem;

/// True if `path` is `root` or lies below it; both are canonical.
bool lies_below(const fs::path& path, const fs::path& root) {
  return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

tl::unexpected<Error> too_large(std::string_view path, std::size_t max_bytes) {
  return fail(fmt::format("'{}' is larger than {} bytes", path, max_bytes));
}

/// The canonical place of `path` below `root`; an error if it does not exist or leads out of the root.
Result<fs::path> resolve(const std::string& root, std::string_view path) {
  const fs::path relative(path);
  if (path.empty() || relative.is_absolute())
    return fail(fmt::format("'{}' is not a path below the root", path));
  std::error_code error;
  const fs::path base = fs::canonical(root, error);
  if (error) return fail(fmt::format("cannot open '{}': {}", root, error.message()));
  const fs::path place = fs::canonical(base / relative, error);
  if (error) return fail(fmt::format("cannot open '{}': {}", path, error.message()));
  if (!lies_below(place, base)) return fail(fmt::format("'{}' leads out of the root", path));
  return place;
}

}  // namespace

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool is_file(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error) && !fs::is_directory(path, error);
}

Result<std::vector<std::string>> DiskFiles::list() const {
  std::error_code error;
  const fs::path base = fs::canonical(root_, error);
  if (error) return fail(fmt::format("cannot open '{}': {}", root_, error.message()));
  if (!fs::is_directory(base, error)) return fail(fmt::format("'{}' is not a folder", root_));

  std::vector<std::string> paths;
  fs::recursive_directory_iterator entry(base, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    // The iterator does not enter linked folders; a linked file must lie below the root as well.
    std::error_code ignored;
    if (!entry->is_regular_file(ignored)) continue;
    if (entry->is_symlink(ignored)) {
      const fs::path target = fs::canonical(entry->path(), ignored);
      if (ignored || !lies_below(target, base)) continue;
    }
    paths.push_back(entry->path().lexically_relative(base).generic_string());
  }
  if (error) return fail(fmt::format("cannot read the folder '{}': {}", root_, error.message()));
  std::sort(paths.begin(), paths.end());
  return paths;
}

Result<std::string> DiskFiles::read(std::string_view path, std::size_t max_bytes) const {
  const Result<fs::path> place = resolve(root_, path);
  if (!place) return tl::unexpected(place.error());
  std::error_code error;
  // Opening a pipe or a device could wait for ever.
  if (!fs::is_regular_file(*place, error)) return fail(fmt::format("'{}' is not a regular file", path));

  std::ifstream in(*place, std::ios::binary);
  if (!in) return fail(fmt::format("cannot open '{}'", path));
  std::string bytes;
  // One byte more than there should be, to see the end; a file that grows meanwhile is read on.
  std::size_t block = std::min<std::size_t>(fs::file_size(*place, error), max_bytes) + 1;
  if (error) return fail(fmt::format("cannot read '{}': {}", path, error.message()));
  for (; in && bytes.size() <= max_bytes; block = 64 * 1024) {
    const std::size_t old_size = bytes.size();
    bytes.resize(old_size + block);
    in.read(bytes.data() + old_size, static_cast<std::streamsize>(block));
    bytes.resize(old_size + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return fail(fmt::format("cannot read '{}'", path));
  if (bytes.size() > max_bytes) return too_large(path, max_bytes);
  return bytes;
}

Result<std::vector<std::string>> MemoryFiles::list() const {
  std::vector<std::string> paths;
  paths.reserve(files_.size());
  for (const auto& [path, bytes] : files_) paths.push_back(path);
  return paths;
}

Result<std::string> MemoryFiles::read(std::string_view path, std::size_t max_bytes) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return fail(fmt::format("there is no file '{}'", path));
  if (found->second.size() > max_bytes) return too_large(path, max_bytes);
  return found->second;
}

}  // namespace zhilu
