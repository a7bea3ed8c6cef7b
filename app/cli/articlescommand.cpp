// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "classicarticles.h"
#include "commands.h"
#include "console.h"
#include "errortext.h"
#include "knowledge/articlelint.h"
#include "output.h"
#include "shelfloading.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct ArticlesCommandWords {
    Q_DECLARE_TR_FUNCTIONS(ArticlesCommand)
};

ExitCode written(const Arguments &arguments, const QByteArray &bytes, ExitCode code)
{
    const auto done = Output::open(arguments.value(u"o"_s)).and_then([&](Output output) {
        return output.write(bytes).and_then([&] { return output.finish(); });
    });
    if (done)
        return code;
    say(errorText(done.error()));
    return ExitCode::Nothing;
}

ExitCode lint(const Arguments &arguments, const QStringList &folders)
{
    if (folders.isEmpty()) {
        say(ArticlesCommandWords::tr("articles lint needs the folder of the articles."));
        return ExitCode::Usage;
    }
    for (const QString &folder : folders) {
        if (QFileInfo(folder).isDir())
            continue;
        say(errorText({.code = ErrorCode::NotFound,
            .what = "folder of articles",
            .place = {.source = folder},
            .native = 0,
            .detail = {}}));
        return ExitCode::Nothing;
    }
    const LintedArticles linted = lintArticles(folders, arguments.value(u"translations"_s));
    QByteArray lines;
    for (const ArticleFault &fault : linted.faults)
        lines += faultLine(fault).toUtf8() + '\n';
    if (!arguments.has(u"q"_s))
        say(ArticlesCommandWords::tr("%1 articles looked at, %2 faults.").arg(linted.count).arg(linted.faults.size()));
    return written(arguments, lines, linted.faults.empty() ? ExitCode::Done : ExitCode::Partly);
}

ExitCode list(const Arguments &arguments, const QString &language)
{
    const auto shelf = loadShelf(arguments.values(u"articles"_s), language);
    if (!shelf) {
        say(errorText(shelf.error()));
        return ExitCode::Nothing;
    }
    QStringList lines;
    for (std::size_t i = 0; i < shelf->shelf.size(); ++i) {
        const Article &article = shelf->shelf.article(static_cast<ArticleNumber>(i));
        lines.append(article.id + u'\t' + verdictWord(article.verdict) + u'\t' + article.title + u'\n');
    }
    lines.sort();
    return written(arguments, lines.join(QString()).toUtf8(), shelf->complete ? ExitCode::Done : ExitCode::Partly);
}

ExitCode run(const Arguments &arguments, const QString &language)
{
    const QStringList &operands = arguments.operands();
    const QString word = operands.value(0);
    if (word == "lint"_L1)
        return lint(arguments, operands.sliced(1));
    if (word == "list"_L1 && operands.size() == 1)
        return list(arguments, language);
    if (word == "signatures"_L1)
        return showSignatures(arguments, operands.sliced(1));
    if (word == "import"_L1)
        return importArticles(arguments, operands.sliced(1));
    if (word == "search"_L1)
        return searchArticles(arguments, operands.sliced(1), language);
    say(ArticlesCommandWords::tr(
        "Say what to do with the articles: articles lint DIR…, list, search TEXT…, import PATH… or signatures FILE…"));
    return ExitCode::Usage;
}

} // namespace

Command articlesCommand()
{
    return {
        .grammar =
            {
                .command = u"articles"_s,
                .operands = u"lint DIR… | list | search TEXT… | import PATH… | signatures FILE…"_s,
                .summary = ArticlesCommandWords::tr(
                    "lint: checks articles and says what breaks their format's rules (exit 1 if anything "
                    "does). list: the id, verdict and title of every article. search: articles that hold the words. "
                    "import: puts the classic Microsoft archive (a folder, zip, 7z or tar) on a second shelf, in the "
                    "place of what was imported before. signatures: the events that its files speak of."),
                .options =
                    {
                        {u"articles"_s, u"DIR"_s,
                            ArticlesCommandWords::tr(
                                "list, search: a folder with articles of your own; may be given more than once.")},
                        {u"translations"_s, u"DIR"_s,
                            ArticlesCommandWords::tr(
                                "lint: the folder of the translations, one folder below it for each language.")},
                        {u"json"_s, {},
                            ArticlesCommandWords::tr("search: one JSON object. signatures: one for each file.")},
                    },
            },
        .run = run,
    };
}

} // namespace evident
