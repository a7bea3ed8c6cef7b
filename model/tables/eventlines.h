// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One event as people read it outside of a table: a line of CSV with CONTRACT's columns, or Event Viewer's block of
// "Log Name: …" lines. Free functions; where the bytes go is the caller's business.

#include "events/event.h"

#include <QByteArray>
#include <QTimeZone>

namespace evident {

/// The mark of UTF-8 and the names of the columns.
[[nodiscard]] QByteArray csvHead();
/// @p description as shown; @p file: the log that the event comes from.
[[nodiscard]] QByteArray csvLine(
    const Event &event, const QString &description, const QString &file, const QTimeZone &zone);
[[nodiscard]] QByteArray textBlock(const Event &event, const QString &description, const QTimeZone &zone);

} // namespace evident
