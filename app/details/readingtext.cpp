// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/readingtext.h"

#include "looks/fonts.h"
#include "looks/spacing.h"
#include "looks/verdictcolors.h"

#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>
#include <QToolTip>

#include <cmath>

namespace evident {

namespace {

constexpr int CharactersALine = 78; // of average width; letters of real sentences are wider, so fewer stand in a line

/// Holds no pictures: of itself Qt opens any file that a text names, even one on a server.
class SealedDocument final : public QTextDocument {
public:
    using QTextDocument::QTextDocument;

protected:
    [[nodiscard]] QVariant loadResource(int, const QUrl &) override { return QByteArray(""); }
};

struct Faces {
    QFont text;
    QFont fixed;
    QPalette palette;
};

void setBlockAir(QTextCursor &cursor, const QTextBlock &block)
{
    QTextBlockFormat format = block.blockFormat();
    const bool heading = format.headingLevel() > 0;
    const bool first = block == block.document()->begin();
    const bool item = block.textList() != nullptr;
    const bool cell = QTextCursor(block).currentTable() != nullptr;
    format.setTopMargin(heading && !first ? spacing::Normal : 0);
    format.setBottomMargin(cell ? 0 : heading || item ? spacing::Tight : spacing::Normal);
    format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    cursor.setPosition(block.position());
    cursor.setBlockFormat(format);
}

void setFragmentFace(QTextCursor &cursor, const QTextFragment &fragment, bool heading, const Faces &faces)
{
    QTextCharFormat format = fragment.charFormat();
    const bool value = format.fontFixedPitch();
    const bool bold = heading || format.fontWeight() >= QFont::DemiBold;
    const bool italic = format.fontItalic();
    format.setFont(value ? faces.fixed : faces.text);
    format.setFontWeight(bold ? QFont::DemiBold : QFont::Normal);
    format.setFontItalic(italic);
    format.clearProperty(QTextFormat::FontSizeAdjustment);
    if (value) {
        format.setFontFixedPitch(true);
        format.setBackground(mixed(faces.palette.color(QPalette::Base), faces.palette.color(QPalette::Text), 0.07));
    }
    if (format.isAnchor())
        format.setForeground(faces.palette.color(QPalette::Link));
    cursor.setPosition(fragment.position());
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
    cursor.setCharFormat(format);
}

/// Tables of our dialect: hairlines, air, and no wider than what they hold.
void setTableLooks(QTextDocument &document, const QPalette &palette)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(hairline(palette));
        format.setCellPadding(spacing::Tight);
        format.setTopMargin(0);
        format.setBottomMargin(spacing::Normal);
        format.setWidth(QTextLength());
        table->setFormat(format);
    }
}

void layDown(QTextDocument &document, const QString &markdown, const Faces &faces)
{
    document.setDocumentMargin(0);
    document.setDefaultFont(faces.text);
    document.setIndentWidth(2 * spacing::Wide - spacing::Normal);
    document.setMarkdown(markdown,
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QList<QTextFragment> fragments;
        for (auto at = block.begin(); !at.atEnd(); ++at)
            fragments.append(at.fragment());
        const bool heading = block.blockFormat().headingLevel() > 0;
        for (const QTextFragment &fragment : std::as_const(fragments))
            setFragmentFace(cursor, fragment, heading, faces);
        setBlockAir(cursor, block);
    }
    setTableLooks(document, faces.palette);
}

} // namespace

QString escapedForMarkdown(QStringView plain)
{
    QString escaped;
    escaped.reserve(plain.size() * 2);
    for (const QChar each : plain) {
        if (each.unicode() < 0x80 && each.isPrint() && !each.isLetterOrNumber() && !each.isSpace())
            escaped += u'\\';
        if (each == u'\n')
            escaped += QStringLiteral("  ");
        escaped += each;
    }
    return escaped;
}

ReadingText::ReadingText(QWidget *parent)
    : QTextBrowser(parent)
{
    setDocument(new SealedDocument(this));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(
        document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ReadingText::fitHeight);
    // Where a link leads is seen before it is followed, by mouse and keyboard alike.
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl &link) {
        const bool isWeb = link.scheme() == QStringLiteral("https") || link.scheme() == QStringLiteral("http");
        if (isWeb)
            QToolTip::showText(placeOf(link), link.toDisplayString(QUrl::FullyEncoded), this);
        else
            QToolTip::hideText();
    });
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.scheme() == QStringLiteral("https") || link.scheme() == QStringLiteral("http"))
            QDesktopServices::openUrl(link);
        else
            emit placeWanted(link);
    });
}

void ReadingText::showMarkdown(const QString &markdown)
{
    m_markdown = markdown;
    layDown(*document(), markdown, {.text = font(), .fixed = fixedFont(font()), .palette = palette()});
    moveCursor(QTextCursor::Start);
    fitHeight();
}

int ReadingText::readingWidth() const
{
    return fontMetrics().averageCharWidth() * CharactersALine;
}

int ReadingText::heightOf(const QString &markdown, int width) const
{
    SealedDocument other;
    layDown(other, markdown, {.text = font(), .fixed = fixedFont(font()), .palette = palette()});
    other.setTextWidth(width);
    return static_cast<int>(std::ceil(other.size().height()));
}

/// Where @p link is seen: under the mouse, else where the keyboard went.
QPoint ReadingText::placeOf(const QUrl &link) const
{
    const QPoint mouse = QCursor::pos();
    if (link == QUrl(anchorAt(viewport()->mapFromGlobal(mouse))))
        return mouse;
    return viewport()->mapToGlobal(cursorRect().bottomLeft());
}

QSize ReadingText::sizeHint() const
{
    return {readingWidth(), height()};
}

QSize ReadingText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, height()};
}

void ReadingText::fitHeight()
{
    const int wanted = static_cast<int>(std::ceil(document()->size().height()));
    if (wanted != height() || wanted != minimumHeight())
        setFixedHeight(wanted);
}

void ReadingText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

void ReadingText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    const bool looks = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (looks && !m_markdown.isEmpty())
        showMarkdown(m_markdown);
}

void ReadingText::keyPressEvent(QKeyEvent *event)
{
    // The page around it scrolls.
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!(event->modifiers() & Qt::ShiftModifier)) {
            event->ignore();
            return;
        }
        break;
    default: break;
    }
    QTextBrowser::keyPressEvent(event);
}

} // namespace evident
