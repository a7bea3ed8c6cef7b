// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events as a whole: what is said in which element, what may be missing, what no sane program would have written.

#include "formats/evtx/tokens.h"
#include "unit/formats/evtx/chunkbytes.h"

#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace evident;
using namespace evident::evtx;

namespace {

constexpr std::uint64_t Base = 4096;
using Value = ChunkBytes::Value;

ChunkBytes &leaf(ChunkBytes &chunk, QStringView name, QStringView text)
{
    return chunk.open(name).closeStart().text(text).end();
}

/// A record without template: an Event with this System and what @p behind writes.
template<typename System, typename Behind>
QByteArray eventOf(System system, Behind behind, std::uint64_t id = 7)
{
    ChunkBytes chunk;
    chunk.beginRecord(id, 130000000000000000).fragmentHeader().open(u"Event").closeStart();
    chunk.open(u"System").closeStart();
    system(chunk);
    chunk.end();
    behind(chunk);
    chunk.end().eof().endRecord();
    return chunk.file();
}

/// An Event of a template with one value, the time that it was created.
QByteArray createdAt(const Value &time)
{
    ChunkBytes chunk;
    chunk.beginRecord(1, 5).fragmentHeader().beginTemplate().fragmentHeader();
    chunk.open(u"Event", NoDependency).closeStart().open(u"System", NoDependency).closeStart();
    chunk.open(u"TimeCreated", NoDependency, true).attribute(u"SystemTime").substitution(0, 0x0d, 0x11).closeEmpty();
    chunk.end().end().eof().endTemplate().values({time}).endRecord();
    return chunk.file();
}

const auto Nothing = [](ChunkBytes &) { };

} // namespace

class EvtxEventsTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheRenderedMessageOfForwardedEvents()
    {
        const OpenedLog log(eventOf([](ChunkBytes &chunk) { leaf(chunk, u"EventID", u"7036"); },
            [](ChunkBytes &chunk) {
                chunk.open(u"RenderingInfo", {}, true).attribute(u"Culture").text(u"de-DE").closeStart();
                leaf(chunk, u"Message", u"Der Dienst <x>\r\nwurde beendet.");
                leaf(chunk, u"Level", u"Informationen");
                chunk.open(u"Keywords").closeStart();
                leaf(chunk, u"Keyword", u"Klassisch").end();
                chunk.end();
            }));
        QCOMPARE(log.report.damages, Damages());
        QCOMPARE(log.event(0).renderedMessage, QStringLiteral("Der Dienst <x>\r\nwurde beendet."));
        QCOMPARE(log.event(0).id, std::uint16_t{7036});
        QVERIFY(log.event(0).content.values.empty());
        QVERIFY(log.xml(0).contains(QStringLiteral("<Message>Der Dienst &lt;x>\r\nwurde"))
            || log.xml(0).contains(QStringLiteral("<Message>Der Dienst &lt;x&gt;\r\nwurde")));
        QVERIFY(log.json(0).contains(QStringLiteral(
            R"("RenderingInfo":{"#attributes":{"Culture":"de-DE"},"Message":"Der Dienst <x>\r\nwurde beendet.",)")));
    }

    void takesNoErrorOfTheServiceForContent()
    {
        const OpenedLog log(eventOf([](ChunkBytes &chunk) { leaf(chunk, u"EventID", u"1"); },
            [](ChunkBytes &chunk) {
                chunk.open(u"ProcessingErrorData").closeStart();
                leaf(chunk, u"ErrorCode", u"15003");
                leaf(chunk, u"EventPayload", u"00FF").end();
            }));
        QVERIFY(log.event(0).content.values.empty());
        QVERIFY(log.event(0).content.data.isEmpty());
        QVERIFY(log.json(0).contains(
            QStringLiteral(R"("ProcessingErrorData":{"ErrorCode":"15003","EventPayload":"00FF"})")));
    }

    void doesWithoutWhatIsMissing()
    {
        const OpenedLog log(eventOf([](ChunkBytes &chunk) { leaf(chunk, u"EventID", u"42"); }, Nothing, 99));
        QCOMPARE(log.report.damages, Damages());
        const Event event = log.event(0);
        QVERIFY(!event.recordId);
        QVERIFY(!event.levelNumber);
        QCOMPARE(event.level, Level::LogAlways);
        QCOMPARE(event.channel, QString());
        QCOMPARE(event.time.ticks, 130000000000000000U); // of the record's head
        QCOMPARE(log.rows[0].recordId, 0U);
        QCOMPARE(log.rows[0].marks, RowMark::None);
    }

    void readsWideKeywordsAndOddLevels()
    {
        const OpenedLog log(eventOf(
            [](ChunkBytes &chunk) {
                leaf(chunk, u"EventID", u"65535");
                leaf(chunk, u"Level", u"16");
                leaf(chunk, u"Keywords", u"0xffffffffffffffff");
                leaf(chunk, u"EventRecordID", u"18446744073709551615");
            },
            Nothing));
        QCOMPARE(log.event(0).id, std::uint16_t{65535});
        QCOMPARE(log.event(0).levelNumber, std::optional<std::uint8_t>(16));
        QCOMPARE(log.event(0).keywords, ~std::uint64_t{0});
        QCOMPARE(log.rows[0].keywords, ~std::uint64_t{0});
        QCOMPARE(log.rows[0].recordId, ~std::uint64_t{0});
    }

    void readsRecordsWithoutFragmentHeader()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).open(u"Event").closeStart().text(u"plain").end().eof().endRecord();
        chunk.beginRecord(2).beginTemplate().fragmentHeader().open(u"Event", NoDependency).closeStart();
        chunk.substitution(0).end().eof().endTemplate().values({{0x01, utf16(u"template")}}).endRecord();
        const OpenedLog log(chunk.file());
        QCOMPARE(log.report.damages, Damages());
        QCOMPARE(log.xml(0), QStringLiteral("<Event>plain</Event>"));
        QCOMPARE(log.xml(1), QStringLiteral("<Event>template</Event>"));
    }

    void survivesTimesThatAreNone_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint64>("ticks");
        QTest::addColumn<QString>("shown");
        QTest::newRow("the last of FILETIME")
            << 0x11 << QByteArray(8, '\xff') << ~quint64{0} << QStringLiteral("18446744073709551615");
        QTest::newRow("the year 10000") << 0x11 << QByteArray::fromHex("0000d4a2b81c4824")
                                        << quint64{2614259840000000000U} << QString();
        QTest::newRow("none") << 0x11 << QByteArray(8, '\0') << quint64{5}
                              << QStringLiteral("1601-01-01T00:00:00.0000000Z");
        QTest::newRow("too short") << 0x11 << QByteArray(4, '\1') << quint64{5} << QStringLiteral("01010101");
        QTest::newRow("a date that is none") << 0x12 << QByteArray(16, '\xff') << quint64{5} << QString();
    }
    void survivesTimesThatAreNone()
    {
        QFETCH(const int, type);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, shown);
        const OpenedLog log(createdAt({static_cast<std::uint8_t>(type), bytes}));
        QCOMPARE(log.rows.size(), std::size_t{1});
        if (!shown.isEmpty())
            QCOMPARE(log.xml(0),
                QStringLiteral("<Event><System><TimeCreated SystemTime='%1'/></System></Event>").arg(shown));
        QCOMPARE(log.event(0).time, log.rows[0].time);
        std::ignore = log.rows[0].time.toDateTime();
    }

    void writesWellFormedXmlWhateverTextHolds()
    {
        QByteArray every; // all that one unit can be, in an order that makes pairs and no pairs
        for (int unit = 1; unit < 0x10000; unit += unit < 0x300 ? 1 : 37) {
            every += static_cast<char>(unit & 0xff);
            every += static_cast<char>(unit >> 8);
        }
        const OpenedLog log(createdAt({0x01, every}));
        QXmlStreamReader reader(log.xml(0));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QJsonParseError error;
        std::ignore = QJsonDocument::fromJson(log.json(0).toUtf8(), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
    }

    void leavesOutAnOddByteOfText()
    {
        const OpenedLog log(createdAt({0x01, utf16(u"ab") + 'c'}));
        QCOMPARE(log.xml(0), QStringLiteral("<Event><System><TimeCreated SystemTime='ab'/></System></Event>"));
    }

    void tellsARecordOfSizeZero()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).open(u"Event").closeEmpty().eof().endRecord();
        const std::uint32_t at = chunk.position();
        chunk.beginRecord(2).open(u"Event").closeEmpty().eof().endRecord();
        chunk.patch(at + 4, std::uint32_t{0});
        const std::uint32_t end = chunk.position();
        const OpenedLog log(chunk.file());
        QCOMPARE(log.report.records, 1U);
        QCOMPARE(log.report.damages,
            (Damages{{.offset = Base + at, .length = end - at, .code = ErrorCode::BadSize, .what = "record"}}));
    }

    void aFullLogIsNotDirty()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).open(u"Event").closeEmpty().eof().endRecord();
        const OpenedLog log(fileOf({chunk.chunk()}, 2));
        QVERIFY(!log.log->isDirty());
        QCOMPARE(log.log->headDamages(), Damages());
        QCOMPARE(log.rows.size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(EvtxEventsTest)
#include "tst_evtxevents.moc"
