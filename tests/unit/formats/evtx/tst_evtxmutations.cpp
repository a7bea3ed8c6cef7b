// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs cut at random places and with random bytes flipped, the same ones each time: nothing may crash, hang, be lost or
// change that the change does not touch, and the damage is told with its place.

#include "formats/evtx/tokens.h"
#include "formats/openlog.h"
#include "unit/formats/evtx/chunkbytes.h"
#include "unit/formats/evtx/mutation.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <map>
#include <random>

using namespace evident;
using namespace evident::evtx;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int ChangesOfEach = 2; // ten times slower here
#else
constexpr int ChangesOfEach = 200;
#endif

/// Records of one template, with a nested one, text and an array, two chunks of them.
QByteArray smallLog()
{
    QList<QByteArray> chunks;
    for (std::uint64_t first : {1, 41}) {
        ChunkBytes chunk;
        std::uint32_t definition = 0;
        for (std::uint64_t id = first; id < first + 40; ++id) {
            chunk.beginRecord(id, 132000000000000000 + id).fragmentHeader();
            if (definition == 0) {
                chunk.beginTemplate()
                    .fragmentHeader()
                    .open(u"Event", NoDependency)
                    .closeStart()
                    .open(u"System", NoDependency)
                    .closeStart();
                chunk.open(u"EventRecordID", NoDependency).closeStart().substitution(0, 0x0e, 0x0a).end().end();
                chunk.open(u"EventData", NoDependency)
                    .closeStart()
                    .open(u"Data", 1)
                    .closeStart()
                    .substitution(1, 0x0e)
                    .end();
                chunk.substitution(2, 0x0e, 0x21).end().end().eof().endTemplate();
                definition = chunk.lastDefinition();
            } else {
                chunk.instanceOf(definition);
            }
            const QString text = QStringLiteral("one") + QChar(0) + QStringLiteral("two %1").arg(id);
            const QByteArray number(reinterpret_cast<const char *>(&id), 8);
            chunk.values({{0x0a, number}, {0x81, utf16(text)}, {0x00, {}}}).endRecord();
        }
        chunks += chunk.chunk();
    }
    return fileOf(chunks);
}

/// One log under trial: what it gives when whole, and what is wrong with what it gives when changed.
class Trial {
public:
    explicit Trial(QByteArray bytes)
        : m_bytes(std::move(bytes))
        , m_random(1)
    {
    }

    QString cut()
    {
        const std::uint64_t at = m_random() % static_cast<std::uint64_t>(m_bytes.size());
        const auto log = open({.cutAt = at});
        if (at < FileHeaderSize)
            return !log && log.error().code == ErrorCode::Truncated ? QString()
                                                                    : QStringLiteral("cut at %1: no error").arg(at);
        if (!log)
            return QStringLiteral("cut at %1: not opened").arg(at);
        const auto part = static_cast<std::size_t>((at - FileHeaderSize) / ChunkSize);
        const std::size_t inside = (at - FileHeaderSize) % ChunkSize;
        if (inside == 0)
            return {};
        const Whole &whole = wholePart(part);
        const PartRecords now = PartRecords::of(**log, part);
        QString wrong = compare(whole, now, whole.dependencies.cutBy(inside));
        if (wrong.isEmpty() && inside >= 8 && whole.hasMagic && !tells(now, at))
            wrong = QStringLiteral("not told");
        return wrong.isEmpty() ? wrong : QStringLiteral("cut at %1: %2").arg(at).arg(wrong);
    }

    QString flip()
    {
        const std::uint64_t at = m_random() % static_cast<std::uint64_t>(m_bytes.size());
        const auto mask = static_cast<std::uint8_t>(1 + m_random() % 255);
        const auto log = open({.flipAt = at, .mask = mask});
        if (!log)
            return QStringLiteral("flip at %1: not opened").arg(at);
        const auto part = at < FileHeaderSize ? 0 : static_cast<std::size_t>((at - FileHeaderSize) / ChunkSize);
        const std::size_t inside = at < FileHeaderSize ? ChunkSize : (at - FileHeaderSize) % ChunkSize;
        const Whole &whole = wholePart(part);
        const PartRecords now = PartRecords::of(**log, part);
        QString wrong = compare(whole, now, whole.dependencies.touchedBy(inside));
        const bool isOfMagic = inside < 8;
        const bool isOfFlags = inside >= 120 && inside < 124;
        if (wrong.isEmpty() && !isOfMagic && inside < ChunkHeaderSize
            && now.report.records != whole.records.report.records)
            wrong = QStringLiteral("%1 records").arg(now.report.records);
        if (wrong.isEmpty() && whole.hasChecksums && !isOfFlags && inside < whole.dependencies.end() && !tells(now, at))
            wrong = QStringLiteral("not told");
        return wrong.isEmpty() ? wrong : QStringLiteral("flip at %1 with %2: %3").arg(at).arg(mask).arg(wrong);
    }

    /// Records that were held against what they had been.
    [[nodiscard]] std::uint64_t held() const { return m_held; }

private:
    struct Whole {
        PartRecords records;
        Dependencies dependencies;
        bool hasMagic;
        bool hasChecksums;
    };

    [[nodiscard]] Result<std::shared_ptr<const LogReader>> open(MutatedSource::Change change)
    {
        return openLog(std::make_shared<MutatedSource>(m_bytes, change), m_names);
    }

    const Whole &wholePart(std::size_t part)
    {
        if (const auto known = m_parts.find(part); known != m_parts.end())
            return known->second;
        const auto records = PartRecords::of(**open({}), part);
        const std::uint64_t base = FileHeaderSize + part * ChunkSize;
        const auto chunk = QByteArrayView(m_bytes)
                               .sliced(static_cast<qsizetype>(base))
                               .first(std::min<qsizetype>(ChunkSize, m_bytes.size() - static_cast<qsizetype>(base)));
        const bool hasMagic = chunk.startsWith("ElfChnk");
        const bool hasChecksums = hasMagic && (chunk[120] & 4) == 0 && (m_bytes[120] & 4) == 0;
        return m_parts.emplace(part, Whole{records, Dependencies(chunk, base, records), hasMagic, hasChecksums})
            .first->second;
    }

    /// What is lost or changed of the records that may not be.
    QString compare(const Whole &whole, const PartRecords &now, const std::vector<bool> &mayChange)
    {
        std::size_t number = 0;
        for (const auto &before : whole.records.records) {
            if (has(before.row.marks, RowMark::Recovered))
                break;
            if (mayChange[number++])
                continue;
            const auto *after = now.at(before.row.place);
            if (!after)
                return QStringLiteral("the record at %1 is lost").arg(before.row.place);
            ++m_held;
            if (!isUnchanged(before, *after))
                return QStringLiteral("the record at %1 is another").arg(before.row.place);
        }
        return {};
    }

    static bool tells(const PartRecords &now, std::uint64_t at)
    {
        return std::ranges::any_of(now.report.damages,
            [at](const Damage &damage) { return at >= damage.offset && at - damage.offset < damage.length; });
    }

    QByteArray m_bytes;
    std::mt19937_64 m_random;
    Names m_names;
    std::map<std::size_t, Whole> m_parts;
    std::uint64_t m_held = 0;
};

QStringList tryLog(const QByteArray &bytes, int changes, std::uint64_t &held)
{
    Trial trial(bytes);
    QStringList wrong;
    for (int i = 0; i < changes; ++i) {
        wrong += trial.cut();
        wrong += trial.flip();
    }
    wrong.removeAll(QString());
    held += trial.held();
    return wrong;
}

} // namespace

class EvtxMutationsTest : public QObject {
    Q_OBJECT
private slots:
    void survivesChangesOfASmallLog()
    {
        std::uint64_t held = 0;
        const QStringList wrong = tryLog(smallLog(), 1000, held);
        QCOMPARE_GT(held, 1000U);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.first(std::min<qsizetype>(wrong.size(), 20)).join(u'\n')));
    }

    void survivesChangesOfEveryRealLog()
    {
        const QString folder = qEnvironmentVariable("EVIDENT_CORPUS", QStringLiteral(EVIDENT_SOURCE_DIR "/../shared"));
        if (!QFileInfo(folder).isDir())
            QSKIP("THE CORPUS IS NOT THERE: set EVIDENT_CORPUS to the folder that holds logs/");
        QElapsedTimer timer;
        timer.start();
        int files = 0;
        std::uint64_t held = 0;
        QStringList wrong;
        for (QDirIterator logs(folder + QStringLiteral("/logs"), {QStringLiteral("*.evtx")}, QDir::Files,
                 QDirIterator::Subdirectories);
            logs.hasNext();) {
            QFile file(logs.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString &line : tryLog(file.readAll(), ChangesOfEach, held))
                wrong += logs.fileName() + QStringLiteral(": ") + line;
            ++files;
        }
        qInfo("%d logs, %d changes of each, %llu records held against what they were, %lld s", files, 2 * ChangesOfEach,
            static_cast<unsigned long long>(held), static_cast<long long>(timer.elapsed() / 1000));
        QCOMPARE_GT(files, 0);
        QVERIFY2(wrong.isEmpty(),
            qPrintable(QStringLiteral("%1 wrong:\n").arg(wrong.size())
                + wrong.first(std::min<qsizetype>(wrong.size(), 40)).join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(EvtxMutationsTest)
#include "tst_evtxmutations.moc"
