// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/copyrate.h"

#include "session/session.h"

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
        m_moments.clear();
        m_every.start(LookEvery);
    });
}

void CopyRate::look()
{
    const Session::Copying copying = m_session.copying();
    m_moments.push_back({m_clock.elapsed(), copying.done});
    if (m_moments.size() > MomentsKept)
        m_moments.pop_front();
    const auto passed = static_cast<double>(m_moments.back().milliseconds - m_moments.front().milliseconds) / 1e3;
    const std::uint64_t came = copying.done - std::min(copying.done, m_moments.front().bytes);
    const bool isComing = m_session.isLoading() && copying.all > copying.done;
    if (!m_session.isLoading())
        m_every.stop();
    if (!isComing) {
        if (std::exchange(m_wasTold, false))
            emit told({});
    } else if (passed > 0 && came > 0) {
        const double rate = static_cast<double>(came) / passed;
        m_wasTold = true;
        emit told(CopyWords::tr("%1, %2 left", "12 MB/s, about 3 minutes")
                .arg(rateText(rate), aboutTime(static_cast<double>(copying.all - copying.done) / rate)));
    }
}

} // namespace evident
