// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "forge/archivefile.h"
#include "golden/corpus.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace evident::golden;
using namespace Qt::StringLiterals;

class CliInfoTest : public QObject {
    Q_OBJECT
private slots:
    void countsEveryLogOfTheCorpus();
    void countsTheDemo();
    void tellsEveryField();
    void tellsDamage();
    void isTheSameOnAnyNumberOfThreads();
    void writesTextForPeople();
    void opensLockedArchives();
};

/// The manifest holds how many records each log must give.
void CliInfoTest::countsEveryLogOfTheCorpus()
{
    EVIDENT_NEED_CORPUS();
    const auto manifest = readManifest();
    QVERIFY(manifest.size() > 200);
    const QString logs = corpusFolder() + u"/logs/"_s;
    const CliRun run = runCli({u"info"_s, u"--json"_s, logs});
    QVERIFY(run.exitCode == 0 || run.exitCode == 1); // 1 where one of them is damaged, and some are
    QHash<QString, QJsonObject> infos;
    for (const QJsonObject &info : run.jsonLines())
        infos.insert(QFileInfo(info.value(u"path").toString()).canonicalFilePath(), info);
    QStringList wrong;
    for (const QJsonObject &entry : manifest) {
        const QString file = entry.value(u"file").toString();
        const QJsonObject info = infos.value(QFileInfo(logs + file).canonicalFilePath());
        const QJsonObject expected = entry.value(u"expected").toObject();
        if (info.value(u"records").toInt(-1) != expected.value(u"records").toInt())
            wrong.append(u"%1: %2 instead of %3"_s.arg(file)
                    .arg(info.value(u"records").toInt(-1))
                    .arg(expected.value(u"records").toInt()));
        if (info.value(u"format") != entry.value(u"kind"))
            wrong.append(file + u": format"_s);
        if (info.value(u"size") != entry.value(u"size"))
            wrong.append(file + u": size"_s);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(infos.size(), static_cast<qsizetype>(manifest.size()));
}

void CliInfoTest::countsTheDemo()
{
    QFile counts(demoFile(u"counts.tsv"_s));
    QVERIFY(counts.open(QIODevice::ReadOnly));
    int logs = 0;
    while (!counts.atEnd()) {
        const QList<QByteArray> cells = counts.readLine().trimmed().split('\t');
        const QString file = QString::fromUtf8(cells.value(0));
        if (!file.endsWith(u".evt") && !file.endsWith(u".evtx"))
            continue;
        ++logs;
        const QString path = QFile::exists(demoFile(file)) ? demoFile(file) : demoFile(u"logs/"_s + file);
        const CliRun run = runCli({u"info"_s, u"--json"_s, path});
        QCOMPARE(run.json().value(u"records").toInt(), cells.value(1).toInt());
    }
    QVERIFY(logs >= 6);
}

void CliInfoTest::tellsEveryField()
{
    const QString path = demoFile(u"logs/MAIL01-Application.evt"_s);
    const CliRun run = runCli({u"info"_s, u"--json"_s, path});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.count('\n'), 1);
    const QJsonObject info = run.json();
    const QStringList keys{u"channels"_s, u"computers"_s, u"damages"_s, u"dirty"_s, u"firstRecord"_s, u"firstTime"_s,
        u"format"_s, u"lastRecord"_s, u"lastTime"_s, u"levels"_s, u"path"_s, u"providers"_s, u"records"_s,
        u"recovered"_s, u"size"_s};
    QCOMPARE(info.keys(), keys);
    QCOMPARE(info.value(u"path").toString(), path);
    QCOMPARE(info.value(u"format").toString(), u"evt"_s);
    QCOMPARE(info.value(u"size").toInteger(), QFileInfo(path).size());
    QVERIFY(info.value(u"computers").toArray().contains(u"MAIL01"_s));
    QVERIFY(info.value(u"providers").toObject().value(u"Perflib").toInt() >= 412);
    QVERIFY(info.value(u"firstTime").toString().endsWith(u".0000000Z"));
    QCOMPARE(info.value(u"firstTime").toString().size(), qsizetype{28});
}

void CliInfoTest::tellsDamage()
{
    const CliRun run = runCli({u"info"_s, u"--json"_s, demoFile(u"logs/CLIENT07-System.evtx"_s)});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("CLIENT07-System.evtx"), run.err.constData());
    const QJsonArray damages = run.json().value(u"damages").toArray();
    QVERIFY(!damages.isEmpty());
    const QJsonObject damage = damages.first().toObject();
    QCOMPARE(damage.keys(), (QStringList{u"code"_s, u"length"_s, u"offset"_s, u"what"_s}));
    QCOMPARE(damage.value(u"code").toString(), u"BadChecksum"_s);
}

void CliInfoTest::isTheSameOnAnyNumberOfThreads()
{
    const QStringList words{u"info"_s, u"--json"_s, demoFile(u"logs"_s)};
    const QByteArray one = runCli(words + QStringList{u"-j1"_s}).out;
    QVERIFY(!one.isEmpty());
    QCOMPARE(runCli(words + QStringList{u"-j"_s, u"4"_s}).out, one);
}

void CliInfoTest::writesTextForPeople()
{
    const CliRun run = runCli({u"info"_s, demoFile(u"logs/MAIL01-Application.evt"_s), u"--tz"_s, u"+01:00"_s});
    QCOMPARE(run.exitCode, 0);
    for (const char *text : {"MAIL01-Application.evt", "Events", "Computers", "Perflib (", "UTC+01:00"})
        QVERIFY2(run.out.contains(text), text);
}

/// A password comes from a file or from standard input, and without one the log is told to be locked.
void CliInfoTest::opensLockedArchives()
{
    QFile log(demoFile(u"logs/MAIL01-Application.evt"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QTemporaryDir folder;
    QFile archive(folder.filePath(u"locked.zip"_s));
    QVERIFY(archive.open(QIODevice::WriteOnly));
    archive.write(forge::zip({{"a/Application.evt", log.readAll()}}, "secret"));
    archive.close();

    const CliRun opened =
        runCli({u"info"_s, u"--json"_s, u"--password-file"_s, u"-"_s, archive.fileName()}, "secret\n");
    QCOMPARE(opened.exitCode, 0);
    QCOMPARE(opened.json().value(u"path").toString(), archive.fileName() + u"/a/Application.evt"_s);
    for (const CliRun &run : {runCli({u"info"_s, u"--password-file"_s, u"-"_s, archive.fileName()}, "wrong\n"),
             runCli({u"info"_s, u"--password-file"_s, folder.filePath(u"none"_s), archive.fileName()})}) {
        QCOMPARE(run.exitCode, 3);
        QVERIFY(run.err.contains("locked with a password"));
        QVERIFY(run.out.isEmpty());
    }
}

QTEST_GUILESS_MAIN(CliInfoTest)
#include "tst_cliinfo.moc"
