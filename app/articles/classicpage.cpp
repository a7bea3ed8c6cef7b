// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/classicpage.h"

#include "details/readingtext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace evident {

namespace {

struct ClassicPage {
    Q_DECLARE_TR_FUNCTIONS(ClassicPage)
};

enum class LineKind : std::uint8_t { Blank, Prose, Bullet, Numbered, Verbatim };

LineKind kindOf(const QString &line)
{
    static const QRegularExpression bullet(QStringLiteral("^ {0,2}[-*] +\\S"));
    static const QRegularExpression numbered(QStringLiteral("^ {0,2}\\d{1,2}[.)] +\\S"));
    if (line.trimmed().isEmpty())
        return LineKind::Blank;
    if (line.contains(bullet))
        return LineKind::Bullet;
    if (line.contains(numbered))
        return LineKind::Numbered;
    return line.front().isSpace() ? LineKind::Verbatim : LineKind::Prose;
}

/// Turns the lines of one section into Markdown, paragraph by paragraph.
class SectionWriter {
public:
    void add(const QString &line);
    [[nodiscard]] QString finished();

private:
    void end();
    void endVerbatim();

    QString m_markdown;
    QStringList m_lines; ///< of the paragraph that is open
    LineKind m_kind = LineKind::Blank;
};

void SectionWriter::add(const QString &line)
{
    const LineKind kind = kindOf(line);
    const bool isOpen = m_kind != LineKind::Blank;
    const bool goesOnItem = (m_kind == LineKind::Bullet || m_kind == LineKind::Numbered) && kind == LineKind::Verbatim;
    if (!(isOpen && (kind == m_kind || goesOnItem)) || kind == LineKind::Bullet || kind == LineKind::Numbered) {
        end();
        m_kind = kind;
    }
    if (kind != LineKind::Blank)
        m_lines.append(line);
}

/// What is indented is a message, a path, a listing: its lines stay as they are.
void SectionWriter::endVerbatim()
{
    static const QRegularExpression blanks(QStringLiteral("^\\s*"));
    qsizetype margin = m_lines.first().size();
    for (const QString &line : std::as_const(m_lines))
        margin = std::min(margin, blanks.match(line).capturedLength());
    QString fence = QStringLiteral("```");
    const QString text = m_lines.join(u'\n');
    while (text.contains(fence))
        fence += u'`';
    m_markdown += fence + u'\n';
    for (const QString &line : std::as_const(m_lines))
        m_markdown += line.sliced(margin) + u'\n';
    m_markdown += fence + QStringLiteral("\n\n");
}

void SectionWriter::end()
{
    static const QRegularExpression mark(QStringLiteral("^(?:[-*]|\\d{1,2}[.)]) +"));
    const QString text = m_lines.join(u' ').simplified();
    switch (m_kind) {
    case LineKind::Blank: break;
    case LineKind::Prose: m_markdown += escapedForMarkdown(text) + QStringLiteral("\n\n"); break;
    case LineKind::Bullet:
        m_markdown += QStringLiteral("- ") + escapedForMarkdown(QString(text).remove(mark)) + QStringLiteral("\n\n");
        break;
    case LineKind::Numbered:
        m_markdown += text.section(QRegularExpression(QStringLiteral("[.)]")), 0, 0) + QStringLiteral(". ")
            + escapedForMarkdown(QString(text).remove(mark)) + QStringLiteral("\n\n");
        break;
    case LineKind::Verbatim: endVerbatim(); break;
    }
    m_lines.clear();
    m_kind = LineKind::Blank;
}

QString SectionWriter::finished()
{
    end();
    return m_markdown;
}

QString sectionMarkdown(const QString &text)
{
    SectionWriter writer;
    const auto lines = text.split(u'\n');
    for (QString line : lines)
        writer.add(line.replace(u'\t', QStringLiteral("    ")));
    return writer.finished();
}

/// "MORE INFORMATION" shouts where it is one heading among others.
QString headingOf(const ClassicSection &section)
{
    const QString &heading = section.heading;
    return heading == heading.toUpper() ? heading.left(1) + heading.sliced(1).toLower() : heading;
}

} // namespace

QString pageMarkdown(const ClassicArticle &article)
{
    QString page;
    for (const ClassicSection &section : article.sections) {
        if (!section.heading.isEmpty())
            page += QStringLiteral("%1 %2\n\n")
                        .arg(QString(section.depth + 1, u'#'), escapedForMarkdown(headingOf(section)));
        page += sectionMarkdown(section.text);
    }
    if (!article.appliesTo.isEmpty()) {
        page += QStringLiteral("## %1\n\n").arg(ClassicPage::tr("Applies to"));
        for (const QString &product : article.appliesTo)
            page += QStringLiteral("- ") + escapedForMarkdown(product) + u'\n';
    }
    if (!article.disclaimer.isEmpty())
        page += QStringLiteral("\n## %1\n\n%2")
                    .arg(ClassicPage::tr("Disclaimer of the article"), sectionMarkdown(article.disclaimer));
    return page;
}

QString originText(const ClassicArticle &article)
{
    return ClassicPage::tr("Microsoft Knowledge Base article %1, %2").arg(article.number, article.date);
}

} // namespace evident
