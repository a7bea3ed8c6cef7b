// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run of evident-cli came to. The numbers are part of the public face.

#include <algorithm>

namespace evident {

enum class ExitCode : int {
    Done = 0, ///< nothing left out
    Partly = 1, ///< done, but something could not be read or asked, which was said
    Usage = 2, ///< wrong usage, or not built yet
    Nothing = 3, ///< nothing could be done
    Cancelled = 130,
};

[[nodiscard]] constexpr ExitCode worse(ExitCode a, ExitCode b)
{
    return std::max(a, b);
}

} // namespace evident
