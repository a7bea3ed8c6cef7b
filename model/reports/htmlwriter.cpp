// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/htmlwriter.h"

namespace evident {

namespace {

bool isItem(const TextBlock &block)
{
    return block.kind == TextBlock::Kind::Bullet || block.kind == TextBlock::Kind::Numbered;
}

bool isRow(const TextBlock &block)
{
    return block.kind == TextBlock::Kind::TableHead || block.kind == TextBlock::Kind::TableRow;
}

} // namespace

HtmlWriter::Element::Element(HtmlWriter &writer, const char *name)
    : m_writer(writer)
    , m_name(name)
{
}

HtmlWriter::Element::~Element()
{
    m_writer.m_out.append("</").append(m_name).append(">");
}

HtmlWriter::Element HtmlWriter::element(const char *name, const char *classes)
{
    m_out.append('<').append(name);
    if (*classes != '\0')
        m_out.append(" class=\"").append(classes).append('"');
    m_out += '>';
    return {*this, name};
}

HtmlWriter::Element HtmlWriter::element(const char *name, const char *attribute, const QString &value)
{
    m_out.append('<').append(name).append(' ').append(attribute).append("=\"");
    text(value);
    m_out += "\">";
    return {*this, name};
}

void HtmlWriter::textElement(const char *name, const QString &text, const char *classes)
{
    const auto scope = element(name, classes);
    this->text(text);
}

void HtmlWriter::text(const QString &text)
{
    m_out += text.toHtmlEscaped().toUtf8();
}

void HtmlWriter::runs(const TextRuns &runs)
{
    for (const TextRun &run : runs) {
        const char *const openings[] = {run.bold ? "<strong>" : "", run.italic ? "<em>" : "", run.code ? "<code>" : ""};
        const char *const closings[] = {
            run.code ? "</code>" : "", run.italic ? "</em>" : "", run.bold ? "</strong>" : ""};
        if (!run.link.isEmpty())
            m_out.append("<a href=\"").append(run.link.toHtmlEscaped().toUtf8()).append("\">");
        for (const char *opening : openings)
            m_out += opening;
        text(run.text);
        for (const char *closing : closings)
            m_out += closing;
        if (!run.link.isEmpty())
            m_out += "</a>";
    }
}

void HtmlWriter::block(const TextBlock &block)
{
    switch (block.kind) {
    case TextBlock::Kind::Heading: {
        const auto scope = element("h4");
        runs(block.runs);
        break;
    }
    case TextBlock::Kind::Code: textElement("pre", plainText(block.runs)); break;
    default: {
        const auto scope = element("p");
        runs(block.runs);
        break;
    }
    }
}

/// The list that begins at blocks[at], with everything that stands in its items.
void HtmlWriter::list(const std::vector<TextBlock> &blocks, std::size_t &at)
{
    const TextBlock &first = blocks[at];
    const bool numbered = first.kind == TextBlock::Kind::Numbered;
    const auto scope = numbered ? element("ol", "start", QString::number(first.number)) : element("ul");
    while (at < blocks.size() && blocks[at].depth == first.depth && blocks[at].kind == first.kind) {
        const auto item = element("li");
        runs(blocks[at++].runs);
        while (at < blocks.size() && blocks[at].depth >= first.depth) {
            if (isItem(blocks[at]) && blocks[at].depth == first.depth)
                break;
            this->blocks(blocks, at);
        }
    }
}

/// The table whose first row is blocks[at].
void HtmlWriter::table(const std::vector<TextBlock> &blocks, std::size_t &at)
{
    const auto scope = element("table", "list");
    bool first = true;
    for (; at < blocks.size() && isRow(blocks[at]); ++at) {
        const bool head = blocks[at].kind == TextBlock::Kind::TableHead;
        if (head && !first)
            break; // another table
        first = false;
        const auto row = element("tr");
        for (const TextRuns &cell : blocks[at].cells) {
            const auto field = element(head ? "th" : "td");
            runs(cell);
        }
    }
}

/// One block, or the whole list or table that begins with it.
void HtmlWriter::blocks(const std::vector<TextBlock> &blocks, std::size_t &at)
{
    if (isItem(blocks[at]))
        list(blocks, at);
    else if (isRow(blocks[at]))
        table(blocks, at);
    else
        block(blocks[at++]);
}

void HtmlWriter::markdown(const QString &markdown)
{
    const auto blocks = readMarkdown(markdown);
    for (std::size_t at = 0; at < blocks.size();)
        this->blocks(blocks, at);
}

} // namespace evident
