// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which texts name a file of a computer, and which one.

#include "knowledge/fileoncomputer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class FileOnComputerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatWindowsWrites_data();
    void understandsWhatWindowsWrites();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
};

void FileOnComputerTest::understandsWhatWindowsWrites_data()
{
    QTest::addColumn<QString>("drive");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *written, const char *drive, const char *path) {
        QTest::addRow("%s", written) << QString::fromLatin1(drive) << QString::fromLatin1(path);
    };
    row(R"(C:\exchsrvr\bin\imcperf.dll)", "C", "exchsrvr/bin/imcperf.dll");
    row(R"(d:/Tools/export.cmd)", "D", "Tools/export.cmd");
    row(R"("C:\Program Files\Old Agent\a.exe")", "C", "Program Files/Old Agent/a.exe");
    row(R"(\??\C:\drivers\x.sys)", "C", "drivers/x.sys");
    row(R"(%SystemRoot%\System32\spoolsv.exe)", "", "System32/spoolsv.exe");
    row(R"(%WINDIR%\notepad.exe)", "", "notepad.exe");
    row(R"(\SystemRoot\System32\drivers\x.sys)", "", "System32/drivers/x.sys");
    row(R"(system32\drivers\x.sys)", "", "system32/drivers/x.sys");
}

void FileOnComputerTest::understandsWhatWindowsWrites()
{
    const auto file = FileOnComputer::from(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(file.has_value());
    QTEST(file->drive.isNull() ? QString() : QString(file->drive), "drive");
    QTEST(file->path, "path");
}

void FileOnComputerTest::refusesEverythingElse_data()
{
    QTest::addColumn<QString>("written");
    for (const char *written : {"", "perfdisk.dll", R"(\\MAIL01\share\a.dll)", "//MAIL01/share/a.dll", "C:", R"(C:\)",
             R"(C:\a\)", R"(C:\a\..\b)", R"(C:\*.dll)", R"(C:\a.txt:stream)", R"(%ProgramFiles%\a.exe)",
             R"(C:\%TEMP%\a.exe)", R"("C:\a b.exe" -k netsvcs)", R"(C:a.dll)", R"(1:\a.dll)", "C:\\a\nb",
             R"(%SystemRoot%)", R"(..\System32\a)"})
        QTest::addRow("%s", written) << QString::fromLatin1(written);
    QTest::addRow("too long") << u"C:\\"_s + QString(2000, u'a');
}

void FileOnComputerTest::refusesEverythingElse()
{
    QFETCH(const QString, written);
    QVERIFY(!FileOnComputer::from(written).has_value());
}

QTEST_GUILESS_MAIN(FileOnComputerTest)
#include "tst_fileoncomputer.moc"
