// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/computercommands.h"

#include "machines/connectdialog.h"
#include "remote/smbpath.h"
#include "session/session.h"

#include <QLocale>
#include <QTime>

#include <utility>

namespace evident {

ComputerCommands::ComputerCommands(Session &session, Checker &checker, QSettings &store, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
    , m_opener(session, checker, store, window)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] {
        m_next.start(m_pace.pause()); // nothing is asked, and nothing answered, while logs are being loaded
        m_session.loadNews();
    });
    connect(&m_opener, &RemoteOpener::trouble, this, &ComputerCommands::trouble);
    connect(&session, &Session::newsLoaded, this, &ComputerCommands::newsLoaded);
}

void ComputerCommands::chooseLogs()
{
    auto *dialog = new ConnectDialog(m_opener, &m_window); // deletes itself
    connect(dialog, &ConnectDialog::openWanted, this, &ComputerCommands::openWanted);
    dialog->open();
}

void ComputerCommands::loadNews()
{
    m_wasAsked = true;
    m_session.loadNews();
}

void ComputerCommands::setFollowing(bool following)
{
    m_isFollowing = following;
    m_pace = {};
    if (following) {
        emit told(tr("Following: what is new is loaded every %n second(s).", nullptr,
            static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(m_pace.pause()).count())));
        m_session.loadNews();
        m_next.start(m_pace.pause());
    } else {
        m_next.stop();
        tellWhetherAway({});
        emit told(tr("No longer following."));
    }
}

void ComputerCommands::newsLoaded(std::uint64_t events, const std::optional<Error> &error)
{
    const bool wasAsked = std::exchange(m_wasAsked, false);
    if (m_isFollowing) {
        if (error)
            m_pace.failed();
        else
            m_pace.answered();
        m_next.start(m_pace.pause());
    }
    if (error && wasAsked)
        emit trouble(*error);
    tellWhetherAway(error);
    if (!error && (events > 0 || wasAsked)) {
        const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
        emit told(tr("%n new event(s) at %1.", nullptr, static_cast<int>(events)).arg(time));
    }
}

void ComputerCommands::tellWhetherAway(const std::optional<Error> &error)
{
    if (!m_isFollowing || !error) {
        emit away({});
        return;
    }
    const auto target = targetOf(error->place.source);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_pace.pause()).count();
    emit away(tr("%1 does not answer; it is asked again in %n second(s).", nullptr, static_cast<int>(seconds))
            .arg(target ? target->text() : error->place.source));
}

} // namespace evident
