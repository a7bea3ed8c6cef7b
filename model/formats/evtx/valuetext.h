// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of one value, as Windows writes it into an event's XML. Free functions; the caller owns where they write.
// Specification: [MS-EVEN6] 2.2.12.20 for the types, the files themselves for the forms.

#include "bytes/outbuffer.h"
#include "bytes/utf16.h"
#include "formats/evtx/value.h"

namespace evident::evtx {

/// True for the types whose text may need escaping: strings and XML.
[[nodiscard]] constexpr bool isText(ValueType type)
{
    return type == ValueType::String || type == ValueType::AnsiString || type == ValueType::EvtXml;
}

/// Writes a value that is neither text, array nor nested: digits, letters and punctuation that no form escapes.
void appendPlain(OutBuffer &out, const Value &value);

/// The value's text: of an array its items with commas between them, of nested XML nothing.
[[nodiscard]] QString valueText(const Value &value);

/// UTF-16LE of a string value as far as it means something: behind a terminator nothing counts.
[[nodiscard]] Bytes stringBytes(const Value &value);

/// Text of one-byte characters (Windows-1252) as UTF-16LE bytes.
[[nodiscard]] std::u16string ansiText(Bytes bytes);

} // namespace evident::evtx
