// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Questions to running computers, eight at a time, without holding anybody up: each is asked on a pool of its own and
// answered by a signal. Keeps the standing conversations. Made once by main, lives on the GUI thread.

#include "checks/livecheck.h"

#include <QObject>
#include <QThreadPool>

namespace evident {

class ComputerQuestions final : public QObject {
    Q_OBJECT
public:
    static constexpr int AtATime = 8;

    /// @p program: evident-remote; empty for the one that lies beside this program.
    explicit ComputerQuestions(QString program = {}, QObject *parent = nullptr);
    ~ComputerQuestions() override; ///< cancels and waits

    /// Asks; the number comes back with the answers, one for each question.
    std::uint64_t ask(LiveQuestion question);
    /// Gives up what is being asked: within 300 ms every question is answered, as cancelled where it was not before.
    void cancel();
    /// Of the questions since all were answered last.
    [[nodiscard]] int askedCount() const { return m_asked; }
    [[nodiscard]] int answeredCount() const { return m_answered; }
    [[nodiscard]] bool isAsking() const { return m_answered < m_asked; }

Q_SIGNALS:
    void answered(quint64 number, const std::vector<evident::CheckResult> &results);
    void progressed(int answered, int asked);

private:
    void answer(std::uint64_t number, const std::vector<CheckResult> &results);

    RemoteHosts m_hosts;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
    std::uint64_t m_lastNumber = 0;
    int m_asked = 0;
    int m_answered = 0;
};

} // namespace evident
