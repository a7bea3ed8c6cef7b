// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/eventblocks.h"

#include "knowledge/classic/eventfields.h"

#include <QRegularExpression>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestDescription = 2000;
constexpr int MostBlankLines = 3; ///< between fields and an unlabelled description

bool isOpenEnded(QStringView text)
{
    return text.isEmpty() || text.endsWith(u':') || text.endsWith(u',') || text.endsWith(u'-')
        || text.back().isLetterOrNumber();
}

/// "-or-" between two events
bool partsEvents(QStringView line)
{
    static const QRegularExpression pattern(
        u"^\\s*-?\\s*(?:and|or|and/or)\\s*-?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern.matchView(line).hasMatch();
}

/// "Event ID: 705" on an indented line, whatever stands above it
bool isIdAlone(const ArticleLine &line)
{
    static const QRegularExpression pattern(
        u"^\\s+event\\s*id\\s*[:=]?\\s*\\d{1,5}\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    return line.indent > 0 && pattern.matchView(line.text).hasMatch();
}

/// "The description is:" before the description itself.
bool announces(QStringView line)
{
    static const QRegularExpression words(
        u"\\b(?:description|message|text|details?)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return line.trimmed().endsWith(u':') && line.contains(words);
}

class BlockScanner {
public:
    explicit BlockScanner(ArticleLines &lines)
        : m_lines(lines)
    {
    }
    std::vector<EventBlock> scan();

private:
    enum class State : std::uint8_t { Outside, Fields, Description, Over };

    void line(std::size_t at);
    void fields(std::size_t at, const std::vector<PrintedField> &fields);
    void field(std::size_t at, const PrintedField &field);
    void plain(std::size_t at);
    void beginDescription(std::size_t at, QStringView text);
    void appendText(std::size_t at);
    void open(std::size_t at);
    void close();
    [[nodiscard]] bool beginsAnother(const PrintedField &field) const;
    [[nodiscard]] bool isDescription(std::size_t at) const;
    [[nodiscard]] bool isMissing(EventField field) const
    {
        return (field == EventField::Source && m_block.source.isEmpty())
            || (field == EventField::Type && m_block.type.isEmpty());
    }
    [[nodiscard]] std::vector<PrintedField> fieldsAt(std::size_t at);
    [[nodiscard]] bool startsParagraph(std::size_t at) const;

    ArticleLines &m_lines;
    std::vector<EventBlock> m_blocks;
    EventBlock m_block;
    State m_state = State::Outside;
    bool m_hasCategory = false;
    bool m_hasLabel = false; ///< the description's
    qsizetype m_indent = 0; ///< of the first field
    int m_blanks = 0; ///< since the last line that was used
    bool m_isSourceLate = false; ///< the source of the block stands under its description
    std::size_t m_joined = 0; ///< the line that was read as a part of the one before
    QString m_join;
};

std::vector<EventBlock> BlockScanner::scan()
{
    for (std::size_t at = 0; at < m_lines.size(); ++at)
        line(at);
    close();
    return std::move(m_blocks);
}

void BlockScanner::close()
{
    if (m_state != State::Outside && (!m_block.ids.empty() || !m_block.source.isEmpty())) {
        m_block.text = m_block.text.simplified();
        m_blocks.push_back(std::move(m_block));
    }
    m_block = {};
    m_state = State::Outside;
}

void BlockScanner::open(std::size_t at)
{
    m_block = {};
    m_block.first = at;
    m_state = State::Fields;
    m_hasCategory = false;
    m_hasLabel = false;
    m_indent = m_lines[at].indent;
}

bool BlockScanner::startsParagraph(std::size_t at) const
{
    return at == 0 || m_lines[at].beginsSection || m_lines[at - 1].isBlank() || m_lines[at - 1].taken
        || m_lines[at].indent > m_lines[at - 1].indent || m_lines[at - 1].text.trimmed().endsWith(u':');
}

/// The line's fields; a label whose number stands alone on the next line is joined with it.
std::vector<PrintedField> BlockScanner::fieldsAt(std::size_t at)
{
    static const QRegularExpression labelAlone(
        u"^\\s*event(?:\\s*id)?\\s*[:=]?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression numberAlone(u"^\\s*\\d{1,5}\\s*$"_s);
    if (at + 1 < m_lines.size() && labelAlone.matchView(m_lines[at].text).hasMatch()
        && numberAlone.matchView(m_lines[at + 1].text).hasMatch()) {
        m_join = m_lines[at].text.trimmed().toString() + u' ' + m_lines[at + 1].text.trimmed().toString();
        m_joined = at + 1;
        return fieldsOf(m_join);
    }
    auto fields = eventViewerRow(m_lines[at].text);
    return fields.empty() ? fieldsOf(m_lines[at].text) : fields;
}

void BlockScanner::line(std::size_t at)
{
    if (m_joined == at && at > 0) {
        m_lines[at].taken = true;
        return;
    }
    if (m_lines[at].beginsSection)
        close();
    if (m_lines[at].isBlank()) {
        ++m_blanks;
        return;
    }
    if (isLinkLine(m_lines[at].text) || m_lines[at].taken || partsEvents(m_lines[at].text)) {
        close();
        return;
    }
    const bool mayHoldFields = m_state != State::Outside || startsParagraph(at) || isIdAlone(m_lines[at]);
    const auto found = mayHoldFields ? fieldsAt(at) : std::vector<PrintedField>();
    if (found.empty())
        plain(at);
    else
        fields(at, found);
    m_blanks = 0;
}

bool BlockScanner::beginsAnother(const PrintedField &field) const
{
    const bool isDescribed = m_state == State::Description || m_state == State::Over;
    switch (field.field) {
    case EventField::Id: return !m_block.ids.empty() || isDescribed;
    case EventField::Source: return !m_block.source.isEmpty() || (isDescribed && !m_isSourceLate);
    case EventField::Type: return !m_block.type.isEmpty() || isDescribed;
    case EventField::Category: return m_hasCategory || isDescribed;
    case EventField::Place: return m_state == State::Over;
    default: return false;
    }
}

void BlockScanner::fields(std::size_t at, const std::vector<PrintedField> &fields)
{
    const auto kind = fields.front().field;
    const bool isPart = kind == EventField::Place || kind == EventField::Description || kind == EventField::End;
    if (m_state == State::Outside) {
        const bool namesEvent = std::ranges::contains(fields, EventField::Id, &PrintedField::field);
        if (isPart && !namesEvent)
            return; // such words begin many a paragraph
        open(at);
    } else if (m_state == State::Description
        && (kind == EventField::Place || (kind == EventField::Description && m_blanks == 0))) {
        plain(at); // a description may hold lines like these
        return;
    } else if (m_state == State::Over && isPart) {
        m_lines[at].taken = kind == EventField::End;
        return;
    } else if (m_state == State::Fields && kind == EventField::Description && m_block.ids.empty()
        && m_block.source.isEmpty()) {
        close();
        return;
    }
    m_lines[at].taken = true;
    // A source right under the description is that event's, unless it begins the next one.
    const bool idFollows = at + 1 < m_lines.size() && !m_lines[at + 1].isBlank()
        && std::ranges::contains(fieldsOf(m_lines[at + 1].text), EventField::Id, &PrintedField::field);
    m_isSourceLate = kind == EventField::Source && fields.size() == 1 && m_blanks == 0 && !idFollows
        && !fields.front().value.startsWith(u'<');
    for (const auto &one : fields)
        field(at, one);
}

void BlockScanner::field(std::size_t at, const PrintedField &field)
{
    if (beginsAnother(field)) {
        close();
        open(at);
    }
    switch (field.field) {
    case EventField::Id: m_block.ids = field.ids; break;
    case EventField::Source:
        m_block.source = field.value;
        if (m_isSourceLate && m_state == State::Description)
            m_state = State::Over;
        break;
    case EventField::Type: m_block.type = field.value; break;
    case EventField::Category: m_hasCategory = true; break;
    case EventField::Place: break;
    case EventField::Description:
        m_hasLabel = true;
        m_state = State::Fields;
        if (!field.value.isEmpty())
            beginDescription(at, field.value);
        break;
    case EventField::Text: beginDescription(at, field.value); break;
    case EventField::End: m_state = State::Over; break;
    }
}

void BlockScanner::beginDescription(std::size_t at, QStringView text)
{
    m_block.text = text.toString();
    m_state = State::Description;
    m_lines[at].taken = true;
}

void BlockScanner::appendText(std::size_t at)
{
    m_block.text.append(u' ').append(m_lines[at].text.trimmed());
    m_lines[at].taken = true;
    if (m_block.text.size() > LongestDescription)
        m_state = State::Over;
}

/// Whether the line goes on with what the block's fields began.
bool BlockScanner::isDescription(std::size_t at) const
{
    const auto &line = m_lines[at];
    if (isHexDump(line.text))
        return false;
    if (m_state == State::Fields) {
        if (m_block.ids.empty() && m_block.source.isEmpty())
            return false;
        const bool isDeepEnough = line.indent >= m_indent || (line.indent > 0 && m_hasLabel);
        if (!isDeepEnough)
            return false;
        // At the left margin prose follows; only what stands close, or was announced, is a description.
        return m_blanks <= MostBlankLines && (m_hasLabel || m_indent > 0 || m_blanks <= 1);
    }
    if (m_blanks == 0)
        return line.indent > 0 || m_indent == 0 || m_hasLabel;
    return isOpenEnded(m_block.text.trimmed()) && line.indent >= m_indent && line.indent > 0 && m_blanks == 1;
}

void BlockScanner::plain(std::size_t at)
{
    switch (m_state) {
    case State::Outside: return;
    case State::Over:
        if (m_blanks > 0 && m_lines[at].indent < m_indent)
            close();
        return;
    case State::Fields:
        if (announces(m_lines[at].text) && m_lines[at].indent < m_indent) {
            m_hasLabel = true;
            return;
        }
        if (!isDescription(at))
            close();
        else if (const auto bare = bareField(m_lines[at].text); !m_hasLabel && isMissing(bare.field))
            field(at, bare);
        else
            beginDescription(at, m_lines[at].text.trimmed());
        return;
    case State::Description:
        if (isDescription(at)) {
            appendText(at);
            return;
        }
        m_state = State::Over;
        if (m_lines[at].indent < m_indent)
            close();
    }
}

} // namespace

std::vector<EventBlock> blocksIn(ArticleLines &lines)
{
    return BlockScanner(lines).scan();
}

} // namespace evident
