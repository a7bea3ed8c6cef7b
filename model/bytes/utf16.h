// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// UTF-16LE text as it lies in a log, written into a dump without a QString in between. Text in logs is hostile: an
// unpaired surrogate, and what XML 1.0 cannot say at all, become U+FFFD; an odd last byte is left out.

#include "bytes/bytes.h"
#include "bytes/outbuffer.h"

#include <QString>

namespace evident {

/// The text as UTF-8, nothing escaped.
void appendUtf8(OutBuffer &out, Bytes utf16);
/// The inside of a JSON string (RFC 8259), without its quotes.
void appendJsonText(OutBuffer &out, Bytes utf16);
/// Character data or the inside of an attribute in either kind of quotes (XML 1.0); tab and line ends become character references in
/// attributes only. A carriage return in text stays one, as Windows writes it, though a reader takes it for a line end.
enum class XmlSpot : std::uint8_t { Text, Attribute };
void appendXmlText(OutBuffer &out, Bytes utf16, XmlSpot spot = XmlSpot::Text);

/// The text with its unpaired surrogates kept, as QString allows.
[[nodiscard]] QString toQString(Bytes utf16);
/// The bytes of @p text as a log would hold them.
[[nodiscard]] Bytes asUtf16Bytes(QStringView text);

/// The bytes before the first zero unit at or behind @p offset, and what follows that unit.
struct ZeroTerminated {
    Bytes text;
    std::size_t next = 0; ///< offset behind the terminator, or the view's end
    bool terminated = false;
};
[[nodiscard]] ZeroTerminated zeroTerminated(Bytes bytes, std::size_t offset);

} // namespace evident
