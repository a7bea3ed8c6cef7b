// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Hives that were copied while Windows was writing, and the logs that hold what was not in them yet: from two states of
// one hive.

#include "forge/hive.h"

namespace forge {

enum class HiveLogStyle : std::uint8_t {
    Dirt, ///< to Windows 8 and Server 2012: one state, a bit for each sector
    Entries, ///< since Windows 8.1 and Server 2012 R2: numbered entries with hashes
};

/// @p hive (whole) as it is on the disk while something is written: its first sequence number ahead of the second.
[[nodiscard]] std::string dirtyHive(std::string hive);

/// The log that leads from one state of the hive to the next, over each of @p states in turn (Dirt: the last one). Every
/// state is a whole hive; the first is what dirtyHive() was given. @p first: how many steps an earlier log holds.
[[nodiscard]] std::string hiveLog(const std::vector<std::string> &states, HiveLogStyle style, std::uint32_t first = 0);

/// The hash of entries: Marvin32 with the registry's seed.
[[nodiscard]] std::uint64_t marvin32(std::string_view bytes);

} // namespace forge
