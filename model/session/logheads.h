// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many events a log's file on a share holds, by the few bytes at its head and at the head of its oldest chunk; so a
// list of logs can tell it of hundreds of them. Free functions for jobs.

#include "remote/remotehost.h"
#include "remote/smbpath.h"

#include <QTemporaryFile>

namespace evident {

struct RecordCount {
    std::uint64_t count = 0;
    bool isExact = true; ///< false while Windows writes the log: then its head lags behind
};

/// Looks at the heads of one file after the other.
class LogHeads {
public:
    /// @p host must outlive it.
    explicit LogHeads(RemoteHost &host);

    /// Nothing when the file cannot be read or is no intact .evtx.
    [[nodiscard]] std::optional<RecordCount> count(const SmbPath &path, const Patience &patience);

private:
    /// So many bytes of the file, or nothing.
    [[nodiscard]] std::optional<std::vector<std::uint8_t>> bytesAt(
        std::uint32_t handle, std::uint64_t offset, std::uint32_t length, const Patience &patience);
    [[nodiscard]] std::optional<RecordCount> countOf(const OpenedFile &file, const Patience &patience);

    RemoteHost &m_host;
    QTemporaryFile m_piece; ///< what is read goes through a file of ours
};

} // namespace evident
