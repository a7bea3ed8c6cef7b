// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes of a QByteArray as everything here reads them. The view goes with the array.

#include "bytes/bytes.h"

#include <QByteArray>

namespace evident {

[[nodiscard]] inline Bytes viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

} // namespace evident
