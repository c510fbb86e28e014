# cmake -DLIST=file -DFOLDER=folder -DVERSION=1.2.3 -DOUTPUT=header -P fingerprint.cmake
#
# Writes a header with a number that changes whenever one of the files listed changes.
file(STRINGS ${LIST} files)
set(sums ${VERSION})
foreach(file IN LISTS files)
  file(SHA256 ${FOLDER}/${file} sum)
  string(APPEND sums " ${file} ${sum}")
endforeach()
string(SHA256 sum "${sums}")
string(SUBSTRING ${sum} 0 16 sum)
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[
// SPDX-License-Identifier: MIT
// Made by engine/fingerprint.cmake.
#pragma once

#include <cstdint>

namespace zhilu {

/// Of the sources that make and read compiled knowledge files.
inline constexpr std::uint64_t kSourceFingerprint = 0x@sum@;

}  // namespace zhilu
]])
