// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SYSTEMTIME (MS-DTYP 2.3.13): eight 16-bit fields, year to millisecond. A value, read from 16 bytes.

#include "bytes/bytes.h"
#include "bytes/outbuffer.h"
#include "events/timestamp.h"

namespace evident::evtx {

/// "2020-01-31T23:59:59.123Z": the fields as they stand, even where they are no date.
void appendSystemTime(OutBuffer &out, Bytes fields);
/// The moment it means; null when the fields are no date.
[[nodiscard]] Timestamp fromSystemTime(Bytes fields);
/// The moment that ISO text means, with up to seven digits of a second and Z or nothing behind; null when it is none.
[[nodiscard]] Timestamp fromIsoText(QStringView text);

} // namespace evident::evtx
