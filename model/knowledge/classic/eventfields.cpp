// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/eventfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// How surely a word at the begin of a line is a label.
enum class Needs : std::uint8_t {
    Nothing, ///< it is one by itself
    Number, ///< a number behind it, with or without a separator
    Separator, ///< ":" or "="
    TypeWord, ///< ":" or "=", or one of the words for types
};

struct Label {
    QLatin1StringView words; ///< a regular expression; a blank stands for any number of blanks
    EventField field;
    Needs needs;
};

/// The labels that articles print, misspellings that occur among them; longer ones before those they begin with.
constexpr std::array Labels{
    Label{"event ?-?ids?(?:'s)?(?: (?:number|no\\.?|code))?"_L1, EventField::Id, Needs::Number},
    Label{"event (?:number|no\\.?|code)"_L1, EventField::Id, Needs::Number},
    Label{"event source(?: name)?"_L1, EventField::Source, Needs::Nothing},
    Label{"event type"_L1, EventField::Type, Needs::TypeWord},
    Label{"event cat[a-z]*ory"_L1, EventField::Category, Needs::Nothing},
    Label{"event (?:description|details?|message|text)"_L1, EventField::Description, Needs::Separator},
    Label{"event (?:log|time|date|user|computer)"_L1, EventField::Place, Needs::Separator},
    Label{"event"_L1, EventField::Id, Needs::Number},
    Label{"id"_L1, EventField::Id, Needs::Number},
    Label{"(?:log )?source(?: name)?"_L1, EventField::Source, Needs::Nothing},
    Label{"(?:type|severity)"_L1, EventField::Type, Needs::TypeWord},
    Label{"cat[a-z]{0,2}(?:gory|fory|ory)"_L1, EventField::Category, Needs::Nothing},
    Label{"(?:des?cri?ption|decription|desc)"_L1, EventField::Description, Needs::Separator},
    Label{"(?:message(?: text)?|details?|event text)"_L1, EventField::Description, Needs::Separator},
    Label{"(?:computer|user|date|time|log(?: name)?|component|server name|machine)"_L1, EventField::Place,
        Needs::Separator},
    Label{"(?:user )?(?:explanation|action)%?"_L1, EventField::End, Needs::Nothing},
    Label{"data(?: words?| bytes?)?"_L1, EventField::End, Needs::Separator},
};

constexpr auto TypeWords = "(?:error|warning|information(?:al)?|success(?: audit)?|failure(?: audit)?|audit "
                           "(?:success|failure)|stop|none|critical)\\b"_L1;
constexpr qsizetype LongestLine = 2000; ///< what stands behind is no field, whatever it says
constexpr qsizetype LongestSource = 60;
constexpr qsizetype MostWordsOfSource = 6;
constexpr qsizetype LongestPlace = 40;

QRegularExpression compiled(const QString &pattern)
{
    QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption);
    expression.optimize();
    return expression;
}

QString flexible(QLatin1StringView words)
{
    return QString(words).replace(u' ', "[ \\t]*"_L1);
}

/// Each label at the begin of a text, one group for each; group 0 is the label alone.
const QRegularExpression &labelPattern()
{
    static const QRegularExpression pattern = [] {
        QStringList alternatives;
        for (const auto &label : Labels)
            alternatives.append(u'(' + flexible(label.words) + u')');
        return compiled(u"^(?:"_s + alternatives.join(u'|') + u")(?![a-z])"_s);
    }();
    return pattern;
}

/// A further label in the same line; "Source:NetLogonType:" lost the tab between.
const QRegularExpression &furtherLabelPattern()
{
    static const QRegularExpression pattern(
        u"(?:(?<![A-Za-z])|(?<=[a-z0-9])(?=[A-Z]))(?:[Ee]vent[ \\t]*(?:-?[ "
        u"\\t]*I[Dd]s?|[Ss]ource|[Tt]ype|[Cc]ategory)|[Ss]ource|"
        "[Tt]ype|Cat[a-z]{0,3}ory|Des?cription|Log(?: [Nn]ame)?|Computer|User|Date|Time)[ \\t]*[:=]"_s);
    return pattern;
}

struct FoundLabel {
    const Label *label = nullptr;
    qsizetype length = 0;
};

std::optional<FoundLabel> labelAt(QStringView text)
{
    const auto match = labelPattern().matchView(text);
    if (!match.hasMatch())
        return {};
    for (std::size_t i = 0; i < Labels.size(); ++i) {
        if (match.hasCaptured(static_cast<int>(i) + 1))
            return FoundLabel{&Labels[i], match.capturedLength()};
    }
    return {};
}

struct Separator {
    bool strong = false; ///< ":" or "="
    bool any = false; ///< those, or another mark
    qsizetype length = 0; ///< with blanks
};

Separator separatorAt(QStringView text)
{
    static const QRegularExpression pattern(u"^[ \\t]*#?(?:([:=])|;|-(?=[ \\t])|\\.(?=[ \\t]))?[ \\t]*"_s);
    const auto match = pattern.matchView(text);
    return {.strong = match.hasCaptured(1),
        .any = !match.capturedView().trimmed().isEmpty(),
        .length = match.capturedLength()};
}

const QRegularExpression &numberList()
{
    static const QRegularExpression pattern =
        compiled(u"^[(\\[#]?[ \\t]*(\\d{1,5}(?:[ \\t]*(?:,?[ \\t]*(?:and|or|&)|[,/])[ \\t]*(?:event[ \\t]*ids?[ "
                 u"\\t]*)?\\d{1,5})*)"
                 "[ \\t]*[)\\]]?(?!(?!Log[ \\t]*:)[\\d%\\w\\\\]|[.:/-]\\d)"_s);
    return pattern;
}

/// The source that is all of @p text, or all but a category behind it; empty when it does not look like one.
QString bareSource(QStringView text)
{
    static const QRegularExpression name(u"^(?=.*(?:\\d|[a-z][A-Z]|[A-Z]{2}))[A-Za-z][A-Za-z0-9]{3,30}$"_s);
    static const QRegularExpression known(
        u"^(?:(MS ?Exchange\\w*)(?: [A-Z]\\w*){0,3}|Service Control Manager|SNA Server|"
        "Remote Access|Application Popup|Event ?Log|Dr\\.? ?Watson|Transaction Server)$"_s);
    if (const auto match = known.matchView(text); match.hasMatch())
        return match.hasCaptured(1) ? match.captured(1) : text.toString();
    return name.matchView(text).hasMatch() ? text.toString() : QString();
}

bool isTooLong(QStringView source)
{
    return source.size() > LongestSource || source.count(u' ') >= MostWordsOfSource;
}

/// Takes a field's value off @p rest.
class LineReader {
public:
    explicit LineReader(QStringView line)
        : m_rest(line)
        , m_isIndented(line.startsWith("  "_L1) || line.startsWith(u'\t'))
    {
    }
    std::vector<PrintedField> read();

private:
    bool readField(bool isFirst);
    bool readId(Separator separator, bool isFirst, bool isBareWord);
    bool readSource();
    bool readType(Separator separator);
    bool readPlace();
    void readToNextLabel(EventField field);
    [[nodiscard]] qsizetype nextLabel() const;
    void skipConnectingWords();
    void skipComma();
    void readColumns();
    void add(EventField field, QStringView value) { m_fields.push_back({field, value.trimmed().toString(), {}}); }

    QStringView m_rest;
    bool m_isIndented;
    std::vector<PrintedField> m_fields;
};

std::vector<PrintedField> LineReader::read()
{
    static const QRegularExpression bullet(
        u"^[ \\t]*(?:[-*\\x{b7}o][ \\t]+|\\d{1,2}[.)][ \\t]+|\\([a-z0-9]\\)[ \\t]+)?"_s);
    m_rest = m_rest.sliced(bullet.matchView(m_rest).capturedLength()).trimmed();
    // "System Error, Source=W3SVC", "Warning Event ID 1294 Source: …"
    static const QRegularExpression logAndType = compiled(u"^(?:(?:system|application|security)[ \\t]+)?"_s + TypeWords
        + u"[ \\t]*,?[ \\t]+(?=(?:event[ \\t]*)?(?:id|source)\\b)"_s);
    m_rest = m_rest.sliced(logAndType.matchView(m_rest).capturedLength());
    if (!readField(true))
        return {};
    while (!m_rest.isEmpty()) {
        skipConnectingWords();
        if (!readField(false)) {
            add(EventField::Text, m_rest);
            break;
        }
    }
    return std::move(m_fields);
}

qsizetype LineReader::nextLabel() const
{
    const auto match = furtherLabelPattern().matchView(m_rest);
    return match.hasMatch() ? match.capturedStart() : m_rest.size();
}

/// "has Source = DrWatson with the following Description: …"
void LineReader::skipConnectingWords()
{
    static const QRegularExpression words = compiled(
        u"^(?:(?:has|with|from|and|the|an?|following)[ \\t]+)+(?=(?:event[ \\t]+)?(?:source|description|type|category)\\b)"_s);
    while (m_rest.startsWith(u'.'))
        m_rest = m_rest.sliced(1).trimmed();
    m_rest = m_rest.sliced(words.matchView(m_rest).capturedLength());
}

void LineReader::skipComma()
{
    m_rest = m_rest.trimmed();
    while (!m_rest.isEmpty() && (m_rest.front() == u',' || m_rest.front() == u';'))
        m_rest = m_rest.sliced(1).trimmed();
}

bool LineReader::readField(bool isFirst)
{
    const auto found = labelAt(m_rest);
    if (!found)
        return false;
    const QStringView before = m_rest;
    const QStringView word = m_rest.first(found->length);
    const Separator separator = separatorAt(m_rest.sliced(found->length));
    m_rest = m_rest.sliced(found->length + separator.length);
    bool read = found->label->needs == Needs::Nothing || separator.strong
        || (word == word.toString().toUpper() && m_rest.isEmpty());
    switch (found->label->field) {
    case EventField::Id:
        read = readId(separator, isFirst, word.compare("event"_L1, Qt::CaseInsensitive) == 0 || word.size() == 2);
        break;
    case EventField::Source:
        read =
            (separator.strong || !isFirst || (word.front().isUpper() && !m_rest.isEmpty() && !m_rest.front().isLower()))
            && readSource();
        break;
    case EventField::Type: read = readType(separator); break;
    case EventField::Category:
        read = separator.strong || word.front().isUpper();
        if (read)
            readToNextLabel(EventField::Category);
        break;
    case EventField::Place: read = separator.strong && readPlace(); break;
    case EventField::End:
        read = separator.strong || m_rest.isEmpty();
        if (read) {
            add(EventField::End, m_rest);
            m_rest = {};
        }
        break;
    default:
        read = read || separator.any;
        if (read) {
            add(EventField::Description, m_rest);
            m_rest = {};
        }
    }
    if (!read)
        m_rest = before;
    return read;
}

bool LineReader::readId(Separator separator, bool isFirst, bool isBareWord)
{
    const auto match = numberList().matchView(m_rest);
    if (!match.hasMatch())
        return false;
    const QStringView behind = m_rest.sliced(match.capturedLength());
    const QStringView text = behind.trimmed();
    const bool isSeparated = text.isEmpty() || QStringView(u":;,.-(").contains(text.front()) || behind.startsWith(u'\t')
        || behind.startsWith("  "_L1);
    const bool labelFollows = !text.isEmpty() && (labelAt(text) || nextLabel() < m_rest.size());
    const bool isHeading = !text.isEmpty() && text.front().isUpper() && (separator.strong || m_isIndented);
    if (isFirst && !isSeparated && !labelFollows && !isHeading)
        return false;
    if (isBareWord && !separator.strong && !isSeparated && !labelFollows && !isHeading)
        return false;
    auto ids = idsIn(match.capturedView(1));
    if (ids.empty())
        return false;
    m_fields.push_back({EventField::Id, match.captured(1), std::move(ids)});
    m_rest = text;
    while (!m_rest.isEmpty() && QStringView(u":;,.-").contains(m_rest.front()))
        m_rest = m_rest.sliced(1).trimmed();
    if (!m_rest.isEmpty() && m_rest.front().isLower() && !labelAt(m_rest) && nextLabel() < m_rest.size())
        m_rest = m_rest.sliced(nextLabel()); // "in the system log, source=w3svc"
    readColumns();
    return true;
}

/// Source and category, or source and type, without labels: "Event 9301   MSExchangeMTA     Configuration", "Event 4005,
/// perfctrs, Error, Load of …", "Event ID 11: cpq32fs2".
void LineReader::readColumns()
{
    static const QRegularExpression columns(u"^(\\S+(?: \\S+){0,2})(?:[ \\t]{2,}|\\t)(\\S+(?: \\S+){0,3})$"_s);
    static const QRegularExpression list = compiled(u"^([^,.:]{2,40}),[ \\t]*("_s + TypeWords + u"),[ \\t]*"_s);
    if (m_rest.isEmpty() || labelAt(m_rest))
        return;
    if (const auto match = columns.matchView(m_rest); match.hasMatch()) {
        add(EventField::Source, match.capturedView(1));
        add(EventField::Category, match.capturedView(2));
        m_rest = {};
    } else if (const auto row = list.matchView(m_rest); row.hasMatch()) {
        add(EventField::Source, row.capturedView(1));
        add(EventField::Type, row.capturedView(2));
        m_rest = m_rest.sliced(row.capturedLength());
    } else if (const QString source = bareSource(m_rest); !source.isEmpty()) {
        add(EventField::Source, source);
        m_rest = {};
    }
}

bool LineReader::readSource()
{
    const qsizetype end = nextLabel();
    QStringView value = m_rest.first(end);
    QStringView rest = m_rest.sliced(end);
    static const QRegularExpression column(u"[ \\t]{2,}|\\t|[,;](?=[ \\t]|$)|(?<!\\bDr)\\.(?=[ \\t]+[A-Z\"])"_s);
    static const QRegularExpression connecting =
        compiled(u"[ \\t]+(?:with|and|has)(?:[ \\t]+the)?(?:[ \\t]+following)?$"_s);
    bool isSentenceNext = false;
    if (const auto gap = column.matchView(value.trimmed()); gap.hasMatch()) {
        const QStringView text = value.trimmed();
        isSentenceNext = gap.capturedView() == u'.';
        if (rest.isEmpty() && end == m_rest.size())
            rest = text.sliced(gap.capturedEnd());
        value = text.first(gap.capturedStart());
    }
    value = value.trimmed();
    value = value.chopped(connecting.matchView(value).capturedLength());
    while (!value.isEmpty() && QStringView(u".,;:").contains(value.back()))
        value = value.chopped(1).trimmed();
    if (isTooLong(value)) { // its description goes on in the same line
        static const QRegularExpression sentence(
            u"[ \\t]+(?=(?:The|An?|This|It|Unable|Failed|Could|Cannot)[ \\t]|<)"_s);
        const auto begin = sentence.matchView(value);
        if (!begin.hasMatch())
            return false;
        rest = value.sliced(begin.capturedEnd());
        value = value.first(begin.capturedStart());
        isSentenceNext = true;
    }
    if (value.isEmpty() || isTooLong(value))
        return false;
    add(EventField::Source, value);
    m_rest = rest;
    skipComma();
    if (!m_rest.isEmpty() && !isSentenceNext && !labelAt(m_rest)) { // a category without its label
        static const QRegularExpression sentence(u"[.:][ \\t]|\\.$"_s);
        if (!m_rest.contains(sentence) && m_rest.size() < LongestSource) {
            add(EventField::Category, m_rest);
            m_rest = {};
        }
    }
    return true;
}

bool LineReader::readType(Separator separator)
{
    static const QRegularExpression word = compiled(u"^"_s + TypeWords);
    const auto match = word.matchView(m_rest);
    if (!match.hasMatch()) {
        if (!separator.strong)
            return false;
        readToNextLabel(EventField::Type);
        return true;
    }
    const QStringView behind = m_rest.sliced(match.capturedLength()).trimmed();
    if (!separator.strong && !behind.isEmpty() && behind.front() != u':')
        return false;
    add(EventField::Type, match.capturedView());
    m_rest = behind.startsWith(u':') ? behind.sliced(1) : behind;
    skipComma();
    return true;
}

/// One word, or what stands in angle brackets, or a time with its half of the day.
bool LineReader::readPlace()
{
    static const QRegularExpression word = compiled(u"^(?:(?:<[^>]*>|\\S)++)(?:[ \\t]*[AP]\\.?M\\.?)?"_s);
    qsizetype end = std::min(nextLabel(), word.matchView(m_rest).capturedLength());
    if (m_fields.empty() && m_rest.size() < LongestPlace && !m_rest.endsWith(u'.') && nextLabel() == m_rest.size())
        end = m_rest.size();
    add(EventField::Place, m_rest.first(end));
    m_rest = m_rest.sliced(end);
    skipComma();
    return true;
}

void LineReader::readToNextLabel(EventField field)
{
    const qsizetype end = nextLabel();
    add(field, m_rest.first(end));
    m_rest = m_rest.sliced(end);
    skipComma();
}

} // namespace

std::vector<std::uint16_t> idsIn(QStringView list)
{
    static const QRegularExpression number(u"\\d+"_s);
    std::vector<std::uint16_t> ids;
    for (const auto &match : number.globalMatchView(list)) {
        bool fits = false;
        const std::uint16_t id = match.capturedView().toUShort(&fits);
        if (fits)
            ids.push_back(id);
    }
    return ids;
}

std::vector<PrintedField> fieldsOf(QStringView line)
{
    return LineReader(line.left(LongestLine)).read();
}

PrintedField bareField(QStringView line)
{
    static const QRegularExpression type = compiled(u'^' + QString(TypeWords) + u'$');
    const QStringView text = line.trimmed();
    if (type.matchView(text).hasMatch())
        return {EventField::Type, text.toString(), {}};
    if (const QString source = bareSource(text); !source.isEmpty())
        return {EventField::Source, source, {}};
    return {EventField::Text, text.toString(), {}};
}

std::vector<PrintedField> eventViewerRow(QStringView line)
{
    static const QRegularExpression pattern = compiled(
        u"^[ \\t]*\\d{1,2}/\\d{1,2}/\\d{2,4},?[ \\t]+\\d{1,2}:\\d\\d(?::\\d\\d)?[ \\t]*(?:[AP]M)?[ \\t]+(\\S.{0,40}?)[ \\t]+("_s
        + TypeWords + u")[ \\t]+(\\S.{0,40}?)[ \\t]+(\\d{1,5})[ \\t]+(\\S+)(?:[ \\t]+(\\S+)(?:[ \\t]+(.*))?)?$"_s);
    const auto match = pattern.matchView(line.left(LongestLine));
    if (!match.hasMatch())
        return {};
    auto ids = idsIn(match.capturedView(4));
    if (ids.empty())
        return {};
    std::vector<PrintedField> fields;
    fields.push_back({EventField::Source, match.captured(1), {}});
    fields.push_back({EventField::Type, match.captured(2), {}});
    fields.push_back({EventField::Id, match.captured(4), std::move(ids)});
    if (!match.capturedView(7).isEmpty())
        fields.push_back({EventField::Text, match.captured(7), {}});
    return fields;
}

bool isHexDump(QStringView line)
{
    static const QRegularExpression pattern(u"^\\s*(?:0x)?[0-9A-Fa-f]{4,8}:\\s+[0-9A-Fa-f]{2}"_s);
    return pattern.matchView(line).hasMatch();
}

} // namespace evident
