// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much memory this process has for itself, for those that measure or limit it.

#include <QFile>

#include <cstdint>

namespace evident {

/// Bytes that are in memory and that no file stands behind; 0 where the system does not tell.
[[nodiscard]] inline std::uint64_t privateBytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').first().toULongLong() * 1024;
    }
    return 0;
}

} // namespace evident
