// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much memory a session takes for the table of a large log: 150 MiB and 72 bytes an event, whatever the file's size.

#include "forge/largelog.h"
#include "session/session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int Repeats = 0; // its own memory is all that could be measured
#elif defined(__SANITIZE_THREAD__)
constexpr int Repeats = 0;
#else
constexpr int Repeats = 40;
#endif

/// Most memory that this process ever had, in bytes.
std::uint64_t mostMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const auto at = text.indexOf("VmHWM:");
    return text.sliced(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toULongLong() * 1024;
}

} // namespace

class TableMemoryTest : public QObject {
    Q_OBJECT
private slots:
    void aLargeLogsTableStaysSmall()
    {
        if (Repeats == 0)
            QSKIP("not with a sanitizer, which has memory of its own");
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("large.evtx"));
        forge::writeLargeLog(path.toStdString(), 5);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray chunks = file.readAll().sliced(4096);
        for (int i = 0; i < Repeats; ++i)
            QCOMPARE(file.write(chunks), chunks.size());
        file.close();

        const Shelf shelf;
        Session session(shelf);
        Query query;
        session.query(query);
        session.open(path);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isLoading(), 120'000);
        const std::uint64_t events = session.store().size();
        const std::uint64_t memory = mostMemory();
        qInfo("%llu events of %lld MB: %llu MiB, %lld bytes an event above 150 MiB",
            static_cast<unsigned long long>(events), static_cast<long long>(file.size() >> 20),
            static_cast<unsigned long long>(memory >> 20),
            (static_cast<long long>(memory) - (150LL << 20)) / static_cast<long long>(events));
        QCOMPARE_GT(events, 100'000U);
        QCOMPARE_LT(memory, (std::uint64_t{150} << 20) + 72 * events);
    }
};

QTEST_GUILESS_MAIN(TableMemoryTest)
#include "tst_tablememory.moc"
