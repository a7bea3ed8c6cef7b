// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The dialog in which people say where chosen events are to be saved and in which form, and what of it the session is told.
// Free functions; used by the window's file commands.

#include "session/eventsaving.h"

class QWidget;

namespace evident {

struct EventFile {
    QString path;
    EventFileForm form = EventFileForm::Evtx;
};

/// Asks for a file; nothing when none was chosen. The form is the one that the name's ending says, else the chosen one.
[[nodiscard]] std::optional<EventFile> chooseEventFile(QWidget *parent, const QString &title, const QString &folder);

/// @p rows as the table shows them. Forms for people keep that order; in the others events lie as in their logs.
[[nodiscard]] SavingOrder savingOrder(const EventFile &file, RowIds rows, const QTimeZone &zone);

/// "3 events were saved as …", and what is missing among them.
[[nodiscard]] QString savedText(const SavedEvents &saved);

} // namespace evident
