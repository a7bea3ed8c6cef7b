// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "console.h"
#include "errortext.h"
#include "knowledge/classic/classicshelf.h"
#include "knowledge/explanation.h"
#include "output.h"
#include "reports/markdown.h"
#include "reports/words.h"
#include "shelfloading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct ExplainCommandWords {
    Q_DECLARE_TR_FUNCTIONS(ExplainCommand)
};

/// "1008" or "0x3f0"; the low 16 bits of a classic 32-bit id, as Event Viewer shows it.
std::optional<std::uint16_t> idFrom(const QString &text)
{
    bool isNumber = false;
    const std::uint32_t id = text.toUInt(&isNumber, 0);
    return isNumber ? std::optional(static_cast<std::uint16_t>(id)) : std::nullopt;
}

std::expected<QByteArray, QString> bytesFrom(const QString &hex)
{
    QString digits = hex;
    digits.remove(u' ');
    const auto isHex = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
    if (digits.size() % 2 != 0 || !std::ranges::all_of(digits, isHex))
        return std::unexpected(
            ExplainCommandWords::tr("--data takes bytes in hexadecimal, two digits each, such as 02000000."));
    return QByteArray::fromHex(digits.toLatin1());
}

std::expected<Event, QString> eventFrom(const Arguments &arguments)
{
    Event event;
    event.provider = arguments.value(u"provider"_s);
    if (event.provider.isEmpty() || !arguments.has(u"id"_s))
        return std::unexpected(
            ExplainCommandWords::tr("--provider and --id are needed: they are the event's Source and Event ID."));
    const auto id = idFrom(arguments.value(u"id"_s));
    if (!id)
        return std::unexpected(ExplainCommandWords::tr("--id takes a number, such as 1008."));
    event.id = *id;
    const auto level = levelFromWord(arguments.value(u"level"_s, u"error"_s));
    if (!level)
        return std::unexpected(
            ExplainCommandWords::tr("--level takes critical, error, warning, information, verbose, logAlways, "
                                    "auditSuccess, auditFailure or other."));
    event.level = *level;
    event.computer = arguments.value(u"computer"_s);
    event.renderedMessage = arguments.value(u"text"_s);
    for (const QString &text : arguments.values(u"string"_s))
        event.content.values.push_back({.name = {}, .text = text});
    for (const QString &value : arguments.values(u"value"_s)) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals < 1)
            return std::unexpected(ExplainCommandWords::tr("--value takes NAME=TEXT."));
        event.content.values.push_back({.name = value.first(equals), .text = value.sliced(equals + 1)});
    }
    const auto data = bytesFrom(arguments.value(u"data"_s));
    if (!data)
        return std::unexpected(data.error());
    event.content.data = *data;
    return event;
}

/// What speaks of the event.
struct Answers {
    std::vector<Explanation> explanations; ///< of our own articles, best first
    std::vector<ClassicCandidate> classic; ///< of imported ones, behind those
};

QByteArray asJson(const Answers &answers)
{
    QJsonArray matches;
    for (const Explanation &one : answers.explanations) {
        matches.append(QJsonObject{{u"article"_s, one.articleId}, {u"title"_s, one.title},
            {u"verdict"_s, verdictWord(one.verdict)}, {u"score"_s, one.score},
            {u"why"_s, QJsonArray::fromStringList(one.why)}});
    }
    for (const ClassicCandidate &one : answers.classic) {
        matches.append(QJsonObject{{u"article"_s, one.id}, {u"title"_s, one.title}, {u"verdict"_s, QJsonValue::Null},
            {u"score"_s, one.score}, {u"why"_s, QJsonArray::fromStringList(one.why)}});
    }
    return QJsonDocument(QJsonObject{{u"matches"_s, matches}}).toJson(QJsonDocument::Compact) + '\n';
}

QString blockText(const TextBlock &block)
{
    const QString margin(2 + 2 * block.depth, u' ');
    const QString text = plainText(block.runs);
    switch (block.kind) {
    case TextBlock::Kind::Bullet: return margin.chopped(2) + u"• "_s + text;
    case TextBlock::Kind::Numbered: return margin.chopped(2) + u"%1. "_s.arg(block.number) + text;
    case TextBlock::Kind::Code: return margin + u"  "_s + QString(text).replace(u'\n', u'\n' + margin + u"  "_s);
    default: return margin + text;
    }
}

bool isRow(const TextBlock &block)
{
    return block.kind == TextBlock::Kind::TableHead || block.kind == TextBlock::Kind::TableRow;
}

bool isParagraph(const TextBlock &block)
{
    return block.kind == TextBlock::Kind::Paragraph && block.depth == 0;
}

/// The rows from @p at on that belong to one table, its columns under each other; @p at goes behind them.
QString tableText(const std::vector<TextBlock> &blocks, std::size_t &at)
{
    const std::size_t first = at;
    std::vector<qsizetype> widths;
    for (; at < blocks.size() && isRow(blocks[at]); ++at) {
        const auto &cells = blocks[at].cells;
        widths.resize(std::max(widths.size(), cells.size()), 0);
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], plainText(cells[i]).size());
    }
    QString text;
    for (std::size_t row = first; row < at; ++row) {
        const auto &cells = blocks[row].cells;
        text += QString(2 + 2 * blocks[row].depth, u' ');
        for (std::size_t i = 0; i < cells.size(); ++i)
            text += i + 1 < cells.size() ? plainText(cells[i]).leftJustified(widths[i] + 2) : plainText(cells[i]);
        text += u'\n';
    }
    return text;
}

QString markdownText(const QString &markdown)
{
    QString text;
    const auto blocks = readMarkdown(markdown);
    for (std::size_t at = 0; at < blocks.size();) {
        if (isRow(blocks[at])) {
            text += tableText(blocks, at);
            continue;
        }
        if (at > 0 && isParagraph(blocks[at]) && isParagraph(blocks[at - 1]))
            text += u'\n';
        text += blockText(blocks[at++]) + u'\n';
    }
    return text;
}

QString textOf(const Explanation &explanation)
{
    const std::array<QString, SectionCount> headings{ExplainCommandWords::tr("What it means"),
        ExplainCommandWords::tr("Cause"), ExplainCommandWords::tr("What to do"),
        ExplainCommandWords::tr("When this does not apply")};
    QString text = verdictShape(explanation.verdict) + (u' ' + verdictText(explanation.verdict).toUpper()) + u"  "_s
        + explanation.title + u'\n';
    text += u"  "_s + explanation.summary + u"\n\n"_s;
    for (std::size_t i = 0; i < SectionCount; ++i) {
        if (!explanation.sections[i].isEmpty())
            text += headings[i] + u'\n' + markdownText(explanation.sections[i]) + u'\n';
    }
    text += ExplainCommandWords::tr("Why this matched") + u'\n';
    for (const QString &why : explanation.why)
        text += u"  • "_s + why + u'\n';
    return text + u'\n' + ExplainCommandWords::tr("Article: %1").arg(explanation.articleId) + u'\n';
}

QByteArray asText(const Answers &answers)
{
    const auto &[explanations, classic] = answers;
    if (explanations.empty() && classic.empty())
        return ExplainCommandWords::tr("No article speaks of this event.").toUtf8() + '\n';
    QString text = explanations.empty() ? QString() : textOf(explanations.front());
    for (std::size_t i = 1; i < explanations.size(); ++i) {
        if (i == 1)
            text += u'\n' + ExplainCommandWords::tr("Also possible") + u'\n';
        text += u"  • %1 (%2)\n"_s.arg(explanations[i].title, explanations[i].articleId);
    }
    if (!classic.empty())
        text += u'\n' + ExplainCommandWords::tr("From the classic archive") + u'\n';
    for (const ClassicCandidate &one : classic)
        text += u"  • %1 (%2)\n"_s.arg(one.title, one.id);
    return visible(text).toUtf8();
}

ExitCode run(const Arguments &arguments, const QString &language)
{
    const auto event = eventFrom(arguments);
    if (!event) {
        say(event.error());
        return ExitCode::Usage;
    }
    const auto shelf = loadShelf(arguments.values(u"articles"_s), language);
    if (!shelf) {
        say(errorText(shelf.error()));
        return ExitCode::Nothing;
    }
    const Matcher matcher(shelf->shelf);
    Answers answers;
    for (const Match &match : matcher.match(*event)) {
        answers.explanations.push_back(explainBy(matcher, match.article, *event));
        answers.explanations.back().score = match.score;
    }
    const auto classic = ClassicShelf::open(ClassicShelf::userFile());
    if (classic)
        answers.classic = classic->candidates(*event);
    else if (classic.error().code != ErrorCode::NotFound)
        say(errorText(classic.error()));
    const bool complete = shelf->complete && (classic || classic.error().code == ErrorCode::NotFound);
    const auto done = Output::open(arguments.value(u"o"_s)).and_then([&](Output output) {
        return output.write(arguments.has(u"json"_s) ? asJson(answers) : asText(answers)).and_then([&] {
            return output.finish();
        });
    });
    if (!done) {
        say(errorText(done.error()));
        return ExitCode::Nothing;
    }
    return complete ? ExitCode::Done : ExitCode::Partly;
}

} // namespace

Command explainCommand()
{
    return {
        .grammar =
            {
                .command = u"explain"_s,
                .operands = {},
                .summary = ExplainCommandWords::tr(
                    "Explains one event that is described here: which articles speak of it, best first."),
                .options =
                    {
                        {u"provider"_s, u"NAME"_s, ExplainCommandWords::tr("The event's source, such as Perflib.")},
                        {u"id"_s, u"N"_s, ExplainCommandWords::tr("Its event ID.")},
                        {u"string"_s, u"TEXT"_s,
                            ExplainCommandWords::tr("An insertion string; give them all, in their order.")},
                        {u"value"_s, u"NAME=TEXT"_s,
                            ExplainCommandWords::tr("A named value; may be given more than once.")},
                        {u"text"_s, u"TEXT"_s, ExplainCommandWords::tr("The message as Windows shows it.")},
                        {u"data"_s, u"HEX"_s, ExplainCommandWords::tr("The attached data in hexadecimal.")},
                        {u"level"_s, u"LEVEL"_s,
                            ExplainCommandWords::tr("critical, error (when not given), warning, information …")},
                        {u"computer"_s, u"NAME"_s, ExplainCommandWords::tr("The computer it came from.")},
                        {u"articles"_s, u"DIR"_s,
                            ExplainCommandWords::tr(
                                "A folder with articles of your own; may be given more than once.")},
                        {u"json"_s, {}, ExplainCommandWords::tr("One JSON object.")},
                    },
            },
        .run = run,
    };
}

} // namespace evident
