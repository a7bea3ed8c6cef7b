// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window does with logs of other computers: connects, opens them, loads what is new and follows them. Following
// asks every few seconds, and less often while a computer does not answer. Owned by the main window.

#include "machines/remoteopener.h"
#include "session/followpace.h"

#include <QTimer>

namespace evident {

class ComputerCommands final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    ComputerCommands(Session &session, Checker &checker, QSettings &store, QWidget &window);

    /// Asks which computer, and which of its logs.
    void chooseLogs();
    void open(const QString &location) { m_opener.open(location); }
    void loadNews();
    void setFollowing(bool following);

Q_SIGNALS:
    void openWanted(const QStringList &locations);
    /// A sentence for the status line.
    void told(const QString &sentence);
    /// What is followed and does not answer, as long as it does not; empty once it does.
    void away(const QString &sentence);
    void trouble(const evident::Error &error);

private:
    void newsLoaded(std::uint64_t events, const std::optional<Error> &error);
    void tellWhetherAway(const std::optional<Error> &error);

    Session &m_session;
    QWidget &m_window;
    RemoteOpener m_opener;
    QTimer m_next;
    FollowPace m_pace;
    bool m_isFollowing = false;
    bool m_wasAsked = false; ///< by hand
};

} // namespace evident
