// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a file of a Windows computer lies, as an article or an event names it: on a drive, or below the folder of Windows.
// The name may come out of a log, so what is no plain path is none. A plain value.

#include <QString>

#include <optional>

namespace evident {

struct FileOnComputer {
    QChar drive; ///< 'C'; null for the folder of Windows, wherever that is
    QString path; ///< below it, its parts parted by "/"

    /// Of "C:\a\b.dll", "%SystemRoot%\a.dll", "%windir%\…", "\SystemRoot\…", "\??\C:\…" and what the Service Control Manager
    /// takes as below Windows, "System32\…"; also in quotation marks. Nothing for anything else: no other variable, no
    /// network path, no wildcard, no stream, nothing that goes up.
    [[nodiscard]] static std::optional<FileOnComputer> from(const QString &written);
};

} // namespace evident
