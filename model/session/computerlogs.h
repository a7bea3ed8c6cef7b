// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks computers which logs they have, without holding anybody up: each is asked on a pool of its own, and the answer
// comes later, on the asker's thread. Owned by whoever shows the lists.

#include "remote/pull.h"
#include "session/loadjobs.h"
#include "session/logheads.h"

#include <QObject>
#include <QThreadPool>

namespace evident {

class ComputerLogs final : public QObject {
    Q_OBJECT
public:
    explicit ComputerLogs(Remote remote, QObject *parent = nullptr);
    ~ComputerLogs() override; ///< cancels and waits

    using Reached = std::function<void(const Result<void> &)>;
    /// Logs on, or finds that there is a conversation already.
    void reach(const RemoteTarget &target, Reached done);
    using Listed = std::function<void(const Result<RemoteLogs> &)>;
    void list(const RemoteTarget &target, Listed done);
    using Counted = std::function<void(const QString &location, const RecordCount &records)>;
    /// Looks how many events the files at these locations hold, one after the other, and tells of each that can be told; not
    /// for longer than some seconds. Those before it are given up.
    void count(const RemoteTarget &target, const QStringList &locations, const Counted &counted);
    /// Looks at no further file. What is being asked goes on: the conversation is needed.
    void stopCounting();
    /// Gives up what is being asked: it is answered as cancelled.
    void cancel();

private:
    Remote m_remote;
    QThreadPool m_pool;
    CancelFlag m_cancelled = std::make_shared<std::atomic_bool>(false);
    CancelFlag m_countingStops = std::make_shared<std::atomic_bool>(false);
};

} // namespace evident
