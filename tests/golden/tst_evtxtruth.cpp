// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every .evtx of the corpus against the truth: how many records there are, and what each of them says.

#include "formats/openlog.h"
#include "golden/corpus.h"
#include "sources/filesource.h"

#include <QJsonArray>
#include <QTest>

using namespace evident;
using namespace evident::golden;

namespace {

struct Collected {
    std::vector<EventRow> rows;
    std::vector<EventValues> values;
    std::uint64_t records = 0;
    std::size_t torn = 0;
    Damages damages;
};

class Collector final : public RowSink {
public:
    explicit Collector(Collected &into)
        : m_into(into)
    {
    }
    void row(const EventRow &row, const EventContent &content) override
    {
        if (has(row.marks, RowMark::Recovered))
            return;
        m_into.rows.push_back(row);
        m_into.values.push_back(content.values());
    }

private:
    Collected &m_into;
};

Collected collect(const LogReader &log)
{
    Collected all;
    Collector collector(all);
    for (std::size_t part = 0; part < log.partCount(); ++part) {
        const PartReport report = log.readPart(part, collector);
        all.records += report.records;
        for (const Damage &damage : report.damages)
            all.torn += qstrcmp(damage.what, "record") == 0 ? 1 : 0;
        all.damages.insert(all.damages.end(), report.damages.begin(), report.damages.end());
    }
    return all;
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// The truth was written through UTF-8, in which each unpaired surrogate became three replacement characters.
QString asTruthWrites(const QString &text)
{
    QString written;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        const bool isPair = unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        written += unit.isSurrogate() && !isPair ? QString(3, QChar::ReplacementCharacter) : QString(unit);
        if (isPair)
            written += text[++i];
    }
    return written;
}

/// One line for each thing that the event says otherwise than the truth.
QStringList differences(const Event &event, const QJsonObject &truth)
{
    QStringList wrong;
    const auto same = [&](const char *key, const QString &ours) {
        const QString theirs = textOf(truth.value(QLatin1StringView(key)));
        if (ours != theirs)
            wrong += QStringLiteral("%1: %2, not %3").arg(QLatin1StringView(key), ours, theirs);
    };
    const auto number = [](auto optional) { return optional ? QString::number(*optional) : QString(); };
    const auto orZero = [&](const char *key, std::uint64_t ours) {
        same(key,
            truth.value(QLatin1StringView(key)).isNull() || truth.value(QLatin1StringView(key)).isUndefined()
                ? QString()
                : QString::number(ours));
    };
    // Some providers write the time as text with nine digits; a FILETIME holds seven.
    const QString time = textOf(truth.value(u"t"));
    if (event.time.toIso() != (time.size() > 28 ? time.first(27) + u'Z' : time))
        wrong += QStringLiteral("t: %1, not %2").arg(event.time.toIso(), time);
    same("id", number(event.recordId));
    same("p", event.provider);
    same("g", event.providerGuid);
    same("es", event.sourceName);
    same("e", QString::number(event.id));
    same("q", number(event.qualifiers));
    same("l", number(event.levelNumber));
    orZero("v", event.version);
    orZero("task", event.task);
    orZero("op", event.opcode);
    same("kw", QStringLiteral("0x") + QString::number(event.keywords, 16));
    same("ch", event.channel);
    same("c", event.computer);
    same("u", event.user);
    return wrong;
}

QStringList contentDifferences(const EventValues &content, const QJsonObject &truth)
{
    QStringList wrong;
    std::size_t at = 0;
    QByteArray data;
    for (const QJsonValue entry : truth.value(u"d").toArray()) {
        const QString name = entry[0].toString();
        const QString text = entry[1].toString();
        if (name == u"Binary" || name == u"binaryData") {
            data += QByteArray::fromHex(text.toLatin1());
            continue;
        }
        if (name == u"binaryDataSize")
            continue;
        if (at >= content.values.size()) {
            wrong += QStringLiteral("value %1 (%2) is missing").arg(at + 1).arg(name);
        } else if (content.values[at].name != name || asTruthWrites(content.values[at].text) != text) {
            wrong += QStringLiteral("value %1 is %2=%3, not %4=%5")
                         .arg(at + 1)
                         .arg(content.values[at].name, content.values[at].text, name, text);
        }
        ++at;
    }
    if (at < content.values.size())
        wrong += QStringLiteral("%1 values more").arg(content.values.size() - at);
    if (data != content.data)
        wrong += QStringLiteral("data is %1, not %2")
                     .arg(QLatin1StringView(content.data.toHex()), QLatin1StringView(data.toHex()));
    return wrong;
}

/// The row must say what the whole event says.
QStringList rowDifferences(const EventRow &row, const Event &event, const Names &names)
{
    QStringList wrong;
    const auto same = [&](const char *what, bool isSame) {
        if (!isSame)
            wrong += QStringLiteral("the row's %1 is another").arg(QLatin1StringView(what));
    };
    same("time", row.time == event.time);
    same("record id", row.recordId == event.recordId.value_or(0));
    same("id", row.id == event.id);
    same("task", row.task == event.task);
    same("opcode", row.opcode == event.opcode);
    same("keywords", row.keywords == event.keywords);
    same("level", row.level == event.level);
    same("process", row.processId == event.processId);
    same("thread", row.threadId == event.threadId);
    same("provider", names.text(row.provider) == event.provider);
    same("source name", names.text(row.sourceName) == event.sourceName);
    same("channel", names.text(row.channel) == event.channel);
    same("computer", names.text(row.computer) == event.computer);
    same("user", names.text(row.user) == event.user);
    same("activity", row.activity.text(names) == event.activityId);
    return wrong;
}

} // namespace

class EvtxTruthTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { EVIDENT_NEED_CORPUS(); }

    void everyRecordIsThere()
    {
        const auto manifest = readManifest();
        QVERIFY(!manifest.empty());
        int files = 0;
        std::uint64_t records = 0;
        QStringList wrong;
        for (const QJsonObject &line : manifest) {
            if (line.value(u"kind").toString() != u"evtx")
                continue;
            Names names;
            const auto log = openLog(
                *FileSource::open(corpusFolder() + QStringLiteral("/logs/") + line.value(u"file").toString()), names);
            QVERIFY2(log, qPrintable(line.value(u"file").toString()));
            const Collected all = collect(**log);
            const auto expected = line.value(u"expected").toObject();
            if (all.records != static_cast<std::uint64_t>(expected.value(u"records").toInteger())
                || all.records != all.rows.size())
                wrong += QStringLiteral("%1: %2 records").arg(line.value(u"file").toString()).arg(all.records);
            if (all.torn < static_cast<std::size_t>(expected.value(u"torn").toInteger()))
                wrong += QStringLiteral("%1: %2 torn").arg(line.value(u"file").toString()).arg(all.torn);
            ++files;
            records += all.records;
        }
        qInfo("%d logs, %llu records", files, static_cast<unsigned long long>(records));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QCOMPARE_GT(files, 0);
    }

    void everyRecordSaysWhatItShould()
    {
        TruthRecords truth;
        QVERIFY(truth.isOpen());
        QString file;
        std::shared_ptr<const LogReader> log;
        Collected all;
        std::size_t at = 0;
        int compared = 0;
        QStringList wrong;
        Names names;
        while (const auto line = truth.next()) {
            const QString name = line->value(u"file").toString();
            if (!name.endsWith(u".evtx", Qt::CaseInsensitive) || line->contains(u"err"))
                continue;
            if (name != file) {
                file = name;
                log = *openLog(*FileSource::open(corpusFolder() + QStringLiteral("/logs/") + name), names);
                all = collect(*log);
                at = 0;
            }
            QVERIFY2(at < all.rows.size(), qPrintable(name));
            const EventRow &row = all.rows[at];
            const auto event = log->event(row.place);
            QVERIFY(event);
            QStringList here = differences(*event, *line) + contentDifferences(event->content, *line)
                + rowDifferences(row, *event, names);
            if (all.values[at].values != event->content.values)
                here += QStringLiteral("the row's content is another");
            if (!here.isEmpty())
                wrong += QStringLiteral("%1 rid %2: %3")
                             .arg(name)
                             .arg(line->value(u"rid").toInteger())
                             .arg(here.first(std::min<qsizetype>(here.size(), 4)).join(u"; "));
            ++at;
            ++compared;
        }
        qInfo("%d records compared, %d differ", compared, static_cast<int>(wrong.size()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.first(std::min<qsizetype>(wrong.size(), 25)).join(u'\n')));
        QCOMPARE_GT(compared, 0);
    }
};

QTEST_GUILESS_MAIN(EvtxTruthTest)
#include "tst_evtxtruth.moc"
