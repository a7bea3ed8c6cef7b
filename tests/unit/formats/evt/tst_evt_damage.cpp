// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evtsample.h"

#include "formats/evt/evtreader.h"

#include <QTest>

#include <map>

using namespace evident;
using namespace evident::test;

/// Broken logs: each kind of damage is told with its code and place, and costs no record that it does not touch.
class EvtDamageTest : public QObject {
    Q_OBJECT
private slots:
    void tellsBrokenRecords_data();
    void tellsBrokenRecords();
    void tellsBrokenFields_data();
    void tellsBrokenFields();
    void tellsNamesWithoutEnd();
    void tellsABrokenHeader_data();
    void tellsABrokenHeader();
    void findsTheOldestRecordByItsNumber();
    void readsWithoutEndOfFileRecord();
    void readsRingsWithoutEndOfFileRecord();
    void tellsARecordThatLeavesTheLog();
    void readsFilesCutAnywhere();
    void tellsARingCutBetweenRecords();
    void refusesHugeClaims();
    void losesNothingThatAFlippedByteDoesNotTouch_data();
    void losesNothingThatAFlippedByteDoesNotTouch();
};

namespace {

Damage damageOf(std::uint64_t offset, std::uint64_t length, ErrorCode code, const char *what)
{
    return {.offset = offset, .length = length, .code = code, .what = what};
}

forge::EvtEvent fullEvent()
{
    auto event = sampleEvent(1);
    event.sid = forge::sid({18});
    event.strings = {u"one", u"two"};
    event.data = "data";
    return event;
}

} // namespace

void EvtDamageTest::tellsBrokenRecords_data()
{
    QTest::addColumn<int>("at"); // from the record's start; negative: from its end
    QTest::addColumn<quint32>("value");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, int at, quint32 value, ErrorCode code) {
        QTest::newRow(name) << at << value << static_cast<int>(code);
    };
    row("signature", 4, 0, ErrorCode::BadMagic);
    row("size of nothing", 0, 0, ErrorCode::BadSize);
    row("size below the smallest", 0, 59, ErrorCode::BadSize);
    row("size of another", 0, 64, ErrorCode::BadSize);
    row("size beyond the log", 0, 0x70000, ErrorCode::BadSize);
    row("size beyond all", 0, 0xffffffff, ErrorCode::BadSize);
    row("size copy", -4, 0, ErrorCode::BadSize);
}

void EvtDamageTest::tellsBrokenRecords()
{
    QFETCH(const int, at);
    QFETCH(const quint32, value);
    QFETCH(const int, code);
    EvtSample sample = sampleLog(5);
    const auto &third = sample.records.at(2);
    sample.put32(at >= 0 ? third.place + static_cast<std::uint32_t>(at) : third.place + third.size - 4, value);
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(damageText(log.damages),
        damageText({damageOf(third.place, third.size, static_cast<ErrorCode>(code), "record")}));
    QCOMPARE(log.numbers(), (std::vector<std::uint64_t>{1, 2, 4, 5}));
    QCOMPARE(log.records, 4U);
    QCOMPARE(log.recoveredCount, 0U);
}

void EvtDamageTest::tellsBrokenFields_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<quint32>("value");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("what");
    const auto row = [](const char *name, int at, quint32 value, ErrorCode code, int offset, int length,
                         const char *what) {
        QTest::newRow(name) << at << value << static_cast<int>(code) << offset << length << QByteArray(what);
    };
    row("type", 24, 3 | 2U << 16, ErrorCode::BadValue, 24, 2, "record's type");
    row("more strings than there are", 26, 9, ErrorCode::BadValue, 26, 2, "record's strings");
    row("strings behind the record", 36, 0x1000, ErrorCode::BadOffset, 36, 4, "record's strings");
    row("strings in the fixed part", 36, 55, ErrorCode::BadOffset, 36, 4, "record's strings");
    row("strings at the end of numbers", 36, 0xfffffffe, ErrorCode::BadOffset, 36, 4, "record's strings");
    row("user behind the record", 44, 0x1000, ErrorCode::BadOffset, 40, 8, "record's user");
    row("user longer than the record", 40, 0x1000, ErrorCode::BadOffset, 40, 8, "record's user");
    row("user across the end of numbers", 44, 0xfffffff8, ErrorCode::BadOffset, 40, 8, "record's user");
    row("user in the fixed part", 44, 0, ErrorCode::BadOffset, 40, 8, "record's user");
    row("user of an unknown revision", 88, 0x107, ErrorCode::BadValue, 88, 12, "record's user");
    row("data behind the record", 52, 0x1000, ErrorCode::BadOffset, 48, 8, "record's data");
    row("data longer than the record", 48, 0xffffffff, ErrorCode::BadOffset, 48, 8, "record's data");
    row("data across the end of numbers", 52, 0xfffffffe, ErrorCode::BadOffset, 48, 8, "record's data");
}

void EvtDamageTest::tellsBrokenFields()
{
    QFETCH(const int, at);
    QFETCH(const quint32, value);
    QFETCH(const int, code);
    QFETCH(const int, offset);
    QFETCH(const int, length);
    QFETCH(const QByteArray, what);
    EvtSample sample = logOf({sampleEvent(1), fullEvent(), sampleEvent(3)});
    const auto &second = sample.records.at(1);
    sample.put32(second.place + static_cast<std::uint32_t>(at), value);
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(log.numbers(), (std::vector<std::uint64_t>{1, 2, 3}));
    QCOMPARE(damageText(log.damages),
        damageText({damageOf(second.place + static_cast<std::uint64_t>(offset), static_cast<std::uint64_t>(length),
            static_cast<ErrorCode>(code), what.constData())}));
    QVERIFY(log.rows.at(1).row.marks == RowMark::InDamage);
    QVERIFY(log.rows.at(0).row.marks == RowMark::None);
}

void EvtDamageTest::tellsNamesWithoutEnd()
{
    auto event = sampleEvent(4); // no strings, no user
    event.data.clear();
    EvtSample sample = logOf({event});
    const auto &only = sample.records.at(0);
    for (std::uint32_t at = 56; at < only.size - 4; ++at)
        sample.bytes[only.place + at] = 'A';
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(damageText(log.damages),
        damageText({damageOf(only.place + 56, only.size - 60, ErrorCode::BadValue, "record's names")}));
    QCOMPARE(log.records, 1U);
}

void EvtDamageTest::tellsABrokenHeader_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<quint32>("value");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    const auto row = [](const char *name, int at, quint32 value, ErrorCode code, int offset, int length) {
        QTest::newRow(name) << at << value << static_cast<int>(code) << offset << length;
    };
    row("major version", 8, 2, ErrorCode::UnsupportedVersion, 8, 8);
    row("minor version", 12, 0, ErrorCode::UnsupportedVersion, 8, 8);
    row("end in the header", 20, 0, ErrorCode::BadOffset, 20, 4);
    row("end at a record", 20, 48, ErrorCode::BadOffset, 20, 4);
    row("end behind the file", 20, 0xfffffff0, ErrorCode::BadOffset, 20, 4);
    row("size at the end", 44, 0x31, ErrorCode::BadSize, 44, 4);
}

void EvtDamageTest::tellsABrokenHeader()
{
    QFETCH(const int, at);
    QFETCH(const quint32, value);
    QFETCH(const int, code);
    QFETCH(const int, offset);
    QFETCH(const int, length);
    EvtSample sample = sampleLog(5);
    sample.put32(static_cast<std::size_t>(at), value);
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(damageText(log.damages),
        damageText({damageOf(static_cast<std::uint64_t>(offset), static_cast<std::uint64_t>(length),
            static_cast<ErrorCode>(code), "file header")}));
    QCOMPARE(log.records, 5U);
}

void EvtDamageTest::findsTheOldestRecordByItsNumber()
{
    for (const std::uint32_t begin : {0U, 52U, 0xfff0U}) {
        EvtSample sample = sampleLog(150, {.ringSize = 4096});
        sample.put32(sample.end + 20, begin);
        const ReadLog log = readLog(sample.bytes);
        const Damage expected = begin < 4096 ? damageOf(sample.end + 20, 4, ErrorCode::BadOffset, "end-of-file record")
                                             : damageOf(4096, begin - 4096, ErrorCode::Truncated, "end-of-file record");
        QCOMPARE(damageText(log.damages), damageText({expected}));
        QCOMPARE(log.numbers(), numbersOf(sample));
    }
    EvtSample sample = sampleLog(5);
    sample.put32(sample.end + 20, sample.end); // as if it were empty, though it names an oldest record
    QCOMPARE(readLog(sample.bytes).numbers(), numbersOf(sample));

    sample = sampleLog(5);
    sample.put32(sample.end + 24, 7); // its own place
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(damageText(log.damages),
        damageText({damageOf(sample.end + 24, 4, ErrorCode::BadOffset, "end-of-file record")}));
    QCOMPARE(log.records, 5U);
}

void EvtDamageTest::readsWithoutEndOfFileRecord()
{
    EvtSample sample = sampleLog(12);
    sample.bytes.replace(sample.end, 0x28, QByteArray(0x28, '\0'));
    ReadLog log = readLog(sample.bytes);
    QCOMPARE(
        damageText(log.damages), damageText({damageOf(sample.end, 0x28, ErrorCode::BadMagic, "end-of-file record")}));
    QCOMPARE(log.numbers(), numbersOf(sample));

    sample.put32(36, 1); // dirty: nobody knows where it should have been
    log = readLog(sample.bytes);
    QCOMPARE(damageText(log.damages),
        damageText({damageOf(
            static_cast<std::uint64_t>(sample.bytes.size()), 0, ErrorCode::Truncated, "end-of-file record")}));
    QCOMPARE(log.numbers(), numbersOf(sample));
}

void EvtDamageTest::readsRingsWithoutEndOfFileRecord()
{
    for (int count = 60; count < 160; ++count) {
        EvtSample sample = sampleLog(count, {.ringSize = 4096});
        for (std::uint32_t i = 0; i < 0x28; ++i)
            sample.bytes[(sample.end - 48 + i) % (4096 - 48) + 48] = '\0';
        const ReadLog log = readLog(sample.bytes);
        QCOMPARE(log.numbers(), numbersOf(sample));
        QVERIFY(!log.damages.empty());
    }
}

void EvtDamageTest::tellsARecordThatLeavesTheLog()
{
    EvtSample sample = sampleLog(5);
    const auto &last = sample.records.back();
    sample.put32(last.place, last.size + 4);
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(damageText(log.damages), damageText({damageOf(last.place, last.size, ErrorCode::Truncated, "record")}));
    QCOMPARE(log.records, 4U);
}

void EvtDamageTest::readsFilesCutAnywhere()
{
    const EvtSample sample = sampleLog(8);
    for (std::uint32_t size = 8; size < static_cast<std::uint32_t>(sample.bytes.size()); ++size) {
        const ReadLog log = readLog(sample.bytes.first(size));
        if (size < 48) {
            QCOMPARE(damageText(log.damages), damageText({damageOf(size, 0, ErrorCode::Truncated, "file header")}));
            continue;
        }
        std::vector<std::uint64_t> whole;
        Damages expected{damageOf(size, 0, ErrorCode::Truncated, "end-of-file record")};
        for (const auto &record : sample.records) {
            if (record.place + record.size <= size)
                whole.push_back(record.number);
            else if (record.place < size)
                expected.push_back(damageOf(record.place, size - record.place, ErrorCode::Truncated, "record"));
        }
        if (sample.end < size)
            expected.push_back(damageOf(sample.end, size - sample.end, ErrorCode::Truncated, "record"));
        QCOMPARE(damageText(log.damages), damageText(expected));
        QCOMPARE(log.numbers(), whole);
    }
}

/// Nothing is torn there, and the end-of-file record stands before the cut: the numbers alone tell that records are missing.
void EvtDamageTest::tellsARingCutBetweenRecords()
{
    const EvtSample sample = sampleLog(120, {.ringSize = 4096});
    const ReadLog whole = readLog(sample.bytes);
    int cuts = 0;
    for (const auto &record : sample.records) {
        if (record.place <= sample.end || record.place == sample.records.front().place)
            continue;
        const ReadLog log = readLog(sample.bytes.first(record.place));
        QVERIFY(log.records < whole.records);
        QVERIFY2(
            damageText(log.damages).contains(damageText({damageOf(record.place, 0, ErrorCode::Truncated, "record")})),
            qPrintable(damageText(log.damages)));
        ++cuts;
    }
    QVERIFY(cuts > 3);
}

void EvtDamageTest::refusesHugeClaims()
{
    EvtSample sample = sampleLog(1);
    sample.bytes.resize(100);
    sample.put32(24, 0xffffffff);
    sample.put32(16, 0xfffffff0);
    sample.put32(48, 0xfffffff0);
    const ReadLog log = readLog(sample.bytes);
    QCOMPARE(log.records, 0U);
    QCOMPARE(damageText(log.damages),
        damageText({damageOf(100, 0, ErrorCode::Truncated, "end-of-file record"),
            damageOf(48, 52, ErrorCode::Truncated, "record")}));
}

void EvtDamageTest::losesNothingThatAFlippedByteDoesNotTouch_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<quint32>("ringSize");
    QTest::newRow("growing") << 8 << 0U;
    QTest::newRow("ring") << 60 << 2048U;
}

void EvtDamageTest::losesNothingThatAFlippedByteDoesNotTouch()
{
    QFETCH(const int, count);
    QFETCH(const quint32, ringSize);
    const EvtSample sample = sampleLog(count, {.ringSize = ringSize});
    const ReadLog whole = readLog(sample.bytes);
    std::map<std::uint64_t, QByteArray> expected;
    for (const auto &record : sample.records)
        expected[record.place] = whole.reader->eventAs(record.place, DumpForm::JsonLines).value();
    for (qsizetype at = 8; at < sample.bytes.size(); ++at) {
        QByteArray flipped = sample.bytes;
        flipped[at] = static_cast<char>(~flipped[at]);
        const ReadLog log = readLog(flipped);
        std::map<std::uint64_t, QByteArray> found;
        for (const auto &read : log.rows)
            found[read.row.place] = log.reader->eventAs(read.row.place, DumpForm::JsonLines).value();
        for (const auto &record : sample.records) {
            const auto from = static_cast<qsizetype>(record.place);
            const qsizetype past = from + static_cast<qsizetype>(record.size) - sample.bytes.size();
            const bool touched = (at >= from && at < from + static_cast<qsizetype>(record.size))
                || (past > 0 && at >= 48 && at < 48 + past);
            if (!touched)
                QVERIFY2(found[record.place] == expected[record.place],
                    qPrintable(QStringLiteral("byte %1, record %2").arg(at).arg(record.number)));
        }
    }
}

QTEST_APPLESS_MAIN(EvtDamageTest)
#include "tst_evt_damage.moc"
