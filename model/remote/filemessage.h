// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program and evident-remote say to each other about files of the computer: the bodies of the frames in
// message.h. There is nothing among them that could change a file there. What is read does not pass through the socket:
// the child puts it into a file that the program hands over, at the same offset, so that it is written once and never
// copied from process to process. Free of Qt, as message.h is.

#include "remote/message.h"

namespace evident {

/// The most bytes that one ReadFile may ask for.
inline constexpr std::uint32_t LargestFileRead = 8U * 1024 * 1024;
/// The most entries of a folder that are told.
inline constexpr std::uint32_t MostFolderEntries = 100'000;

/// text share ("ADMIN$") · text path below it, its parts parted by "/"; empty for the share itself
struct FileRequest {
    std::string share;
    std::string path;
};

enum class FileKind : std::uint8_t { File, Folder };

/// u8 kind · u64 size · u64 changed
struct FileFacts {
    FileKind kind = FileKind::File;
    std::uint64_t size = 0; ///< in bytes
    std::uint64_t changed = 0; ///< last change, in nanoseconds since 1970, UTC
};

/// text name · facts
struct FolderEntry {
    std::string name;
    FileFacts facts;
};

/// u32 handle · facts
struct OpenedFile {
    std::uint32_t handle = 0;
    FileFacts facts;
};

/// u32 handle · u64 offset · u32 length
struct FileRead {
    std::uint32_t handle = 0;
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
};

[[nodiscard]] std::vector<std::uint8_t> bodyOf(const FileRequest &request);
[[nodiscard]] std::vector<std::uint8_t> bodyOf(const FileFacts &facts);
[[nodiscard]] std::vector<std::uint8_t> bodyOf(const std::vector<FolderEntry> &entries);
[[nodiscard]] std::vector<std::uint8_t> bodyOf(const OpenedFile &opened);
[[nodiscard]] std::vector<std::uint8_t> bodyOf(const FileRead &read);

// Nothing when the body is too short, or holds a number that means nothing.
[[nodiscard]] std::optional<FileRequest> fileRequestFrom(Bytes body);
[[nodiscard]] std::optional<FileFacts> fileFactsFrom(Bytes body);
[[nodiscard]] std::optional<std::vector<FolderEntry>> folderFrom(Bytes body);
[[nodiscard]] std::optional<OpenedFile> openedFileFrom(Bytes body);
[[nodiscard]] std::optional<FileRead> fileReadFrom(Bytes body);

} // namespace evident
