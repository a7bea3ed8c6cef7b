// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tables without a heading, a row a line: what the Event Viewer of NT 4.0 to 2003 saved as text (date, time, source,
// type, category, event, user, computer; the rest of the line is the description, quotes and all) and what the Resource
// Kit's DUMPEL printed (date, time, type, category and event as numbers, then user and source in either order,
// computer, insertion strings). A line that does not begin with a date goes on with the description before it.
#include "formats/text/cells.h"
#include "formats/text/datelearner.h"
#include "formats/text/textdialect.h"

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

enum class RowShape : std::uint8_t { Viewer, Dumpel };

constexpr std::size_t LongestHead = 1024; ///< the cells in front of the description
constexpr qsizetype HeadCells = 8;

/// DUMPEL without -t parts its columns by blanks, several where they are to line up.
QStringList blankCells(QStringView line)
{
    QStringList cells;
    QString cell;
    qsizetype blanks = 0;
    for (const QChar c : line.trimmed()) {
        if (c == u' ' || c == u'\t') {
            blanks += c == u'\t' ? 2 : 1;
            continue;
        }
        if (blanks >= 2 && !cell.isEmpty())
            cells.append(std::exchange(cell, QString()));
        else if (blanks == 1)
            cell += u' ';
        blanks = 0;
        cell += c;
    }
    cells.append(cell);
    return cells;
}

struct RowLayout {
    RowShape shape = RowShape::Viewer;
    QChar separator; ///< null: runs of blanks
    bool userFirst = false; ///< DUMPEL: user in front of source
};

QStringList split(QStringView line, const RowLayout &layout)
{
    if (layout.separator.isNull()) {
        QStringList cells = blankCells(line);
        const qsizetype gap = cells.isEmpty() ? -1 : cells[0].indexOf(u' '); // "4/11/95 4:58:39 AM"
        if (gap > 0) {
            const QString when = cells[0];
            cells[0] = when.first(gap);
            cells.insert(1, when.sliced(gap + 1));
        }
        return cells;
    }
    if (layout.shape == RowShape::Dumpel)
        return cellsOf(line, layout.separator);
    return cellsOf(line, layout.separator, HeadCells + 1);
}

bool isRow(const QStringList &cells, RowShape shape)
{
    if (cells.size() < HeadCells || !readWrittenDate(cells[0] + u' ' + cells[1]))
        return false;
    if (shape == RowShape::Dumpel)
        return isNumber(cells[2]) && isNumber(cells[3]) && isNumber(cells[4]);
    return isNumber(cells[5]) && !isNumber(cells[3]) && !cells[2].trimmed().isEmpty();
}

class PlainRowDialect final : public TextDialect {
public:
    PlainRowDialect(RowLayout layout, DateLanguage language)
        : m_layout(layout)
        , m_dates(language)
    {
    }

    [[nodiscard]] LogFormat format() const override
    {
        return m_layout.separator == u',' || m_layout.separator == u';' ? LogFormat::Csv : LogFormat::Txt;
    }
    [[nodiscard]] std::optional<TextCut> next(UnitWindow &window) const override;
    [[nodiscard]] DecodedRecord decode(const QString &record) const override;
    [[nodiscard]] bool isLearning() const override { return m_dates.isLearning(); }
    void learn(const QString &record) override;
    [[nodiscard]] bool settle() override { return m_dates.settle(); }

private:
    [[nodiscard]] bool beginsRecord(UnitWindow &window) const;
    void setDumpel(ExportedEvent &event, const QStringList &cells) const;

    RowLayout m_layout;
    DateLearner m_dates;
};

bool PlainRowDialect::beginsRecord(UnitWindow &window) const
{
    const int first = window.peek();
    if ((first < '0' || first > '9') && first != '"')
        return false;
    return isRow(split(window.text(lineLength(window, LongestHead)), m_layout), m_layout.shape);
}

std::optional<TextCut> PlainRowDialect::next(UnitWindow &window) const
{
    for (int unit = window.peek(); unit == '\r' || unit == '\n' || unit == 0x1a; unit = window.peek())
        window.advance();
    if (window.atEnd())
        return {};
    TextCut cut{TextCut::Kind::Record, window.offset(), 0, {}};
    if (!beginsRecord(window)) {
        cut.kind = TextCut::Kind::Gap;
        cut.fault = {ErrorCode::BadToken, "a line that is no row"};
    }
    do {
        skipLine(window);
        if (window.offset() - cut.begin > LongestRecord && cut.kind == TextCut::Kind::Record) {
            cut.kind = TextCut::Kind::Torn;
            cut.fault = {ErrorCode::TooLarge, "a row"};
            break;
        }
    } while (!window.atEnd() && !beginsRecord(window));
    cut.end = window.offset();
    return cut;
}

void PlainRowDialect::setDumpel(ExportedEvent &event, const QStringList &cells) const
{
    event.set(ExportColumn::ClassicType, cells[2], {});
    event.set(ExportColumn::Task, cells[3], {});
    event.set(ExportColumn::EventId, cells[4], {});
    event.set(m_layout.userFirst ? ExportColumn::User : ExportColumn::Source, cells[5], {});
    event.set(m_layout.userFirst ? ExportColumn::Source : ExportColumn::User, cells[6], {});
    event.set(ExportColumn::Computer, cells[7], {});
    for (qsizetype i = HeadCells; i < cells.size(); ++i)
        event.addString(cells[i].trimmed());
}

DecodedRecord PlainRowDialect::decode(const QString &record) const
{
    const QStringView line = QStringView(record).trimmed();
    const QStringList cells = split(line, m_layout);
    if (cells.size() < HeadCells)
        return {{}, RecordFault{ErrorCode::Truncated, "a row"}};
    ExportedEvent event(m_dates.reading());
    event.set(ExportColumn::Date, cells[0], {});
    event.set(ExportColumn::Clock, cells[1], {});
    if (m_layout.shape == RowShape::Dumpel) {
        setDumpel(event, cells);
        return event.finish();
    }
    event.set(ExportColumn::Source, cells[2], {});
    event.set(ExportColumn::EventLevel, cells[3], {});
    event.set(ExportColumn::Task, cells[4], {});
    event.set(ExportColumn::EventId, cells[5], {});
    event.set(ExportColumn::User, cells[6], {});
    event.set(ExportColumn::Computer, cells[7], {});
    if (cells.size() > HeadCells) {
        const QStringList description = cellsOf(cells[HeadCells], QChar(u'\uffff')); // a quoted one loses its quotes
        event.set(ExportColumn::Message, description.first().trimmed(), {});
    }
    return event.finish();
}

void PlainRowDialect::learn(const QString &record)
{
    const QStringList cells = split(QStringView(record).trimmed(), m_layout);
    if (cells.size() >= 2)
        m_dates.learn(cells[0] + u' ' + cells[1]);
}

/// Which of the two columns behind the numbers is the user: the one that reads N/A or DOMAIN\name.
bool isUser(QStringView cell)
{
    return meansNothing(cell) || cell.contains(u'\\') || cell.startsWith("S-1-"_L1);
}

bool isEnglishType(QStringView type)
{
    static constexpr std::array Types{u"Error", u"Warning", u"Information", u"Success Audit", u"Failure Audit"};
    return std::ranges::any_of(Types, [&](const char16_t *known) { return type.trimmed() == QStringView(known); });
}

} // namespace

std::unique_ptr<TextDialect> plainRowDialect(const TextHead &head)
{
    const QStringView text = QStringView(head.text).trimmed();
    const qsizetype end = text.indexOf(u'\n');
    const QStringView line = (end < 0 ? text : text.first(end)).trimmed();
    if (line.isEmpty() || !(line[0].isDigit() || line[0] == u'"'))
        return {};
    for (const QChar separator : {QChar(u'\t'), QChar(u','), QChar(u';'), QChar()}) {
        for (const RowShape shape : {RowShape::Viewer, RowShape::Dumpel}) {
            RowLayout layout{.shape = shape, .separator = separator, .userFirst = false};
            const QStringList cells = split(line, layout);
            if (!isRow(cells, shape) || (separator.isNull() && shape == RowShape::Viewer))
                continue;
            layout.userFirst = shape == RowShape::Dumpel && isUser(cells[5]);
            const bool english = shape == RowShape::Dumpel || isEnglishType(cells[3]);
            return std::make_unique<PlainRowDialect>(layout, english ? DateLanguage::English : DateLanguage::Other);
        }
    }
    return {};
}

} // namespace evident
