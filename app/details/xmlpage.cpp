// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/xmlpage.h"

#include "looks/fonts.h"
#include "looks/spacing.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <QEvent>
#include <QTextDocument>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace evident {

QString indentedXml(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QString indented;
    QXmlStreamWriter writer(&indented);
    writer.setAutoFormatting(true);
    writer.setAutoFormattingIndent(2);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartDocument() || reader.isEndDocument() || reader.hasError() || reader.isWhitespace())
            continue;
        writer.writeCurrentToken(reader);
    }
    return reader.hasError() ? QString::fromUtf8(xml) : indented.trimmed();
}

XmlPage::XmlPage(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new KSyntaxHighlighting::SyntaxHighlighter(document()))
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("XML"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFont(fixedFont(font()));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(spacing::Wide);
    auto definition = m_repository.definitionForName(QStringLiteral("Windows Event XML"));
    if (!definition.isValid())
        definition = m_repository.definitionForName(QStringLiteral("XML"));
    m_highlighter->setDefinition(definition);
    followPalette();
}

XmlPage::~XmlPage()
{
    // It refers to a definition of our repository, which goes before the document does.
    delete m_highlighter;
}

void XmlPage::showXml(const QByteArray &xml)
{
    setPlainText(indentedXml(xml));
}

void XmlPage::followPalette()
{
    m_highlighter->setTheme(m_repository.themeForPalette(palette()));
    m_highlighter->rehighlight();
}

void XmlPage::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        followPalette();
}

} // namespace evident
