// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window remembers from one day to the next. A plain value, read once at start and written at the end; the
// file is the caller's choice, so tests and screenshots keep out of the user's own.

#include "store/eventorder.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

class QSettings;

namespace evident {

enum class RowDensity { Dense, Comfortable };
enum class TimeDisplay { Local, Utc };

struct WindowSettings {
    QByteArray geometry;
    QByteArray wideLayout; ///< docks from LayoutKeeper::WideFrom px on
    QByteArray narrowLayout; ///< docks below that
    QByteArray eventColumns; ///< order, widths and visibility
    RowDensity density = RowDensity::Dense;
    TimeDisplay times = TimeDisplay::Local;
    TextKind searchKind = TextKind::Plain; ///< how what is typed into the search field is meant
    QStringList recent; ///< newest first
    QString lastFolder; ///< where the last file was chosen
    QStringList noticedVerdicts; ///< told on the desktop while following, by verdictWord()
    QStringList articleFolders; ///< of the person's teams

    [[nodiscard]] static WindowSettings load(const QSettings &from);
    void save(QSettings &to) const;
    /// Puts @p path on top of the recent ones, of which there are at most ten.
    void remember(const QString &path);
};

} // namespace evident
