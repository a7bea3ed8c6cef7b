// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Large logs for benchmarks: ordinary events of a few providers, streamed, the same bytes in every run.

#include <cstdint>
#include <string>

namespace forge {

/// Writes a log of about @p megabytes (of 2^20 bytes) to @p path, .evt or .evtx by its ending; how many records it holds.
/// Throws std::ios_base::failure.
std::uint64_t writeLargeLog(const std::string &path, std::uint64_t megabytes);

} // namespace forge
