// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/filling.h"

#include "knowledge/markdownpieces.h"
#include "knowledge/rulereader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxPlain = 120; ///< characters of a value in a title or summary
constexpr qsizetype MaxMarkdown = 400; ///< characters of a value in a section
constexpr qsizetype MaxServiceName = 256; ///< CreateService, lpServiceName

bool turnsDirection(QChar c)
{
    const auto code = c.unicode();
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
}

/// Error codes come as "%%1053": what a reader looks up is the number.
QString withoutPercents(const QString &value)
{
    if (!value.startsWith("%%"_L1) || value.size() < 3 || value.size() > 13)
        return value;
    const auto digits = value.sliced(2);
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    if (!ok || number < 0 || number > 0xFFFF'FFFF)
        return value;
    return number > 0xFFFF ? "0x"_L1 + QString::number(number, 16).toUpper().rightJustified(8, u'0') : digits;
}

std::optional<QString> valueOf(const QString &name, const Article &article, const EventFacts &facts)
{
    const auto *value = valueNamed(article.values, name);
    const auto found = value ? findValue(value->places, facts) : std::nullopt;
    return found ? std::optional(withoutPercents(found->text)) : std::nullopt;
}

/// An article that is read by itself, without an event, shows which value stands where.
QString placeholder(const QString &name)
{
    return u'<' + name + u'>';
}

QString missing()
{
    return QCoreApplication::translate("Explanation", "(not given)");
}

bool isByItself(const EventFacts &facts)
{
    return facts.provider.isEmpty();
}

/// True for what neither cmd nor PowerShell takes for more than a piece of text.
bool isSafeInCommand(const QString &value)
{
    static constexpr QStringView Dangerous = u"&|<>^%!\"';`$()*?";
    return std::ranges::none_of(value, [](QChar c) { return Dangerous.contains(c) || !c.isPrint(); })
        && !value.startsWith(u'-') && !value.startsWith(u'/');
}

QString codeSpan(const QString &content)
{
    qsizetype longest = 0;
    for (qsizetype i = 0, run = 0; i < content.size(); ++i) {
        run = content[i] == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const bool padded = content.isEmpty() || content.startsWith(u'`') || content.endsWith(u'`');
    return padded ? fence + u' ' + content + u' ' + fence : fence + content + fence;
}

template<typename Replace>
QString replaced(const QString &text, Replace replacement)
{
    QString filled;
    qsizetype done = 0;
    for (const auto &place : namesIn(text)) {
        filled += QStringView(text).sliced(done, place.start - done);
        filled += replacement(place.name);
        done = place.start + place.length;
    }
    filled += QStringView(text).sliced(done);
    return filled;
}

/// Where the round brackets around a name begin and end, blank before and brackets included; nothing where none are, or others inside.
std::optional<std::pair<qsizetype, qsizetype>> bracketsAround(const QString &text, const NamePlace &name)
{
    const auto open = text.lastIndexOf(u'(', name.start);
    const auto close = text.indexOf(u')', name.start);
    if (open < 0 || close < 0)
        return {};
    const auto inside = QStringView(text).sliced(open + 1, close - open - 1);
    if (inside.contains(u'(') || inside.contains(u')'))
        return {};
    const bool hasBlank = open > 0 && text[open - 1].isSpace();
    return std::pair(hasBlank ? open - 1 : open, close + 1);
}

/// Without the round brackets that name values and of them only such as the event does not give: "failed (error {error})".
template<typename IsGiven>
QString withoutEmptyBrackets(const QString &text, IsGiven isGiven)
{
    QString kept;
    qsizetype done = 0;
    const auto names = namesIn(text);
    for (std::size_t i = 0; i < names.size();) {
        const auto brackets = bracketsAround(text, names[i]);
        bool isEmpty = brackets.has_value();
        const auto end = brackets ? brackets->second : 0;
        isEmpty = isEmpty && !isGiven(names[i].name);
        for (++i; i < names.size() && names[i].start < end; ++i)
            isEmpty = isEmpty && !isGiven(names[i].name);
        if (!isEmpty)
            continue;
        kept += QStringView(text).sliced(done, brackets->first - done);
        done = brackets->second;
    }
    kept += QStringView(text).sliced(done);
    return kept;
}

/// A name with its {names} filled in; empty when the event lacks one, or holds what nothing can be called.
QString filledName(const QString &name, const Article &article, const EventFacts &facts)
{
    bool isWhole = true;
    QString filled = replaced(name, [&](const QString &value) {
        const auto found = valueOf(value, article, facts);
        isWhole = isWhole && found && !found->isEmpty() && found->size() <= MaxServiceName
            && std::ranges::none_of(*found, [](QChar c) { return c == u'/' || c == u'\\' || !c.isPrint(); });
        return found.value_or(QString());
    });
    return isWhole ? filled : QString();
}

/// What of a question itself may name values of the event.
std::array<const QString *, 4> fillable(const CheckQuestion &question)
{
    return {&question.service, &question.key, &question.name, &question.path};
}

void addPlaces(const CheckQuestion &question, const Article &article, std::vector<ValuePlace> &places)
{
    for (const QString *const text : fillable(question)) {
        for (const auto &used : namesIn(*text)) {
            if (const auto *value = valueNamed(article.values, used.name))
                places.insert(places.end(), value->places.begin(), value->places.end());
        }
    }
    for (const CheckQuestion &part : question.parts)
        addPlaces(part, article, places);
}

} // namespace

QString plainValue(const QString &value, qsizetype limit)
{
    const auto reach = std::min(value.size(), limit * 4); // a value of nothing but marks is not worth more
    QString plain;
    plain.reserve(std::min(reach, limit) + 1);
    bool cut = reach < value.size();
    for (qsizetype i = 0; i < reach; ++i) {
        const QChar c = value[i];
        if (turnsDirection(c))
            continue;
        if (plain.size() >= limit) {
            cut = true;
            break;
        }
        const bool paired = c.isHighSurrogate() ? i + 1 < value.size() && value[i + 1].isLowSurrogate()
                                                : c.isLowSurrogate() && i > 0 && value[i - 1].isHighSurrogate();
        if (c.isSurrogate() && !paired)
            plain += QChar(QChar::ReplacementCharacter);
        else
            plain += c.isSpace() || c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    if (cut && !plain.isEmpty() && plain.back().isHighSurrogate())
        plain.chop(1);
    return cut ? plain.trimmed() + u'…' : plain.trimmed();
}

QString filledPlain(const QString &text, const Article &article, const EventFacts &facts)
{
    const auto isGiven = [&](const QString &name) { return isByItself(facts) || valueOf(name, article, facts); };
    return replaced(withoutEmptyBrackets(text, isGiven), [&](const QString &name) {
        const auto value = valueOf(name, article, facts);
        return value ? plainValue(*value, MaxPlain) : isByItself(facts) ? placeholder(name) : missing();
    });
}

QString filledMarkdown(const QString &markdown, const Article &article, const EventFacts &facts)
{
    const auto isGiven = [&](const QString &name) { return isByItself(facts) || valueOf(name, article, facts); };
    const auto inProse = [&](const QString &name) {
        const auto value = valueOf(name, article, facts);
        if (!value)
            return isByItself(facts) ? codeSpan(placeholder(name)) : missing();
        return codeSpan(plainValue(*value, MaxMarkdown));
    };
    const auto inCode = [&](const QString &name) {
        const auto value = valueOf(name, article, facts);
        const auto plain = value ? plainValue(*value, MaxMarkdown) : QString();
        return value && plain == *value && isSafeInCommand(plain) ? plain : placeholder(name);
    };
    QString filled;
    QString prose; // of several lines: brackets may begin in one and end in the next
    for (const auto &piece : piecesOf(markdown)) {
        if (piece.kind != MarkdownPiece::Kind::Prose)
            filled += replaced(withoutEmptyBrackets(std::exchange(prose, {}), isGiven), inProse);
        switch (piece.kind) {
        case MarkdownPiece::Kind::Prose: prose += piece.text; break;
        case MarkdownPiece::Kind::TableRow: filled += replaced(piece.text, inProse); break;
        case MarkdownPiece::Kind::CodeSpan: filled += codeSpan(replaced(piece.text, inCode)); break;
        case MarkdownPiece::Kind::FencedCode: filled += replaced(piece.text, inCode); break;
        case MarkdownPiece::Kind::FenceLine:
        case MarkdownPiece::Kind::Unclosed: filled += piece.text; break;
        }
    }
    return filled + replaced(withoutEmptyBrackets(prose, isGiven), inProse);
}

CheckQuestion filledQuestion(const CheckQuestion &question, const Article &article, const EventFacts &facts)
{
    CheckQuestion filled = question;
    filled.service = filledName(question.service, article, facts);
    filled.key = filledName(question.key, article, facts);
    filled.name = filledName(question.name, article, facts);
    filled.path = filledName(question.path, article, facts);
    if (filled.name.isEmpty())
        filled.key.clear(); // one without the other asks nothing
    for (CheckQuestion &part : filled.parts)
        part = filledQuestion(part, article, facts);
    return filled;
}

QString subjectText(const Article &article, const EventFacts &facts)
{
    CheckQuestion all{.kind = CheckQuestion::Kind::AllOf};
    for (const ArticleCheck &check : article.checks)
        all.parts.push_back(filledQuestion(check.question, article, facts));
    return all.subjects().join(", "_L1);
}

std::vector<ValuePlace> subjectPlaces(const Article &article)
{
    std::vector<ValuePlace> places;
    for (const ArticleCheck &check : article.checks)
        addPlaces(check.question, article, places);
    return places;
}

bool dependsOnEvent(const CheckQuestion &question)
{
    return std::ranges::any_of(fillable(question), [](const QString *text) { return !namesIn(*text).empty(); })
        || std::ranges::any_of(question.parts, dependsOnEvent);
}

} // namespace evident
