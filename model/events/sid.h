// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A security identifier in the binary form of logs (MS-DTYP 2.4.2.2) written as text (2.4.2.1): "S-1-5-18".

#include "bytes/bytes.h"
#include "bytes/outbuffer.h"

#include <QString>

namespace evident {

/// True when @p bytes begin with a whole SID; what follows it is not looked at.
[[nodiscard]] bool isSid(Bytes bytes);
/// Writes the SID that @p bytes begin with; nothing when there is none.
void appendSid(OutBuffer &out, Bytes bytes);
/// The same as a string; empty when there is none.
[[nodiscard]] QString sidText(Bytes bytes);

} // namespace evident
