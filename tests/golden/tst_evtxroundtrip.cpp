// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs read, saved as .evtx and read again: every event says what it said before, to the letter, and nothing is wrong with
// what was written.

#include "formats/evtxsaver.h"
#include "formats/openlog.h"
#include "golden/corpus.h"
#include "sources/filesource.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTest>

using namespace evident;
using namespace evident::golden;

namespace {

struct ReadRow {
    EventRow row;
    EventValues values;
    QString message;
};

class Collector final : public RowSink {
public:
    std::vector<ReadRow> rows;
    void row(const EventRow &row, const EventContent &content) override
    {
        if (!has(row.marks, RowMark::Recovered))
            rows.push_back({.row = row, .values = content.values(), .message = content.message()});
    }
};

struct ReadLog {
    std::vector<ReadRow> rows;
    Damages damages; ///< those of the head as well
    QByteArray xml; ///< one event a line
    QByteArray json;
};

ReadLog readAll(const LogReader &log)
{
    ReadLog read;
    Collector collector;
    read.damages = log.headDamages();
    for (std::size_t part = 0; part < log.partCount(); ++part) {
        const PartReport report = log.readPart(part, collector);
        read.damages.insert(read.damages.end(), report.damages.begin(), report.damages.end());
        OutBuffer out;
        log.dumpPart(part, DumpForm::Xml, out);
        read.xml += QByteArrayView(out.view());
        out.clear();
        log.dumpPart(part, DumpForm::JsonLines, out);
        read.json += QByteArrayView(out.view());
    }
    read.rows = std::move(collector.rows);
    return read;
}

/// What @p log becomes; its saver must be content.
QByteArray savedAsEvtx(const LogReader &log)
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    EvtxSaver saver(buffer);
    for (std::size_t part = 0; part < log.partCount(); ++part) {
        if (!saver.addPart(log, part))
            return {};
    }
    return saver.finish() && saver.leftOut().empty() ? buffer.data() : QByteArray();
}

/// The first thing that a row says otherwise than before; places and marks belong to the file.
const char *rowDifference(const ReadRow &before, const ReadRow &after, const Names &names)
{
    const EventRow &a = before.row;
    const EventRow &b = after.row;
    if (a.time != b.time || a.recordId != b.recordId)
        return "time or record id";
    if (a.keywords != b.keywords || a.task != b.task || a.opcode != b.opcode || a.id != b.id)
        return "numbers";
    // A level whose word no language that is known has is no number that could be written.
    if (a.level != b.level && !(a.level == Level::Other && b.level == Level::LogAlways))
        return "level";
    // Exports write GUIDs in small letters as well.
    if (a.processId != b.processId || a.threadId != b.threadId
        || a.activity.text(names).toUpper() != b.activity.text(names).toUpper())
        return "execution";
    if (a.provider != b.provider || a.sourceName != b.sourceName || a.channel != b.channel || a.computer != b.computer
        || a.user != b.user)
        return "names";
    if (before.values.values != after.values.values)
        return "values";
    if (before.values.data != after.values.data)
        return "data";
    return before.message == after.message ? nullptr : "message";
}

/// One line for everything that is not as it was.
QStringList differences(const ReadLog &before, const ReadLog &after, const Names &names)
{
    QStringList wrong;
    if (before.rows.size() != after.rows.size())
        wrong += QStringLiteral("%1 rows, not %2").arg(after.rows.size()).arg(before.rows.size());
    for (std::size_t i = 0; i < std::min(before.rows.size(), after.rows.size()); ++i) {
        if (const char *what = rowDifference(before.rows[i], after.rows[i], names))
            wrong += QStringLiteral("row %1: %2").arg(i).arg(QLatin1StringView(what));
    }
    for (const Damage &damage : after.damages)
        wrong += QStringLiteral("%1 %2 at %3")
                     .arg(QLatin1StringView(damage.what), errorCodeName(damage.code))
                     .arg(damage.offset);
    return wrong;
}

struct RoundTrip {
    QStringList wrong;
    ReadLog before;
    ReadLog after;
};

RoundTrip failed(const QString &how)
{
    RoundTrip trip;
    trip.wrong += how;
    return trip;
}

RoundTrip roundTrip(const QString &path)
{
    Names names;
    auto source = FileSource::open(path);
    if (!source)
        return failed(QStringLiteral("not opened"));
    const auto log = openLog(*source, names);
    if (!log)
        return failed(QStringLiteral("no log"));
    const QByteArray bytes = savedAsEvtx(**log);
    const auto saved = openLog(std::make_shared<MemorySource>(path, bytes), names);
    if (!saved || (*saved)->format() != LogFormat::Evtx)
        return failed(QStringLiteral("what was saved is no log"));
    RoundTrip trip{.wrong = {}, .before = readAll(**log), .after = readAll(**saved)};
    trip.wrong = differences(trip.before, trip.after, names);
    return trip;
}

} // namespace

class EvtxRoundTripTest : public QObject {
    Q_OBJECT
private slots:
    void everyLogOfTheCorpus()
    {
        EVIDENT_NEED_CORPUS();
        int files = 0;
        std::size_t records = 0;
        QStringList wrong;
        QDirIterator logs(corpusFolder() + QStringLiteral("/logs"), {QStringLiteral("*.evt*")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (logs.hasNext()) {
            const RoundTrip trip = roundTrip(logs.next());
            for (const QString &line : trip.wrong)
                wrong += logs.fileName() + QStringLiteral(": ") + line;
            if (trip.before.xml != trip.after.xml)
                wrong += logs.fileName() + QStringLiteral(": its XML");
            // An .evtx has no sign for the only one of an .evt's strings that there is, which its JSON has.
            const bool isEvtx = logs.fileName().endsWith(QStringLiteral(".evtx"), Qt::CaseInsensitive);
            if (isEvtx && trip.before.json != trip.after.json)
                wrong += logs.fileName() + QStringLiteral(": its JSON");
            records += trip.after.rows.size();
            ++files;
        }
        qInfo("%d logs, %zu records saved as .evtx and read again", files, records);
        QCOMPARE_GT(files, 0);
        QVERIFY2(wrong.isEmpty(),
            qPrintable(QStringLiteral("%1 wrong:\n").arg(wrong.size())
                + wrong.first(std::min<qsizetype>(wrong.size(), 40)).join(u'\n')));
    }

    void everyExport_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(EVIDENT_SOURCE_DIR "/tests/golden/exports"));
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
            if (QFileInfo::exists(file.filePath() + QStringLiteral(".expected")))
                QTest::newRow(qPrintable(file.fileName())) << file.filePath();
        }
    }

    void everyExport()
    {
        QFETCH(const QString, path);
        const RoundTrip trip = roundTrip(path);
        QVERIFY2(trip.wrong.isEmpty(), qPrintable(trip.wrong.join(u'\n')));
        QVERIFY(!trip.after.rows.empty());
    }
};

QTEST_GUILESS_MAIN(EvtxRoundTripTest)
#include "tst_evtxroundtrip.moc"
