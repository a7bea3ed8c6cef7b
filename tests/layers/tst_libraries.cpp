// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which libraries each program starts with, directly or through another one. A process that loads fifty where twenty do
// starts in twice the time, and one include in the wrong place brings them all.

#include <QProcess>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The names of all libraries that the loader would bring to @p file, up to their first dot.
QSet<QString> librariesOf(const QString &file)
{
    QProcess loader;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_TRACE_LOADED_OBJECTS"_s, u"1"_s); // as ldd does: names them and runs nothing
    loader.setProcessEnvironment(environment);
    loader.start(file);
    if (!loader.waitForFinished() || loader.exitCode() != 0)
        return {};
    QSet<QString> names;
    for (const QByteArray &line : loader.readAllStandardOutput().split('\n'))
        names.insert(QString::fromUtf8(line.trimmed().split('.').first()));
    names.remove(QString());
    return names;
}

QStringList ofQt(const QSet<QString> &libraries)
{
    QStringList names;
    for (const QString &name : libraries) {
        if (name.startsWith("libQt6"_L1))
            names.append(name.sliced(6));
    }
    names.sort();
    return names;
}

} // namespace

class TestLibraries : public QObject {
    Q_OBJECT
private slots:
    void programsStartWithWhatTheyNeed_data();
    void programsStartWithWhatTheyNeed();
};

void TestLibraries::programsStartWithWhatTheyNeed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("qt");
    QTest::newRow("evident-cli") << u"bin/evident-cli"_s << QStringList{u"Core"_s, u"Sql"_s};
    QTest::newRow("bench-load") << u"bench/bench-load"_s << QStringList{u"Core"_s, u"Sql"_s};
    QTest::newRow("evident-remote") << u"bin/evident-remote"_s << QStringList();
}

void TestLibraries::programsStartWithWhatTheyNeed()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, qt);
    const QSet<QString> libraries = librariesOf(QStringLiteral(EVIDENT_BINARY_DIR "/") + file);
    QVERIFY2(libraries.contains(u"libc"_s), "the loader told nothing");
    QCOMPARE(ofQt(libraries), qt);
    for (const auto &display : {u"libX11"_s, u"libxcb"_s, u"libEGL"_s, u"libGLX"_s, u"libfontconfig"_s, u"libdbus-1"_s})
        QVERIFY2(!libraries.contains(display), qPrintable(display));
}

QTEST_GUILESS_MAIN(TestLibraries)
#include "tst_libraries.moc"
