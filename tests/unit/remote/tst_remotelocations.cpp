// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How logs of other computers are written down, and what is said about their files between the program and its child.

#include "remote/filemessage.h"
#include "remote/pull.h"
#include "remote/smbpath.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class RemoteLocationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharesAreRead_data();
    void sharesAreRead();
    void keepsNoAccount_data();
    void keepsNoAccount();
    void refusesWhatIsNoShare_data();
    void refusesWhatIsNoShare();
    void classicLogsAreRead_data();
    void classicLogsAreRead();
    void refusesWhatIsNoClassicLog_data();
    void refusesWhatIsNoClassicLog();
    void filesOfLogsHaveTheirNames();
    void fileMessagesComeBack();
    void refusesBrokenFileMessages();
};

void RemoteLocationsTest::sharesAreRead_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &written, const QString &text) {
        QTest::addRow("%s", name) << written << text;
    };
    row("file", u"smb://MAIL01/C$/x.evtx"_s, u"smb://MAIL01/C$/x.evtx"_s);
    row("port", u"SMB://10.1.2.3:4450/ADMIN$/System32/x.evtx"_s, u"smb://10.1.2.3:4450/ADMIN$/System32/x.evtx"_s);
    row("share alone", u"smb://MAIL01/logs/"_s, u"smb://MAIL01/logs"_s);
    row("user passed over", u"smb://CORP;anna@MAIL01/logs/x"_s, u"smb://MAIL01/logs/x"_s);
    row("as Windows writes it", u"\\\\MAIL01\\C$\\Windows\\x.evtx"_s, u"smb://MAIL01/C$/Windows/x.evtx"_s);
    row("encoded", u"smb://MAIL01/C%24/a%20b%254c.evtx"_s, u"smb://MAIL01/C$/a b%4c.evtx"_s);
    row("name of a channel", u"smb://MAIL01/C$/Foo%4Admin.evtx"_s, u"smb://MAIL01/C$/Foo%4Admin.evtx"_s);
    row("IPv6", u"smb://[fe80::1]:4450/C$/x"_s, u"smb://[fe80::1]:4450/C$/x"_s);
    row("IPv6 alone", u"smb://[fe80::1]/C$/x"_s, u"smb://[fe80::1]/C$/x"_s);
    row("IPv6 without brackets", u"smb://fe80::1/C$/x"_s, u"smb://[fe80::1]/C$/x"_s);
    row("IPv6 of a card", u"smb://[fe80::1%25eth0]/C$/x"_s, u"smb://[fe80::1%eth0]/C$/x"_s);
}

void RemoteLocationsTest::sharesAreRead()
{
    QFETCH(const QString, written);
    QVERIFY(isRemoteLocation(written));
    const auto path = SmbPath::from(written);
    QVERIFY(path.has_value());
    QTEST(path->text(), "text");
    QCOMPARE(SmbPath::from(path->text())->text(), path->text());
    QVERIFY(targetOf(written).has_value());
}

void RemoteLocationsTest::keepsNoAccount_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("kept");
    const auto row = [](const QString &written, const QString &kept) {
        QTest::addRow("%s", qPrintable(written)) << written << kept;
    };
    row(u"smb://anna:S3cret!@MAIL01/C$/a@b.evtx"_s, u"smb://MAIL01/C$/a@b.evtx"_s);
    row(u"smb://CORP;anna:p@ss@MAIL01"_s, u"smb://MAIL01"_s);
    row(u"eventlog://anna:S3cret!@MAIL01:4450/System"_s, u"eventlog://MAIL01:4450/System"_s);
    row(u"smb://MAIL01/C$/a@b.evtx"_s, u"smb://MAIL01/C$/a@b.evtx"_s);
    row(u"\\\\MAIL01\\C$\\a@b.evtx"_s, u"\\\\MAIL01\\C$\\a@b.evtx"_s);
    row(u"/home/a@b/x.evtx"_s, u"/home/a@b/x.evtx"_s);
}

void RemoteLocationsTest::keepsNoAccount()
{
    QFETCH(const QString, written);
    QTEST(withoutAccount(written), "kept");
}

void RemoteLocationsTest::refusesWhatIsNoShare_data()
{
    QTest::addColumn<QString>("written");
    QTest::addRow("path") << u"/tmp/x.evtx"_s;
    QTest::addRow("no share") << u"smb://MAIL01"_s;
    QTest::addRow("no host") << u"smb:///C$/x"_s;
    QTest::addRow("up") << u"smb://MAIL01/C$/../x"_s;
    QTest::addRow("port") << u"smb://MAIL01:x/C$"_s;
    QTest::addRow("long") << u"smb://MAIL01/"_s + QString(5000, u'x');
}

void RemoteLocationsTest::refusesWhatIsNoShare()
{
    QFETCH(const QString, written);
    QVERIFY(!SmbPath::from(written).has_value());
}

void RemoteLocationsTest::classicLogsAreRead_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<uint>("newest");
    QTest::addColumn<QString>("text");
    QTest::addRow("log") << u"eventlog://MAIL01/System"_s << 0U << u"eventlog://MAIL01/System"_s;
    QTest::addRow("newest") << u"eventlog://MAIL01:4450/DNS Server?newest=500"_s << 500U
                            << u"eventlog://MAIL01:4450/DNS Server?newest=500"_s;
    QTest::addRow("both") << u"eventlog://MAIL01/System?since=1700000000&newest=1"_s << 1U
                          << u"eventlog://MAIL01/System?newest=1&since=1700000000"_s;
}

void RemoteLocationsTest::classicLogsAreRead()
{
    QFETCH(const QString, written);
    const auto log = ClassicLocation::from(written);
    QVERIFY(log.has_value());
    QTEST(log->newest, "newest");
    QTEST(log->text(), "text");
}

void RemoteLocationsTest::refusesWhatIsNoClassicLog_data()
{
    QTest::addColumn<QString>("written");
    QTest::addRow("no log") << u"eventlog://MAIL01"_s;
    QTest::addRow("channel") << u"eventlog://MAIL01/A/B"_s;
    QTest::addRow("unknown wish") << u"eventlog://MAIL01/System?clear=1"_s;
    QTest::addRow("no number") << u"eventlog://MAIL01/System?newest=many"_s;
}

void RemoteLocationsTest::refusesWhatIsNoClassicLog()
{
    QFETCH(const QString, written);
    QVERIFY(isRemoteLocation(written));
    QVERIFY(!ClassicLocation::from(written).has_value());
}

void RemoteLocationsTest::filesOfLogsHaveTheirNames()
{
    QCOMPARE(fileNameOfLog(u"Microsoft-Windows-GroupPolicy/Operational"_s),
        u"Microsoft-Windows-GroupPolicy%4Operational.evtx"_s);
    QCOMPARE(logNameOfFile(u"Microsoft-Windows-GroupPolicy%4Operational.EVTX"_s),
        u"Microsoft-Windows-GroupPolicy/Operational"_s);
    QCOMPARE(logNameOfFile(u"System.evtx"_s), u"System"_s);
}

void RemoteLocationsTest::fileMessagesComeBack()
{
    const auto request = fileRequestFrom(bodyOf(FileRequest{.share = "C$", .path = "a/ü.evtx"}));
    QVERIFY(request.has_value());
    QCOMPARE(request->path, std::string("a/ü.evtx"));
    const FileFacts facts{.kind = FileKind::Folder, .size = 1ULL << 40, .changed = 1'700'000'000'000'000'001ULL};
    const auto opened = openedFileFrom(bodyOf(OpenedFile{.handle = 7, .facts = facts}));
    QVERIFY(opened.has_value());
    QCOMPARE(opened->handle, 7U);
    QCOMPARE(opened->facts.size, facts.size);
    QCOMPARE(opened->facts.changed, facts.changed);
    QVERIFY(opened->facts.kind == FileKind::Folder);
    const auto folder =
        folderFrom(bodyOf(std::vector<FolderEntry>{{.name = "a", .facts = {}}, {.name = "", .facts = facts}}));
    QVERIFY(folder.has_value());
    QCOMPARE(folder->size(), 2U);
    const auto read = fileReadFrom(bodyOf(FileRead{.handle = 1, .offset = 2, .length = LargestFileRead}));
    QVERIFY(read.has_value());
    QCOMPARE(read->length, LargestFileRead);
}

void RemoteLocationsTest::refusesBrokenFileMessages()
{
    auto body = bodyOf(std::vector<FolderEntry>{{.name = "name", .facts = {}}});
    QVERIFY(!folderFrom(Bytes(body).first(body.size() - 1)).has_value());
    body[3] = 0x7f; // a count that cannot fit into what is there
    QVERIFY(!folderFrom(body).has_value());
    QVERIFY(!fileReadFrom(bodyOf(FileRead{.handle = 1, .offset = 0, .length = LargestFileRead + 1})).has_value());
    auto facts = bodyOf(FileFacts{});
    facts[0] = 2; // neither file nor folder
    QVERIFY(!fileFactsFrom(facts).has_value());
    QVERIFY(!openedFileFrom({}).has_value());
    QVERIFY(!fileRequestFrom(Bytes(bodyOf(FileRequest{.share = "C$", .path = "x"})).first(8)).has_value());
}

QTEST_GUILESS_MAIN(RemoteLocationsTest)
#include "tst_remotelocations.moc"
