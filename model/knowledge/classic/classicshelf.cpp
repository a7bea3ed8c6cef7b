// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/classicshelf.h"

#include "knowledge/classic/classicfile.h"
#include "knowledge/classic/descriptionfit.h"
#include "knowledge/classic/searchwords.h"
#include "knowledge/classic/signature.h"
#include "knowledge/providers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <map>
#include <tuple>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr auto IdPrefix = "kb/"_L1;
constexpr quint32 LargestArticle = 1024 * 1024; ///< unpacked
constexpr double BestClassicScore = 0.5; ///< what an article of our own has at least
constexpr double OtherSourcePart = 0.35; ///< of the fit, where the article names another source
constexpr double LeastPartOfBest = 0.3; ///< what fits so much less only shares the number
constexpr double LeastFitOfOtherSource = 0.9;
constexpr double NoSourcePart = 0.9; ///< where it names none
constexpr double SourceAndIdBoost = 12; ///< for a search that names both; a word in the text is worth 1 to 8
constexpr double IdBoost = 5;

struct ClassicShelfWords {
    Q_DECLARE_TR_FUNCTIONS(ClassicShelf)
};

QString foldedProvider(const QString &name)
{
    return foldedSource(canonicalProvider(name));
}

struct FoundSignature {
    QString source;
    QString text;
};

/// Which of the article's sentences speak for it.
QStringList whyOf(const FoundSignature &signature, const Event &event, double fit)
{
    QStringList why;
    if (!signature.source.isEmpty())
        why.append(ClassicShelfWords::tr("It names source %1 and event %2").arg(signature.source).arg(event.id));
    else
        why.append(ClassicShelfWords::tr("It names event %1 without its source").arg(event.id));
    const bool compared =
        !signature.text.isEmpty() && (!event.renderedMessage.isEmpty() || !event.content.values.empty());
    if (compared)
        why.append(ClassicShelfWords::tr("The description it prints fits to %1 %").arg(qRound(fit * 100)));
    return why;
}

} // namespace

QString classicId(std::int64_t number)
{
    return IdPrefix + u'Q' + QString::number(number);
}

std::int64_t classicNumber(QStringView id)
{
    if (!id.startsWith(IdPrefix + u'Q', Qt::CaseInsensitive))
        return 0;
    bool isNumber = false;
    const qint64 number = id.sliced(IdPrefix.size() + 1).toLongLong(&isNumber);
    return isNumber && number > 0 ? number : 0;
}

/// One connection, which only its thread may use.
class ClassicShelf::Connection {
public:
    Connection()
        : m_name(u"classic-shelf-"_s + QUuid::createUuid().toString(QUuid::Id128))
    {
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }

    Result<void> open(const QString &path);
    [[nodiscard]] QSqlQuery query(const QString &statement) const
    {
        QSqlQuery made(QSqlDatabase::database(m_name, false));
        made.setForwardOnly(true);
        made.prepare(statement);
        return made;
    }
    [[nodiscard]] qint64 number(const QString &statement) const
    {
        auto asked = query(statement);
        return asked.exec() && asked.next() ? asked.value(0).toLongLong() : -1;
    }
    [[nodiscard]] QString titleOf(std::int64_t number) const
    {
        auto asked = query(u"SELECT title FROM article WHERE number = ?"_s);
        asked.bindValue(0, static_cast<qlonglong>(number));
        return asked.exec() && asked.next() ? asked.value(0).toString() : QString();
    }
    [[nodiscard]] std::map<std::int64_t, double> boosts(const SearchWords &search) const;

private:
    QString m_name;
};

Result<void> ClassicShelf::Connection::open(const QString &path)
{
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::NotFound, "the shelf of classic articles", {.source = path});
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    if (!database.open() || number(u"PRAGMA application_id"_s) != classicfile::ApplicationId)
        return failure(ErrorCode::ReadFailed, "the shelf of classic articles", {.source = path});
    if (number(u"PRAGMA user_version"_s) != classicfile::Version)
        return failure(ErrorCode::UnsupportedVersion, "the shelf of classic articles", {.source = path});
    return {};
}

/// The articles whose signatures hold the ids looked for, the more so with their source.
std::map<std::int64_t, double> ClassicShelf::Connection::boosts(const SearchWords &search) const
{
    std::map<std::int64_t, double> boosts;
    for (const auto id : search.ids) {
        auto asked = query(u"SELECT DISTINCT article, folded FROM signature WHERE id = ?"_s);
        asked.bindValue(0, id);
        asked.exec();
        while (asked.next()) {
            const QString source = asked.value(1).toString();
            auto &boost = boosts[asked.value(0).toLongLong()];
            const bool named = !source.isEmpty() && search.folded.contains(source);
            boost = std::max(boost, named ? SourceAndIdBoost : IdBoost);
        }
    }
    return boosts;
}

ClassicShelf::ClassicShelf(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

ClassicShelf::ClassicShelf(ClassicShelf &&other) noexcept = default;
ClassicShelf &ClassicShelf::operator=(ClassicShelf &&other) noexcept = default;
ClassicShelf::~ClassicShelf() = default;

QString ClassicShelf::userFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/evident/classic-archive.sqlite"_L1;
}

Result<ClassicShelf> ClassicShelf::open(const QString &path)
{
    auto connection = std::make_unique<Connection>();
    if (auto opened = connection->open(path); !opened)
        return std::unexpected(opened.error());
    return ClassicShelf(std::move(connection));
}

std::size_t ClassicShelf::size() const
{
    return static_cast<std::size_t>(std::max<qint64>(m_connection->number(u"SELECT count(*) FROM article"_s), 0));
}

std::vector<ClassicCandidate> ClassicShelf::candidates(const Event &event, std::size_t most) const
{
    const EventWords words(event);
    const QString provider = foldedProvider(event.provider);
    const QString second = foldedProvider(event.sourceName);
    std::map<std::int64_t, ClassicCandidate> best;
    auto asked = m_connection->query(u"SELECT article, source, text FROM signature WHERE id = ?"_s);
    asked.bindValue(0, event.id);
    asked.exec();
    while (asked.next()) {
        const FoundSignature signature{asked.value(1).toString(), asked.value(2).toString()};
        const QString source = foldedProvider(signature.source);
        const auto fit = words.fitOf(signature.text);
        const bool isSame = !source.isEmpty() && (source == provider || source == second);
        if (!fit || (!isSame && !source.isEmpty() && *fit < LeastFitOfOtherSource))
            continue;
        const double part = isSame ? 1 : source.isEmpty() ? NoSourcePart : OtherSourcePart;
        const double score = BestClassicScore * *fit * part;
        auto &candidate = best[asked.value(0).toLongLong()];
        if (score > candidate.score)
            candidate = {.id = {}, .title = {}, .score = score, .why = whyOf(signature, event, *fit)};
    }
    return ranked(std::move(best), most);
}

/// Of articles that fit alike, the one that tells of fewer events is the more particular; then the newer one.
std::vector<ClassicCandidate> ClassicShelf::ranked(
    std::map<std::int64_t, ClassicCandidate> best, std::size_t most) const
{
    struct Ranked {
        std::int64_t number;
        qint64 events;
        ClassicCandidate candidate;
    };
    std::vector<Ranked> all;
    all.reserve(best.size());
    auto asked = m_connection->query(u"SELECT count(DISTINCT id || folded) FROM signature WHERE article = ?"_s);
    for (auto &[number, candidate] : best) {
        asked.bindValue(0, static_cast<qlonglong>(number));
        const qint64 events = asked.exec() && asked.next() ? asked.value(0).toLongLong() : 0;
        all.push_back({number, events, std::move(candidate)});
    }
    std::ranges::sort(all, std::ranges::greater(),
        [](const Ranked &one) { return std::tuple(one.candidate.score, -one.events, one.number); });
    all.resize(std::min(all.size(), most));
    std::erase_if(
        all, [leastPart = all.empty() ? 0 : all.front().candidate.score * LeastPartOfBest](const Ranked &one) {
            return one.candidate.score < leastPart;
        });
    std::vector<ClassicCandidate> ordered;
    ordered.reserve(all.size());
    for (auto &[number, events, candidate] : all) {
        candidate.id = classicId(number);
        candidate.title = m_connection->titleOf(number);
        ordered.push_back(std::move(candidate));
    }
    return ordered;
}

std::vector<ClassicHit> ClassicShelf::search(const QString &text, std::size_t most) const
{
    const SearchWords search = searchWordsOf(text);
    if (search.words.isEmpty())
        return {};
    auto scores = m_connection->boosts(search);
    auto asked = m_connection->query(
        u"SELECT rowid, rank FROM words WHERE words MATCH ? AND rank MATCH 'bm25(10.0, 8.0, 4.0, 1.0)' "
        "ORDER BY rank LIMIT ?"_s);
    asked.bindValue(0, ftsQueryOf(search));
    asked.bindValue(1, static_cast<qlonglong>(most * 2));
    asked.exec();
    while (asked.next())
        scores[asked.value(0).toLongLong()] -= asked.value(1).toDouble();
    std::vector<ClassicHit> hits;
    hits.reserve(scores.size());
    for (const auto &[number, score] : scores)
        hits.push_back({.id = classicId(number), .title = {}, .snippet = {}, .score = score});
    std::ranges::stable_sort(hits, std::ranges::greater(), &ClassicHit::score);
    hits.resize(std::min(hits.size(), most));
    for (auto &hit : hits) {
        if (const auto found = article(hit.id)) {
            hit.title = found->title;
            QString body;
            for (const auto &section : found->sections)
                body += section.text + u'\n';
            hit.snippet = snippetOf(body, search);
        }
    }
    return hits;
}

std::optional<ClassicArticle> ClassicShelf::article(const QString &id) const
{
    auto asked = m_connection->query(
        u"SELECT body, text FROM article LEFT JOIN disclaimer ON disclaimer.id = article.disclaimer WHERE number = ?"_s);
    asked.bindValue(0, static_cast<qlonglong>(classicNumber(id)));
    if (!asked.exec() || !asked.next())
        return {};
    const QByteArray packed = asked.value(0).toByteArray();
    if (packed.size() < 4 || qFromBigEndian<quint32>(packed.constData()) > LargestArticle)
        return {};
    auto article = parseClassicArticle(qUncompress(packed));
    if (!article)
        return {};
    if (article->disclaimer.isEmpty())
        article->disclaimer = asked.value(1).toString().trimmed();
    return std::move(*article);
}

} // namespace evident
