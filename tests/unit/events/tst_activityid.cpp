// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/activityid.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class ActivityIdTest : public QObject {
    Q_OBJECT
private slots:
    void ofBytes();
    void keepsEveryText_data();
    void keepsEveryText();
    void keysAreOrderedAsTexts();
};

namespace {

constexpr std::array<std::uint8_t, 16> Stored{
    0x3b, 0x85, 0xc1, 0xa0, 0x40, 0x5c, 0x15, 0x4b, 0x87, 0x66, 0x3c, 0xf1, 0xc5, 0x8f, 0x98, 0x5a};

} // namespace

void ActivityIdTest::ofBytes()
{
    Names names;
    const ActivityId id(Stored);
    QVERIFY(id.isGuid() && !id.isNull());
    QCOMPARE(id.text(names), u"{A0C1853B-5C40-4B15-8766-3CF1C58F985A}"_s);
    QVERIFY(id == ActivityId::of(u"{A0C1853B-5C40-4B15-8766-3CF1C58F985A}", names));
    QCOMPARE(names.count(), 1U); // nothing but the empty one
    const ActivityId zeros(std::array<std::uint8_t, 16>{});
    QVERIFY(!zeros.isNull());
    QVERIFY(zeros != ActivityId());
    QCOMPARE(zeros.text(names), u"{00000000-0000-0000-0000-000000000000}"_s);
}

void ActivityIdTest::keepsEveryText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGuid");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("GUID") << u"{A0C1853B-5C40-4B15-8766-3CF1C58F985A}"_s << true;
    QTest::newRow("small letters") << u"{a0c1853b-5C40-4B15-8766-3CF1C58F985A}"_s << false;
    QTest::newRow("no braces") << u"A0C1853B-5C40-4B15-8766-3CF1C58F985A"_s << false;
    QTest::newRow("no dash") << u"{A0C1853B05C40-4B15-8766-3CF1C58F985A}"_s << false;
    QTest::newRow("a dash too many") << u"{A0C1853B-5C40-4B15-8766-3CF1C58F985-}"_s << false;
    QTest::newRow("no digit") << u"{G0C1853B-5C40-4B15-8766-3CF1C58F985A}"_s << false;
    QTest::newRow("too short") << u"{A0C1853B-5C40-4B15-8766-3CF1C58F985}"_s << false;
    QTest::newRow("any") << u"Aktivität 7"_s << false;
}

void ActivityIdTest::keepsEveryText()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isGuid);
    Names names;
    const ActivityId id = ActivityId::of(text, names);
    QCOMPARE(id.isGuid(), isGuid);
    QCOMPARE(id.isNull(), text.isEmpty());
    QCOMPARE(id.text(names), text);
}

void ActivityIdTest::keysAreOrderedAsTexts()
{
    Names names;
    for (std::size_t byte = 0; byte < Stored.size(); ++byte) {
        auto more = Stored;
        ++more.at(byte);
        const ActivityId one(Stored);
        const ActivityId other(more);
        QVERIFY(one.guidKey() < other.guidKey());
        QVERIFY(one.text(names) < other.text(names));
    }
}

QTEST_APPLESS_MAIN(ActivityIdTest)
#include "tst_activityid.moc"
