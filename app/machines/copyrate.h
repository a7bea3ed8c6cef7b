// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How fast log files come from other computers and how long it will take, looked at every second while some come. Owned by
// the main window.

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>

namespace evident {

class Session;

/// "about 40 seconds", "about 3 minutes", "about 2 hours".
[[nodiscard]] QString aboutTime(double seconds);

class CopyRate final : public QObject {
    Q_OBJECT
public:
    /// @p session must outlive it.
    CopyRate(const Session &session, QObject *parent);

Q_SIGNALS:
    /// "12 MB/s, about 3 minutes left"; empty when nothing comes any more.
    void told(const QString &text);

private:
    void look();

    struct Moment {
        qint64 milliseconds;
        std::uint64_t bytes;
    };
    const Session &m_session;
    QTimer m_every;
    QElapsedTimer m_clock;
    std::deque<Moment> m_moments; ///< of the last seconds
    bool m_wasTold = false;
};

} // namespace evident
