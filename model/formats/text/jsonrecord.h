// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One event as JSON in the layout of evtx_dump ("#attributes" beside "#text", named Data as members; its
// --separate-json-attributes too) and in that of EvtxECmd's payload ("@Name" beside "#text"), read into tokens; and
// tokens written in the former layout. Free functions.

#include "bytes/outbuffer.h"
#include "error.h"
#include "formats/text/recordtokens.h"

namespace evident {

/// What the outermost object holds.
enum class JsonRoot : std::uint8_t {
    Event, ///< {"Event": {…}}
    Content, ///< {"EventData": {…}} or {"UserData": {…}}, taken for what stands in an Event
};

/// Errors: those of parseJson(), BadValue when the object is no event.
[[nodiscard]] Result<RecordTokens> tokensFromJson(QStringView text, JsonRoot root);

/// Writes the tokens as one object without a line break. The numbers of System stand bare, all else is text.
void appendJson(OutBuffer &out, const RecordTokens &tokens);

/// Writes JSON as it is, but for the blanks and line breaks between its signs.
void appendCompactJson(OutBuffer &out, QStringView json);

} // namespace evident
