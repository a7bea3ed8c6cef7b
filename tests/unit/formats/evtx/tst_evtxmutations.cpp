// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs cut at random places and with random bytes flipped, the same ones each time: nothing may crash, hang, be lost or
// change that the change does not touch, and the damage is told with its place.

#include "forge/evtfile.h"
#include "formats/evtx/tokens.h"
#include "formats/openlog.h"
#include "unit/formats/evtx/chunkbytes.h"
#include "unit/formats/evtx/mutation.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <iterator>
#include <map>
#include <random>
#include <sstream>

using namespace evident;
using namespace evident::evtx;

namespace {

/// Cuts and flips of each real log: EVIDENT_MUTATIONS (the whole trial is 200), else as many as an ordinary test has time for.
int changesOfEach()
{
    const int wanted = qEnvironmentVariableIntValue("EVIDENT_MUTATIONS");
#ifdef __SANITIZE_ADDRESS__
    constexpr int Usual = 2; // ten times slower here
#else
    constexpr int Usual = 15;
#endif
    return wanted > 0 ? wanted : Usual;
}

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
        if (const QString wrong = compareOthers(**log, 0, part); !wrong.isEmpty())
            return QStringLiteral("cut at %1: %2").arg(at).arg(wrong);
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
        if (wrong.isEmpty())
            wrong = compareOthers(**log, 0, part);
        if (wrong.isEmpty())
            wrong = compareOthers(**log, part + 1, (*log)->partCount());
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

    /// What of the parts from @p first to before @p end, which nothing was done to, is not as it was.
    QString compareOthers(const LogReader &log, std::size_t first, std::size_t end)
    {
        for (std::size_t part = first; part < end; ++part) {
            const Dumped now = dumped(log, part);
            m_held += now.records;
            if (now != wholeDump(part))
                return QStringLiteral("part %1 is another").arg(part);
        }
        return {};
    }

    /// A part as its dump, which holds all that its records say.
    struct Dumped {
        std::uint64_t records = 0;
        std::size_t hash = 0;
        bool operator==(const Dumped &) const = default;
    };
    Dumped dumped(const LogReader &log, std::size_t part)
    {
        m_out.clear();
        const std::uint64_t records = log.dumpPart(part, DumpForm::JsonLines, m_out).records;
        return {.records = records, .hash = qHashBits(m_out.view().data(), m_out.size())};
    }
    const Dumped &wholeDump(std::size_t part)
    {
        auto known = m_dumps.find(part);
        if (known == m_dumps.end())
            known = m_dumps.emplace(part, dumped(**open({}), part)).first;
        return known->second;
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
    std::map<std::size_t, Dumped> m_dumps;
    OutBuffer m_out;
    std::uint64_t m_held = 0;
};

/// The same with an .evt, whose records stand alone: one may change only with its own bytes.
class EvtTrial {
public:
    explicit EvtTrial(QByteArray bytes)
        : m_bytes(std::move(bytes))
        , m_random(1)
        , m_whole(read({}))
    {
    }

    QString cut()
    {
        const std::uint64_t at = m_random() % static_cast<std::uint64_t>(m_bytes.size());
        if (at < HeaderSize)
            return {}; // no log any more
        const QString wrong = compare(read({.cutAt = at}), at, static_cast<std::uint64_t>(m_bytes.size()));
        return wrong.isEmpty() ? wrong : QStringLiteral("cut at %1: %2").arg(at).arg(wrong);
    }

    QString flip()
    {
        const std::uint64_t at = 8 + m_random() % (static_cast<std::uint64_t>(m_bytes.size()) - 8);
        const auto mask = static_cast<std::uint8_t>(1 + m_random() % 255);
        const QString wrong = compare(read({.flipAt = at, .mask = mask}), at, at + 1);
        return wrong.isEmpty() ? wrong : QStringLiteral("flip at %1 with %2: %3").arg(at).arg(mask).arg(wrong);
    }

    [[nodiscard]] std::uint64_t held() const { return m_held; }

private:
    static constexpr std::uint64_t HeaderSize = 48;

    PartRecords read(MutatedSource::Change change)
    {
        PartRecords all;
        const auto log = openLog(std::make_shared<MutatedSource>(m_bytes, change), m_names);
        if (!log)
            return all;
        all.report.damages = (*log)->headDamages();
        for (std::size_t part = 0; part < (*log)->partCount(); ++part) {
            PartRecords more = PartRecords::of(**log, part);
            std::ranges::move(more.records, std::back_inserter(all.records));
            std::ranges::move(more.report.damages, std::back_inserter(all.report.damages));
        }
        return all;
    }

    /// Whether the record at @p place has bytes between @p begin and @p end, also behind the file's header, where what does not
    /// fit before its end goes on.
    [[nodiscard]] bool isTouched(std::uint64_t place, std::uint64_t begin, std::uint64_t end) const
    {
        std::uint32_t size = 0;
        std::memcpy(&size, m_bytes.constData() + place, sizeof(size));
        const auto fileSize = static_cast<std::uint64_t>(m_bytes.size());
        const std::uint64_t past = place + size > fileSize ? place + size - fileSize : 0;
        return (begin < place + size && end > place) || (begin < HeaderSize + past && end > HeaderSize);
    }

    QString compare(const PartRecords &now, std::uint64_t begin, std::uint64_t end)
    {
        std::map<std::uint64_t, const PartRecords::Record *> found;
        for (const auto &record : now.records)
            found.emplace(record.row.place, &record);
        bool isLess = false;
        for (const auto &before : m_whole.records) {
            const auto after = found.find(before.row.place);
            const bool isSame = after != found.end() && isUnchanged(before, *after->second);
            if (has(before.row.marks, RowMark::Recovered))
                continue;
            isLess = isLess || after == found.end();
            if (isTouched(before.row.place, begin, end))
                continue;
            ++m_held;
            if (!isSame)
                return QStringLiteral("the record at %1 is %2")
                    .arg(before.row.place)
                    .arg(after == found.end() ? u"lost" : u"another");
        }
        return isLess && now.report.damages.empty() ? QStringLiteral("not told") : QString();
    }

    QByteArray m_bytes;
    std::mt19937_64 m_random;
    Names m_names;
    PartRecords m_whole;
    std::uint64_t m_held = 0;
};

template<typename Trial>
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
        const QStringList wrong = tryLog<Trial>(smallLog(), 1000, held);
        QCOMPARE_GT(held, 1000U);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.first(std::min<qsizetype>(wrong.size(), 20)).join(u'\n')));
    }

    void survivesChangesOfAForgedEvt()
    {
        for (const std::uint32_t ringSize : {0U, 16384U}) {
            std::ostringstream out;
            forge::EvtFile log(out, {.ringSize = ringSize});
            for (std::uint32_t i = 0; i < 150; ++i) {
                forge::EvtEvent event;
                event.generated = 920'000'000 + i;
                event.eventId = i;
                event.source = u"Perflib";
                event.computer = u"MAIL01";
                event.strings = {u"one", std::u16string(i % 40, u'x')};
                log.add(event);
            }
            log.finish();
            std::uint64_t held = 0;
            const QStringList wrong = tryLog<EvtTrial>(QByteArray::fromStdString(out.str()), 500, held);
            QCOMPARE_GT(held, 1000U);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.first(std::min<qsizetype>(wrong.size(), 20)).join(u'\n')));
        }
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
        const int changes = changesOfEach();
        for (QDirIterator logs(folder + QStringLiteral("/logs"), {QStringLiteral("*.evtx"), QStringLiteral("*.evt")},
                 QDir::Files, QDirIterator::Subdirectories);
            logs.hasNext();) {
            QFile file(logs.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const bool isEvtx = logs.fileName().endsWith(QStringLiteral(".evtx"), Qt::CaseInsensitive);
            const QByteArray bytes = file.readAll();
            const QStringList lines =
                isEvtx ? tryLog<Trial>(bytes, changes, held) : tryLog<EvtTrial>(bytes, changes, held);
            for (const QString &line : lines)
                wrong += logs.fileName() + QStringLiteral(": ") + line;
            ++files;
        }
        qInfo("%d logs, %d changes of each, %llu records held against what they were, %lld s", files, 2 * changes,
            static_cast<unsigned long long>(held), static_cast<long long>(timer.elapsed() / 1000));
        QCOMPARE_GT(files, 0);
        QVERIFY2(wrong.isEmpty(),
            qPrintable(QStringLiteral("%1 wrong:\n").arg(wrong.size())
                + wrong.first(std::min<qsizetype>(wrong.size(), 40)).join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(EvtxMutationsTest)
#include "tst_evtxmutations.moc"
