// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the characters of an exported log are written, and the way from its bytes to a QString. Exports come as UTF-8
// with and without a byte order mark, as UTF-16 in either order, and from older systems in an ANSI code page. Free
// functions on bytes that somebody else owns.

#include "bytes/bytes.h"

#include <QString>

namespace evident {

enum class TextEncoding : std::uint8_t {
    EightBit, ///< no mark: UTF-8; a record that is no UTF-8 is taken for Windows-1252
    Utf8, ///< marked as UTF-8
    Utf16Le,
    Utf16Be,
};

struct TextStart {
    TextEncoding encoding = TextEncoding::EightBit;
    std::size_t begin = 0; ///< bytes of the byte order mark
    bool operator==(const TextStart &) const = default;
};

/// Looks at the byte order mark, or, where there is none, at where the zero bytes of the first characters lie.
[[nodiscard]] TextStart textStart(Bytes head);
/// False when the first bytes hold what no text holds: zeros (UTF-16 apart) or other control characters.
[[nodiscard]] bool looksLikeText(Bytes head);
/// Bytes of one unit: 1 or 2.
[[nodiscard]] constexpr std::size_t unitSize(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be ? 2 : 1;
}
/// The text of whole characters; what is no character becomes U+FFFD, an odd last byte of UTF-16 is left out.
[[nodiscard]] QString decodeText(Bytes bytes, TextEncoding encoding);

} // namespace evident
