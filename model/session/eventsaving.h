// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Saves chosen events as a file of their own: the job, as a free function on what never changes. It runs on the session's
// pool, reads one event at a time and writes a file that appears only when it is whole.

#include "session/loadjobs.h"
#include "store/eventstore.h"

#include <QTimeZone>

#include <functional>

namespace evident {

enum class EventFileForm : std::uint8_t { Evtx, Xml, JsonLines, Csv, Text };

/// What is to be saved, and how an event becomes a line for people: the model's tables know that, and the window connects
/// the two.
struct SavingOrder {
    EventStore store;
    RowIds rows; ///< in the order that the file shall have
    EventFileForm form = EventFileForm::Evtx;
    QString path;
    QByteArray head; ///< before the first of such lines
    std::function<QByteArray(const Event &event, const QString &description, const QString &log)>
        line; ///< for Csv and Text
};

struct SavedEvents {
    QString path;
    std::uint64_t saved = 0;
    std::uint64_t unreadable = 0; ///< that their logs could not give any more
    std::uint64_t tooLarge = 0; ///< for an .evtx
};

/// Tells the progress in permille, only when it moved.
using SavingProgress = std::function<void(int permille)>;

/// Nothing when it was cancelled; then no file was written. Errors: NoPermission, NotFound (the folder), WriteFailed,
/// TooLarge (more than an .evtx can hold).
[[nodiscard]] std::optional<Result<SavedEvents>> saveEvents(
    const SavingOrder &order, const Shelf &shelf, const std::atomic_bool &cancelled, const SavingProgress &progress);

} // namespace evident
