// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One record of a table taken apart at its separators: quoted cells with doubled quotes and line breaks inside
// (RFC 4180), as Event Viewer, PowerShell and EvtxECmd write them. Free functions.

#include <QString>
#include <QStringList>

namespace evident {

/// The cells in order, without their quotes. A quote that is not at a cell's begin is an ordinary sign. No more than
/// @p most: the last of them then holds all that is left, as it stands.
[[nodiscard]] QStringList cellsOf(QStringView record, QChar separator, qsizetype most = 1024);

/// Tab, semicolon or comma, whichever parts @p heading into most cells; null when none does.
[[nodiscard]] QChar separatorOf(QStringView heading);

/// A number without a sign, in quotes or brackets or neither.
[[nodiscard]] bool isNumber(QStringView cell);

} // namespace evident
