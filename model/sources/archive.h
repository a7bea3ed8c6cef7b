// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Logs inside of archives: zip, 7z, cab, tar (compressed or not) and single compressed files, through libarchive. What
// is wanted of an archive is unpacked at once into one private temporary file without a name, which the sources of the
// members share and which goes with the last of them; nothing is ever written anywhere else, whatever a member's path
// says. An archive may lie in an archive, but no deeper. Archives are hostile: how many members, how many bytes and how
// much larger than the archive they may be is limited.

#include "bytes/bytesource.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace evident {

/// True when the first bytes are an archive's (512 are enough).
[[nodiscard]] bool sniffArchive(Bytes head);

struct ArchiveLimits {
    std::uint64_t members = 100'000; ///< of all archives together, folders and what is passed over included
    std::uint64_t bytes = 32ULL * 1024 * 1024 * 1024; ///< unpacked, what is passed over included
    std::uint64_t ratio = 1'000; ///< unpacked to packed bytes; only asked above ratioFrom
    std::uint64_t ratioFrom = 256ULL * 1024 * 1024;
};

struct UnpackedFile {
    std::shared_ptr<const ByteSource> bytes; ///< its name is "archive.zip/inner/name.evtx"
};

struct UnpackedFiles {
    std::vector<UnpackedFile> files; ///< in the order of the archive
    std::uint64_t skipped = 0; ///< members that were not wanted
    std::vector<Error>
        errors; ///< what could not be unpacked; of a member that breaks off, what came out is among the files
};

struct UnpackQuestions {
    /// Whether a file that begins so is wanted; the source is short-lived.
    std::function<bool(const ByteSource &head)> isWanted;
    /// Asked once, when something in the archive @p name needs a password. Nothing: there is none.
    std::function<std::optional<QString>(const QString &name)> password;
    std::function<bool()> isCancelled;
};

/// Unpacks what is wanted. Errors of the archive as a whole: NotALog when it cannot be understood at all, ReadFailed,
/// WriteFailed when there is no room for a temporary file. TooLarge (a limit), TooDeep, Locked and broken members stand
/// in UnpackedFiles::errors.
[[nodiscard]] Result<UnpackedFiles> unpack(
    std::shared_ptr<const ByteSource> archive, const UnpackQuestions &questions, const ArchiveLimits &limits = {});

} // namespace evident
