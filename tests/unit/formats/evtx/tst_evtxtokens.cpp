// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every token of binary XML, right and wrong, in bytes made by hand.

#include "formats/evtx/tokens.h"
#include "unit/formats/evtx/chunkbytes.h"

#include <QTest>

using namespace evident;
using namespace evident::evtx;

namespace {

constexpr std::uint64_t Base = 4096;

/// A chunk with one record without template, whose root is Event.
template<typename Fill>
ChunkBytes recordOf(Fill fill)
{
    ChunkBytes chunk;
    chunk.beginRecord(7).fragmentHeader().open(u"Event").closeStart();
    fill(chunk);
    chunk.end().eof().endRecord();
    return chunk;
}

/// The one damage that the log tells of.
void compareDamage(const OpenedLog &log, ErrorCode code, std::uint64_t offset, const char *what = "binary XML")
{
    QCOMPARE(log.report.damages.size(), 1U);
    QCOMPARE(log.report.damages[0].code, code);
    QCOMPARE(log.report.damages[0].offset, offset);
    QCOMPARE(QByteArray(log.report.damages[0].what), QByteArray(what));
}

} // namespace

class EvtxTokensTest : public QObject {
    Q_OBJECT
private slots:
    void readsElementsAndAttributes()
    {
        const OpenedLog log(recordOf([](ChunkBytes &chunk) {
            chunk.open(u"a", {}, true)
                .attribute(u"x")
                .text(u"1 'n' <2>")
                .attribute(u"y")
                .closeStart()
                .text(u"t&u")
                .end();
            chunk.open(u"b").closeEmpty();
        }).file());
        QCOMPARE(log.report.records, 1U);
        QVERIFY(log.report.damages.empty());
        QCOMPARE(log.xml(0), QStringLiteral("<Event><a x='1 &apos;n&apos; &lt;2&gt;' y=''>t&amp;u</a><b/></Event>"));
        QCOMPARE(log.json(0),
            QStringLiteral("{\"Event\":{\"a\":{\"#attributes\":{\"x\":\"1 'n' <2>\"},\"#text\":\"t&u\"},\"b\":null}}"));
    }

    void readsReferences()
    {
        const OpenedLog log(recordOf([](ChunkBytes &chunk) {
            chunk.open(u"a").closeStart().text(u"x");
            for (const QStringView entity : {u"amp", u"lt", u"gt", u"quot", u"apos"})
                chunk.u8(0x09).name(entity);
            chunk.u8(0x09).name(u"nbsp").u8(0x08).u16(0x20ac).text(u"y").end();
        }).file());
        QCOMPARE(log.xml(0), QStringLiteral("<Event><a>x&amp;&lt;&gt;\"'&amp;nbsp;\u20acy</a></Event>"));
        QCOMPARE(log.json(0), QStringLiteral("{\"Event\":{\"a\":\"x&<>\\\"'&nbsp;\u20acy\"}}"));
    }

    void readsCDataAndInstructions()
    {
        const OpenedLog log(recordOf([](ChunkBytes &chunk) {
            chunk.open(u"a").closeStart().counted(0x07, u"<x>]]>").end();
            chunk.u8(0x0a).name(u"target").counted(0x0b, u"some ?> data");
        }).file());
        QCOMPARE(
            log.xml(0), QStringLiteral("<Event><a><![CDATA[<x>]]]]><![CDATA[>]]></a><?target some ? > data?></Event>"));
        QCOMPARE(log.json(0), QStringLiteral("{\"Event\":{\"a\":\"<x>]]>\"}}"));
    }

    void mixesTextAndElements()
    {
        const OpenedLog log(recordOf([](ChunkBytes &chunk) {
            chunk.text(u"one ").open(u"a").closeStart().text(u"x").end().text(u"two");
            chunk.open(u"a").closeStart().end();
        }).file());
        QCOMPARE(log.xml(0), QStringLiteral("<Event>one <a>x</a>two<a></a></Event>"));
        QCOMPARE(log.json(0), QStringLiteral("{\"Event\":{\"#text\":\"one two\",\"a\":\"x\",\"a_1\":null}}"));
    }

    void findsNamesAnywhereInTheChunk()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().u8(0x01).u32(0);
        const std::uint32_t reference = chunk.position();
        chunk.u32(0).closeStart().end().eof().endRecord();
        chunk.beginRecord(2).fragmentHeader().open(u"Event").closeStart().end().eof().endRecord();
        chunk.patch(reference, chunk.position() - 3 - 4 - 2 - 10 - 8); // the second record's inline name
        const OpenedLog log(chunk.file());
        QCOMPARE(log.xml(0), QStringLiteral("<Event></Event>"));
        QVERIFY(log.report.damages.empty());
    }

    void tellsABadName()
    {
        std::uint32_t at = 0;
        const OpenedLog log(recordOf([&](ChunkBytes &chunk) {
            at = chunk.position();
            chunk.u8(0x01).u32(0).u32(0x00fffff0).closeStart().end();
        }).file());
        compareDamage(log, ErrorCode::BadOffset, Base + at);
        QCOMPARE(log.rows[0].marks, RowMark::InDamage);
        QCOMPARE(log.xml(0), QStringLiteral("<Event><_></_></Event>"));
    }

    void makesNamesThatDumpsCanUse()
    {
        std::uint32_t at = 0;
        const OpenedLog log(recordOf([&](ChunkBytes &chunk) {
            at = chunk.position();
            chunk.open(u"1<b> \"").closeStart().end();
        }).file());
        compareDamage(log, ErrorCode::BadValue, Base + at);
        QCOMPARE(log.xml(0), QStringLiteral("<Event><_1_b___></_1_b___></Event>"));
    }

    void tellsWrongTokens_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("behind"); // offset of the fault in them
        QTest::newRow("unknown") << QByteArray::fromHex("1f") << 0;
        QTest::newRow("attribute outside of a tag") << QByteArray::fromHex("0600000000") << 0;
        QTest::newRow("close outside of a tag") << QByteArray::fromHex("02") << 0;
        QTest::newRow("fragment header inside") << QByteArray::fromHex("0f010100") << 0;
        QTest::newRow("template instance inside") << QByteArray::fromHex("0c0100000000000000000000000000") << 0;
        QTest::newRow("data without its target") << QByteArray::fromHex("0b0000") << 0;
        QTest::newRow("value of no type") << QByteArray::fromHex("057f") << 0;
        QTest::newRow("unknown behind text") << QByteArray::fromHex("050101006100ff") << 6;
    }
    void tellsWrongTokens()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, behind);
        std::uint32_t at = 0;
        const OpenedLog log(recordOf([&](ChunkBytes &chunk) {
            at = chunk.position();
            chunk.raw(bytes);
        }).file());
        compareDamage(log, ErrorCode::BadToken, Base + at + static_cast<std::uint64_t>(behind));
        QCOMPARE(log.report.records, 1U);
        QVERIFY(log.xml(0).startsWith(u"<Event>"));
        QVERIFY(log.xml(0).endsWith(u"</Event>"));
    }

    void tellsTokensThatEndTooEarly()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().open(u"Event").closeStart();
        const std::uint32_t at = chunk.position();
        chunk.u8(0x05).u8(0x01).u16(500).endRecord();
        const OpenedLog log(chunk.file());
        compareDamage(log, ErrorCode::Truncated, Base + at);
        QCOMPARE(log.xml(0), QStringLiteral("<Event></Event>"));
    }

    void endsWhereElementsNestTooDeep()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().open(u"e").closeStart();
        const std::uint32_t name = chunk.position() - 1 - 2 - 2 - 8;
        std::uint32_t at = 0;
        for (int depth = 1; depth < 1000; ++depth) {
            at = depth == 200 ? chunk.position() : at;
            chunk.u8(0x01).u32(0).u32(name).closeStart();
        }
        chunk.endRecord();
        compareDamage(OpenedLog(chunk.file()), ErrorCode::TooDeep, Base + at);
    }

    void keepsTheHeadOfARecordItCannotDecode()
    {
        ChunkBytes chunk;
        chunk.beginRecord(99, 131000000000000000).fragmentHeader().u8(0x33).endRecord();
        const OpenedLog log(chunk.file());
        QCOMPARE(log.report.records, 1U);
        QCOMPARE(log.rows[0].recordId, 99U);
        QCOMPARE(log.rows[0].time.ticks, 131000000000000000U);
        QCOMPARE(log.rows[0].marks, RowMark::InDamage);
        compareDamage(log, ErrorCode::BadToken, Base + 512 + 24 + 4);
    }

    void toleratesAnEmptyRecord()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).endRecord();
        chunk.beginRecord(2).fragmentHeader().open(u"Event").closeStart().end().eof().endRecord();
        const OpenedLog log(chunk.file());
        QCOMPARE(log.report.records, 2U);
        compareDamage(log, ErrorCode::Truncated, Base + 512 + 24);
    }
};

QTEST_APPLESS_MAIN(EvtxTokensTest)
#include "tst_evtxtokens.moc"
