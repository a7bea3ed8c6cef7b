// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "golden/corpus.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <QXmlStreamReader>

using namespace evident::golden;
using namespace Qt::StringLiterals;

/// The forms of dump as files: whole, in order, and the same on any number of threads. What stands in a record is the
/// business of the formats' own tests.
class CliDumpTest : public QObject {
    Q_OBJECT
private slots:
    void everyFormIsTheSameOnAnyNumberOfThreads_data();
    void everyFormIsTheSameOnAnyNumberOfThreads();
    void jsonlHasALineForEveryRecord();
    void xmlIsWellFormedAndWhole();
    void csvFollowsItsRules();
    void csvShowsTheZoneAskedFor();
    void textIsEventViewersBlock();
    void dumpsEveryLogOfTheCorpus();
};

namespace {

/// RFC 4180, with CRLF between lines.
std::vector<QStringList> csvLines(const QByteArray &csv)
{
    std::vector<QStringList> lines;
    QStringList line;
    QByteArray cell;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            cell += csv[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
            if (c == '\n' && cell.endsWith('\r'))
                cell.chop(1);
            line.append(QString::fromUtf8(std::exchange(cell, {})));
            if (c == '\n')
                lines.push_back(std::exchange(line, {}));
        } else {
            cell += c;
        }
    }
    return lines;
}

int recordsIn(const QString &log)
{
    return runCli({u"info"_s, u"--json"_s, log}).json().value(u"records").toInt();
}

} // namespace

void CliDumpTest::everyFormIsTheSameOnAnyNumberOfThreads_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"jsonl", "xml", "csv", "text"})
        QTest::newRow(form) << QString::fromLatin1(form);
}

void CliDumpTest::everyFormIsTheSameOnAnyNumberOfThreads()
{
    QFETCH(const QString, form);
    const QStringList words{u"dump"_s, u"--format"_s, form, demoFile(u"logs"_s)};
    const CliRun one = runCli(words + QStringList{u"-j"_s, u"1"_s});
    const CliRun many = runCli(words + QStringList{u"-j"_s, u"5"_s});
    QCOMPARE(one.exitCode, 1); // one log of the demo is damaged
    QVERIFY(!one.out.isEmpty());
    QVERIFY(one.out == many.out);
    QCOMPARE(one.err, many.err);
}

void CliDumpTest::jsonlHasALineForEveryRecord()
{
    const QString log = demoFile(u"logs/MAIL01-Application.evt"_s);
    const CliRun run = runCli({u"dump"_s, u"--format=jsonl"_s, log});
    QCOMPARE(run.exitCode, 0);
    const auto lines = run.jsonLines();
    QCOMPARE(static_cast<int>(lines.size()), recordsIn(log));
    for (const QJsonObject &line : lines) {
        const QJsonObject system = line.value(u"Event").toObject().value(u"System").toObject();
        QVERIFY(system.contains(u"EventRecordID"));
        QCOMPARE(system.value(u"Channel").toString(), u"MAIL01-Application"_s);
    }
}

void CliDumpTest::xmlIsWellFormedAndWhole()
{
    const QString log = demoFile(u"logs/CLIENT07-System.evtx"_s);
    const CliRun run = runCli({u"dump"_s, u"--format=xml"_s, log});
    QXmlStreamReader xml(run.out);
    int events = 0;
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement && ++depth == 1)
            QCOMPARE(xml.name(), u"Events");
        else if (token == QXmlStreamReader::StartElement && depth == 2)
            ++events;
        else if (token == QXmlStreamReader::EndElement)
            --depth;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(events, recordsIn(log));
}

void CliDumpTest::csvFollowsItsRules()
{
    const QString log = demoFile(u"logs/MAIL01-Application.evt"_s);
    const CliRun run = runCli({u"dump"_s, u"--format=csv"_s, log});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith("\xEF\xBB\xBFLevel,Date and Time,Source,Event ID,Task "
                               "Category,Description,Log,Computer,User,Record ID,Keywords,"
                               "Opcode,Process ID,Thread ID,Activity ID,File\r\n"));
    const auto lines = csvLines(run.out);
    QCOMPARE(static_cast<int>(lines.size()), recordsIn(log) + 1);
    int perflib = 0;
    for (const QStringList &line : lines) {
        QCOMPARE(line.size(), 16);
        for (const QString &cell : line)
            QVERIFY2(cell.isEmpty() || !u"=+-@\t\r"_s.contains(cell.front()), qPrintable(cell));
        if (line[2] != u"Perflib" || line[3] != u"1008")
            continue;
        ++perflib;
        QCOMPARE(line[0], u"error"_s);
        QVERIFY(line[1].endsWith(u".0000000Z"));
        QCOMPARE(line[7], u"MAIL01"_s);
        QCOMPARE(line[15], log);
        QVERIFY(!line[5].isEmpty());
    }
    QVERIFY(perflib >= 412);
}

void CliDumpTest::csvShowsTheZoneAskedFor()
{
    const QString log = demoFile(u"logs/MAIL01-Application.evt"_s);
    const auto utc = csvLines(runCli({u"dump"_s, u"--format=csv"_s, log}).out);
    const auto later = csvLines(runCli({u"dump"_s, u"--format=csv"_s, u"--tz=+05:30"_s, log}).out);
    QCOMPARE(utc.size(), later.size());
    const QString first = later.at(1).at(1);
    QVERIFY2(first.endsWith(u".0000000+05:30"), qPrintable(first));
    QCOMPARE(QDateTime::fromString(first.left(19) + u"+05:30"_s, Qt::ISODate).toUTC(),
        QDateTime::fromString(utc.at(1).at(1).left(19) + u'Z', Qt::ISODate));
}

void CliDumpTest::textIsEventViewersBlock()
{
    const CliRun run =
        runCli({u"dump"_s, u"--format=text"_s, u"--tz=utc"_s, demoFile(u"logs/MAIL01-Application.evt"_s)});
    QCOMPARE(run.exitCode, 0);
    const QByteArray block = run.out.left(run.out.indexOf("\n\n"));
    const QList<QByteArray> labels{"Log Name:", "Source:", "Date:", "Event ID:", "Task Category:", "Level:",
        "Keywords:", "User:", "Computer:", "Description:"};
    const QList<QByteArray> lines = block.split('\n');
    QVERIFY(lines.size() >= labels.size());
    for (qsizetype i = 0; i < labels.size(); ++i)
        QVERIFY2(lines[i].startsWith(labels[i]), lines[i].constData());
    QCOMPARE(lines.front(), QByteArray("Log Name:      MAIL01-Application"));
}

void CliDumpTest::dumpsEveryLogOfTheCorpus()
{
    EVIDENT_NEED_CORPUS();
    qint64 expected = 0;
    for (const QJsonObject &entry : readManifest())
        expected += entry.value(u"expected").toObject().value(u"records").toInt();
    QVERIFY(expected > 20'000);
    const CliRun run = runCli({u"dump"_s, u"--format=jsonl"_s, corpusFolder() + u"/logs"_s});
    QVERIFY(run.exitCode == 0 || run.exitCode == 1);
    QCOMPARE(run.out.count('\n'), expected);
    QCOMPARE(static_cast<qint64>(run.jsonLines().size()), expected);
}

QTEST_GUILESS_MAIN(CliDumpTest)
#include "tst_clidump.moc"
