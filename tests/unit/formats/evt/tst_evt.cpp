// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evtsample.h"

#include "formats/evt/evtreader.h"

#include <QTest>

using namespace evident;
using namespace evident::test;

/// Whole logs: everything of a record, rings in every phase, logs in use, what older records left behind.
class EvtTest : public QObject {
    Q_OBJECT
private slots:
    void knowsItsHeader();
    void readsEverythingOfARecord();
    void mapsTypes_data();
    void mapsTypes();
    void dumpsJson();
    void dumpsXml();
    void readsRingsInEveryPhase();
    void readsARecordSplitAtTheFilesEnd();
    void believesTheEndOfFileRecord();
    void recoversWhatLiesBehindTheEnd();
    void readsAnEmptyLog();
    void cutsLargeLogsIntoParts();
    void keepsUnpairedSurrogates();
    void refusesPlacesWithoutRecord();
};

namespace {

forge::EvtEvent perflibEvent()
{
    return {
        .generated = 920'000'000,
        .written = 920'000'001,
        .eventId = 0xC00003F0,
        .type = forge::EvtType::Error,
        .category = 3,
        .source = u"Perflib",
        .computer = u"MAIL01",
        .sid = forge::sid({18}),
        .strings = {u"MSExchangeIMC", u"C:\\exchsrvr\\bin\\gwperf.dll"},
        .data = std::string("\x02\0\0\0", 4),
    };
}

} // namespace

void EvtTest::knowsItsHeader()
{
    const auto bytes = [](const QByteArray &b) {
        return Bytes(reinterpret_cast<const std::uint8_t *>(b.data()), static_cast<std::size_t>(b.size()));
    };
    QVERIFY(sniffEvt(bytes(sampleLog(0).bytes)));
    QVERIFY(!sniffEvt(bytes(QByteArrayLiteral("ElfFile\0"))));
    QVERIFY(!sniffEvt(bytes(QByteArray::fromHex("300000004c664c"))));
}

void EvtTest::readsEverythingOfARecord()
{
    const ReadLog log = readLog(logOf({perflibEvent()}).bytes);
    QCOMPARE(damageText(log.damages), QString());
    QCOMPARE(log.records, 1U);
    QVERIFY(!log.reader->isDirty());
    QVERIFY(log.reader->format() == LogFormat::Evt);
    const EventRow &row = log.rows.at(0).row;
    QCOMPARE(row.place, 48U);
    QCOMPARE(row.recordId, 1U);
    QVERIFY(row.level == Level::Error);
    QVERIFY(row.user != NameId::None);
    QCOMPARE(log.rows.at(0).values.string(2), QStringLiteral("C:\\exchsrvr\\bin\\gwperf.dll"));

    const Event event = log.reader->event(row.place).value();
    QCOMPARE(event.time.toIso(), QStringLiteral("1999-02-26T03:33:20.0000000Z"));
    QCOMPARE(event.recordId.value(), 1U);
    QCOMPARE(event.id, 1008);
    QCOMPARE(event.qualifiers.value(), 0xC000);
    QCOMPARE(event.levelNumber.value(), 2);
    QVERIFY(event.level == Level::Error);
    QCOMPARE(event.task, 3);
    QCOMPARE(event.keywords, KeywordClassic);
    QCOMPARE(event.provider, QStringLiteral("Perflib"));
    QCOMPARE(event.channel, QStringLiteral("Application"));
    QCOMPARE(event.computer, QStringLiteral("MAIL01"));
    QCOMPARE(event.user, QStringLiteral("S-1-5-18"));
    QCOMPARE(event.content.values.size(), 2U);
    QCOMPARE(event.content.string(1), QStringLiteral("MSExchangeIMC"));
    QCOMPARE(event.content.data, QByteArray::fromHex("02000000"));
}

void EvtTest::mapsTypes_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("level");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("keywords");
    QTest::newRow("success") << 0 << QStringLiteral("logAlways") << 0 << QStringLiteral("0x80000000000000");
    QTest::newRow("error") << 1 << QStringLiteral("error") << 2 << QStringLiteral("0x80000000000000");
    QTest::newRow("warning") << 2 << QStringLiteral("warning") << 3 << QStringLiteral("0x80000000000000");
    QTest::newRow("information") << 4 << QStringLiteral("information") << 4 << QStringLiteral("0x80000000000000");
    QTest::newRow("audit success") << 8 << QStringLiteral("auditSuccess") << 0 << QStringLiteral("0xa0000000000000");
    QTest::newRow("audit failure") << 16 << QStringLiteral("auditFailure") << 0 << QStringLiteral("0x90000000000000");
}

void EvtTest::mapsTypes()
{
    QFETCH(const int, type);
    QFETCH(const QString, level);
    QFETCH(const int, number);
    QFETCH(const QString, keywords);
    auto event = perflibEvent();
    event.type = static_cast<forge::EvtType>(type);
    const ReadLog log = readLog(logOf({event}).bytes);
    QCOMPARE(levelWord(log.rows.at(0).row.level), level);
    QCOMPARE(log.reader->event(48)->levelNumber.value(), number);
    QVERIFY(log.dump(DumpForm::JsonLines).contains("\"Keywords\":\"" + keywords.toLatin1() + "\""));
    QVERIFY(log.dump(DumpForm::Xml).contains("<Level>" + QByteArray::number(number) + "</Level>"));
}

void EvtTest::dumpsJson()
{
    auto bare = perflibEvent();
    bare.sid.clear();
    bare.strings.clear();
    bare.data.clear();
    const ReadLog log = readLog(logOf({perflibEvent(), bare}).bytes, QStringLiteral("C/MAIL01.Application.evt"));
    const QByteArray head =
        R"({"Event":{"#attributes":{"xmlns":"http://schemas.microsoft.com/win/2004/08/events/event"},)"
        R"("System":{"Provider":{"#attributes":{"Name":"Perflib"}},)"
        R"("EventID":{"#attributes":{"Qualifiers":49152},"#text":1008},"Level":2,"Task":3,)"
        R"("Keywords":"0x80000000000000",)"
        R"("TimeCreated":{"#attributes":{"SystemTime":"1999-02-26T03:33:20.0000000Z"}},"EventRecordID":)";
    const QByteArray place = R"(,"Channel":"MAIL01.Application","Computer":"MAIL01","Security":)";
    const QByteArray expected = head + "1" + place + R"({"#attributes":{"UserID":"S-1-5-18"}}},)"
        + R"("EventData":{"Data":{"#text":["MSExchangeIMC","C:\\exchsrvr\\bin\\gwperf.dll"]},"Binary":"02000000"}}})"
        + "\n" + head + "2" + place + R"(null},"EventData":{"Data":{"#text":[]}}}})" + "\n";
    QCOMPARE(log.dump(DumpForm::JsonLines), expected);
    QCOMPARE(*log.reader->eventAs(log.rows.at(1).row.place, DumpForm::JsonLines), expected.split('\n').at(1));
}

void EvtTest::dumpsXml()
{
    auto event = perflibEvent();
    event.strings = {u"a<b", u"&"};
    auto bare = event;
    bare.sid.clear();
    bare.strings.clear();
    bare.data.clear();
    const ReadLog log = readLog(logOf({event, bare}).bytes);
    const QByteArray head =
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Perflib'/>"
        "<EventID Qualifiers='49152'>1008</EventID><Level>2</Level><Task>3</Task>"
        "<Keywords>0x80000000000000</Keywords><TimeCreated SystemTime='1999-02-26T03:33:20.0000000Z'/><EventRecordID>";
    const QByteArray place = "</EventRecordID><Channel>Application</Channel><Computer>MAIL01</Computer>";
    const QByteArray expected = head + "1" + place
        + "<Security "
          "UserID='S-1-5-18'/></System><EventData><Data>a&lt;b</Data><Data>&amp;</Data><Binary>02000000</Binary></"
          "EventData>"
          "</Event>\n"
        + head + "2" + place + "<Security/></System><EventData/></Event>\n";
    QCOMPARE(log.dump(DumpForm::Xml), expected);
    QCOMPARE(*log.reader->eventAs(48, DumpForm::Xml), expected.split('\n').at(0));
}

void EvtTest::readsRingsInEveryPhase()
{
    int wrapped = 0;
    for (int count = 1; count <= 250; ++count) {
        for (const auto state : {forge::EvtState::Closed, forge::EvtState::InUse}) {
            const EvtSample sample = sampleLog(count, {.ringSize = 4096, .state = state});
            const ReadLog log = readLog(sample.bytes);
            QCOMPARE(log.numbers(), numbersOf(sample));
            QCOMPARE(damageText(log.damages), QString());
            for (std::size_t i = 0; i < log.rows.size(); ++i)
                QCOMPARE(log.rows[i].row.place, sample.records[i].place);
            wrapped += sample.hasWrapped ? 1 : 0;
        }
    }
    QVERIFY(wrapped > 300);
}

void EvtTest::readsARecordSplitAtTheFilesEnd()
{
    int split = 0;
    for (int count = 30; count <= 120; ++count) {
        const EvtSample sample = sampleLog(count, {.ringSize = 2048});
        const ReadLog log = readLog(sample.bytes);
        for (std::size_t i = 0; i < sample.records.size(); ++i) {
            if (sample.records[i].place + sample.records[i].size <= 2048)
                continue;
            ++split;
            const auto expected = sampleEvent(sample.records[i].number);
            const Event event = log.reader->event(sample.records[i].place).value();
            QCOMPARE(event.provider, QStringLiteral("Perflib"));
            QCOMPARE(event.content.values.size(), expected.strings.size());
            for (std::size_t s = 0; s < expected.strings.size(); ++s)
                QCOMPARE(event.content.values[s].text, QString::fromStdU16String(expected.strings[s]));
            QCOMPARE(event.content.data, QByteArray::fromStdString(expected.data));
        }
    }
    QVERIFY(split > 20);
}

void EvtTest::believesTheEndOfFileRecord()
{
    const EvtSample sample = sampleLog(20, {.state = forge::EvtState::InUse});
    QCOMPARE(sample.u32(20), 48U); // the header still says that the log is empty
    const ReadLog log = readLog(sample.bytes);
    QVERIFY(log.reader->isDirty());
    QCOMPARE(log.numbers(), numbersOf(sample));
    QCOMPARE(damageText(log.damages), QString());
}

/// As if records 1 and 2 had been written over a log of 20 that was cleared.
void EvtTest::recoversWhatLiesBehindTheEnd()
{
    EvtSample sample = sampleLog(20);
    const std::uint32_t third = sample.records.at(2).place;
    const QByteArray eof = sample.bytes.mid(sample.end, 0x28);
    sample.bytes.replace(third, eof.size(), eof);
    sample.put32(third + 24, third);
    sample.put32(third + 28, 3);
    sample.put32(20, third);
    sample.bytes.replace(sample.end, eof.size(), QByteArray(eof.size(), '\0'));
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(log.numbers(), (std::vector<std::uint64_t>{1, 2}));
    QCOMPARE(damageText(log.damages), QString());
    QCOMPARE(log.records, 2U);
    QCOMPARE(log.recoveredCount, 17U);
    QCOMPARE(log.recovered.size(), 17U);
    QCOMPARE(log.recovered.at(0).row.recordId, 4U);
    QVERIFY(log.recovered.at(0).row.marks == RowMark::Recovered);
    QCOMPARE(log.dump(DumpForm::JsonLines).count('\n'), 2);
}

void EvtTest::readsAnEmptyLog()
{
    const ReadLog log = readLog(sampleLog(0).bytes);
    QCOMPARE(log.records, 0U);
    QCOMPARE(damageText(log.damages), QString());
}

void EvtTest::cutsLargeLogsIntoParts()
{
    std::vector<forge::EvtEvent> events(9000, perflibEvent());
    for (auto &event : events)
        event.data.assign(1000, '\7');
    const EvtSample sample = logOf(events);
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(log.reader->partCount(), 3U);
    QCOMPARE(log.records, 9000U);
    QCOMPARE(log.numbers(), numbersOf(sample));
    QCOMPARE(damageText(log.damages), QString());
    std::uint64_t bytes = 0;
    for (std::size_t part = 0; part < log.reader->partCount(); ++part)
        bytes += log.reader->partBytes(part);
    QCOMPARE(bytes, static_cast<std::uint64_t>(sample.end) - 48);
}

void EvtTest::keepsUnpairedSurrogates()
{
    auto event = perflibEvent();
    event.strings = {{u'a', char16_t(0xd800), u'b'}};
    const ReadLog log = readLog(logOf({event}).bytes);
    QCOMPARE(log.rows.at(0).values.string(1).size(), 3);
    QCOMPARE(log.rows.at(0).values.string(1).at(1), QChar(0xd800));
    QVERIFY(log.dump(DumpForm::JsonLines)
            .contains("a\xef\xbf\xbd"
                      "b"));
}

void EvtTest::refusesPlacesWithoutRecord()
{
    const EvtSample sample = sampleLog(3);
    const ReadLog log = readLog(sample.bytes);
    for (const std::uint64_t place :
        {0U, 47U, 49U, sample.end, static_cast<std::uint32_t>(sample.bytes.size()), 0xffffffffU}) {
        const auto event = log.reader->event(place);
        QVERIFY(!event);
        QVERIFY(event.error().code == ErrorCode::BadOffset);
        QCOMPARE(event.error().place.offset, static_cast<std::int64_t>(place));
        QVERIFY(!log.reader->eventAs(place, DumpForm::Xml));
    }
}

QTEST_APPLESS_MAIN(EvtTest)
#include "tst_evt.moc"
