// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace evident::golden;
using namespace Qt::StringLiterals;

/// Pages come from a module of their own: it is found where it is built and where it is installed, and when it is not
/// there a sentence says so and nothing else suffers.
class CliPagesTest : public QObject {
    Q_OBJECT
private slots:
    void holdTheReport();
    void areMadeByTheInstalledProgram();
    void areMissedInOneSentence_data();
    void areMissedInOneSentence();
    void areNotAskedForByAFilesName();
};

namespace {

const QString Module = QStringLiteral("evident-paper.so");
const QString Log = QStringLiteral("logs/MAIL01-Application.evt");

QStringList scanAs(const QString &form)
{
    return {u"scan"_s, u"--format"_s, form, demoFile(Log)};
}

/// evident-cli with its articles and nothing else.
QString bareProgram(const QTemporaryDir &folder)
{
    const QDir build = QFileInfo(cliProgram()).dir();
    for (const QString &name : {u"evident-cli"_s, u"articles.pack"_s}) {
        if (!QFile::copy(build.filePath(name), folder.filePath(name)))
            return {};
    }
    return folder.filePath(u"evident-cli"_s);
}

/// The words on the pages, where they stand. Every digit is a 0: it says when it was made.
QByteArray textOf(const QByteArray &pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
    reader.write(pdf);
    reader.closeWriteChannel();
    if (!reader.waitForFinished())
        return {};
    QByteArray text = reader.readAllStandardOutput();
    std::ranges::replace_if(text, [](char c) { return c >= '0' && c <= '9'; }, '0');
    return text;
}

} // namespace

void CliPagesTest::holdTheReport()
{
    const CliRun run = runCli(scanAs(u"pdf"_s));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.err, QByteArray());
    QVERIFY(run.out.startsWith("%PDF-"));
    QVERIFY(run.out.trimmed().endsWith("%%EOF"));
    const QByteArray text = textOf(run.out);
    QVERIFY2(text.contains("MSExchangeIMC") && text.contains("Page 0 of "), text.left(2000).constData());
    QCOMPARE(textOf(runCli({u"scan"_s, u"--format=pdf"_s, demoFile(Log)}).out), text); // as one word, too
}

void CliPagesTest::areMadeByTheInstalledProgram()
{
    const QTemporaryDir prefix;
    QProcess install;
    install.start(u"cmake"_s, {u"--install"_s, QStringLiteral(EVIDENT_BINARY_DIR), u"--prefix"_s, prefix.path()});
    QVERIFY(install.waitForFinished(120'000));
    QVERIFY2(install.exitCode() == 0, install.readAllStandardError().constData());
    QVERIFY(QFile::exists(prefix.filePath(u"libexec/"_s + Module)));
    const CliRun run = runProgram(prefix.filePath(u"bin/evident-cli"_s), scanAs(u"pdf"_s));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(textOf(run.out), textOf(runCli(scanAs(u"pdf"_s)).out));
}

void CliPagesTest::areMissedInOneSentence_data()
{
    QTest::addColumn<QByteArray>("module");
    QTest::newRow("no module") << QByteArray();
    QTest::newRow("no library") << QByteArray("not a shared library");
    QTest::newRow("half a library") << QByteArray("\x7f"
                                                  "ELF\2\1\1");
}

void CliPagesTest::areMissedInOneSentence()
{
    QFETCH(const QByteArray, module);
    const QTemporaryDir folder;
    const QString program = bareProgram(folder);
    QVERIFY(!program.isEmpty());
    if (!module.isNull()) {
        QFile file(folder.filePath(Module));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(module);
    }
    const QString target = folder.filePath(u"report"_s);
    const CliRun run = runProgram(program, scanAs(u"pdf"_s) + QStringList{u"-o"_s, target});
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains("evident-paper.so"), run.err.constData());
    QVERIFY(!QFile::exists(target));
    const CliRun page = runProgram(program, scanAs(u"html"_s));
    QCOMPARE(page.exitCode, 0);
    QVERIFY(page.out.contains("MSExchangeIMC"));
}

void CliPagesTest::areNotAskedForByAFilesName()
{
    const QTemporaryDir folder;
    const QString program = bareProgram(folder);
    const CliRun run = runProgram(program, {u"info"_s, u"pdf"_s, demoFile(Log)});
    QCOMPARE(run.exitCode, 1); // there is no such file, and that is all
    QVERIFY2(!run.err.contains("evident-paper.so"), run.err.constData());
}

QTEST_GUILESS_MAIN(CliPagesTest)
#include "tst_clipages.moc"
