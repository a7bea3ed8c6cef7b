// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/openlog.h"
#include "sources/filesource.h"

#include <QTest>

using namespace evident;

class OpenLogTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhatElseItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *kind, const QByteArray &bytes) {
            QTest::newRow(kind) << bytes << QString::fromLatin1(kind);
        };
        row("empty", {});
        row("zeros", QByteArray(100, '\0'));
        row("zip", "PK\x03\x04 and more");
        row("7z", "7z\xBC\xAF\x27\x1C");
        row("cab", "MSCF....");
        row("gzip", "\x1F\x8B\x08");
        row("tar", QByteArray(257, 'n') + "ustar");
        row("registry hive", "regf\x01\x02");
        row("program", "MZ\x90");
        row("PDF", "%PDF-1.7");
        row("PNG", "\x89PNG\r\n\x1A\n");
        row("JPEG", "\xFF\xD8\xFF\xE0");
        row("SQLite database", QByteArray("SQLite format 3\0", 16));
        row("ESE database", QByteArray("\x12\x34\x56\x78\xEF\xCD\xAB\x89", 8));
        row("OLE document", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        row("HTML", "\xEF\xBB\xBF\n<!DOCTYPE html><html>");
        row("text", "Dear all,\r\nplease find attached");
        row("UTF-16 text", QByteArray("D\0e\0a\0r\0 \0a\0l\0l\0,\0\n\0", 20));
        row("unknown", QByteArray("\x01\x02\x03\x04\xff", 5));
    }
    void saysWhatElseItIs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, kind);
        Names names;
        const auto log = openLog(std::make_shared<MemorySource>(QStringLiteral("file"), bytes), names);
        QVERIFY(!log);
        QCOMPARE(log.error().code, ErrorCode::NotALog);
        QCOMPARE(log.error().place.source, QStringLiteral("file"));
        QCOMPARE(log.error().place.offset, 0);
        QCOMPARE(log.error().detail, kind);
        QVERIFY(!looksLikeLog(MemorySource(QStringLiteral("file"), bytes)));
    }

    void namesFormats()
    {
        QCOMPARE(logFormatName(LogFormat::Evtx), QLatin1StringView("evtx"));
        QCOMPARE(logFormatName(LogFormat::Jsonl), QLatin1StringView("jsonl"));
    }
};

QTEST_APPLESS_MAIN(OpenLogTest)
#include "tst_openlog.moc"
