// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One number per name, whoever asks, from however many threads at once.

#include "events/names.h"

#include <QTest>

#include <array>
#include <thread>
#include <vector>

using namespace evident;
using namespace Qt::StringLiterals;

class NamesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsEachNameOnce();
    void agreesBetweenThreads();
};

void NamesTest::keepsEachNameOnce()
{
    Names names;
    QCOMPARE(names.intern({}), NameId::None);
    QCOMPARE(names.find(u"Perflib"), NameId::None);
    const auto perflib = names.intern(u"Perflib");
    QVERIFY(perflib != NameId::None);
    QCOMPARE(names.intern(u"Perflib"), perflib);
    QVERIFY(names.intern(u"perflib") != perflib); // what a log says is kept as it says it
    QCOMPARE(names.text(perflib), u"Perflib");
    QCOMPARE(names.count(), 3U);
    QCOMPARE(names.text(static_cast<NameId>(77)), QString());
}

void NamesTest::agreesBetweenThreads()
{
    Names names;
    constexpr int Count = 2'000;
    std::array<std::vector<NameId>, 4> seen;
    {
        std::vector<std::jthread> threads;
        for (auto &mine : seen) {
            threads.emplace_back([&names, &mine] {
                for (int i = 0; i < Count; ++i)
                    mine.push_back(names.intern(QString::number(i)));
            });
        }
    }
    QCOMPARE(names.count(), static_cast<std::uint32_t>(Count + 1));
    for (const auto &mine : seen)
        QVERIFY(mine == seen.front());
    for (int i = 0; i < Count; ++i)
        QCOMPARE(names.text(seen.front()[static_cast<std::size_t>(i)]), QString::number(i));
}

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
