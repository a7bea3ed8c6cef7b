// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading numbers can never leave the bytes it was given, whatever the offset.

#include "bytes/bytes.h"
#include "bytes/outbuffer.h"

#include <QTest>

#include <array>
#include <limits>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {
constexpr std::array<std::uint8_t, 5> Five{1, 2, 3, 4, 5};
}

class BytesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slicesOnlyInside();
    void readsLittleEndian();
    void remembersAReadPastTheEnd();
    void seeksOnlyInside();
    void keepsWhatWasWritten();
};

void BytesTest::slicesOnlyInside()
{
    QCOMPARE(slice(Five, 1, 4).size(), 4U);
    QCOMPARE(slice(Five, 5, 0).size(), 0U);
    QVERIFY(slice(Five, 1, 5).empty());
    QVERIFY(slice(Five, 6, 0).empty());
    QVERIFY(slice(Five, 2, std::numeric_limits<std::size_t>::max()).empty());
    QVERIFY(slice(Five, std::numeric_limits<std::size_t>::max(), 2).empty());
}

void BytesTest::readsLittleEndian()
{
    QCOMPARE(readLe<std::uint32_t>(Five, 1), 0x05040302U);
    QCOMPARE(readLe<std::uint32_t>(Five, 2), 0U);
}

void BytesTest::remembersAReadPastTheEnd()
{
    Cursor cursor(Five);
    QCOMPARE(cursor.u16(), std::uint16_t{0x0201});
    QCOMPARE(cursor.peek(), std::uint8_t{3});
    QCOMPARE(cursor.u32(), 0U);
    QVERIFY(cursor.failed());
    QCOMPARE(cursor.left(), 0U);
    QCOMPARE(cursor.u8(), std::uint8_t{0}); // three bytes are left, but order is lost
    QCOMPARE(cursor.peek(), std::uint8_t{0});
}

void BytesTest::seeksOnlyInside()
{
    Cursor cursor(Five);
    cursor.seek(5);
    QVERIFY(!cursor.failed());
    QCOMPARE(cursor.left(), 0U);
    cursor.seek(6);
    QVERIFY(cursor.failed());
    QVERIFY(Cursor(Five, 6).failed());
}

void BytesTest::keepsWhatWasWritten()
{
    OutBuffer out;
    out.append(std::string_view());
    QCOMPARE(out.size(), 0U);
    std::string expected;
    for (int i = 0; i < 3'000; ++i) {
        out.append("abc");
        out.append('d');
        expected += "abcd";
    }
    QCOMPARE(out.view(), std::string_view(expected));
    out.truncate(5);
    QCOMPARE(out.view(), std::string_view("abcda"));
    out.truncate(9); // never grows
    QCOMPARE(out.size(), 5U);
}

QTEST_GUILESS_MAIN(BytesTest)
#include "tst_bytes.moc"
