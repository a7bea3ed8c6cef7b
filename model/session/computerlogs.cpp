// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/computerlogs.h"

namespace evident {

namespace {

using namespace std::chrono_literals;

constexpr auto ReachTime = 10s;
constexpr auto LongestCounting = 15s; ///< far away, hundreds of logs would take minutes
constexpr int AtATime = 8;

} // namespace

ComputerLogs::ComputerLogs(Remote remote, QObject *parent)
    : QObject(parent)
    , m_remote(std::move(remote))
{
    m_pool.setMaxThreadCount(AtATime);
}

ComputerLogs::~ComputerLogs()
{
    cancel();
    m_pool.waitForDone();
}

void ComputerLogs::reach(const RemoteTarget &target, Reached done)
{
    m_pool.start([this, target, remote = m_remote, cancelled = m_cancelled, done = std::move(done)] {
        const auto host = remote->host(target, Patience::of(ReachTime, cancelled));
        Result<void> answer = host ? Result<void>() : std::unexpected(host.error());
        QMetaObject::invokeMethod(this, [done, answer = std::move(answer)] { done(answer); }, Qt::QueuedConnection);
    });
}

void ComputerLogs::list(const RemoteTarget &target, Listed done)
{
    m_pool.start([this, target, remote = m_remote, cancelled = m_cancelled, done = std::move(done)] {
        auto answer = listRemoteLogs(*remote, target, cancelled);
        QMetaObject::invokeMethod(this, [done, answer = std::move(answer)] { done(answer); }, Qt::QueuedConnection);
    });
}

void ComputerLogs::count(const RemoteTarget &target, const QStringList &locations, const Counted &counted)
{
    stopCounting();
    m_countingStops = std::make_shared<std::atomic_bool>(false);
    const auto tell = [this, counted, stops = m_countingStops](const QString &location, const RecordCount &records) {
        QMetaObject::invokeMethod(
            this,
            [counted, stops, location, records] {
                if (!*stops)
                    counted(location, records);
            },
            Qt::QueuedConnection);
    };
    m_pool.start([target, locations, tell, remote = m_remote, cancelled = m_cancelled, stops = m_countingStops] {
        const auto host = remote->host(target, Patience::of(ReachTime, cancelled));
        if (!host)
            return;
        LogHeads heads(**host);
        const auto until = std::chrono::steady_clock::now() + LongestCounting;
        for (const QString &location : locations) {
            if (*stops || *cancelled || !(*host)->isAlive() || std::chrono::steady_clock::now() > until)
                return;
            const auto path = SmbPath::from(location);
            const auto records = path ? heads.count(*path, Patience::of(ReachTime, cancelled)) : std::nullopt;
            if (records)
                tell(location, *records);
        }
    });
}

void ComputerLogs::stopCounting()
{
    *m_countingStops = true;
}

void ComputerLogs::cancel()
{
    stopCounting();
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
}

} // namespace evident
