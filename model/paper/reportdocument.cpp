// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/reportdocument.h"

#include "paper/paperwriter.h"
#include "paper/verdictshape.h"
#include "reports/reportpage.h"

#include <QAbstractTextDocumentLayout>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

void writeOverview(PaperWriter &paper, const ReportPage &page)
{
    paper.title(page.title);
    paper.paragraph(page.made, PaperWriter::Tone::Quiet);
    paper.paragraph(page.zone, PaperWriter::Tone::Quiet);
    paper.facts(page.totals);
    paper.rule();
    paper.chapter(headingText(PageHeading::Findings));
    if (page.findings.empty())
        paper.paragraph(headingText(PageHeading::NoFindings));
    for (const FindingPart &part : page.findings)
        paper.badge(part.verdict, part.verdictWord, part.oneLine());
}

void writeChecks(PaperWriter &paper, const FindingPart &part)
{
    for (const CheckPart &check : part.checks) {
        paper.heading(check.question);
        paper.paragraph(check.answer, PaperWriter::Tone::Plain, PaperWriter::Weight::Bold);
        paper.markdown(check.next);
        paper.facts(check.facts);
    }
}

void writeEvent(PaperWriter &paper, const FindingPart &part)
{
    paper.heading(headingText(PageHeading::Event));
    paper.facts(part.event);
    if (!part.windowsText.isEmpty()) {
        paper.heading(headingText(PageHeading::WindowsText));
        paper.monospaced(part.windowsText);
    }
    if (!part.values.empty()) {
        paper.heading(headingText(PageHeading::Values));
        paper.facts(part.values);
    }
    if (!part.dataLines.isEmpty()) {
        paper.heading(headingText(PageHeading::Data));
        paper.monospaced(part.dataLines.join(u'\n'));
    }
}

void writeList(PaperWriter &paper, PageHeading heading, const QStringList &items)
{
    if (items.isEmpty())
        return;
    paper.heading(headingText(heading));
    paper.bullets(items);
}

QStringList sourceLines(const std::vector<ArticleSource> &sources)
{
    QStringList lines;
    for (const ArticleSource &source : sources)
        lines.append(source.address.isEmpty() ? source.title : u"%1 <%2>"_s.arg(source.title, source.address));
    return lines;
}

void writeFinding(PaperWriter &paper, const FindingPart &part)
{
    paper.rule();
    paper.badge(part.verdict, part.verdictLine(), {});
    paper.chapter(part.title);
    paper.paragraph(part.counted, PaperWriter::Tone::Quiet);
    paper.markdown(part.conclusion);
    paper.paragraph(part.summary);
    writeChecks(paper, part);
    for (const TextSection &section : part.sections) {
        paper.heading(section.heading);
        paper.markdown(section.markdown);
    }
    writeEvent(paper, part);
    writeList(paper, PageHeading::Why, part.why);
    writeList(paper, PageHeading::AlsoPossible, part.alsoPossible);
    writeList(paper, PageHeading::Sources, sourceLines(part.sources));
    paper.facts(part.article);
}

void writeUnexplained(PaperWriter &paper, const ReportPage &page)
{
    if (page.unexplained.empty())
        return;
    paper.rule();
    paper.chapter(headingText(PageHeading::Unexplained));
    std::vector<QStringList> rows;
    rows.reserve(page.unexplained.size());
    for (const UnexplainedRow &row : page.unexplained)
        rows.push_back({row.count, row.level, row.source, row.id});
    paper.table({headingText(PageHeading::Count), headingText(PageHeading::Level), headingText(PageHeading::Source),
                    headingText(PageHeading::EventId)},
        rows);
}

void writeLogs(PaperWriter &paper, const ReportPage &page)
{
    paper.rule();
    paper.chapter(headingText(PageHeading::Logs));
    for (const LogPart &log : page.logs) {
        paper.heading(log.path);
        paper.paragraph(log.contents);
        if (log.damages.isEmpty())
            continue;
        paper.paragraph(log.damageSummary + u':', PaperWriter::Tone::Plain, PaperWriter::Weight::Bold);
        paper.bullets(log.damages);
    }
}

} // namespace

std::unique_ptr<QTextDocument> reportDocument(const Report &report)
{
    const ReportPage page = composePage(report);
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setMetaInformation(QTextDocument::DocumentTitle, page.title);
    PaperWriter paper(*document);
    writeOverview(paper, page);
    for (const FindingPart &part : page.findings)
        writeFinding(paper, part);
    writeUnexplained(paper, page);
    writeLogs(paper, page);
    // Only now: a document that has a layout is laid out anew with every insertion.
    document->documentLayout()->registerHandler(VerdictShape::ObjectType, new VerdictShape(document.get()));
    return document;
}

} // namespace evident
