// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every answer about a file comes to: only a share that was reached and has no such file gives a no.

#include "checks/filepresence.h"
#include "remote/ntstatus.h"

#include <QTest>

#include <cerrno>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

CheckResult asked(const QString &path)
{
    CheckResult result = answerTo({.kind = CheckQuestion::Kind::FilePresent, .path = path});
    result.asked = u"MAIL01"_s;
    return result;
}

Result<FileFacts> refused(ErrorCode code, const char *what, int native)
{
    return failure(code, what, {}, native);
}

} // namespace

class FilePresenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksTheShareOfItsPlace_data();
    void asksTheShareOfItsPlace();
    void tellsWhatIsThere();
    void tellsRefusalsApart_data();
    void tellsRefusalsApart();
    void asksNobodyForWhatIsNoPath();
    void handsOnALostConversation();
};

void FilePresenceTest::asksTheShareOfItsPlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("place");
    QTest::addRow("drive") << u"d:\\Tools\\export.cmd"_s << u"D$ Tools/export.cmd"_s;
    QTest::addRow("Windows") << u"%SystemRoot%\\System32\\a.dll"_s << u"ADMIN$ System32/a.dll"_s;
}

void FilePresenceTest::asksTheShareOfItsPlace()
{
    QFETCH(const QString, path);
    CheckResult result = asked(path);
    std::string place;
    const auto done = askFilePresent(
        [&](const FileRequest &file) -> Result<FileFacts> {
            place = file.share + ' ' + file.path;
            return FileFacts{.kind = FileKind::File, .size = 12345, .changed = 1'000'000'000ULL * 86'400};
        },
        result);
    QVERIFY(done.has_value());
    QTEST(QString::fromStdString(place), "place");
    QCOMPARE(result.by, CheckedBy::Share);
    QCOMPARE(answerOf(result), std::optional(true));
}

void FilePresenceTest::tellsWhatIsThere()
{
    CheckResult file = asked(u"C:\\a\\b.dll"_s);
    QVERIFY(askFilePresent([](const FileRequest &) { return FileFacts{.size = 7, .changed = 0}; }, file));
    QCOMPARE(file.evidence, u"C$\\a\\b.dll is there: 7 bytes, last changed 1970-01-01T00:00:00Z."_s);
    CheckResult folder = asked(u"C:\\a\\b.dll"_s);
    QVERIFY(askFilePresent([](const FileRequest &) { return FileFacts{.kind = FileKind::Folder}; }, folder));
    QCOMPARE(folder.state, ServiceState::No);
    QCOMPARE(folder.evidence, u"C$\\a\\b.dll is a folder, not a file."_s);
    QCOMPARE(questionText(questionOf(file), u"MAIL01"_s), u"Is the file C:\\a\\b.dll on MAIL01?"_s);
    QCOMPARE(toJson(file)[u"question"].toString(), u"file present"_s);
    QCOMPARE(toJson(file)[u"by"].toString(), u"share"_s);
}

void FilePresenceTest::tellsRefusalsApart_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<int>("native");
    QTest::addColumn<ServiceState>("state");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, ErrorCode code, const char *what, int native, ServiceState state,
                         const char *words) {
        QTest::addRow("%s", name) << code << QByteArray(what) << native << state << QString::fromLatin1(words);
    };
    using enum ErrorCode;
    row("no such file", NotFound, "file", ENOENT, ServiceState::No, "There is no C$\\a.dll.");
    row("no such share", NotFound, ShareSubject, ENOENT, ServiceState::NotPossible, "does not offer the share C$");
    row("share refused", NoPermission, ShareSubject, EACCES, ServiceState::NotPossible, "remote UAC");
    row("file refused", NoPermission, "file", EACCES, ServiceState::NotPossible, "may not look at C$\\a.dll");
    row("odd answer", RemoteRefused, "file", EINVAL, ServiceState::NotPossible, "(22)");
}

void FilePresenceTest::tellsRefusalsApart()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const QByteArray, what);
    QFETCH(const int, native);
    QFETCH(const QString, words);
    CheckResult result = asked(u"C:\\a.dll"_s);
    QVERIFY(askFilePresent([&](const FileRequest &) { return refused(code, what.constData(), native); }, result));
    QTEST(result.state, "state");
    QCOMPARE(result.code, static_cast<std::uint32_t>(native));
    QVERIFY2(result.evidence.contains(words), qPrintable(result.evidence));
    QCOMPARE(result.next.isEmpty(), result.state == ServiceState::No);
}

void FilePresenceTest::asksNobodyForWhatIsNoPath()
{
    CheckResult result = asked(u"perfdisk.dll"_s);
    bool wasAsked = false;
    QVERIFY(askFilePresent(
        [&](const FileRequest &) {
            wasAsked = true;
            return FileFacts();
        },
        result));
    QVERIFY(!wasAsked);
    QCOMPARE(result.state, ServiceState::NotPossible);
    QVERIFY(!answerOf(result).has_value());
}

void FilePresenceTest::handsOnALostConversation()
{
    CheckResult result = asked(u"C:\\a.dll"_s);
    const auto done =
        askFilePresent([](const FileRequest &) { return refused(ErrorCode::ConnectionLost, "file", 104); }, result);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, ErrorCode::ConnectionLost);
    QVERIFY(!answerOf(result).has_value());
}

QTEST_GUILESS_MAIN(FilePresenceTest)
#include "tst_filepresence.moc"
