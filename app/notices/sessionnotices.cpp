// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/sessionnotices.h"

#include "errortext.h"
#include "notices/noticebar.h"
#include "reports/words.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace evident {

SessionNotices::SessionNotices(Session &session, NoticeBar &bar, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_bar(bar)
{
    connect(&session, &Session::logChanged, this, &SessionNotices::lookAt);
    connect(&session, &Session::logRemoved, this, [this](std::uint32_t number) { m_known.erase(number); });
    connect(&session, &Session::hivesChanged, this, &SessionNotices::tellNewHives);
    connect(&session, &Session::checkDone, this, [this] {
        // Whoever asks knows by now that there is a hive.
        for (const OpenHive &hive : m_session.hives())
            m_bar.drop(hive.path);
    });
}

void SessionNotices::tell(const Error &error)
{
    m_bar.add({.weight = Notice::Weight::Trouble,
        .topic = error.place.source,
        .text = errorText(error),
        .actionText = {},
        .action = {}});
}

void SessionNotices::tellGivenUp(quint64 rows)
{
    const QString topic = QStringLiteral("given up");
    if (rows == 0) {
        m_bar.drop(topic);
        return;
    }
    m_bar.add({.weight = Notice::Weight::Trouble,
        .topic = topic,
        .text = tr("%Ln event(s) may be missing: the expression takes too many steps on them. Avoid repetitions inside "
                   "each other, as in (a+)+.",
            nullptr, static_cast<int>(std::min<quint64>(rows, std::numeric_limits<int>::max()))),
        .actionText = {},
        .action = {}});
}

void SessionNotices::lookAt(std::uint32_t number)
{
    const auto &logs = m_session.logs();
    const auto log = std::ranges::find(logs, number, &OpenLog::number);
    if (log == logs.end() || m_known[number] == log->state)
        return;
    m_known[number] = log->state;
    if (log->state == LogState::Failed && log->error)
        tell(*log->error);
    else if (log->state == LogState::Cancelled)
        tellStopped(*log);
    else if (log->state == LogState::Loaded && log->error)
        tellPart(*log);
    else if (log->state == LogState::Loaded && !log->info.damages.empty())
        tellDamage(*log);
}

void SessionNotices::tellPart(const OpenLog &log)
{
    m_bar.add({.weight = Notice::Weight::Trouble,
        .topic = log.path,
        .text = errorText(*log.error) + u' '
            + tr("Only a part of the log came; its %1 events are shown.").arg(countText(log.info.records)),
        .actionText = tr("Read Again"),
        .action = [this, number = log.number] { m_session.readAgain(number); }});
}

void SessionNotices::tellDamage(const OpenLog &log)
{
    std::uint64_t bytes = 0;
    for (const Damage &damage : log.info.damages)
        bytes += damage.length;
    const QString text =
        tr("%1: %2 (%3). The other %4 events are shown.", "log, 2 places could not be read, 64 KiB, number")
            .arg(QFileInfo(log.path).fileName(), damageSummary(log.info.damages),
                QLocale().formattedDataSize(static_cast<qint64>(bytes), 0), countText(log.info.records));
    m_bar.add({.weight = Notice::Weight::Trouble,
        .topic = log.path,
        .text = text,
        .actionText = tr("Where?"),
        .action = [this] { emit damageWanted(); }});
}

void SessionNotices::tellStopped(const OpenLog &log)
{
    const QString text = tr("Reading %1 was stopped; the %2 events read until then are shown.")
                             .arg(QFileInfo(log.path).fileName(), countText(log.info.records));
    m_bar.add({.weight = Notice::Weight::Information,
        .topic = log.path,
        .text = text,
        .actionText = tr("Read Again"),
        .action = [this, number = log.number] { m_session.readAgain(number); }});
}

void SessionNotices::tellNewHives()
{
    const auto &hives = m_session.hives();
    if (hives.size() <= m_hivesKnown) {
        m_hivesKnown = hives.size();
        return;
    }
    m_hivesKnown = hives.size();
    const OpenHive &hive = hives.back();
    const QString file = QFileInfo(hive.path).fileName();
    if (hive.computer.isEmpty()) {
        m_bar.add({.weight = Notice::Weight::Information,
            .topic = hive.path,
            .text = tr("The registry hive %1 is at hand. It does not say which computer it is of.").arg(file),
            .actionText = {},
            .action = {}});
        return;
    }
    m_bar.add({.weight = Notice::Weight::Information,
        .topic = hive.path,
        .text = tr("The registry hive of %1 is at hand; checks of that computer are answered from it.")
            .arg(visible(hive.computer)),
        .actionText = tr("Check %1").arg(visible(hive.computer)),
        .action = [this, computer = hive.computer] { emit checkWanted(computer); }});
}

} // namespace evident
