// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/computerquestions.h"

#include "session/person.h"

namespace evident {

ComputerQuestions::ComputerQuestions(QString program, QObject *parent)
    : QObject(parent)
    , m_hosts(std::move(program))
{
    m_pool.setMaxThreadCount(AtATime);
}

ComputerQuestions::~ComputerQuestions()
{
    cancel();
    m_pool.waitForDone();
}

std::uint64_t ComputerQuestions::ask(LiveQuestion question)
{
    const std::uint64_t number = ++m_lastNumber;
    ++m_asked;
    m_pool.start([this, number, question = std::move(question), cancelled = m_cancelled] {
        // The time runs from here: who waits for a place is not late.
        auto results = checkLive(m_hosts, question, Patience::of(CheckTime, cancelled));
        for (CheckResult &result : results)
            result.checkedBy = loginName();
        QMetaObject::invokeMethod(
            this, [this, number, results = std::move(results)] { answer(number, results); }, Qt::QueuedConnection);
    });
    emit progressed(m_answered, m_asked);
    return number;
}

void ComputerQuestions::cancel()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
}

void ComputerQuestions::answer(std::uint64_t number, const std::vector<CheckResult> &results)
{
    ++m_answered;
    emit progressed(m_answered, m_asked);
    if (m_answered == m_asked)
        m_answered = m_asked = 0;
    emit answered(number, results);
}

} // namespace evident
