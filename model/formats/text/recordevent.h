// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way between one record's tokens and an Event: the elements of event.xsd (System, EventData, UserData,
// RenderingInfo) into its members, and an exported event without XML of its own into the elements that Windows would
// have written. Free functions.

#include "events/event.h"
#include "formats/text/recordtokens.h"

namespace evident {

[[nodiscard]] Event eventFrom(const RecordTokens &tokens);
/// True when the tokens hold what makes an event: a System element with an EventID.
[[nodiscard]] bool isEvent(const RecordTokens &tokens);

/// What the export did not say is left out; Windows' words stand in RenderingInfo.
[[nodiscard]] RecordTokens tokensFrom(const Event &event);

} // namespace evident
