// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What Windows had written to a hive's logs and not yet to the hive: SYSTEM.LOG (NT to 2003), SYSTEM.LOG1 and .LOG2
// (since Vista). A hive that was copied from a running machine is mostly dirty; without its logs a service that was
// installed an hour ago is not in it. Specification: the Windows registry file format specification of M. Suhanov (2015
// ff.), chapters "Format of transaction log files", "Dirty state of a hive" and "Multiple transaction log files".
//
// Entries are followed only as Windows itself follows them: each with its hashes right and its number one higher than
// the one before; the first that fails ends it. A log that belongs to another state of the hive is left alone.

#include "bytes/bytes.h"

#include <QByteArray>

#include <span>

namespace evident {

struct HiveReplay {
    QByteArray hive; ///< with what the logs held; its header says that it is whole
    int entries = 0; ///< how many were applied (a log of the old format is one); 0: no log continues the hive
};

/// True when the header's checksum is wrong or its two sequence numbers differ: writing had begun and not ended.
[[nodiscard]] bool isDirtyHive(Bytes hive);

/// @p hive, which is dirty, with what @p logs add to it. Never larger than @p largest bytes.
[[nodiscard]] HiveReplay replayHiveLogs(const QByteArray &hive, std::span<const QByteArray> logs, std::size_t largest);

inline constexpr std::uint64_t HiveLogSeed = 0xC5554E7A'884DEF82;

/// The hash of log entries (Niels Ferguson's Marvin32, as .NET has it too).
[[nodiscard]] std::uint64_t marvin32(Bytes bytes, std::uint64_t seed = HiveLogSeed);

} // namespace evident
