// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every .evt of the corpus against the truth, and its count against libevt's.

#include "formats/openlog.h"
#include "golden/corpus.h"
#include "sources/filesource.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

using namespace evident;
using namespace evident::golden;

namespace {

struct Collected {
    std::vector<std::uint64_t> places;
    std::uint64_t records = 0;
    std::uint64_t recovered = 0;
    Damages damages;
};

class Collector final : public RowSink {
public:
    explicit Collector(std::vector<std::uint64_t> &places)
        : m_places(places)
    {
    }
    void row(const EventRow &row, const EventContent &) override
    {
        if (!has(row.marks, RowMark::Recovered))
            m_places.push_back(row.place);
    }

private:
    std::vector<std::uint64_t> &m_places;
};

Collected collect(const LogReader &log)
{
    Collected all;
    all.damages = log.headDamages();
    Collector collector(all.places);
    for (std::size_t part = 0; part < log.partCount(); ++part) {
        const PartReport report = log.readPart(part, collector);
        all.records += report.records;
        all.recovered += report.recovered;
        all.damages.insert(all.damages.end(), report.damages.begin(), report.damages.end());
    }
    return all;
}

QString pathOf(const QString &file)
{
    return corpusFolder() + QStringLiteral("/logs/") + file;
}

Level levelOfType(int type)
{
    switch (type) {
    case 1: return Level::Error;
    case 2: return Level::Warning;
    case 4: return Level::Information;
    case 8: return Level::AuditSuccess;
    case 16: return Level::AuditFailure;
    default: return Level::LogAlways;
    }
}

void compare(const Event &event, const QJsonObject &truth)
{
    const auto number = [&truth](QStringView key) { return truth.value(key).toInteger(); };
    QCOMPARE(event.recordId.value(), static_cast<std::uint64_t>(number(u"rid")));
    QCOMPARE(event.time, Timestamp::fromUnix(static_cast<std::uint32_t>(number(u"tg"))));
    QCOMPARE(std::uint32_t{event.qualifiers.value()} << 16 | event.id, static_cast<std::uint32_t>(number(u"eid32")));
    QCOMPARE(event.id, static_cast<std::uint16_t>(number(u"e")));
    QCOMPARE(levelWord(event.level), levelWord(levelOfType(truth.value(u"type").toInt())));
    QCOMPARE(event.task, static_cast<std::uint16_t>(number(u"cat")));
    QCOMPARE(event.provider, truth.value(u"p").toString());
    QCOMPARE(event.computer, truth.value(u"c").toString());
    QCOMPARE(event.user, truth.value(u"u").toString());
    QCOMPARE(event.content.data.size(), number(u"data_len"));
    QStringList strings;
    for (const auto &value : event.content.values)
        strings += value.text;
    QStringList expected;
    for (const QJsonValue string : truth.value(u"strings").toArray())
        expected += string.toString();
    QCOMPARE(strings, expected);
}

/// How many records evtexport of libevt prints; nothing when it cannot be run.
std::optional<qsizetype> countOfLibevt(const QString &path)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("evtexport"));
    QProcess process;
    process.start(program, {QStringLiteral("-m"), QStringLiteral("items"), path});
    if (program.isEmpty() || !process.waitForFinished())
        return {};
    return process.readAllStandardOutput().count("\nEvent number\t");
}

/// A record's place in the file and what a dump says of it.
struct Known {
    std::uint64_t place = 0;
    std::uint64_t size = 0;
    QByteArray json;
};

std::vector<Known> knownRecords(const LogReader &log, const QByteArray &bytes)
{
    std::vector<Known> all;
    for (const std::uint64_t place : collect(log).places) {
        const auto size = qFromLittleEndian<std::uint32_t>(bytes.constData() + place);
        all.push_back({.place = place, .size = size, .json = log.eventAs(place, DumpForm::JsonLines).value()});
    }
    return all;
}

/// Opens changed bytes of a log and names the records that should be as they were and are not.
QStringList lost(
    const QByteArray &changed, const std::vector<Known> &known, const std::function<bool(const Known &)> &isTouched)
{
    Names names;
    const auto log = openLog(std::make_shared<MemorySource>(QStringLiteral("x/log.evt"), changed), names);
    std::vector<std::uint64_t> places;
    if (log)
        places = collect(**log).places;
    std::ranges::sort(places);
    QStringList missing;
    for (const Known &record : known) {
        if (isTouched(record))
            continue;
        if (!std::ranges::binary_search(places, record.place)
            || (*log)->eventAs(record.place, DumpForm::JsonLines).value() != record.json)
            missing += QStringLiteral("record at %1").arg(record.place);
    }
    return missing;
}

} // namespace

class EvtTruthTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { EVIDENT_NEED_CORPUS(); }

    void everyRecordIsThere()
    {
        int files = 0;
        for (const QJsonObject &line : readManifest()) {
            if (line.value(u"kind").toString() != u"evt")
                continue;
            ++files;
            const QString path = pathOf(line.value(u"file").toString());
            Names names;
            const auto log = openLog(*FileSource::open(path), names);
            QVERIFY(log);
            const Collected all = collect(**log);
            QVERIFY(all.damages.empty());
            const auto expected = line.value(u"expected").toObject().value(u"records").toInteger();
            const auto recovered =
                line.value(u"oracles").toObject().value(u"libevt_20200926").toObject().value(u"recovered");
            QCOMPARE(all.records, static_cast<std::uint64_t>(expected));
            QCOMPARE(all.recovered, static_cast<std::uint64_t>(recovered.toInteger()));
            QCOMPARE((*log)->isDirty(), line.value(u"traits").toArray().contains(QStringLiteral("dirty")));
            const auto libevt = countOfLibevt(path);
            QVERIFY2(libevt, "evtexport is missing: ./dev test installs libevt-utils");
            QCOMPARE(*libevt, expected);
        }
        QVERIFY(files >= 3);
    }

    void everyRecordSaysTheSame()
    {
        TruthRecords truth;
        QVERIFY(truth.isOpen());
        Names names;
        std::map<QString, std::shared_ptr<const LogReader>> logs;
        std::map<QString, std::vector<std::uint64_t>> places; // what is left of a log's, newest first
        int records = 0;
        while (const auto line = truth.next()) {
            if (!line->contains(u"eid32"))
                continue;
            const QString file = line->value(u"file").toString();
            auto &log = logs[file];
            if (!log) {
                log = openLog(*FileSource::open(pathOf(file)), names).value();
                places[file] = collect(*log).places;
                std::ranges::reverse(places[file]);
            }
            QVERIFY(!places[file].empty());
            QCOMPARE(places[file].back(), static_cast<std::uint64_t>(line->value(u"off").toInteger()));
            compare(log->event(places[file].back()).value(), *line);
            places[file].pop_back();
            ++records;
        }
        for (const auto &[file, left] : places)
            QVERIFY2(left.empty(), qPrintable(file));
        QVERIFY(records > 100);
    }

    /// 200 flipped bytes and 200 cuts of each log cost no record that they do not touch.
    void damageCostsOnlyWhatItTouches()
    {
        std::mt19937 dice(20'240'817); // NOLINT: the same in every run
        for (const QJsonObject &line : readManifest()) {
            if (line.value(u"kind").toString() != u"evt")
                continue;
            QFile file(pathOf(line.value(u"file").toString()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            Names names;
            const auto whole = openLog(std::make_shared<MemorySource>(QStringLiteral("x/log.evt"), bytes), names);
            QVERIFY(whole);
            const auto known = knownRecords(**whole, bytes);
            QVERIFY(!known.empty());
            const std::uint64_t used = known.back().place + known.back().size + 64; // most of a file is often empty
            for (int i = 0; i < 200; ++i) {
                const std::uint64_t at = 8 + dice() % (std::min<std::uint64_t>(used, bytes.size()) - 8);
                QByteArray flipped = bytes;
                flipped[static_cast<qsizetype>(at)] =
                    static_cast<char>(flipped[static_cast<qsizetype>(at)] ^ (1 + dice() % 255));
                const auto isFlipped = [at](const Known &record) {
                    return at >= record.place && at < record.place + record.size;
                };
                QCOMPARE(lost(flipped, known, isFlipped), QStringList());
                const auto isCut = [at](const Known &record) { return record.place + record.size > at; };
                QCOMPARE(lost(bytes.first(static_cast<qsizetype>(at)), known, isCut), QStringList());
            }
        }
    }
};

QTEST_GUILESS_MAIN(EvtTruthTest)
#include "tst_evttruth.moc"
