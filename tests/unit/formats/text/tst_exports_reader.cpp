// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytesource.h"

#include "formats/text/cells.h"
#include "formats/text/exportedevent.h"
#include "formats/text/json.h"
#include "formats/text/textencoding.h"
#include "formats/text/xmlrecord.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace evident;
using namespace evident::test;
using namespace Qt::StringLiterals;

/// What all exports have in common: places, parts, encodings, damage told exactly, hostile bytes. The forms themselves
/// are tested by golden.exports.
class ExportsReaderTest : public QObject {
    Q_OBJECT
private slots:
    void knowsEncodings();
    void splitsCells();
    void parsesJsonInOrder();
    void refusesBadJson();
    void replacesWhatXmlForbids();
    void findsStringsInTheSystemsSentence();
    void cutsLargeFilesIntoParts();
    void findsEventsByTheirPlace();
    void readsAllEncodingsAlike();
    void tellsWhereItStoppedReading();
    void staysOutOfOtherText();
    void survivesCutsAndFlips();
    void isNotHeldUp_data();
    void isNotHeldUp();
};

namespace {

QByteArray viewerCsv(int events)
{
    QByteArray csv("Level,Date and Time,Source,Event ID,Task Category\r\n");
    for (int i = 0; i < events; ++i)
        csv += "Error,7/31/2021 4:15:31 PM,Perflib," + QByteArray::number(i % 60000)
            + ",None,\"line one,\r\nline \"\"two\"\" of " + QByteArray::number(i) + "\"\r\n";
    return csv;
}

QByteArray eventXml(int number)
{
    return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='P'/><EventID>"
        + QByteArray::number(number)
        + "</EventID><Level>2</Level><TimeCreated "
          "SystemTime='2021-07-31T16:15:31Z'/><Channel>C</Channel></System><EventData><Data>x</Data></EventData></"
          "Event>";
}

Bytes bytesOf(const QByteArray &text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())};
}

} // namespace

void ExportsReaderTest::knowsEncodings()
{
    QCOMPARE(textStart(bytesOf("\xef\xbb\xbfLevel")), (TextStart{TextEncoding::Utf8, 3}));
    QCOMPARE(textStart(bytesOf(QByteArray("\xff\xfeL\0", 4))), (TextStart{TextEncoding::Utf16Le, 2}));
    QCOMPARE(textStart(bytesOf(QByteArray("\xfe\xff\0L", 4))), (TextStart{TextEncoding::Utf16Be, 2}));
    QCOMPARE(textStart(bytesOf(QByteArray("L\0e\0", 4))), (TextStart{TextEncoding::Utf16Le, 0}));
    QCOMPARE(textStart(bytesOf(QByteArray("\0L\0e", 4))), (TextStart{TextEncoding::Utf16Be, 0}));
    QCOMPARE(textStart(bytesOf("Level")), (TextStart{TextEncoding::EightBit, 0}));
    QCOMPARE(decodeText(bytesOf("\xc3\xa9"), TextEncoding::EightBit), u"é"_s);
    QCOMPARE(decodeText(bytesOf("\xe9\x80\x9f"), TextEncoding::Utf8), u"速"_s);
    QCOMPARE(decodeText(bytesOf("\xe9 \x80\x9f"), TextEncoding::EightBit), u"é €Ÿ"_s);
    QCOMPARE(decodeText(bytesOf(QByteArray("\0L\0e\x12", 5)), TextEncoding::Utf16Be), u"Le"_s);
}

void ExportsReaderTest::splitsCells()
{
    QCOMPARE(cellsOf(u"a,\"b,\"\"c\"\"\nd\",e", u','), (QStringList{u"a"_s, u"b,\"c\"\nd"_s, u"e"_s}));
    QCOMPARE(cellsOf(u"", u','), QStringList{QString()});
    QCOMPARE(cellsOf(u",", u','), (QStringList{QString(), QString()}));
    QCOMPARE(cellsOf(u"a \"b\",c", u','), (QStringList{u"a \"b\""_s, u"c"_s}));
    QCOMPARE(cellsOf(u"\"open, and \"\"more", u','), QStringList{u"open, and \"more"_s});
    QCOMPARE(cellsOf(u"\"open\"\"", u','), QStringList{u"open\""_s});
    QCOMPARE(cellsOf(u"a,b,\"c\",d", u',', 3), (QStringList{u"a"_s, u"b"_s, u"\"c\",d"_s}));
    QCOMPARE(separatorOf(u"a;b,c;d"), QChar(u';'));
    QVERIFY(separatorOf(u"abc").isNull());
}

void ExportsReaderTest::parsesJsonInOrder()
{
    const auto json = parseJson(uR"( {"z":1,"a":["x\u0041\n\\",true,null],"z":-2.5e3} )");
    QVERIFY(json);
    QCOMPARE(json->members.size(), 3U);
    QCOMPARE(json->members[0].first, u"z"_s);
    QCOMPARE(json->members[1].second.members[0].second.text, u"xA\n\\"_s);
    QCOMPARE(json->members[2].second.text, u"-2.5e3"_s);
    QCOMPARE(json->member(u"z")->text, u"1"_s);
}

void ExportsReaderTest::refusesBadJson()
{
    for (const char *text : {"", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1 2]", "\"a", "\"\\x\"", "\"\\u12\"",
             "nul", "{}x", "\"a\nb\""}) {
        const auto json = parseJson(QString::fromLatin1(text));
        QVERIFY2(!json && json.error().code == ErrorCode::BadToken, text);
    }
    QCOMPARE(parseJson(QString(100'000, u'[')).error().code, ErrorCode::TooDeep);
}

void ExportsReaderTest::replacesWhatXmlForbids()
{
    const auto tokens = tokensFromXml(u"<a b='&#x1;'>1 & 2 &amp; &#65; \x02 &nope;</a>");
    QVERIFY(tokens);
    QCOMPARE((*tokens)[1].text, u"\ufffd"_s);
    QCOMPARE((*tokens)[2].text, u"1 & 2 & A \ufffd &nope;"_s);
    const auto bad = tokensFromXml(u"<a><b></a>");
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::BadToken);
    QCOMPARE(tokensFromXml(u"<a>"_s.repeated(70) + u"</a>"_s.repeated(70)).error().code, ErrorCode::TooDeep);
}

void ExportsReaderTest::findsStringsInTheSystemsSentence()
{
    const auto texts = [](QStringView message) {
        QStringList strings;
        for (const EventValue &value : stringsInMessage(message))
            strings += value.text;
        return strings;
    };
    QCOMPARE(texts(u"The description for Event ID 1 from source X cannot be found.\r\n\r\nThe following information "
                   u"was included with the event: \r\n\r\none\r\ntwo, three\r\n\r\nThe message resource is present."),
        (QStringList{u"one"_s, u"two, three"_s}));
    QCOMPARE(texts(u"The description for Event ID ( 1008 ) in Source ( Perflib ) could not be found. It contains the "
                   u"following insertion string(s): MSExchangeIMC, C:\\gwperf.dll."),
        (QStringList{u"MSExchangeIMC"_s, u"C:\\gwperf.dll"_s}));
    QCOMPARE(texts(u"An ordinary message."), QStringList());
}

void ExportsReaderTest::cutsLargeFilesIntoParts()
{
    constexpr int Events = 60'000;
    const QByteArray csv = viewerCsv(Events);
    const auto read = readExport(csv);
    QVERIFY(read->reader);
    QVERIFY(read->reader->partCount() >= 2);
    QCOMPARE(read->rows.size(), std::size_t{Events});
    QCOMPARE(read->records, std::uint64_t{Events});
    QVERIFY(read->damages.empty());
    std::uint64_t covered = 0;
    for (std::size_t part = 0; part < read->reader->partCount(); ++part) {
        QVERIFY(read->reader->partBytes(part) < 3U * 1024 * 1024);
        covered += read->reader->partBytes(part);
    }
    QVERIFY(covered > static_cast<std::uint64_t>(csv.size()) - 200);
    QCOMPARE(read->rows.back().message, u"line one,\nline \"two\" of 59999"_s);
}

void ExportsReaderTest::findsEventsByTheirPlace()
{
    const QByteArray xml = "<Events>" + eventXml(1) + eventXml(2) + "</Events>";
    const auto read = readExport(xml);
    QCOMPARE(read->rows.size(), 2U);
    QCOMPARE(read->rows[0].row.place, 8U);
    const std::uint64_t second = 8 + static_cast<std::uint64_t>(eventXml(1).size());
    QCOMPARE(read->rows[1].row.place, second);
    QCOMPARE(read->reader->event(second)->id, std::uint16_t{2});
    for (const std::uint64_t wrong : {std::uint64_t{0}, std::uint64_t{9}, second + 1, std::uint64_t{1} << 40}) {
        const auto event = read->reader->event(wrong);
        QVERIFY(!event);
        QCOMPARE(event.error().code, ErrorCode::BadOffset);
        QCOMPARE(event.error().place.offset, static_cast<std::int64_t>(wrong));
    }
}

void ExportsReaderTest::readsAllEncodingsAlike()
{
    const QString text =
        u"Level,Date and Time,Source,Event ID,Task Category\r\nError,31.7.2021 16:15:31,Größe,7,None,\"äöü,\r\nß\"\r\n"_s;
    const auto be = [&](bool mark) {
        QByteArray bytes(mark ? "\xfe\xff" : "");
        for (const QChar c : text) {
            bytes += static_cast<char>(c.unicode() >> 8);
            bytes += static_cast<char>(c.unicode() & 0xff);
        }
        return bytes;
    };
    const QByteArray le(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    for (const QByteArray &bytes :
        {text.toUtf8(), "\xef\xbb\xbf" + text.toUtf8(), text.toLatin1(), le, "\xff\xfe" + le, be(true), be(false)}) {
        const auto read = readExport(bytes);
        QVERIFY(read->reader);
        QVERIFY(sniffTextExport(bytesOf(bytes)));
        QCOMPARE(read->rows.size(), 1U);
        QCOMPARE(read->names.text(read->rows[0].row.provider), u"Größe"_s);
        QCOMPARE(read->rows[0].message, u"äöü,\nß"_s);
        QCOMPARE(read->rows[0].row.time.toIso(), u"2021-07-31T16:15:31.0000000Z"_s);
    }
}

void ExportsReaderTest::tellsWhereItStoppedReading()
{
    auto source = std::make_shared<TextInMemory>(viewerCsv(40'000));
    const std::uint64_t size = source->size();
    source->failsFrom = 1'500'000;
    const auto read = readExport(source);
    QVERIFY(read->reader);
    QVERIFY(!read->damages.empty());
    const Damage &damage = read->damages.front();
    QCOMPARE(damage.code, ErrorCode::ReadFailed);
    QVERIFY(damage.offset > 1'000'000 && damage.offset < 1'500'000);
    QCOMPARE(damage.offset + damage.length, size);
    QVERIFY(read->rows.size() > 10'000);
}

void ExportsReaderTest::staysOutOfOtherText()
{
    for (const char *text : {"", "Dear all,\r\nthe server is down.\r\n", "<html><body>Event</body></html>",
             "{\"name\": \"Evident\"}", "a,b,c\r\n1,2,3\r\n", "Date,Amount,Source\r\n1/2/2021,3,4\r\n",
             "<?xml version='1.0'?><Task><Triggers><EventTrigger/></Triggers></Task>", "1/2/2021,10:00,a,b,c\r\n",
             "[2021-01-01 10:00:00] INFO something\n", "\x7f\x45LF\x01\x01\x01", "MZ\x90"}) {
        const auto read = readExport(QByteArray(text));
        QVERIFY2(!read->reader, text);
    }
}

/// Whatever is cut off or turned over: no crash, no row out of nothing, and all that lies before a cut is still there.
void ExportsReaderTest::survivesCutsAndFlips()
{
    QByteArray blocks;
    QByteArray json;
    QByteArray xml;
    for (int i = 0; i < 12; ++i) {
        blocks += "Event[" + QByteArray::number(i)
            + "]\r\n  Log Name: System\r\n  Source: P\r\n  Date: 2021-07-31T16:15:31.0Z\r\n  Event ID: "
            + QByteArray::number(i) + "\r\n  Level: Error\r\n  Description: \r\nwords\r\n\r\n";
        json += "{\"Event\":{\"System\":{\"EventID\":" + QByteArray::number(i)
            + ",\"TimeCreated\":{\"#attributes\":{\"SystemTime\":\"2021-07-31T16:15:31Z\"}}}}}\n";
        xml += eventXml(i);
    }
    QRandomGenerator random(20260101);
    for (const QByteArray &whole : {viewerCsv(12), blocks, json, xml}) {
        const auto intact = readExport(whole);
        QCOMPARE(intact->rows.size(), 12U);
        for (int i = 0; i < 150; ++i) {
            const auto cut = random.bounded(static_cast<int>(whole.size()));
            const auto read = readExport(whole.first(cut));
            std::size_t before = 0;
            while (before + 1 < intact->rows.size()
                && intact->rows[before + 1].row.place <= static_cast<std::uint64_t>(cut))
                ++before;
            QVERIFY(!read->reader || read->rows.size() >= before);
            QVERIFY(read->rows.size() <= before + 1);
        }
        for (int i = 0; i < 150; ++i) {
            QByteArray flipped = whole;
            flipped[random.bounded(static_cast<int>(whole.size()))] ^= static_cast<char>(1 << random.bounded(8));
            const auto read = readExport(flipped);
            QVERIFY(!read->reader || read->rows.size() >= 10);
            QVERIFY(read->rows.size() <= 13);
        }
    }
}

/// Text that makes a careless reader look at everything again for every sign.
void ExportsReaderTest::isNotHeldUp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    constexpr int Often = 200'000;
    QTest::newRow("comments without an end") << eventXml(1) + "<Event xmlns='x'>" + QByteArray("<!--").repeated(Often);
    QTest::newRow("comments between events") << "<Events>" + eventXml(1) + QByteArray("<!--<Events ").repeated(Often);
    QTest::newRow("events in one another") << eventXml(1) + QByteArray("<Event>").repeated(Often);
    QTest::newRow("braces") << QByteArray("{\"Event\":{\"System\":{\"EventID\":1}}}\n")
            + QByteArray("{").repeated(4 * Often);
    QByteArray members("{\"Event\":{\"System\":{\"EventID\":1},\"EventData\":{\"a\":1");
    for (int i = 0; i < Often; ++i)
        members += ",\"a" + QByteArray::number(i) + "_attributes\":{}";
    QTest::newRow("members") << members + "}}}";
    QTest::newRow("open quotes") << viewerCsv(1)
            + QByteArray("Error,7/31/2021 4:15:31 PM,P,1,None,\"\n").repeated(Often / 8 + 1);
    QTest::newRow("line ends in quotes") << viewerCsv(1) + "Error,7/31/2021 4:15:31 PM,P,1,None,\""
            + QByteArray("\n").repeated(4 * Often);
}

void ExportsReaderTest::isNotHeldUp()
{
    QFETCH(const QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();
    const auto read = readExport(bytes);
    QVERIFY(read->reader);
    QVERIFY(!read->damages.empty());
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(ExportsReaderTest)
#include "tst_exports_reader.moc"
