// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values that stand at the same places are told apart, however little they differ by, and equal ones never are.

#include "events/contentplaces.h"

#include <QTest>

#include <array>

using namespace evident;
using namespace std::string_view_literals;

class ContentPlacesTest : public QObject {
    Q_OBJECT
private slots:
    void remembersWhatItHolds();
    void tellsAnyByteApart();
    void tellsWhereAValueEnds();
    void numbersPlacesOnce();
};

namespace {

RawValue valueOf(std::string_view bytes, std::uint16_t type)
{
    return {.data = reinterpret_cast<const std::uint8_t *>(bytes.data()),
        .size = static_cast<std::uint16_t>(bytes.size()),
        .type = type};
}

} // namespace

void ContentPlacesTest::remembersWhatItHolds()
{
    const std::string one(300, 'a');
    const std::string copy(300, 'a'); // at another place in memory
    const std::array values{valueOf(one, 1), RawValue{}, valueOf("xyz"sv, 8)};
    const std::array same{valueOf(copy, 1), RawValue{}, valueOf("xyz"sv, 8)};
    const PlacedValues placed{.kind = 7, .values = values};
    const PlacedValues again{.kind = 7, .values = same};
    QCOMPARE(placed.bytes().size(), placed.bytesSize());
    QVERIFY(again.areIn(placed.bytes()));
    QCOMPARE(again.bytes(), placed.bytes());
    QCOMPARE(again.hash(), placed.hash());
    QVERIFY(!again.areIn({}));
    QVERIFY(!again.areIn(placed.bytes() + 'x'));
    QVERIFY(!again.areIn(std::string_view(placed.bytes()).substr(0, placed.bytesSize() - 1)));
}

/// Of values of every size up to several steps of the hash.
void ContentPlacesTest::tellsAnyByteApart()
{
    for (std::size_t size = 1; size < 70; ++size) {
        const std::string bytes(size, 'a');
        const std::array values{valueOf(bytes, 1)};
        const PlacedValues placed{.kind = 7, .values = values};
        for (std::size_t at = 0; at < size; ++at) {
            std::string other = bytes;
            other[at] = 'b';
            const std::array others{valueOf(other, 1)};
            const PlacedValues changed{.kind = 7, .values = others};
            QVERIFY(!changed.areIn(placed.bytes()));
            QVERIFY2(changed.hash() != placed.hash(), qPrintable(QString::number(size)));
        }
    }
}

void ContentPlacesTest::tellsWhereAValueEnds()
{
    const std::array values{valueOf("ab"sv, 1), valueOf("c"sv, 1)};
    const PlacedValues placed{.kind = 7, .values = values};
    const std::array moved{valueOf("a"sv, 1), valueOf("bc"sv, 1)};
    const std::array swapped{valueOf("c"sv, 1), valueOf("ab"sv, 1)};
    const std::array typed{valueOf("ab"sv, 1), valueOf("c"sv, 2)};
    const std::array repeated{valueOf("ab"sv, 1), RawValue{.data = nullptr, .size = 0, .type = RawValue::SameAs}};
    for (const auto &others : {moved, swapped, typed, repeated}) {
        const PlacedValues changed{.kind = 7, .values = others};
        QVERIFY(!changed.areIn(placed.bytes()));
        QVERIFY(!placed.areIn(changed.bytes()));
        QVERIFY(changed.bytes() != placed.bytes());
    }
}

void ContentPlacesTest::numbersPlacesOnce()
{
    const std::uint64_t serial = ContentPlaces::nextSerial();
    QVERIFY(serial != 0);
    QVERIFY(ContentPlaces::nextSerial() != serial);
}

QTEST_APPLESS_MAIN(ContentPlacesTest)
#include "tst_contentplaces.moc"
