// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is saved as .evtx, looked at byte by byte: heads, checksums, tables, ids; and what happens to what does not fit.

#include "formats/evtxsaver.h"
#include "formats/openlog.h"
#include "sources/filesource.h"
#include "unit/formats/evtx/chunkbytes.h"

#include <QBuffer>
#include <QTest>

#include <libdeflate.h>

using namespace evident;
using namespace evident::evtx;

namespace {

using Value = ChunkBytes::Value;

template<typename T>
T numberAt(QByteArrayView bytes, qsizetype offset)
{
    T value{};
    std::memcpy(&value, bytes.sliced(offset).data(), sizeof(T));
    return value;
}

std::uint32_t crcOf(QByteArrayView bytes, std::uint32_t before = 0)
{
    return libdeflate_crc32(before, bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArrayView chunkOf(const QByteArray &file, qsizetype number)
{
    return QByteArrayView(file).sliced(4096 + number * 65536, 65536);
}

std::uint16_t hashOf(const QByteArray &utf16)
{
    std::uint32_t hash = 0;
    for (qsizetype i = 0; i + 1 < utf16.size(); i += 2)
        hash = hash * 65599 + numberAt<std::uint16_t>(utf16, i);
    return static_cast<std::uint16_t>(hash);
}

/// A record with this id and one value, an instance of <Event><v>{0}</v></Event>; the first one defines it.
void addRecord(ChunkBytes &chunk, std::uint64_t id, const Value &value, QStringView element = u"v")
{
    chunk.beginRecord(id, 132000000000000000 + id).fragmentHeader();
    if (chunk.lastDefinition() == 0) {
        chunk.beginTemplate().fragmentHeader().open(u"Event", 0xffff).closeStart();
        chunk.open(element, 0xffff).closeStart().substitution(0).end().end().eof().endTemplate();
    } else {
        chunk.instanceOf(chunk.lastDefinition());
    }
    chunk.values({value}).endRecord();
}

struct Saved {
    QByteArray bytes;
    std::vector<EvtxSaver::LeftOut> leftOut;
};

/// @p log, part after part.
Saved save(const LogReader &log)
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    EvtxSaver saver(buffer);
    for (std::size_t part = 0; part < log.partCount(); ++part) {
        if (!saver.addPart(log, part))
            qFatal("not added");
    }
    if (!saver.finish())
        qFatal("not finished");
    return {.bytes = buffer.data(), .leftOut = saver.leftOut()};
}

Saved saveText(const QByteArray &text)
{
    Names names;
    const auto log = openLog(std::make_shared<MemorySource>(QStringLiteral("export"), text), names);
    if (!log)
        qFatal("no export");
    return save(**log);
}

/// Refuses what goes beyond its first bytes.
class FullDisk final : public QBuffer {
protected:
    qint64 writeData(const char *bytes, qint64 size) override
    {
        return pos() + size > 100'000 ? -1 : QBuffer::writeData(bytes, size);
    }
};

} // namespace

class EvtxWriterTest : public QObject {
    Q_OBJECT
private slots:
    void writesRightHeads()
    {
        ChunkBytes chunk;
        for (std::uint64_t id = 70; id < 90; ++id) // ids that are given anew
            addRecord(chunk, id, {0x01, utf16(u"text")});
        const QByteArray file = save(*OpenedLog(chunk.file()).log).bytes;
        QCOMPARE(file.size(), 4096 + 65536);
        QVERIFY(file.startsWith(QByteArray("ElfFile\0", 8)));
        QCOMPARE(numberAt<std::uint64_t>(file, 8), 0U);
        QCOMPARE(numberAt<std::uint64_t>(file, 16), 0U);
        QCOMPARE(numberAt<std::uint64_t>(file, 24), 21U); // the next record's id
        QCOMPARE(numberAt<std::uint32_t>(file, 32), 128U);
        QCOMPARE(numberAt<std::uint32_t>(file, 36), 0x00030001U);
        QCOMPARE(numberAt<std::uint16_t>(file, 40), 4096U);
        QCOMPARE(numberAt<std::uint16_t>(file, 42), 1U);
        QCOMPARE(numberAt<std::uint32_t>(file, 120), 0U); // neither dirty nor full
        QCOMPARE(numberAt<std::uint32_t>(file, 124), crcOf(QByteArrayView(file).first(120)));

        const QByteArrayView written = chunkOf(file, 0);
        QVERIFY(written.startsWith(QByteArray("ElfChnk\0", 8)));
        for (const qsizetype first : {8, 24})
            QCOMPARE(numberAt<std::uint64_t>(written, first), 1U);
        for (const qsizetype last : {16, 32})
            QCOMPARE(numberAt<std::uint64_t>(written, last), 20U);
        QCOMPARE(numberAt<std::uint32_t>(written, 40), 128U);
        const auto lastRecord = numberAt<std::uint32_t>(written, 44);
        const auto freeOffset = numberAt<std::uint32_t>(written, 48);
        QCOMPARE(numberAt<std::uint32_t>(written, lastRecord), 0x2a2aU);
        QCOMPARE(numberAt<std::uint64_t>(written, lastRecord + 8), 20U);
        QCOMPARE(lastRecord + numberAt<std::uint32_t>(written, lastRecord + 4), freeOffset);
        QCOMPARE(numberAt<std::uint32_t>(written, 52), crcOf(written.sliced(512, freeOffset - 512)));
        QCOMPARE(numberAt<std::uint32_t>(written, 124), crcOf(written.sliced(128, 384), crcOf(written.first(120))));
        QCOMPARE(written.sliced(freeOffset).toByteArray(), QByteArray(65536 - freeOffset, '\0'));
    }

    void listsNamesAndTemplatesByTheirHashes()
    {
        ChunkBytes chunk;
        for (std::uint64_t id = 1; id < 30; ++id)
            addRecord(chunk, id, {0x08, QByteArray(4, '\1')});
        const QByteArray file = save(*OpenedLog(chunk.file()).log).bytes;
        const QByteArrayView written = chunkOf(file, 0);
        QStringList names;
        for (std::uint32_t bucket = 0; bucket < 64; ++bucket) {
            for (auto at = numberAt<std::uint32_t>(written, 128 + 4 * bucket); at != 0;
                at = numberAt<std::uint32_t>(written, at)) {
                const QByteArray text =
                    written.sliced(at + 8, 2 * numberAt<std::uint16_t>(written, at + 6)).toByteArray();
                QCOMPARE(numberAt<std::uint16_t>(written, at + 4), hashOf(text));
                QCOMPARE(hashOf(text) % 64, bucket);
                names += QString::fromUtf16(reinterpret_cast<const char16_t *>(text.constData()), text.size() / 2);
            }
        }
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("Event"), QStringLiteral("v")}));

        int templates = 0;
        for (std::uint32_t bucket = 0; bucket < 32; ++bucket) {
            for (auto at = numberAt<std::uint32_t>(written, 384 + 4 * bucket); at != 0;
                at = numberAt<std::uint32_t>(written, at)) {
                QCOMPARE(hashOf(written.sliced(at + 4, 16).toByteArray()) % 32, bucket);
                QCOMPARE(numberAt<std::uint8_t>(written, at - 10), std::uint8_t{0x0c}); // its instance stands before it
                QCOMPARE(numberAt<std::uint32_t>(written, at - 4), at);
                const auto end = at + 24 + numberAt<std::uint32_t>(written, at + 20);
                QCOMPARE(numberAt<std::uint8_t>(written, end - 1), std::uint8_t{0}); // end of the fragment
                QCOMPARE(at + 24 + 4 + 1 + 2 + 4 + numberAt<std::uint32_t>(written, at + 24 + 4 + 3),
                    end - 1); // root's size
                ++templates;
            }
        }
        QCOMPARE(templates, 1);
    }

    void keepsTypesAndSharing()
    {
        ChunkBytes chunk;
        addRecord(chunk, 1, {0x15, QByteArray::fromHex("ef00000000000080")});
        addRecord(chunk, 2, {0x00, QByteArray(6, 'x')}); // a Null with a size
        addRecord(chunk, 3, {0x81, utf16(u"a") + QByteArray(2, '\0') + utf16(u"b")});
        const OpenedLog before(chunk.file());
        const OpenedLog after(save(*before.log).bytes);
        QCOMPARE(after.report.damages, Damages());
        QCOMPARE(after.rows.size(), std::size_t{3});
        QCOMPARE(after.xml(0), QStringLiteral("<Event><v>0x80000000000000ef</v></Event>"));
        QCOMPARE(after.xml(1), QStringLiteral("<Event><v></v></Event>"));
        QCOMPARE(after.xml(2), QStringLiteral("<Event><v>a</v><v>b</v></Event>"));
        for (std::size_t row = 0; row < 3; ++row) {
            QCOMPARE(after.json(row), before.json(row));
            QCOMPARE(after.rows[row].time, before.rows[row].time);
        }
    }

    void keepsTemplatesApartThatShareAGuid()
    {
        ChunkBytes one;
        addRecord(one, 1, {0x04, QByteArray(1, '\1')});
        ChunkBytes other; // both have the same GUID
        addRecord(other, 2, {0x04, QByteArray(1, '\2')}, u"w");
        const OpenedLog after(save(*OpenedLog(fileOf({one.chunk(), other.chunk()})).log).bytes);
        QCOMPARE(after.rows.size(), std::size_t{2});
        QCOMPARE(after.xml(0), QStringLiteral("<Event><v>1</v></Event>"));
        QCOMPARE(after.xml(1), QStringLiteral("<Event><w>2</w></Event>"));
        QCOMPARE(after.log->source().size(), 4096U + 65536U);
    }

    void escapesWhatStandsInTemplates()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().open(u"Event", {}, true).attribute(u"a").text(u"'\"<&").closeStart();
        chunk.text(u"&<&>&").counted(0x07, u"<raw>").text(u"").end().eof().endRecord();
        const OpenedLog before(chunk.file());
        const QByteArray file = save(*before.log).bytes;
        const OpenedLog after(file);
        QCOMPARE(after.report.damages, Damages());
        QCOMPARE(after.xml(0), before.xml(0));
        QVERIFY(!file.contains(utf16(u"<&")));
        QVERIFY(file.contains(utf16(u"amp")));
    }

    void fillsOneChunkAfterTheOther()
    {
        QList<QByteArray> chunks;
        for (std::uint64_t first = 1; first < 400; first += 40) {
            ChunkBytes chunk;
            for (std::uint64_t id = first; id < first + 40; ++id)
                addRecord(chunk, id, {0x01, utf16(QString(600, QChar(u'a' + static_cast<int>(id % 26))))});
            chunks += chunk.chunk();
        }
        const OpenedLog before(fileOf(chunks));
        const QByteArray file = save(*before.log).bytes;
        const OpenedLog after(file);
        QCOMPARE(after.report.damages, Damages());
        QCOMPARE(after.rows.size(), std::size_t{400});
        const qsizetype count = (file.size() - 4096) / 65536;
        QCOMPARE(count, 8); // 52 of 1232 bytes each in a chunk
        QCOMPARE(numberAt<std::uint16_t>(file, 42), count);
        QCOMPARE(numberAt<std::uint64_t>(file, 16), static_cast<std::uint64_t>(count - 1));
        std::uint64_t next = 1;
        for (qsizetype i = 0; i < count; ++i) {
            QCOMPARE(numberAt<std::uint64_t>(chunkOf(file, i), 24), next);
            next = numberAt<std::uint64_t>(chunkOf(file, i), 32) + 1;
        }
        QCOMPARE(next, 401U);
        for (std::size_t row = 0; row < 400; row += 7)
            QCOMPARE(after.xml(row), before.xml(row));
    }

    void leavesTheLastBytesOfAChunkFree()
    {
        // Records of every size, so that one of them would have ended with the chunk.
        for (qsizetype length = 100; length < 160; length += 2) {
            QList<QByteArray> chunks;
            for (std::uint64_t first = 1; first < 1000; first += 100) {
                ChunkBytes chunk;
                for (std::uint64_t id = first; id < first + 100; ++id)
                    addRecord(chunk, id, {0x01, QByteArray(length, 'x')});
                chunks += chunk.chunk();
            }
            const QByteArray file = save(*OpenedLog(fileOf(chunks)).log).bytes;
            for (qsizetype i = 0; i < (file.size() - 4096) / 65536; ++i)
                QCOMPARE_LE(numberAt<std::uint32_t>(chunkOf(file, i), 48), 65528U);
        }
    }

    void leavesOutWhatNoChunkHolds()
    {
        const auto event = [](int id, qsizetype size) {
            return QStringLiteral(
                "<Event><System><Provider Name='p'/><EventID>%1</EventID></System><EventData><Data>%2</Data>"
                "</EventData></Event>\n")
                .arg(id)
                .arg(QString(size, u'x'))
                .toUtf8();
        };
        const QByteArray text =
            "<Events>\n" + event(1, 10) + event(2, 40'000) + event(3, 20'000) + event(4, 10) + "</Events>";
        const Saved saved = saveText(text);
        QCOMPARE(saved.leftOut.size(), std::size_t{1});
        QCOMPARE(saved.leftOut[0].place, static_cast<std::uint64_t>(text.indexOf(event(2, 40'000))));
        QCOMPARE(saved.leftOut[0].log, QStringLiteral("export"));
        const OpenedLog after(saved.bytes);
        QCOMPARE(after.report.damages, Damages());
        QCOMPARE(after.rows.size(), std::size_t{3});
        QCOMPARE(after.rows[1].id, std::uint16_t{3});
        QCOMPARE(after.event(1).content.string(1), QString(20'000, u'x'));
        QCOMPARE(after.rows[2].id, std::uint16_t{4});
    }

    void typesTheSystemOfOtherLogs()
    {
        const Saved saved =
            saveText("<Event xmlns='urn:e'><System><Provider Name='p' Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}'/>"
                     "<EventID Qualifiers='16384'>7036</EventID><Version>0</Version><Level>4</Level><Task>0</Task>"
                     "<Keywords>0x8080000000000000</Keywords><TimeCreated SystemTime='2020-01-02T03:04:05.1234567Z'/>"
                     "<EventRecordID>12</EventRecordID><Correlation/><Execution ProcessID='4' ThreadID='99999999999'/>"
                     "<Channel>System</Channel><Computer>C</Computer><Security UserID='S-1-5-21-1-2-3-500'/></System>"
                     "<EventData><Data Name='a'>1</Data><Data></Data><Binary>00FF</Binary></EventData></Event>");
        const OpenedLog log(saved.bytes);
        QCOMPARE(log.rows.size(), std::size_t{1});
        QCOMPARE(log.json(0),
            QStringLiteral(
                R"({"Event":{"#attributes":{"xmlns":"urn:e"},"System":{"Provider":{"#attributes":{"Name":"p","Guid":"555908D1-A6D7-4695-8E1E-26931D2012F4"}},)"
                R"("EventID":{"#attributes":{"Qualifiers":16384},"#text":7036},"Version":0,"Level":4,"Task":0,"Keywords":"0x8080000000000000",)"
                R"("TimeCreated":{"#attributes":{"SystemTime":"2020-01-02T03:04:05.1234567Z"}},"EventRecordID":12,"Correlation":null,)"
                R"("Execution":{"#attributes":{"ProcessID":4,"ThreadID":"99999999999"}},"Channel":"System","Computer":"C",)"
                R"("Security":{"#attributes":{"UserID":"S-1-5-21-1-2-3-500"}}},"EventData":{"a":"1","Data":{"#text":""},"Binary":"00FF"}}})"));
        // The FILETIME in the record's head is the event's.
        QCOMPARE(numberAt<std::uint64_t>(chunkOf(saved.bytes, 0), 512 + 16), log.rows[0].time.ticks);
    }

    void keepsWhatCouldBeReadOfBrokenRecords()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1, 5).fragmentHeader().open(u"Event").closeStart().text(u"kept").u8(0x3f).endRecord();
        chunk.beginRecord(2, 6).endRecord(); // nothing in it
        const OpenedLog before(chunk.file());
        QCOMPARE(before.report.damages.size(), std::size_t{2});
        const OpenedLog after(save(*before.log).bytes);
        QCOMPARE(after.report.damages, Damages());
        QCOMPARE(after.rows.size(), std::size_t{2});
        QCOMPARE(after.xml(0), QStringLiteral("<Event>kept</Event>"));
        QCOMPARE(after.xml(1), QStringLiteral("<Event/>"));
        QCOMPARE(after.rows[1].time.ticks, 6U);
    }

    void savesChosenEvents()
    {
        ChunkBytes chunk;
        for (std::uint64_t id = 1; id < 10; ++id)
            addRecord(chunk, id, {0x04, QByteArray(1, static_cast<char>(id))});
        const OpenedLog before(chunk.file());
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::ReadWrite));
        EvtxSaver saver(buffer);
        for (const std::size_t row : {7, 3})
            QVERIFY(saver.addEvent(*before.log, before.rows[row].place));
        const auto missing = saver.addEvent(*before.log, before.rows[3].place + 1);
        QCOMPARE(missing.error().code, ErrorCode::BadOffset);
        QVERIFY(saver.finish());
        QCOMPARE(saver.saved(), 2U);
        const OpenedLog after(buffer.data());
        QCOMPARE(after.rows.size(), std::size_t{2});
        QCOMPARE(after.xml(0), QStringLiteral("<Event><v>8</v></Event>"));
        QCOMPARE(after.xml(1), QStringLiteral("<Event><v>4</v></Event>"));
    }

    void writesALogWithoutEvents()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::ReadWrite));
        QVERIFY(EvtxSaver(buffer).finish());
        QCOMPARE(buffer.size(), 4096 + 65536);
        const OpenedLog log(buffer.data());
        QCOMPARE(log.rows.size(), std::size_t{0});
        QCOMPARE(log.report.damages, Damages());
        QCOMPARE(numberAt<std::uint64_t>(chunkOf(buffer.data(), 0), 24), 1U);
        QCOMPARE(numberAt<std::uint64_t>(chunkOf(buffer.data(), 0), 32), ~std::uint64_t{0});
    }

    void tellsAFullDisk()
    {
        QList<QByteArray> chunks;
        for (std::uint64_t first = 1; first < 200; first += 50) {
            ChunkBytes chunk;
            for (std::uint64_t id = first; id < first + 50; ++id)
                addRecord(chunk, id, {0x01, QByteArray(1000, 'x')});
            chunks += chunk.chunk();
        }
        const OpenedLog log(fileOf(chunks));
        FullDisk disk;
        QVERIFY(disk.open(QIODevice::ReadWrite));
        EvtxSaver saver(disk);
        std::optional<Error> told;
        for (std::size_t part = 0; part < log.log->partCount(); ++part) {
            if (const auto added = saver.addPart(*log.log, part); !added)
                told = added.error();
        }
        QVERIFY(told);
        QCOMPARE(told->code, ErrorCode::WriteFailed);
        QCOMPARE(saver.finish().error().code, ErrorCode::WriteFailed);
    }
};

QTEST_APPLESS_MAIN(EvtxWriterTest)
#include "tst_evtxwriter.moc"
