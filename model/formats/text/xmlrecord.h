// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One Event element of an XML export (MS-EVEN6 2.2.13, event.xsd) read into tokens and written out again. Windows
// writes what XML forbids, control characters above all, so a record that a strict reader refuses is read again with
// those replaced. Free functions.

#include "bytes/outbuffer.h"
#include "error.h"
#include "formats/text/recordtokens.h"

namespace evident {

/// Errors: BadToken when @p element is no well-formed element, TooDeep; place.offset counts characters of @p element.
[[nodiscard]] Result<RecordTokens> tokensFromXml(QStringView element);

/// Writes the tokens as one element without a line break: attributes in double quotes, empty elements closed at once.
void appendXml(OutBuffer &out, const RecordTokens &tokens);

} // namespace evident
