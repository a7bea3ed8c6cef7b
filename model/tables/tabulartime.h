// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times as a column of them reads best: the locale's own order and separators, every part always as wide. A value; a
// table keeps one and makes it anew when zone or locale change.

#include "events/timestamp.h"

#include <QLocale>

namespace evident {

class TabularTime {
public:
    explicit TabularTime(QTimeZone zone, const QLocale &locale = QLocale());
    /// "12/31/1999 11:59:07 PM", "31.12.1999 23:59:07"; empty for no time, ticks where no calendar reaches.
    [[nodiscard]] QString text(Timestamp time) const;
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

private:
    QTimeZone m_zone;
    QLocale m_locale;
    QString m_format;
};

} // namespace evident
