// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GUIDs as Windows stores them (three little-endian numbers, then eight bytes) and as it writes them.

#include "bytes/bytes.h"
#include "bytes/outbuffer.h"

namespace evident {

inline constexpr std::size_t GuidSize = 16;

/// Writes "A0C1853B-5C40-4B15-8766-3CF1C58F985A", without braces. @p guid must hold 16 bytes; nothing is written of fewer.
void appendGuid(OutBuffer &out, Bytes guid);

} // namespace evident
