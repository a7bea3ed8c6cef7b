// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Floating-point values as the two dumps write them, which differ in it: evtx_dump's jsonl gives the shortest digits that
// mean the number, with at least one behind the point, libevtx's XML six digits and an exponent of three. Free functions.

#include "bytes/outbuffer.h"
#include "formats/evtx/value.h"

namespace evident::evtx {

[[nodiscard]] constexpr bool isReal(ValueType type)
{
    return type == ValueType::Real32 || type == ValueType::Real64;
}

/// "0.1", "16777216.0", "1e+16", "NaN". @p value must be a whole Real32 or Real64.
void appendJsonReal(OutBuffer &out, const Value &value);
/// "1.000000e-001", "Inf", "NaN". @p value as above.
void appendXmlReal(OutBuffer &out, const Value &value);

} // namespace evident::evtx
