// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a log of another computer lies, as one text that can be typed, dropped, remembered and opened again: a file on a
// share, smb://host[:port]/share/path, which may also be written \\host\share\path; or a classic log that is asked for
// by calls, eventlog://host[:port]/name. Behind either may stand ?newest=N&since=SECONDS. Plain values.

#include "remote/remotetarget.h"

namespace evident {

/// No more of a log than its newest events; everything by default.
struct NewestWish {
    std::uint32_t newest = 0; ///< at most so many; 0 for all
    std::optional<std::uint32_t> since{}; ///< none written before, in seconds since 1970, UTC

    [[nodiscard]] bool isEverything() const { return newest == 0 && !since; }
};

/// A file or folder on a share.
struct SmbPath {
    RemoteTarget target;
    QString share;
    QString path; ///< below the share, parted by "/"; empty for the share itself
    NewestWish wish{}; ///< of an .evtx

    /// Nothing when @p written is no such location. A user in it (smb://user@host/…) is passed over: who asks is said
    /// elsewhere.
    [[nodiscard]] static std::optional<SmbPath> from(const QString &written);
    [[nodiscard]] static bool looksLike(const QString &written);
    [[nodiscard]] QString text() const; ///< smb://…, nothing in it encoded
    [[nodiscard]] QString fileName() const; ///< the last part
    /// An entry of this folder.
    [[nodiscard]] SmbPath below(const QString &name) const;
};

/// A classic log, and which of its records are wanted.
struct ClassicLocation {
    RemoteTarget target;
    QString log;
    std::uint32_t newest = 0; ///< at most so many; 0 for all
    std::optional<std::uint32_t> since; ///< seconds since 1970, UTC

    /// Of eventlog://host[:port]/name[?newest=N][&since=SECONDS]; nothing when it is none.
    [[nodiscard]] static std::optional<ClassicLocation> from(const QString &written);
    [[nodiscard]] static bool looksLike(const QString &written);
    [[nodiscard]] QString text() const;
    /// The same log with all of its records.
    [[nodiscard]] ClassicLocation whole() const { return {.target = target, .log = log, .newest = 0, .since = {}}; }
};

/// The location as it may be remembered and shown: without a user, and above all a password, before its computer's name.
[[nodiscard]] QString withoutAccount(const QString &location);
/// Whether the location is on another computer.
[[nodiscard]] bool isRemoteLocation(const QString &written);
/// The computer of such a location.
[[nodiscard]] std::optional<RemoteTarget> targetOf(const QString &location);

/// Where Windows keeps its .evtx files, below ADMIN$ and below C$.
[[nodiscard]] SmbPath logFolderBelowAdmin(const RemoteTarget &target);
[[nodiscard]] SmbPath logFolderBelowC(const RemoteTarget &target);

} // namespace evident
