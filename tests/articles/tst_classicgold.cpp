// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The events found in classic articles against those that a person found in the same ones: how many of the pairs of
// source and id that are found are right, how many of the right ones are found, and how many descriptions.

#include "knowledge/classic/descriptiontemplate.h"
#include "knowledge/classic/signature.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr double LeastPairs = 0.95;
constexpr double LeastDescriptions = 0.9;
constexpr qsizetype ComparedText = 60;

QString corpus()
{
    const QString named = qEnvironmentVariable("EVIDENT_CORPUS");
    const QString folder = named.isEmpty() ? QStringLiteral(EVIDENT_SOURCE_DIR "/../shared") : named;
    return QDir(folder).exists() ? folder : QString();
}

struct Score {
    int found = 0; ///< pairs that the rules gave and that count
    int right = 0; ///< of those
    int wanted = 0; ///< pairs
    int got = 0; ///< of those
    int descriptions = 0;
    int texts = 0; ///< of the descriptions
    int templates = 0;

    [[nodiscard]] static double share(int part, int whole) { return whole == 0 ? 1.0 : double(part) / whole; }
    [[nodiscard]] double precision() const { return share(right, found); }
    [[nodiscard]] double recall() const { return share(got, wanted); }
    void operator+=(const Score &other)
    {
        found += other.found;
        right += other.right;
        wanted += other.wanted;
        got += other.got;
        descriptions += other.descriptions;
        texts += other.texts;
        templates += other.templates;
    }
};

/// Whether the signature is the gold's event; its source may also be the one that the person knew it to be.
bool isSame(const EventSignature &signature, const QJsonObject &event)
{
    if (signature.id != event[u"event_id"_s].toInt())
        return false;
    const QString source = foldedSource(signature.source);
    return source == foldedSource(event[u"source"_s].toString())
        || (!source.isEmpty()
            && (source == foldedSource(event[u"source_hint"_s].toString())
                || source == foldedSource(event[u"source_canonical"_s].toString())));
}

bool agree(const QString &a, const QString &b)
{
    return a.left(ComparedText) == b.left(ComparedText) || (!a.isEmpty() && b.contains(a)) || a.contains(b);
}

/// The words of a template that are the same in every event.
QString fixedPart(const QString &text)
{
    static const QRegularExpression numbered(u"\\{\\d+\\}"_s);
    return QString(text).replace(numbered, u"{}"_s);
}

void scoreDescriptions(Score &score, const QJsonObject &event, const std::vector<EventSignature> &signatures)
{
    for (const auto &value : event[u"descriptions"_s].toArray()) {
        const auto gold = value.toObject();
        ++score.descriptions;
        const auto found = std::ranges::find_if(signatures, [&](const EventSignature &one) {
            return isSame(one, event) && !one.text.isEmpty() && agree(one.text, gold[u"text"_s].toString());
        });
        if (found == signatures.end()) {
            qInfo("  no description %d: %s", event[u"event_id"_s].toInt(), qPrintable(gold[u"text"_s].toString()));
            continue;
        }
        ++score.texts;
        const QString made = fixedPart(templateOf(found->text, variablePartsOf(found->text)));
        const QString wanted = fixedPart(gold[u"template"_s].toString());
        if (agree(made, wanted))
            ++score.templates;
        else
            qInfo("  template\n    %s\n    %s", qPrintable(made), qPrintable(wanted));
    }
}

Score scoreOf(const QJsonObject &gold, const std::vector<EventSignature> &signatures)
{
    Score score;
    const auto events = gold[u"events"_s].toArray();
    const auto mentioned = gold[u"mentioned"_s].toArray();
    const auto isEvent = [](const EventSignature &one) {
        return [&one](const QJsonValue &event) { return isSame(one, event.toObject()); };
    };
    QStringList counted;
    for (const auto &one : signatures) {
        const QString pair = foldedSource(one.source) + u' ' + QString::number(one.id);
        if (counted.contains(pair) || std::ranges::any_of(mentioned, isEvent(one)))
            continue;
        counted.append(pair);
        ++score.found;
        if (std::ranges::any_of(events, isEvent(one)))
            ++score.right;
        else
            qInfo("  wrong: %s", qPrintable(pair));
    }
    for (const auto &event : events) {
        ++score.wanted;
        const bool got =
            std::ranges::any_of(signatures, [&](const EventSignature &one) { return isSame(one, event.toObject()); });
        score.got += got ? 1 : 0;
        if (!got)
            qInfo("  missed: %s %d", qPrintable(event.toObject()[u"source"_s].toString()),
                event.toObject()[u"event_id"_s].toInt());
        scoreDescriptions(score, event.toObject(), signatures);
    }
    return score;
}

void tell(const Score &score)
{
    qInfo("pairs %d found, %d right (%.3f), %d of %d wanted (%.3f); texts %d, templates %d of %d", score.found,
        score.right, score.precision(), score.got, score.wanted, score.recall(), score.texts, score.templates,
        score.descriptions);
}

void hold(const Score &score)
{
    QVERIFY(score.precision() >= LeastPairs);
    QVERIFY(score.recall() >= LeastPairs);
    QVERIFY(Score::share(score.texts, score.descriptions) >= LeastDescriptions);
    QVERIFY(Score::share(score.templates, score.descriptions) >= LeastDescriptions);
}

} // namespace

class ClassicGold : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAPersonFound();
};

void ClassicGold::findsWhatAPersonFound()
{
    const QString folder = corpus();
    if (folder.isEmpty())
        QSKIP("THE CORPUS IS NOT THERE: set EVIDENT_CORPUS to the folder that holds kb/ and kb_gold.jsonl");
    QFile gold(folder + u"/kb_gold.jsonl"_s);
    QVERIFY(gold.open(QIODevice::ReadOnly));
    Score all;
    std::size_t count = 0;
    while (!gold.atEnd()) {
        const auto object = QJsonDocument::fromJson(gold.readLine()).object();
        QFile file(folder + u"/kb/"_s + object[u"article"_s].toString() + u".TXT"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto article = parseClassicArticle(file.readAll());
        QVERIFY(article);
        QCOMPARE(article->number, object[u"article"_s].toString());
        qInfo("%s", qPrintable(article->number));
        ++count;
        all += scoreOf(object, signaturesOf(*article));
    }
    QVERIFY(count >= 30);
    tell(all);
    hold(all);
}

QTEST_GUILESS_MAIN(ClassicGold)
#include "tst_classicgold.moc"
