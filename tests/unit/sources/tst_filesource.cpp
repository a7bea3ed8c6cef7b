// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/filesource.h"
#include "sources/location.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <sys/stat.h>
#include <unistd.h>

using namespace evident;

class FileSourceTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void readsAnyPart()
    {
        const QString path = write(QStringLiteral("a.evtx"), "0123456789");
        const auto source = FileSource::open(path).value();
        QCOMPARE(source->size(), 10U);
        QCOMPARE(source->name(), path);
        std::array<std::uint8_t, 4> bytes{};
        QCOMPARE(source->read(2, bytes).value(), 4U);
        QCOMPARE(bytes, (std::array<std::uint8_t, 4>{'2', '3', '4', '5'}));
        QCOMPARE(source->read(8, bytes).value(), 2U);
        QCOMPARE(source->read(10, bytes).value(), 0U);
        QCOMPARE(source->read(std::uint64_t{1} << 63, bytes).value(), 0U);
    }

    void givesWhatIsLeftOfAFileThatShrinks()
    {
        const QString path = write(QStringLiteral("a.evtx"), QByteArray(1000, 'x'));
        const auto source = FileSource::open(path).value();
        QVERIFY(QFile::resize(path, 300));
        std::array<std::uint8_t, 500> bytes{};
        QCOMPARE(source->read(0, bytes).value(), 300U);
        QCOMPARE(source->read(400, bytes).value(), 0U);
        QCOMPARE(source->size(), 1000U);
    }

    void tellsWhyItCannotOpen()
    {
        const auto missing = FileSource::open(m_folder->filePath(QStringLiteral("missing")));
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QCOMPARE(missing.error().native, ENOENT);
        QCOMPARE(FileSource::open(m_folder->path()).error().code, ErrorCode::NotALog);
        const QString pipe = m_folder->filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(FileSource::open(pipe).error().code, ErrorCode::NotALog); // and does not wait for a writer
        if (::geteuid() != 0) {
            const QString path = write(QStringLiteral("secret"), "x");
            QFile::setPermissions(path, {});
            QCOMPARE(FileSource::open(path).error().code, ErrorCode::NoPermission);
        }
    }

    void readsMemory()
    {
        const MemorySource source(QStringLiteral("m"), "0123456789");
        std::array<std::uint8_t, 4> bytes{};
        QCOMPARE(source.read(8, bytes).value(), 2U);
        QCOMPARE(bytes[1], std::uint8_t{'9'});
        QCOMPARE(source.read(11, bytes).value(), 0U);
    }

    void expandsFolders()
    {
        write(QStringLiteral("b"), "");
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("a/c")));
        write(QStringLiteral("a/z"), "");
        write(QStringLiteral("a/c/y"), "");
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("a/loop"))));
        const auto files = Location(m_folder->path()).files().value();
        const auto path = [&](const char *name) { return m_folder->filePath(QLatin1StringView(name)); };
        QCOMPARE(files, (std::vector{path("a/c/y"), path("a/z"), path("b")}));
        QCOMPARE(Location(path("b")).files().value(), (std::vector{path("b")}));
        QCOMPARE(Location(QStringLiteral("-")).files().value(), (std::vector{QStringLiteral("-")}));
        QCOMPARE(Location(path("missing")).files().error().code, ErrorCode::NotFound);
    }

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a test file could not be written");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(FileSourceTest)
#include "tst_filesource.moc"
