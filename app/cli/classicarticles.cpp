// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "classicarticles.h"

#include "console.h"
#include "errortext.h"
#include "interrupt.h"
#include "knowledge/classic/classicimport.h"
#include "knowledge/classic/classicshelf.h"
#include "knowledge/classic/descriptiontemplate.h"
#include "knowledge/classic/signature.h"
#include "knowledge/shelfsearch.h"
#include "output.h"
#include "reports/words.h"
#include "shelfloading.h"
#include "sources/location.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct ClassicArticlesWords {
    Q_DECLARE_TR_FUNCTIONS(ClassicArticles)
};

Result<ClassicArticle> readClassicArticle(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.error() == QFileDevice::PermissionsError ? ErrorCode::NoPermission : ErrorCode::ReadFailed,
            "a classic article", {.source = path});
    constexpr qint64 most = 8 * 1024 * 1024; // more than any article has; the parser refuses the rest
    auto article = parseClassicArticle(file.read(most));
    if (!article)
        article.error().place.source = path;
    return article;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QByteArray jsonOf(const ClassicArticle &article)
{
    QJsonArray signatures;
    for (const EventSignature &one : signaturesOf(article)) {
        signatures.append(
            QJsonObject{{u"source"_s, orNull(one.source)}, {u"id"_s, one.id}, {u"type"_s, orNull(one.type)},
                {u"text"_s, one.text}, {u"template"_s, templateOf(one.text, variablePartsOf(one.text))}});
    }
    return QJsonDocument(
               QJsonObject{{u"article"_s, article.number}, {u"title"_s, article.title}, {u"signatures"_s, signatures}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

QByteArray textOf(const ClassicArticle &article)
{
    QString text = article.number + u"  "_s + article.title + u'\n';
    for (const EventSignature &one : signaturesOf(article)) {
        const QString source = one.source.isEmpty() ? ClassicArticlesWords::tr("no source named") : one.source;
        text += u"  %1  %2  %3\n"_s.arg(source, QString::number(one.id), one.type);
        if (!one.text.isEmpty())
            text += u"    "_s + templateOf(one.text, variablePartsOf(one.text)) + u'\n';
    }
    return visible(text).toUtf8();
}

/// Every file behind @p operands; a folder's own are asked for below it.
struct NamedFiles {
    struct Named {
        QString path;
        bool isOfFolder = false;
    };
    std::vector<Named> files;
    bool complete = true;
};

NamedFiles filesBehind(const QStringList &operands)
{
    NamedFiles named;
    for (const QString &operand : operands) {
        const bool isFolder = QFileInfo(operand).isDir();
        const auto files = Location(operand).files();
        if (!files) {
            say(errorText(files.error()));
            named.complete = false;
            continue;
        }
        for (const QString &path : *files)
            named.files.push_back({path, isFolder});
    }
    return named;
}

} // namespace

ExitCode showSignatures(const Arguments &arguments, const QStringList &operands)
{
    if (operands.isEmpty()) {
        say(ClassicArticlesWords::tr("articles signatures needs at least one file of the classic archive."));
        return ExitCode::Usage;
    }
    auto output = Output::open(arguments.value(u"o"_s));
    if (!output) {
        say(errorText(output.error()));
        return ExitCode::Nothing;
    }
    const NamedFiles named = filesBehind(operands);
    bool complete = named.complete;
    Result<void> written;
    std::size_t shown = 0;
    for (const auto &[path, isOfFolder] : named.files) {
        if (interrupted())
            return ExitCode::Cancelled;
        const auto article = readClassicArticle(path);
        if (article) {
            ++shown;
            written = output->write(arguments.has(u"json"_s) ? jsonOf(*article) : textOf(*article));
        } else if (!isOfFolder || article.error().code != ErrorCode::BadArticle) {
            say(errorText(article.error()));
            complete = false;
        }
        if (!written)
            break;
    }
    const auto done = written.and_then([&] { return output->finish(); });
    if (!done)
        say(errorText(done.error()));
    if (!done || shown == 0)
        return ExitCode::Nothing;
    return complete ? ExitCode::Done : ExitCode::Partly;
}

ExitCode importArticles(const Arguments &arguments, const QStringList &paths)
{
    if (paths.isEmpty()) {
        say(ClassicArticlesWords::tr(
            "articles import needs the folder or archive (zip, 7z, tar) that holds the classic articles."));
        return ExitCode::Usage;
    }
    Progress progress(arguments.has(u"q"_s) ? Progress::Shown::Never : Progress::Shown::OnTerminal);
    const auto done = importClassicArchive(paths, ClassicShelf::userFile(),
        {.progress = [&](int permille) { progress.tell(paths.first(), static_cast<std::uint64_t>(permille), 1000); },
            .isCancelled = interrupted});
    if (!done) {
        say(errorText(done.error()));
        return interrupted() ? ExitCode::Cancelled : ExitCode::Nothing;
    }
    if (done->cancelled) {
        say(ClassicArticlesWords::tr("The import was cancelled; what was imported before is unchanged."));
        return ExitCode::Cancelled;
    }
    for (const Error &error : done->errors)
        say(errorText(error));
    if (!arguments.has(u"q"_s)) {
        say(ClassicArticlesWords::tr(
            "%1 articles with %2 event descriptions were imported; %3 other files were passed over.")
                .arg(done->articles)
                .arg(done->signatures)
                .arg(done->passedOver));
    }
    return done->errors.empty() ? ExitCode::Done : ExitCode::Partly;
}

namespace {

struct Hit {
    QString id;
    QString title;
    QString snippet;
    double score = 0;
};

/// Our own first: they say what an event means today.
std::vector<Hit> hitsOf(const Shelf &shelf, const ClassicShelf *classic, const QString &text)
{
    std::vector<Hit> hits;
    for (const ShelfHit &hit : searchShelf(shelf, searchWordsOf(text)))
        hits.push_back({shelf.article(hit.article).id, hit.title, hit.snippet, hit.score});
    if (classic) {
        for (ClassicHit &hit : classic->search(text))
            hits.push_back({std::move(hit.id), std::move(hit.title), std::move(hit.snippet), hit.score});
    }
    return hits;
}

QByteArray jsonOf(const std::vector<Hit> &hits)
{
    QJsonArray array;
    for (const Hit &hit : hits) {
        array.append(QJsonObject{
            {u"article"_s, hit.id}, {u"title"_s, hit.title}, {u"snippet"_s, hit.snippet}, {u"score"_s, hit.score}});
    }
    return QJsonDocument(QJsonObject{{u"matches"_s, array}}).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray textOf(const std::vector<Hit> &hits)
{
    QString text;
    for (const Hit &hit : hits)
        text += u"%1  %2\n    %3\n"_s.arg(hit.id, hit.title, hit.snippet);
    return visible(text).toUtf8();
}

} // namespace

ExitCode searchArticles(const Arguments &arguments, const QStringList &words, const QString &language)
{
    if (words.isEmpty()) {
        say(ClassicArticlesWords::tr(
            "articles search needs what to look for: words, an event ID, a source, a file name."));
        return ExitCode::Usage;
    }
    const auto shelf = loadShelf(arguments.values(u"articles"_s), language);
    if (!shelf) {
        say(errorText(shelf.error()));
        return ExitCode::Nothing;
    }
    const auto classic = ClassicShelf::open(ClassicShelf::userFile());
    const bool isBroken = !classic && classic.error().code != ErrorCode::NotFound;
    if (isBroken)
        say(errorText(classic.error()));
    const auto hits = hitsOf(shelf->shelf, classic ? &*classic : nullptr, words.join(u' ') + u' ');
    const auto done = Output::open(arguments.value(u"o"_s)).and_then([&](Output output) {
        return output.write(arguments.has(u"json"_s) ? jsonOf(hits) : textOf(hits)).and_then([&] {
            return output.finish();
        });
    });
    if (!done) {
        say(errorText(done.error()));
        return ExitCode::Nothing;
    }
    return shelf->complete && !isBroken ? ExitCode::Done : ExitCode::Partly;
}

} // namespace evident
