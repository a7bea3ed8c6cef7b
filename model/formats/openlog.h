// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds out by content, never by name, what kind of log some bytes are, and opens the reader for it. The kinds stand in
// one constexpr table of {sniff, open} in openlog.cpp.

#include "formats/logreader.h"

namespace evident {

/// Opens the log in @p source. @p names must outlive the reader. Errors: NotALog when no kind of log knows the bytes (detail: what
/// they look like), UnsupportedVersion, Truncated (nothing but a piece of a head), ReadFailed.
[[nodiscard]] Result<std::shared_ptr<const LogReader>> openLog(std::shared_ptr<const ByteSource> source, Names &names);

/// True when the first bytes are those of some kind of log: the cheap question a folder asks of each of its files.
[[nodiscard]] bool looksLikeLog(const ByteSource &source);

} // namespace evident
