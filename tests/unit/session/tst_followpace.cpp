// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long is waited for a computer that does not answer.

#include "session/followpace.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace evident;

class FollowPaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitsLongerWhileNobodyAnswers();
    void isItselfAgainAfterAnAnswer();
};

void FollowPaceTest::waitsLongerWhileNobodyAnswers()
{
    FollowPace pace;
    QCOMPARE(pace.pause(), 5s);
    for (const auto expected : {10s, 20s, 40s, 60s, 60s, 60s}) {
        pace.failed();
        QCOMPARE(pace.pause(), expected);
    }
}

void FollowPaceTest::isItselfAgainAfterAnAnswer()
{
    FollowPace pace;
    for (int i = 0; i < 100; ++i)
        pace.failed();
    pace.answered();
    QCOMPARE(pace.pause(), 5s);
    pace.failed();
    QCOMPARE(pace.pause(), 10s);
}

QTEST_GUILESS_MAIN(FollowPaceTest)
#include "tst_followpace.moc"
