// SPDX-License-Identifier: MIT
#include "engine/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace zhilu {
namespace {

/// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

tl::unexpected<Error> system_error() {
  return fail(std::strerror(errno));
}

bool write_all(int descriptor, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  // Not blocking: opening a pipe must not wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return system_error();
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return system_error();
  if (S_ISDIR(status.st_mode)) return fail(std::strerror(EISDIR));
  if (!S_ISREG(status.st_mode)) return fail(std::strerror(EINVAL));
  MappedFile mapped;
  if (status.st_size == 0) return mapped;
  const auto size = static_cast<std::size_t>(status.st_size);
  // All of it is read at once by whoever sums it up, so its pages are best had at once too.
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number(), 0);
  if (data == MAP_FAILED) return system_error();
  mapped.data_ = static_cast<const std::byte*>(data);
  mapped.size_ = size;
  return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

Reservation::Reservation(std::size_t most) {
  constexpr std::size_t kLeast = std::size_t{1} << 20;
  for (std::size_t size = most; size >= kLeast; size /= 2) {
    void* data =
        ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (data == MAP_FAILED) continue;
    data_ = static_cast<std::byte*>(data);
    size_ = size;
    return;
  }
}

Reservation::~Reservation() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

Result<bool> write_file(const std::string& path, std::span<const std::span<const std::byte>> parts) {
  // A folder or a device is never replaced.
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    return fail(std::strerror(S_ISDIR(status.st_mode) ? EISDIR : EINVAL));
  }
  // Beside the file, because a file can be renamed only within its own disk.
  const std::string beside = path + "." + std::to_string(::getpid()) + ".new";
  const auto give_up = [&] {
    const int error = errno;
    ::unlink(beside.c_str());
    errno = error;
    return system_error();
  };
  // What a process of the same number left behind when it was killed.
  ::unlink(beside.c_str());
  {
    const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file.number() < 0) return system_error();
    for (const std::span<const std::byte> part : parts) {
      if (!write_all(file.number(), part)) return give_up();
    }
    if (::fsync(file.number()) != 0) return give_up();
  }
  if (std::rename(beside.c_str(), path.c_str()) != 0) return give_up();
  return true;
}

}  // namespace zhilu
