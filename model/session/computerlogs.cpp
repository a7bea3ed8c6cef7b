// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/computerlogs.h"

namespace evident {

namespace {

using namespace std::chrono_literals;

constexpr auto ReachTime = 10s;
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

void ComputerLogs::cancel()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
}

} // namespace evident
