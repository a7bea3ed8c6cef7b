// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// RFC 4180 quoting, and cells that a spreadsheet would run.

#include "reports/csvcell.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class CsvCellTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writes_data();
    void writes();
    void writesLines();
};

void CsvCellTest::writes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("plain") << u"Perflib"_s << QByteArray("Perflib");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quote") << u"say \"no\""_s << QByteArray("\"say \"\"no\"\"\"");
    QTest::newRow("lines") << u"a\r\nb"_s << QByteArray("\"a\r\nb\"");
    QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("plus") << u"+49"_s << QByteArray("'+49");
    QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << u"\tx"_s << QByteArray("'\tx");
    QTest::newRow("carriage return") << u"\rx"_s << QByteArray("\"'\rx\"");
    QTest::newRow("quoted formula") << u"=HYPERLINK(\"http://x\",\"y\")"_s
                                    << QByteArray("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    QTest::newRow("equals sign inside") << u"a=1"_s << QByteArray("a=1");
    QTest::newRow("umlaut") << u"Größe"_s
                            << QByteArray("Gr\xC3\xB6\xC3\x9F"
                                          "e");
}

void CsvCellTest::writes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QByteArray line;
    appendCsvCell(line, text);
    QCOMPARE(line, cell);
}

void CsvCellTest::writesLines()
{
    QByteArray out;
    appendCsvLine(out, {u"a"_s, QString(), u"b,c"_s});
    appendCsvLine(out, {u"d"_s});
    QCOMPARE(out, QByteArray("a,,\"b,c\"\r\nd\r\n"));
}

QTEST_APPLESS_MAIN(CsvCellTest)
#include "tst_csvcell.moc"
