// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/sid.h"

#include <QTest>

using namespace evident;

class SidTest : public QObject {
    Q_OBJECT
private slots:
    void writes_data();
    void writes();
};

void SidTest::writes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("system") << QByteArray::fromHex("010100000000000512000000") << QStringLiteral("S-1-5-18");
    QTest::newRow("user") << QByteArray::fromHex("01050000000000051500000001000000020000000300000ff4010000")
                          << QStringLiteral("S-1-5-21-1-2-251658243-500");
    QTest::newRow("no sub-authority") << QByteArray::fromHex("0100000000000001") << QStringLiteral("S-1-1");
    QTest::newRow("high authority") << QByteArray::fromHex("0101123456789abc01000000")
                                    << QStringLiteral("S-1-0x123456789abc-1");
    QTest::newRow("more behind it") << QByteArray::fromHex("010100000000000512000000ffff")
                                    << QStringLiteral("S-1-5-18");
    QTest::newRow("cut") << QByteArray::fromHex("0101000000000005120000") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("revision 2") << QByteArray::fromHex("020100000000000512000000") << QString();
    QTest::newRow("16 sub-authorities") << QByteArray::fromHex("0110000000000005") + QByteArray(64, '\1') << QString();
}

void SidTest::writes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    const Bytes view(reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size()));
    QCOMPARE(sidText(view), text);
    QCOMPARE(isSid(view), !text.isEmpty());
}

QTEST_APPLESS_MAIN(SidTest)
#include "tst_sid.moc"
