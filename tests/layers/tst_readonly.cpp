// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Other computers are only read: of what the libraries and the interfaces of Windows could do, the code names nothing
// that changes anything. Whoever adds a call has to add it here as well, and to say why it is harmless.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace {

const QString Checkout = QStringLiteral(EVIDENT_SOURCE_DIR);

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Every source below these folders in one.
QString sourcesBelow(const QStringList &folders)
{
    QString text;
    for (const QString &folder : folders) {
        QDirIterator files(Checkout + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            text += textOf(files.next());
    }
    return text;
}

std::set<QString> found(const QString &text, const QString &pattern)
{
    std::set<QString> words;
    for (const QRegularExpressionMatch &match : QRegularExpression(pattern).globalMatch(text))
        words.insert(match.captured(1));
    return words;
}

QString listed(const std::set<QString> &words)
{
    return QStringList(words.begin(), words.end()).join(u' ');
}

} // namespace

class TestReadOnly : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesAreOpenedToBeRead();
    void callsAreOnesThatAsk_data();
    void callsAreOnesThatAsk();
    void noOtherCallIsMade();
};

void TestReadOnly::filesAreOpenedToBeRead()
{
    const QString text = sourcesBelow({u"app/remote"_s});
    QVERIFY(text.size() > 10'000);
    QCOMPARE(listed(found(text, u"smbc_getFunction(\\w+)"_s)),
        u"Close Closedir Fstat Lseek Open Opendir Read ReaddirPlus Stat"_s);
    QCOMPARE(listed(found(text, u"smbc_((?!get|set|new_context|init_context)\\w+)"_s)), QString());
    QCOMPARE(text.count(u"smbc_getFunctionOpen("_s), 1);
    QVERIFY(text.contains(QRegularExpression(u"smbc_getFunctionOpen\\(context\\)\\([^;]*, O_RDONLY, 0\\)"_s)));
    QCOMPARE(listed(found(text, u"\\b(O_(?!RDONLY|NONBLOCK|CLOEXEC)[A-Z]+)\\b"_s)), QString());
}

void TestReadOnly::callsAreOnesThatAsk_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("operations");
    QTest::addRow("eventlog") << u"eventlog"_s
                              << u"CloseLog = 2 NumberOfRecords = 4 OldestRecord = 5 OpenLog = 7 ReadLog = 10"_s;
    QTest::addRow("registry") << u"registry"_s << u"CloseKey = 5 OpenKey = 15 OpenLocalMachine = 2 QueryValue = 17"_s;
    QTest::addRow("services") << u"servicecontrol"_s
                              << u"CloseServiceHandle = 0 GetDisplayName = 20 GetKeyName = 21 OpenManager = 15 "
                                 "OpenService = 16 QueryServiceConfig = 17 QueryServiceStatus = 6"_s;
}

void TestReadOnly::callsAreOnesThatAsk()
{
    QFETCH(const QString, file);
    const QString text = textOf(Checkout + u"/model/remote/"_s + file + u".cpp"_s);
    const auto list = QRegularExpression(u"enum Operation : std::uint16_t \\{([^}]*)\\}"_s).match(text);
    QVERIFY(list.hasMatch());
    QTEST(listed(found(list.captured(1), u"(\\w+ = \\d+)"_s)), "operations");
}

/// Whatever is called is one of those: two functions pass on what they are given.
void TestReadOnly::noOtherCallIsMade()
{
    const QString text = sourcesBelow({u"model"_s, u"app"_s});
    QCOMPARE(listed(found(text, u"\\.call\\((\\w+), "_s)),
        u"CloseKey CloseLog CloseServiceHandle NetrServerGetInfo OpenKey OpenLocalMachine OpenLog OpenManager "
        u"OpenService "
        "QueryServiceConfig QueryServiceStatus QueryValue ReadLog number operation"_s);
    QVERIFY(text.contains(u"constexpr std::uint16_t NetrServerGetInfo = 21;"_s));
}

QTEST_GUILESS_MAIN(TestReadOnly)
#include "tst_readonly.moc"
