// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "includes.h"
#include "names.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
const QByteArray Opening = Licence + "#pragma once\n";

Complaints inspect(const QString &checkout)
{
    const Tree tree = readTree(checkout.toStdString());
    Complaints complaints = inspectIncludes(tree, EVIDENT_QT_INCLUDES);
    std::ranges::move(inspectNames(tree), std::back_inserter(complaints));
    return complaints;
}

void write(const QTemporaryDir &checkout, const QString &path, const QByteArray &text)
{
    const QString full = checkout.filePath(path);
    QVERIFY(QDir().mkpath(full.section(u'/', 0, -2)));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QString texts(const Complaints &complaints)
{
    QStringList lines;
    for (const Complaint &complaint : complaints)
        lines << QString::fromStdString(complaint.text());
    return lines.join(u'\n');
}

} // namespace

class TestHouse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forbiddenIncludeIsTold_data();
    void forbiddenIncludeIsTold();
    void allowedIncludeIsNot_data();
    void allowedIncludeIsNot();
    void libraryInTwoFilesIsTold();
    void libraryInOneSmallFolderIsNot();
    void badNameIsTold_data();
    void badNameIsTold();
    void longFileIsTold_data();
    void longFileIsTold();
    void missingOpeningIsTold();
    void thisCheckoutKeepsTheRules();
};

void TestHouse::forbiddenIncludeIsTold_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("include");
    const auto row = [](const char *file, const char *include) {
        QTest::addRow("%s %s", file, include) << QString::fromLatin1(file) << QByteArray(include);
    };
    row("model/error.h", "\"bytes/bytes.h\"");
    row("model/bytes/bytes.h", "\"events/event.h\"");
    row("model/events/event.h", "\"formats/logreader.h\"");
    row("model/formats/logreader.h", "\"sources/filesource.h\"");
    row("model/sources/filesource.cpp", "\"formats/logreader.h\"");
    row("model/remote/call.cpp", "\"sources/filesource.h\"");
    row("model/knowledge/article.h", "\"messages/catalog.h\"");
    row("model/knowledge/article.h", "\"wording/description.h\"");
    row("model/wording/description.h", "\"store/eventbatch.h\"");
    row("model/store/eventstore.h", "\"checks/hive.h\"");
    row("model/checks/hive.h", "\"reports/finding.h\"");
    row("model/reports/finding.h", "\"tables/eventtable.h\"");
    row("model/tables/eventtable.h", "\"session/session.h\"");
    row("model/session/session.h", "\"tables/eventtable.h\"");
    row("model/session/session.cpp", "\"../tables/eventtable.h\"");
    row("model/session/session.cpp", "\"app/errortext.h\"");
    row("model/bytes/bytes.cpp", "\"tests/forge/evt.h\"");
    row("model/formats/evtx/chunk.h", "\"formats/evt/record.h\"");
    row("model/formats/evt/record.cpp", "\"formats/text/csv.h\"");
    row("app/cli/main.cpp", "\"app/mainwindow.h\"");
    row("app/cli/main.cpp", "\"app/events/view.h\"");
    row("app/remote/main.cpp", "\"app/errortext.h\"");
    row("app/main.cpp", "\"app/cli/command.h\"");
    row("app/events/view.cpp", "\"app/mainwindow.h\"");
    row("app/events/view.cpp", "\"app/remote/call.h\"");
    row("tests/forge/evtx.cpp", "\"formats/evtx/chunk.h\"");
    row("model/tables/eventtable.h", "<QWidget>");
    row("model/tables/eventtable.h", "<QtWidgets/QTableView>");
    row("model/tables/eventtable.cpp", "<QColor>");
    row("model/events/event.cpp", "<QSqlQuery>");
    row("model/store/eventstore.cpp", "<QtConcurrent>");
    row("model/paper/pdf.cpp", "<QPrinter>");
    row("model/reports/pdf.cpp", "<QPdfWriter>");
    row("model/reports/report.cpp", "\"paper/reportdocument.h\"");
    row("model/knowledge/shelf.cpp", "<QNetworkReply>");
    row("model/formats/openlog.cpp", "<archive.h>");
    row("model/sources/hive.cpp", "<hivex.h>");
    row("model/reports/article.cpp", "<yaml-cpp/yaml.h>");
    row("app/events/save.cpp", "<xlsxwriter.h>");
    row("app/details/pane.cpp", "<samba-4.0/libsmbclient.h>");
    row("model/remote/child.cpp", "<talloc.h>");
    row("model/reports/html.cpp", "<KSyntaxHighlighting/Repository>");
}

void TestHouse::forbiddenIncludeIsTold()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, include);
    const QTemporaryDir checkout;
    write(checkout, file, Opening + "\n#include <QString>\n#  include " + include + "\n");

    const Complaints complaints = inspect(checkout.path());

    QVERIFY2(!complaints.empty(), "the include went unnoticed");
    QCOMPARE(complaints.size(), 1U);
    QCOMPARE(QString::fromStdString(complaints[0].file), file);
    QCOMPARE(complaints[0].line, 5U);
}

void TestHouse::allowedIncludeIsNot_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("include");
    const auto row = [](const char *file, const char *include) {
        QTest::addRow("%s %s", file, include) << QString::fromLatin1(file) << QByteArray(include);
    };
    row("model/bytes/bytes.h", "\"error.h\"");
    row("model/formats/openlog.cpp", "\"formats/evtx/evtxreader.h\"");
    row("model/formats/evtx/chunk.h", "\"formats/logreader.h\"");
    row("model/formats/evtx/chunk.h", "\"formats/evtx/record.h\"");
    row("model/wording/description.h", "\"knowledge/article.h\"");
    row("model/session/session.h", "\"reports/report.h\"");
    row("model/session/session.cpp", "<QtConcurrent>");
    row("model/session/session.cpp", "\"session.moc\"");
    row("model/paper/pdf.cpp", "<QPdfWriter>");
    row("model/paper/pdf.cpp", "\"reports/report.h\"");
    row("model/reports/sheet.cpp", "<xlsxwriter.h>");
    row("model/messages/catalog.cpp", "<QSqlDatabase>");
    row("model/sources/archive.cpp", "<archive.h>");
    row("app/main.cpp", "\"app/events/view.h\"");
    row("app/events/view.cpp", "\"tables/eventtable.h\"");
    row("app/events/view.h", "<QTableView>");
    row("app/cli/main.cpp", "\"app/errortext.h\"");
    row("app/cli/main.cpp", "\"language.h\"");
    row("app/remote/main.cpp", "<samba-4.0/libsmbclient.h>");
    row("tests/unit/tst_store.cpp", "\"store/eventstore.h\"");
    row("tests/forge/evtx.cpp", "\"bytes/outbuffer.h\"");
    row("tests/gui/tst_window.cpp", "<QTableView>");
}

void TestHouse::allowedIncludeIsNot()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, include);
    const QTemporaryDir checkout;
    write(checkout, file, Opening + "#include " + include + "\n");
    const QString told = texts(inspect(checkout.path()));
    QVERIFY2(told.isEmpty(), qPrintable(told));
}

void TestHouse::libraryInTwoFilesIsTold()
{
    const QTemporaryDir checkout;
    for (const QString &name : {u"a"_s, u"b"_s})
        write(checkout, u"model/knowledge/"_s + name + u".cpp"_s, Licence + "#include <yaml-cpp/yaml.h>\n");
    for (int i = 0; i < 6; ++i)
        write(checkout, u"model/knowledge/other%1.cpp"_s.arg(i), Licence);
    const Complaints complaints = inspect(checkout.path());
    QCOMPARE(complaints.size(), 2U);
    QCOMPARE(complaints[0].text(),
        "model/knowledge/a.cpp:2: <yaml-cpp/yaml.h> belongs in one .cpp, or in one small folder of its own");
    QCOMPARE(complaints[1].file, "model/knowledge/b.cpp");
}

void TestHouse::libraryInOneSmallFolderIsNot()
{
    const QTemporaryDir checkout;
    for (const QString &name : {u"a.cpp"_s, u"b.h"_s})
        write(checkout, u"model/knowledge/yaml/"_s + name, Opening + "#include <yaml-cpp/yaml.h>\n");
    for (int i = 0; i < 20; ++i)
        write(checkout, u"model/knowledge/other%1.cpp"_s.arg(i), Licence);
    const QString told = texts(inspect(checkout.path()));
    QVERIFY2(told.isEmpty(), qPrintable(told));
}

void TestHouse::badNameIsTold_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *file, const QByteArray &text, const char *place) {
        QTest::addRow("%s", place) << QString::fromLatin1(file) << text << QString::fromLatin1(place);
    };
    row("model/bytes/utils/a.h", Opening, "model/bytes/utils: ");
    row("app/common/a.h", Opening, "app/common: ");
    row("tests/helpers/a.cpp", Licence, "tests/helpers: ");
    row("model/bytes/ByteReader.h", Opening, "model/bytes/ByteReader.h: ");
    row("model/bytes/byte_reader.cpp", Licence, "model/bytes/byte_reader.cpp: ");
    row("model/bytes/a.h", Opening + "class LogManager;", "model/bytes/a.h:3: ");
    row("model/bytes/b.h", Opening + "struct EventData {};", "model/bytes/b.h:3: ");
    row("model/bytes/c.h", Opening + "class EVIDENT_EXPORT StringUtils final {};", "model/bytes/c.h:3: ");
    row("model/bytes/d.h", Opening + "enum class ErrorHandler {};", "model/bytes/d.h:3: ");
    row("app/a.h", Opening + "class A {\n    friend class TestA;\n};", "app/a.h:4: ");
    row("resources/icons/draw.py", "# " + Licence, "resources/icons/draw.py: ");
}

void TestHouse::badNameIsTold()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    const QTemporaryDir checkout;
    write(checkout, file, text);
    // Names like these are Qt's own or only speak of such a thing.
    write(checkout, u"app/fine.h"_s, Opening + "class QMimeData;\n// class OldManager was here\nclass Database;\n");
    const Complaints complaints = inspect(checkout.path());
    QCOMPARE(complaints.size(), 1U);
    QVERIFY2(texts(complaints).startsWith(place), qPrintable(texts(complaints)));
}

void TestHouse::longFileIsTold_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("told");
    QTest::addRow("source of 499") << u"model/bytes/a.cpp"_s << 499 << false;
    QTest::addRow("source of 500") << u"model/bytes/a.cpp"_s << 500 << true;
    QTest::addRow("header of 249") << u"app/a.h"_s << 249 << false;
    QTest::addRow("header of 250") << u"app/a.h"_s << 250 << true;
}

void TestHouse::longFileIsTold()
{
    QFETCH(const QString, file);
    QFETCH(const int, lines);
    QFETCH(const bool, told);
    const QTemporaryDir checkout;
    write(checkout, file, Opening + QByteArray("\n").repeated(lines - 2));
    QCOMPARE(inspect(checkout.path()).size(), told ? 1U : 0U);
}

void TestHouse::missingOpeningIsTold()
{
    const QTemporaryDir checkout;
    write(checkout, u"model/bytes/a.cpp"_s, "#include <span>\n");
    write(checkout, u"model/bytes/b.h"_s, Licence + "#include <span>\n");
    write(checkout, u"tests/unit/CMakeLists.txt"_s, "add_subdirectory(a)\n");
    QCOMPARE(texts(inspect(checkout.path())),
        u"model/bytes/a.cpp:1: lacks \"SPDX-License-Identifier: GPL-3.0-or-later\"\n"
        "model/bytes/b.h:1: lacks #pragma once among its first lines\n"
        "tests/unit/CMakeLists.txt:1: lacks \"SPDX-License-Identifier: GPL-3.0-or-later\""_s);
}

void TestHouse::thisCheckoutKeepsTheRules()
{
    const Tree tree = readTree(EVIDENT_SOURCE_DIR);
    QVERIFY2(tree.size() > 20, "the checkout was not found");
    const QString told = texts(inspect(QStringLiteral(EVIDENT_SOURCE_DIR)));
    QVERIFY2(told.isEmpty(), qPrintable(u"\n"_s + told));
}

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
