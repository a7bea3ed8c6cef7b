// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Hexadecimal digits, written without building a string. Whole runs of bytes: see appendHex() in outbuffer.h.

#include "bytes/bytes.h"
#include "bytes/outbuffer.h"

#include <string_view>

namespace evident {

/// Two upper-case digits at @p at; answers the place behind them.
inline char *putHexByte(char *at, std::uint8_t byte)
{
    constexpr std::string_view Digits = "0123456789ABCDEF";
    at[0] = Digits.data()[byte >> 4];
    at[1] = Digits.data()[byte & 0xf];
    return at + 2;
}

/// "0x" and the number in lower-case digits, without leading zeros.
void appendHexNumber(OutBuffer &out, std::uint64_t number);

} // namespace evident
