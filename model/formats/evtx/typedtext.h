// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way back from a value's text to its bytes, for events that come from a log without types. Free function.
// Specification: [MS-EVEN6] 2.2.12.20; the text forms are those of valuetext.h.

#include "formats/evtx/tokens.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace evident::evtx {

/// The bytes of a value of @p type that reads as @p text; nothing when no such value does. Known: unsigned numbers and hexadecimal
/// ones, FileTime, Guid (with braces or without), Sid, Binary.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> bytesFromText(ValueType type, QStringView text);

} // namespace evident::evtx
