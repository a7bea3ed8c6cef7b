// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Says what bytes look like when they are no log, from their first few, so that an unknown file gets one sentence with
// what it seems to be. A free function; the words are keys (never translated) that app/errortext turns into a phrase.

#include "bytes/bytes.h"

#include <QString>

namespace evident {

/// One of: "empty", "zeros", "zip", "7z", "rar", "cab", "gzip", "bzip2", "xz", "zstd", "tar", "registry hive", "program", "ELF program", "crash dump", "PDF",
/// "PNG", "JPEG", "GIF", "SQLite database", "ESE database", "OLE document", "XML", "HTML", "JSON", "text", "UTF-16 text",
/// "unknown". @p head: the first bytes of the file, a few hundred at least where there are so many.
[[nodiscard]] QString contentKind(Bytes head);

} // namespace evident
