// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A place in a log that could not be read, beside the events that could. Damage is not failure: the log is shown, and
// the user is told where and how much is missing.

#include "error.h"

#include <cstdint>
#include <vector>

namespace evident {

struct Damage {
    std::uint64_t offset = 0; ///< first byte of the unreadable or doubtful place, from the file's start
    std::uint64_t length = 0; ///< bytes, up to what is known to be hit
    ErrorCode code = ErrorCode::BadValue;
    const char *what = ""; ///< static literal naming the structure, e.g. "chunk header", "record"
    bool operator==(const Damage &) const = default;
};

using Damages = std::vector<Damage>;

} // namespace evident
