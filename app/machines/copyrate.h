// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How fast logs come from other computers and how long it will take, looked at every second while some come. Files are
// counted in bytes, classic logs in events. Owned by the main window.

#include "session/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>

namespace evident {

/// "about 40 seconds", "about 3 minutes", "about 2 hours".
[[nodiscard]] QString aboutTime(double seconds);

class CopyRate final : public QObject {
    Q_OBJECT
public:
    /// @p session must outlive it.
    CopyRate(const Session &session, QObject *parent);

Q_SIGNALS:
    /// "12 MB/s, about 3 minutes left"; "1,350 of 3,000 events, 900/s, about 2 seconds left"; empty when nothing comes any
    /// more.
    void told(const QString &text);

private:
    struct Moment {
        qint64 milliseconds;
        Session::Copying copying;
    };
    void look();
    [[nodiscard]] QString wordsFor(const Moment &first, const Moment &last) const;

    const Session &m_session;
    QTimer m_every;
    QElapsedTimer m_clock;
    std::deque<Moment> m_moments; ///< of the last seconds
    bool m_wasTold = false;
};

} // namespace evident
