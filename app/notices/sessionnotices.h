// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Watches the session and puts what the user should know into the message bar: a log that could not be read or only in
// part, reading that was stopped, a hive that was put beside the logs. Owned by the main window.

#include "session/session.h"

#include <map>

namespace evident {

class NoticeBar;

class SessionNotices final : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    SessionNotices(Session &session, NoticeBar &bar, QObject *parent = nullptr);
    void tell(const Error &error);
    /// So many rows are left out since it takes too many steps to tell whether the search's expression matches them; 0: none any more.
    void tellGivenUp(quint64 rows);

signals:
    void damageWanted();
    /// Ask everything that is open about this computer.
    void checkWanted(const QString &computer);

private:
    void lookAt(std::uint32_t number);
    void tellPart(const OpenLog &log);
    void tellDamage(const OpenLog &log);
    void tellStopped(const OpenLog &log);
    void tellNewHives();
    Session &m_session;
    NoticeBar &m_bar;
    std::map<std::uint32_t, LogState> m_known;
    std::size_t m_hivesKnown = 0;
};

} // namespace evident
