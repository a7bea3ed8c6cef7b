// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Heads, chunks and records, right and damaged: what is shown, what is marked, and what is told, with its offset.

#include "formats/evtx/tokens.h"
#include "formats/openlog.h"
#include "sources/filesource.h"
#include "unit/formats/evtx/chunkbytes.h"

#include <QTest>

#include <algorithm>

using namespace evident;
using namespace evident::evtx;

namespace {

constexpr std::uint64_t Base = 4096;

/// Records without template, numbered from @p first.
ChunkBytes records(int count, std::uint64_t first = 1)
{
    ChunkBytes chunk;
    for (int i = 0; i < count; ++i) {
        const QString text = QString::number(first + static_cast<std::uint64_t>(i));
        chunk.beginRecord(first + static_cast<std::uint64_t>(i)).fragmentHeader().open(u"Event").closeStart();
        chunk.open(u"System")
            .closeStart()
            .open(u"EventRecordID")
            .closeStart()
            .text(text)
            .end()
            .end()
            .end()
            .eof()
            .endRecord();
    }
    return chunk;
}

QList<std::uint64_t> ids(const OpenedLog &log)
{
    QList<std::uint64_t> found;
    for (const EventRow &row : log.rows)
        found += row.recordId;
    return found;
}

/// Offset of record @p number (from 0) of a chunk made by records().
std::uint32_t offsetOf(const QByteArray &chunk, int number)
{
    std::uint32_t at = 512;
    for (; number > 0; --number)
        at += readLe<std::uint32_t>({reinterpret_cast<const std::uint8_t *>(chunk.constData()), 65536}, at + 4);
    return at;
}

void compareDamages(const Damages &told, const Damages &expected)
{
    QCOMPARE(told.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Damage &met = told[i];
        QCOMPARE(met.code, expected[i].code);
        QCOMPARE(met.offset, expected[i].offset);
        QCOMPARE(met.length, expected[i].length);
        QCOMPARE(QByteArray(met.what), QByteArray(expected[i].what));
    }
}

using Ids = QList<std::uint64_t>;

} // namespace

class EvtxChunksTest : public QObject {
    Q_OBJECT
private slots:
    void readsEverySlotToTheEnd()
    {
        QByteArray file = fileOf({records(2).chunk(), QByteArray(65536, '\0'), records(1, 10).chunk()});
        file.replace(42, 2, QByteArray("\x01\0", 2)); // a head that knows of one chunk only
        const OpenedLog log(file);
        QCOMPARE(ids(log), (Ids{1, 2, 10}));
        QVERIFY(log.report.damages.empty());
        QCOMPARE(log.log->partCount(), 3U);
    }

    void tellsAHeadWhoseChecksumIsWrong()
    {
        QByteArray file = records(1).file();
        file[24] = 9;
        const OpenedLog log(file);
        QCOMPARE(ids(log), (Ids{1}));
        compareDamages(log.log->headDamages(),
            {{.offset = 0, .length = 128, .code = ErrorCode::BadChecksum, .what = "file header"}});
    }

    void readsWithoutAHead()
    {
        QByteArray file = records(1).file();
        file[0] = 'X';
        const OpenedLog log(file);
        QCOMPARE(ids(log), (Ids{1}));
        compareDamages(
            log.log->headDamages(), {{.offset = 0, .length = 8, .code = ErrorCode::BadMagic, .what = "file header"}});
    }

    void refusesOtherVersions()
    {
        Names names;
        const auto log =
            openLog(std::make_shared<MemorySource>(QStringLiteral("x"), fileOf({records(1).chunk()}, 0, 4)), names);
        QVERIFY(!log);
        QCOMPARE(log.error().code, ErrorCode::UnsupportedVersion);
        QCOMPARE(log.error().place.offset, 36);
        QCOMPARE(log.error().detail, QStringLiteral("4.1"));
    }

    void opensAHeadAlone()
    {
        const OpenedLog whole(fileOf({}));
        QCOMPARE(whole.log->partCount(), 0U);
        QVERIFY(whole.log->headDamages().empty());
    }

    void refusesAFileThatEndsInsideItsHead()
    {
        Names names;
        QByteArray head = fileOf({}).first(100);
        head.replace(24, 8, QByteArray(8, '\xff')); // the claim of very many records
        const auto log = openLog(std::make_shared<MemorySource>(QStringLiteral("x"), head), names);
        QVERIFY(!log);
        QCOMPARE(log.error().code, ErrorCode::Truncated);
        QCOMPARE(log.error().place.offset, 100);
    }

    void knowsADirtyLog()
    {
        QVERIFY(!OpenedLog(records(1).file()).log->isDirty());
        QVERIFY(OpenedLog(fileOf({records(1).chunk()}, 1)).log->isDirty());
        QByteArray grown = records(1).file() + records(1, 5).chunk();
        QVERIFY(OpenedLog(grown).log->isDirty()); // its head does not know of the second chunk
    }

    void tellsASlotThatIsNoChunk()
    {
        QByteArray other(65536, '\0');
        other[70] = 'x';
        compareDamages(OpenedLog(fileOf({records(1).chunk(), other})).report.damages,
            {{.offset = Base + 65536, .length = 65536, .code = ErrorCode::BadMagic, .what = "chunk"}});
    }

    void marksRecordsWhoseChecksumIsWrong()
    {
        QByteArray chunk = records(3).chunk();
        const std::uint32_t second = offsetOf(chunk, 1);
        chunk[second + 16] = 1; // its time
        const OpenedLog log(fileOf({chunk}));
        QCOMPARE(ids(log), (Ids{1, 2, 3}));
        QCOMPARE(log.rows[0].marks, RowMark::InDamage);
        const auto end = readLe<std::uint32_t>({reinterpret_cast<const std::uint8_t *>(chunk.constData()), 65536}, 48);
        compareDamages(log.report.damages,
            {{.offset = Base + 512,
                .length = end - 512,
                .code = ErrorCode::BadChecksum,
                .what = "records of a chunk"}});
    }

    void looksForNoChecksumWhereThereIsNone()
    {
        QByteArray chunk = records(2).chunk();
        chunk[120] = 4;
        chunk[offsetOf(chunk, 1) + 16] = 1;
        QVERIFY(OpenedLog(fileOf({chunk})).report.damages.empty());
        chunk[120] = 0;
        QVERIFY(OpenedLog(fileOf({chunk}, 4)).report.damages.empty());
    }

    void findsTheEndOfRecordsThatTheHeadDoesNotKnow_data()
    {
        QTest::addColumn<quint32>("freeOffset");
        QTest::newRow("too small") << 600U;
        QTest::newRow("too large") << 60000U;
        QTest::newRow("outside") << 0x7fffffffU;
    }
    void findsTheEndOfRecordsThatTheHeadDoesNotKnow()
    {
        QFETCH(quint32, freeOffset);
        QByteArray chunk = records(3).chunk();
        chunk.replace(48, 4, QByteArray(reinterpret_cast<const char *>(&freeOffset), 4));
        const OpenedLog log(fileOf({chunk}));
        QCOMPARE(ids(log), (Ids{1, 2, 3}));
        compareDamages(log.report.damages,
            {{.offset = Base, .length = 512, .code = ErrorCode::BadChecksum, .what = "chunk header"}});
    }

    void tellsAnEndThatCannotBe()
    {
        QByteArray chunk = records(2).chunk();
        chunk[120] = 4;
        chunk.replace(48, 4, QByteArray("\xff\xff\xff\x7f", 4));
        const OpenedLog log(fileOf({chunk}));
        QCOMPARE(ids(log), (Ids{1, 2}));
        compareDamages(log.report.damages,
            {{.offset = Base + 48, .length = 4, .code = ErrorCode::BadOffset, .what = "chunk header"}});
    }

    void readsWhatTheFilesEndLeaves()
    {
        const QByteArray chunk = records(3).chunk();
        const std::uint32_t third = offsetOf(chunk, 2);
        const OpenedLog log(fileOf({chunk}).first(4096 + third + 30));
        QCOMPARE(ids(log), (Ids{1, 2}));
        QCOMPARE(log.rows[1].marks, RowMark::InDamage);
        compareDamages(log.report.damages,
            {{.offset = Base + third + 30, .length = 65536 - third - 30, .code = ErrorCode::Truncated, .what = "chunk"},
                {.offset = Base + third, .length = 30, .code = ErrorCode::Truncated, .what = "record"}});

        compareDamages(OpenedLog(fileOf({chunk}).first(4096 + 100)).report.damages,
            {{.offset = Base + 100, .length = 65436, .code = ErrorCode::Truncated, .what = "chunk"}});
    }

    void tellsATornRecordAndStops()
    {
        ChunkBytes bytes = records(2);
        const std::uint32_t torn = bytes.position();
        bytes.beginRecord(3).raw(QByteArray(100, '\0')).endRecord(0);
        const std::uint32_t end = bytes.position();
        const OpenedLog log(bytes.file());
        QCOMPARE(ids(log), (Ids{1, 2}));
        compareDamages(log.report.damages,
            {{.offset = Base + torn, .length = end - torn, .code = ErrorCode::BadSize, .what = "record"}});
    }

    void stepsOverARecordWhoseFrameIsHit_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("code");
        QTest::newRow("magic") << 0 << static_cast<int>(ErrorCode::BadMagic);
        QTest::newRow("size") << 4 << static_cast<int>(ErrorCode::BadSize);
        QTest::newRow("size copy") << -4 << static_cast<int>(ErrorCode::BadSize);
    }
    void stepsOverARecordWhoseFrameIsHit()
    {
        QFETCH(int, field);
        QFETCH(int, code);
        QByteArray chunk = records(4).chunk();
        const std::uint32_t second = offsetOf(chunk, 1);
        const std::uint32_t third = offsetOf(chunk, 2);
        const std::uint32_t at = field < 0 ? third - 4 : second + static_cast<std::uint32_t>(field);
        chunk[at] = static_cast<char>(chunk[at] ^ 0x40);
        const OpenedLog log(fileOf({chunk}));
        QCOMPARE(ids(log), (Ids{1, 3, 4}));
        QCOMPARE(log.report.damages.size(), 2U);
        QCOMPARE(static_cast<int>(log.report.damages[1].code), code);
        QCOMPARE(log.report.damages[1].offset, Base + second);
        QCOMPARE(log.report.damages[1].length, std::uint64_t{third - second});
    }

    void recoversWhatIsLeftOverBehindTheRecords()
    {
        QByteArray chunk = records(3).chunk();
        const std::uint32_t second = offsetOf(chunk, 1);
        chunk.replace(48, 4, QByteArray(reinterpret_cast<const char *>(&second), 4));
        seal(chunk);
        const OpenedLog log(fileOf({chunk}));
        QCOMPARE(log.report.records, 1U);
        QCOMPARE(log.report.recovered, 2U);
        QCOMPARE(ids(log), (Ids{1, 2, 3}));
        QVERIFY(log.report.damages.empty());
        QCOMPARE(log.rows[0].marks, RowMark::None);
        QCOMPARE(log.rows[1].marks, RowMark::Recovered);
        QCOMPARE(log.event(2).recordId, std::optional<std::uint64_t>(3));
        OutBuffer out;
        const PartReport dumped = log.log->dumpPart(0, DumpForm::JsonLines, out);
        QCOMPARE(std::ranges::count(out.view(), '\n'), 1);
        QCOMPARE(dumped.recovered, 2U);
    }

    void recoversFromASlotWithoutMagic()
    {
        QByteArray chunk = records(2).chunk();
        chunk.replace(0, 8, QByteArray(8, 'x'));
        const OpenedLog log(fileOf({records(1, 50).chunk(), chunk}));
        QCOMPARE(log.report.records, 1U);
        QCOMPARE(log.report.recovered, 2U);
        QCOMPARE(ids(log), (Ids{50, 1, 2}));
        QVERIFY(has(log.rows[2].marks, RowMark::Recovered));
        compareDamages(log.report.damages,
            {{.offset = Base + 65536, .length = 65536, .code = ErrorCode::BadMagic, .what = "chunk"}});
    }

    void findsTheTemplateOfALeftOverRecordByItsId()
    {
        ChunkBytes bytes;
        const auto define = [&] {
            bytes.fragmentHeader().beginTemplate().fragmentHeader().open(u"Event", NoDependency).closeStart();
            bytes.substitution(0).end().eof().endTemplate();
        };
        bytes.beginRecord(5);
        define();
        bytes.values({{0x01, utf16(u"live")}}).endRecord();
        const std::uint32_t freeOffset = bytes.position();
        bytes.beginRecord(1)
            .fragmentHeader()
            .instanceOf(30000)
            .values({{0x01, utf16(u"old")}})
            .endRecord(); // nothing is there any more
        QByteArray chunk = bytes.chunk();
        chunk.replace(48, 4, QByteArray(reinterpret_cast<const char *>(&freeOffset), 4));
        seal(chunk);
        const OpenedLog log(fileOf({chunk}));
        QCOMPARE(log.report.recovered, 1U);
        QCOMPARE(log.xml(1), QStringLiteral("<Event>old</Event>"));
    }

    void findsOneRecordAgain()
    {
        const OpenedLog log(fileOf({records(2).chunk(), records(2, 20).chunk()}));
        QCOMPARE(log.event(3).recordId, std::optional<std::uint64_t>(21));
        const auto wrong = log.log->event(log.rows[3].place + 1);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::BadOffset);
        QCOMPARE(wrong.error().place.offset, static_cast<std::int64_t>(log.rows[3].place + 1));
        QCOMPARE(log.log->event(0).error().code, ErrorCode::BadOffset);
        QCOMPARE(log.log->event(std::uint64_t{1} << 60).error().code, ErrorCode::BadOffset);
    }
};

QTEST_APPLESS_MAIN(EvtxChunksTest)
#include "tst_evtxchunks.moc"
