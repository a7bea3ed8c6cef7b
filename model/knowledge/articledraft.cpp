// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articledraft.h"

#include "knowledge/filling.h"
#include "knowledge/matcher.h"
#include "knowledge/rulereader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestValue = 200; ///< in characters; longer ones tell events apart by accident
constexpr qsizetype LongestName = 40;
constexpr std::array Headings{"What it means"_L1, "Cause"_L1, "What to do"_L1, "When this does not apply"_L1};

/// Lower-case letters, digits and single dashes.
QString slug(const QString &text, const QString &otherwise)
{
    QString made;
    for (const QChar c : text.toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain)
            made += c;
        else if (!made.isEmpty() && !made.endsWith(u'-'))
            made += u'-';
    }
    made.truncate(LongestName);
    while (made.endsWith(u'-'))
        made.chop(1);
    return made.isEmpty() || (made.front() >= u'0' && made.front() <= u'9') ? otherwise + made : made;
}

bool isPlainLine(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint() && !c.isSurrogate(); });
}

/// @p text as a YAML scalar that is read back as it was.
QString yaml(const QString &text)
{
    if (isPlainLine(text))
        return u'\'' + QString(text).replace(u'\'', "''"_L1) + u'\'';
    QString quoted = u"\""_s;
    for (const char32_t c : text.toUcs4()) { // an unpaired surrogate becomes U+FFFD: no file can hold it
        if (c == U'"' || c == U'\\')
            quoted += u'\\';
        if (QChar::isPrint(c) && c < 0x10000)
            quoted += QChar(static_cast<char16_t>(c));
        else
            quoted += u"\\U"_s + QString::number(std::uint32_t{c}, 16).rightJustified(8, u'0');
    }
    return quoted + u'"';
}

QString list(const QStringList &texts)
{
    QStringList quoted;
    for (const QString &text : texts)
        quoted.append(yaml(text));
    return u'[' + quoted.join(", "_L1) + u']';
}

/// Writes the file line by line and knows where it stands.
class DraftWriter {
public:
    explicit DraftWriter(const ArticleDraft &draft)
        : m_draft(draft)
    {
    }

    WrittenDraft write()
    {
        add(u"---"_s);
        field(DraftField::Title, u"title: "_s + yaml(text(DraftField::Title)));
        add(u"verdict: "_s + verdictWord(m_draft.verdict));
        field(DraftField::Summary, u"summary: "_s + yaml(text(DraftField::Summary)));
        addMatch();
        addValues();
        add(u"applies-to: "_s + list({m_draft.event.computer.isEmpty() ? u"Windows"_s : m_draft.event.computer}));
        add(u"sources:"_s);
        add(u"  - title: "_s + yaml(m_draft.author));
        add(u"keywords: "_s + list({source()}));
        addExamples();
        add(u"---"_s);
        for (std::size_t at = 0; at < Headings.size(); ++at) {
            add({});
            add(u"## "_s + Headings[at]);
            add({});
            const auto written = static_cast<DraftField>(std::to_underlying(DraftField::Meaning) + at);
            field(written, text(written));
        }
        return {.file = (m_lines.join(u'\n') + u'\n').toUtf8(), .firstLine = m_firstLine};
    }

private:
    [[nodiscard]] const QString &text(DraftField field) const { return m_draft.texts[std::to_underlying(field)]; }
    void add(const QString &line) { m_lines.append(line.split(u'\n')); }
    void field(DraftField field, const QString &lines)
    {
        m_firstLine[std::to_underlying(field)] = static_cast<int>(m_lines.size()) + 1;
        add(lines);
    }
    [[nodiscard]] QString source() const
    {
        return m_draft.event.sourceName.isEmpty() ? m_draft.event.provider : m_draft.event.sourceName;
    }

    void addMatch()
    {
        add(u"match:"_s);
        add(u"  provider: "_s + yaml(m_draft.event.provider));
        add(u"  id: %1"_s.arg(m_draft.event.id));
        if (std::ranges::none_of(m_draft.values, &DraftValue::isDemanded))
            return;
        add(u"  where:"_s);
        for (const DraftValue &value : m_draft.values) {
            if (value.isDemanded)
                add(u"    %1: %2"_s.arg(value.name, yaml(value.text)));
        }
    }

    void addValues()
    {
        if (m_draft.values.empty())
            return;
        add(u"values:"_s);
        for (const DraftValue &value : m_draft.values)
            add(u"  %1: %2"_s.arg(value.name, yaml(value.place)));
    }

    void addExamples()
    {
        add(u"examples:"_s);
        add(u"  match:"_s);
        addExample(m_draft.event.id, Values::AsTheyAre);
        add(u"  not-match:"_s);
        // The nearest event that the article must leave alone: one with other values, or else with another number.
        if (std::ranges::any_of(m_draft.values, &DraftValue::isDemanded))
            addExample(m_draft.event.id, Values::Others);
        else
            addExample(static_cast<std::uint16_t>(m_draft.event.id ^ 1U), Values::AsTheyAre);
    }

    enum class Values : std::uint8_t { AsTheyAre, Others };
    void addExample(std::uint16_t id, Values kind)
    {
        add(u"    - provider: "_s + yaml(m_draft.event.provider));
        add(u"      id: %1"_s.arg(id));
        QStringList strings;
        QStringList named;
        for (const EventValue &value : m_draft.event.content.values) {
            QString text = kind == Values::Others && isDemanded(value.text) ? u"another than this"_s : value.text;
            text.truncate(LongestValue);
            if (value.name.isEmpty())
                strings.append(text);
            else
                named.append(u"%1: %2"_s.arg(yaml(value.name), yaml(text)));
        }
        if (!strings.isEmpty())
            add(u"      strings: "_s + list(strings));
        if (!named.isEmpty())
            add(u"      values: {%1}"_s.arg(named.join(", "_L1)));
    }
    [[nodiscard]] bool isDemanded(const QString &text) const
    {
        return std::ranges::any_of(
            m_draft.values, [&](const DraftValue &value) { return value.isDemanded && value.text == text; });
    }

    const ArticleDraft &m_draft;
    QStringList m_lines;
    std::array<int, DraftFieldCount> m_firstLine{};
};

/// A condition stands on one line, and a file holds no half characters.
bool isUseful(const QString &value)
{
    return !value.trimmed().isEmpty() && value.size() <= LongestValue && value.isValidUtf16() && !value.contains(u'\n')
        && !value.contains(u'\r');
}

/// The values people can use.
std::vector<DraftValue> valuesOf(const EventValues &content)
{
    std::vector<DraftValue> values;
    for (std::size_t at = 0; at < content.values.size(); ++at) {
        const EventValue &value = content.values[at];
        if (!isUseful(value.text))
            continue;
        DraftValue draft{.name = value.name.isEmpty() ? u"string%1"_s.arg(at + 1) : slug(value.name, u"value-"_s),
            .place = value.name.isEmpty() ? u"string %1"_s.arg(at + 1) : u"value "_s + value.name,
            .label = value.name.isEmpty() ? u"%1"_s.arg(at + 1) : value.name,
            .text = value.text};
        const bool isTaken = std::ranges::contains(values, draft.name, &DraftValue::name);
        if (isTaken || !isValueName(draft.name))
            draft.name = u"value-%1"_s.arg(at + 1);
        if (placeFrom(draft.place))
            values.push_back(std::move(draft));
    }
    return values;
}

/// The field that a line of the written file belongs to, and its line there.
DraftFault placed(const ArticleFault &fault, const WrittenDraft &written, const ArticleDraft &draft)
{
    for (std::size_t at = 0; at < DraftFieldCount; ++at) {
        const int lines = static_cast<int>(draft.texts[at].count(u'\n')) + 1;
        const int line = fault.line - written.firstLine[at];
        if (line >= 0 && line < lines)
            return {.field = static_cast<DraftField>(at), .line = lines > 1 ? line + 1 : 0, .sentence = fault.sentence};
    }
    return {.field = {}, .line = 0, .sentence = fault.sentence};
}

/// The fields without which there is no article; said before anything else, and in the field's place.
std::vector<DraftFault> emptyFields(const ArticleDraft &draft)
{
    std::vector<DraftFault> faults;
    for (std::size_t at = 0; at < DraftFieldCount; ++at) {
        if (draft.texts[at].trimmed().isEmpty())
            faults.push_back({.field = static_cast<DraftField>(at),
                .line = 0,
                .sentence = QCoreApplication::translate("Article", "Something has to stand here."),
                .isMissing = true});
    }
    return faults;
}

} // namespace

ArticleDraft draftFor(const Event &event)
{
    ArticleDraft draft{.event = event,
        .id = u"own/%1-%2"_s.arg(slug(event.provider, u"source-"_s)).arg(event.id),
        .verdict = Verdict::Watch,
        .values = valuesOf(event.content),
        .texts = {},
        .author = {}};
    return draft;
}

WrittenDraft writtenDraft(const ArticleDraft &draft)
{
    return DraftWriter(draft).write();
}

CheckedDraft checkedDraft(const ArticleDraft &draft)
{
    CheckedDraft checked{.article = {}, .faults = emptyFields(draft)};
    ArticleDraft whole = draft; // what is written already is looked at although something is missing
    for (const DraftFault &fault : checked.faults)
        whole.texts[std::to_underlying(*fault.field)] = u"…"_s;
    const WrittenDraft written = writtenDraft(whole);
    FaultList faults(draft.id);
    const auto parsed = parseArticle(draft.id, written.file, faults);
    for (const ArticleFault &fault : faults.faults())
        checked.faults.push_back(placed(fault, written, whole));
    if (!parsed)
        return checked;
    Shelf shelf;
    shelf.add(std::make_shared<Article>(parsed->article));
    const Matcher matcher(shelf);
    for (const ArticleExample &example : parsed->examples) {
        if (matcher.match(example.event).empty() == (example.expected == Expected::Match))
            checked.faults.push_back({.field = {},
                .line = 0,
                .sentence = QCoreApplication::translate(
                    "Article", "The values chosen do not tell this event from others. Choose fewer or others.")});
    }
    if (checked.faults.empty())
        checked.article = parsed->article;
    return checked;
}

} // namespace evident
