// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fixed structures of an .evt file (Windows NT 3.1 to Server 2003), as "Event Log File Format" in the Windows SDK
// and MS-EVEN 2.2.3 describe them: ELF_LOGFILE_HEADER, EVENTLOGRECORD, ELF_EOF_RECORD. All numbers are little-endian.
// Behind the header the file is a ring: what does not fit before the file's end goes on behind the header.

#include "bytes/bytes.h"

#include <optional>

namespace evident::evt {

inline constexpr std::uint64_t HeaderSize = 0x30;
inline constexpr std::uint32_t Signature = 0x654c664c; // "LfLe"

/// ELF_LOGFILE_HEADER. In a file copied from a running system its offsets and numbers are stale.
struct FileHeader {
    std::uint32_t major = 0;
    std::uint32_t minor = 0;
    std::uint32_t start = 0; ///< file offset of the oldest record
    std::uint32_t end = 0; ///< file offset of the end-of-file record
    std::uint32_t flags = 0;
    std::uint32_t endSize = 0; ///< HeaderSize once more
};
inline constexpr std::size_t HeaderVersionAt = 8;
inline constexpr std::size_t HeaderEndAt = 20;
inline constexpr std::size_t HeaderEndSizeAt = 44;
inline constexpr std::uint32_t FlagDirty = 1;

/// Size and signature stand at the front.
[[nodiscard]] bool looksLikeHeader(Bytes bytes);
/// @p bytes holds HeaderSize bytes.
[[nodiscard]] FileHeader readHeader(Bytes bytes);

inline constexpr std::uint64_t CursorSize = 0x28;
inline constexpr std::size_t CursorBeginAt = 20;
inline constexpr std::size_t CursorEndAt = 24;

/// ELF_EOF_RECORD: moves behind each record that is written, so it tells where the log really begins and ends.
struct EndOfFile {
    std::uint32_t begin = 0; ///< file offset of the oldest record; @c end when there is none
    std::uint32_t end = 0; ///< its own file offset
    std::uint32_t next = 0; ///< number of the next record
    std::uint32_t oldest = 0; ///< number of the oldest record
};
/// Nothing when the CursorSize bytes are no such record.
[[nodiscard]] std::optional<EndOfFile> readEndOfFile(Bytes bytes);
/// Where the sixteen bytes that mark one begin, counted from its start, and the bytes.
inline constexpr std::size_t CursorMarkAt = 4;
[[nodiscard]] Bytes cursorMark();

/// Fixed part of an EVENTLOGRECORD; its last four bytes hold its size once more.
inline constexpr std::uint32_t RecordHeadSize = 0x38;
inline constexpr std::uint32_t SmallestRecord = RecordHeadSize + 4;
/// No record is larger: more than the event log service ever hands out in one piece (MS-EVEN 2.2.5).
inline constexpr std::uint32_t LargestRecord = 0x80000;
/// Fills the file's end where the fixed part of a record would not fit any more.
inline constexpr std::uint32_t Filler = 0x27;

} // namespace evident::evt
