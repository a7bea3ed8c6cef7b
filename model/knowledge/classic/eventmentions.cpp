// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/eventmentions.h"

#include "knowledge/classic/eventfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

enum class Certainty : std::uint8_t {
    Certain, ///< names the event id
    InLog, ///< only when the article speaks of the event log
};

/// A way to name events in a sentence. Group 1 holds the numbers, "source" the source where there is one. {list}
/// stands for one number or several.
struct Phrase {
    QLatin1StringView pattern;
    Certainty certainty;
};

constexpr auto NumberList =
    "(\\d{1,5}(?:\\)?(?:, ?(?:and |or )?| and | or | & |/)(?:event ?ids?:? ?)?\\(?\\d{1,5}(?![\\d.:]\\d))*)"
    "(?![\\dx%\\\\]|[.:/-]\\d|\\w)"_L1;

constexpr std::array Phrases{
    Phrase{"description for event id ?\\( ?{list} ?\\) in source ?\\( ?(?<source>[^)]{1,60}?) ?\\)"_L1,
        Certainty::Certain},
    Phrase{
        "\\bevents?[ -]?ids?(?:'s)?(?: (?:number|no\\.?|code|of|numbers|messages?|error))?(?: ?[:=#;]| -)? ?[(\\[\"']?{list}"_L1,
        Certainty::Certain},
    Phrase{"\\b{list} event[ -]?ids?\\b"_L1, Certainty::Certain},
    Phrase{"\\bevents? (?:number|no\\.?|code)s? ?[:=#]? ?{list}"_L1, Certainty::Certain},
    Phrase{"(?<!thread: )\\bevents? ?[:#]? ?\\(?{list}(?! to \\d| through \\d)"_L1, Certainty::InLog},
    Phrase{"\\b(?:an?|the|this|multiple|several|many) (?:[A-Z]\\w+ )?{list} events?\\b"_L1, Certainty::InLog},
};

/// The words of a source that stands close to an id.
constexpr std::array SourcePhrases{
    "^,? ?\\(?(?:(?:with|from|has|and|of) )?(?:the |an? )?(?:event )?source(?: of| is|:| =|=)? ?\"?(?<source>[A-Z]\\w+(?:[./]\\w+)*(?: [A-Z]\\w+){0,2})"_L1,
};

QRegularExpression compiled(QLatin1StringView pattern)
{
    QRegularExpression expression(
        QString(pattern).replace("{list}"_L1, NumberList), QRegularExpression::CaseInsensitiveOption);
    expression.optimize();
    return expression;
}

struct CompiledPhrase {
    QRegularExpression pattern;
    Certainty certainty;
};

const std::vector<CompiledPhrase> &compiledPhrases()
{
    static const std::vector<CompiledPhrase> phrases = [] {
        std::vector<CompiledPhrase> all;
        all.reserve(Phrases.size());
        for (const auto &phrase : Phrases)
            all.push_back({compiled(phrase.pattern), phrase.certainty});
        return all;
    }();
    return phrases;
}

QString sourceBehind(QStringView text)
{
    static const QRegularExpression pattern(QString(SourcePhrases.front()));
    const auto match = pattern.matchView(text);
    return match.hasMatch() ? match.captured(u"source") : QString();
}

void add(std::vector<EventMention> &mentions, EventMention mention)
{
    const auto known = std::ranges::find(mentions, mention.id, &EventMention::id);
    if (known == mentions.end())
        mentions.push_back(std::move(mention));
    else if (known->source.isEmpty())
        known->source = mention.source;
}

} // namespace

LogIsMeant logIsMeantIn(QStringView text)
{
    static const QRegularExpression pattern(
        u"event\\s+(?:viewer|log)|(?:system|application|security)\\s+(?:event\\s+)?log|eventlog|event\\s*id|"
        "\\blog(?:s|ged|ging)?\\b[^.:]{0,40}\\bevent\\s+\\d|\\bevent\\s+\\d+\\s[^.:]{0,40}\\b(?:log|occur|generat)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.matchView(text).hasMatch() ? LogIsMeant::Yes : LogIsMeant::No;
}

std::vector<EventMention> mentionsIn(QStringView text, LogIsMeant log)
{
    std::vector<EventMention> mentions;
    if (!text.contains("event"_L1, Qt::CaseInsensitive))
        return mentions;
    for (const auto &[pattern, certainty] : compiledPhrases()) {
        if (certainty == Certainty::InLog && log == LogIsMeant::No)
            continue;
        for (const auto &match : pattern.globalMatchView(text)) {
            const auto ids = idsIn(match.capturedView(1));
            QString source = pattern.namedCaptureGroups().contains(u"source"_s) ? match.captured(u"source") : QString();
            if (source.isEmpty() && ids.size() == 1)
                source = sourceBehind(text.sliced(match.capturedEnd()));
            for (const auto id : ids)
                add(mentions, {.id = id, .source = source, .end = match.capturedEnd(1)});
        }
    }
    return mentions;
}

bool announcesEvent(QStringView text)
{
    static const QRegularExpression pattern(
        u"\\b(?:event|description|message|error|log|logged|entry|entries|text)s?\\b[^.]*:$"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype lastSentence = 400;
    return pattern.matchView(text.last(std::min(text.size(), lastSentence))).hasMatch();
}

QString sourceOfUnknownDescription(QStringView text)
{
    static const QRegularExpression pattern(
        u"description for event id ?\\(? ?\\d+ ?\\)? in source ?\\(? ?([^)]{1,60}?) ?\\)? (?:could not|cannot)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.matchView(text).captured(1);
}

} // namespace evident
