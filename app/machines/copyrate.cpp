// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/copyrate.h"

#include "reports/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace evident {

namespace {

constexpr std::chrono::milliseconds LookEvery{1'000};
constexpr std::size_t MomentsKept = 6; ///< the mean of the last seconds, so that the number does not jump

struct CopyWords {
    Q_DECLARE_TR_FUNCTIONS(CopyWords)
};

QString rateText(double bytesPerSecond)
{
    return CopyWords::tr("%1/s", "12 MB/s").arg(QLocale().formattedDataSize(static_cast<qint64>(bytesPerSecond), 1));
}

} // namespace

QString aboutTime(double seconds)
{
    constexpr double MostSeconds = 90;
    constexpr double AMinute = 60;
    constexpr double MostMinutes = 90;
    if (seconds < MostSeconds)
        return CopyWords::tr("about %n second(s)", nullptr, std::max(1, static_cast<int>(std::ceil(seconds))));
    const double minutes = seconds / AMinute;
    if (minutes < MostMinutes)
        return CopyWords::tr("about %n minute(s)", nullptr, static_cast<int>(std::round(minutes)));
    constexpr double Longest = 10'000;
    return CopyWords::tr(
        "about %n hour(s)", nullptr, static_cast<int>(std::round(std::min(minutes / AMinute, Longest))));
}

CopyRate::CopyRate(const Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_every, &QTimer::timeout, this, &CopyRate::look);
    connect(&session, &Session::logAdded, this, [this] {
        if (m_every.isActive())
            return;
        m_clock.start();
        m_moments = {{0, m_session.copying()}};
        m_every.start(LookEvery);
    });
}

void CopyRate::look()
{
    m_moments.push_back({m_clock.elapsed(), m_session.copying()});
    if (m_moments.size() > MomentsKept)
        m_moments.pop_front();
    if (!m_session.isLoading())
        m_every.stop();
    const QString words = m_session.isLoading() ? wordsFor(m_moments.front(), m_moments.back()) : QString();
    const Session::Copying &now = m_moments.back().copying;
    const bool isComing = m_session.isLoading() && (now.all > now.done || now.eventsAll > now.eventsDone);
    if (!words.isEmpty()) {
        m_wasTold = true;
        emit told(words);
    } else if (!isComing && std::exchange(m_wasTold, false)) {
        emit told({});
    }
}

/// Empty while nothing comes.
QString CopyRate::wordsFor(const Moment &first, const Moment &last) const
{
    const auto passed = static_cast<double>(last.milliseconds - first.milliseconds) / 1e3;
    const auto rate = [passed](std::uint64_t before, std::uint64_t now) {
        return passed > 0 ? static_cast<double>(now - std::min(now, before)) / passed : 0;
    };
    const Session::Copying &now = last.copying;
    const double bytes = now.all > now.done ? rate(first.copying.done, now.done) : 0;
    const double events = now.eventsAll > now.eventsDone ? rate(first.copying.eventsDone, now.eventsDone) : 0;
    QStringList parts;
    double left = 0;
    if (events > 0) {
        parts.append(CopyWords::tr("%1 of %2 events, %3/s", "1,350 of 3,000 events, 900/s")
                .arg(countText(now.eventsDone), countText(now.eventsAll),
                    countText(static_cast<std::uint64_t>(std::max(1.0, events)))));
        left = static_cast<double>(now.eventsAll - now.eventsDone) / events;
    }
    if (bytes > 0) {
        parts.append(rateText(bytes));
        left = std::max(left, static_cast<double>(now.all - now.done) / bytes);
    }
    return parts.isEmpty() ? QString()
                           : CopyWords::tr("%1, %2 left", "12 MB/s, about 3 minutes")
                                 .arg(parts.join(QStringLiteral(", ")), aboutTime(left));
}

} // namespace evident
