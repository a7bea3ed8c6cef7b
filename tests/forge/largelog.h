// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Large logs for benchmarks: ordinary events, streamed to disk, the same bytes in every run and on every machine.

#include <cstdint>
#include <string>

namespace forge {

/// Writes a log of about @p megabytes (of 2^20 bytes) to @p path, .evt or .evtx by its ending; how many records it holds.
/// Throws std::ios_base::failure.
std::uint64_t writeLargeLog(const std::string &path, std::uint64_t megabytes);

/// Writes an .evtx of exactly @p events short events, which may run to gigabytes. Throws std::ios_base::failure.
void writeLogOf(std::uint64_t events, const std::string &path);

} // namespace forge
