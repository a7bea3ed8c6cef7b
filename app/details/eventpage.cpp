// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/eventpage.h"

#include "looks/fonts.h"
#include "looks/spacing.h"
#include "looks/verdictcolors.h"
#include "reports/words.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <utility>
#include <vector>

namespace evident {

namespace {

struct Line {
    QString label;
    QString value;
};
using Lines = std::vector<Line>;

struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(EventWords)
};

/// As plain text with its line breaks.
QString plain(const QString &text)
{
    return visible(text).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

QString hex(std::uint64_t number)
{
    return QStringLiteral("0x%1").arg(number, 0, 16);
}

Lines headLines(const Subject &subject, const QTimeZone &zone)
{
    const Event &event = subject.event;
    const auto time = timeText(event.time, zone);
    Lines lines{
        {EventWords::tr("Log Name"), event.channel},
        {EventWords::tr("Source"), event.provider},
        {EventWords::tr("Date and Time"), time},
        {EventWords::tr("Event ID"), QString::number(event.id)},
        {EventWords::tr("Level"), levelText(event.level)},
        {EventWords::tr("Task Category"), event.task ? QString::number(event.task) : QString()},
        {EventWords::tr("Keywords"), event.keywords ? hex(event.keywords) : QString()},
        {EventWords::tr("User"), event.user},
        {EventWords::tr("Computer"), event.computer},
        {EventWords::tr("Opcode"), event.opcode ? QString::number(event.opcode) : QString()},
        {EventWords::tr("Record ID"), event.recordId ? QString::number(*event.recordId) : QString()},
        {EventWords::tr("Event Source Name"), event.sourceName},
        {EventWords::tr("Qualifiers"), event.qualifiers ? hex(*event.qualifiers) : QString()},
        {EventWords::tr("Process and Thread"),
            event.processId ? QStringLiteral("%1, %2").arg(event.processId).arg(event.threadId) : QString()},
        {EventWords::tr("Activity ID"), event.activityId},
        {EventWords::tr("File"), EventWords::tr("%1, byte %L2").arg(subject.file).arg(subject.place)},
    };
    std::erase_if(lines, [](const Line &line) { return line.value.isEmpty(); });
    return lines;
}

Lines valueLines(const EventValues &content)
{
    Lines lines;
    int number = 0;
    for (const EventValue &value : content.values) {
        ++number;
        lines.push_back({value.name.isEmpty() ? EventWords::tr("String %1").arg(number) : value.name, value.text});
    }
    return lines;
}

QString heading(const QString &text)
{
    return QStringLiteral("<p class='heading'>%1</p>").arg(text.toHtmlEscaped());
}

QString table(const Lines &lines, const char *valueClass)
{
    QString rows;
    for (const Line &line : lines) {
        rows += QStringLiteral("<tr><td class='label'>%1</td><td class='%2'>%3</td></tr>")
                    .arg(line.label.toHtmlEscaped(), QLatin1StringView(valueClass), plain(line.value));
    }
    return QStringLiteral("<table cellspacing='0' cellpadding='0'>%1</table>").arg(rows);
}

QString originWords(DescriptionOrigin origin)
{
    switch (origin) {
    case DescriptionOrigin::Windows: return EventWords::tr("Windows' own text");
    case DescriptionOrigin::Article:
        return EventWords::tr("Evident's summary; the log does not hold Windows' own text");
    case DescriptionOrigin::Values:
        return EventWords::tr("The event's values; the log does not hold Windows' own text");
    case DescriptionOrigin::Nothing: return EventWords::tr("The event holds no text and no values");
    }
    Q_UNREACHABLE_RETURN({});
}

QString marksNote(RowMark marks)
{
    if (has(marks, RowMark::Recovered))
        return EventWords::tr(
            "Carved from a part of the file that its log no longer counts; it may be old or incomplete.");
    if (has(marks, RowMark::InDamage))
        return EventWords::tr("Lies in a damaged part of the file; its values may be wrong.");
    return {};
}

QString pageHtml(const Subject &subject, const QTimeZone &zone)
{
    QString page = heading(EventWords::tr("Description"));
    page += QStringLiteral("<p class='text'>%1</p><p class='quiet'>%2</p>")
                .arg(plain(subject.description.text), originWords(subject.description.origin).toHtmlEscaped());
    if (const QString note = marksNote(subject.marks); !note.isEmpty())
        page += QStringLiteral("<p class='text'>%1</p>").arg(note.toHtmlEscaped());
    page += heading(EventWords::tr("Event")) + table(headLines(subject, zone), "plain");
    const Lines values = valueLines(subject.event.content);
    if (!values.empty())
        page += heading(EventWords::tr("Values")) + table(values, "value");
    if (const QByteArray &data = subject.event.content.data; !data.isEmpty()) {
        page += heading(EventWords::tr("Data, %Ln byte(s)", nullptr, static_cast<int>(data.size())))
            + QStringLiteral("<pre class='value'>%1</pre>").arg(hexDump(data).toHtmlEscaped());
    }
    return page;
}

} // namespace

QString hexDump(const QByteArray &data, qsizetype limit)
{
    const qsizetype shown = std::min(data.size(), limit);
    const int hexWidth = -static_cast<int>(std::min<qsizetype>(16, shown) * 3);
    QString dump;
    for (qsizetype line = 0; line < shown; line += 16) {
        const QByteArray bytes = data.mid(line, std::min<qsizetype>(16, shown - line));
        QString ascii;
        for (const char byte : bytes)
            ascii += byte >= 0x20 && byte < 0x7f ? QChar::fromLatin1(byte) : QChar(u'.');
        dump += QStringLiteral("%1  %2  %3\n")
                    .arg(line, 4, 16, QLatin1Char('0'))
                    .arg(QString::fromLatin1(bytes.toHex(' ')), hexWidth)
                    .arg(ascii);
    }
    if (shown < data.size())
        dump += EventWords::tr("… and %L1 more bytes").arg(data.size() - shown) + u'\n';
    return dump;
}

EventPage::EventPage(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Event"));
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(spacing::Wide);
}

QVariant EventPage::loadResource(int, const QUrl &)
{
    return {};
}

void EventPage::showSubject(const Subject &subject, const QTimeZone &zone)
{
    m_subject = subject;
    m_zone = zone;
    layDown();
}

void EventPage::showNothing()
{
    m_subject.reset();
    clear();
}

void EventPage::layDown()
{
    if (!m_subject)
        return;
    const QString fixed = fixedFont(font()).family();
    document()->setDefaultFont(tabularFont(font()));
    document()->setDefaultStyleSheet(
        QStringLiteral("p.heading { font-weight: 600; margin-top: 8px; margin-bottom: 4px; }"
                       "p.text { margin-top: 0; margin-bottom: 4px; }"
                       "p.quiet { color: %1; margin-top: 0; margin-bottom: 8px; }"
                       "td.label { color: %1; padding-right: 16px; padding-bottom: 4px; white-space: nowrap; }"
                       "td.plain { padding-bottom: 4px; }"
                       "td.value { padding-bottom: 4px; font-family: '%2'; }"
                       "pre.value { font-family: '%2'; margin-top: 0; }")
            .arg(quietText(palette()).name(), fixed));
    setHtml(pageHtml(*m_subject, m_zone));
}

void EventPage::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        layDown();
}

} // namespace evident
