// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/htmlwriter.h"
#include "reports/reportpage.h"

#include <QFile>
#include <QLocale>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Shape and mark of each verdict in a square of 16; the words stand beside it.
constexpr std::array Shapes{
    R"(<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/><path class="mark" d="M8 4.4v4M8 11.6v.01"/>)",
    R"(<path d="M8 1.2 15.4 14.6H.6z"/><path class="mark" d="M8 6v3.6M8 12.3v.01"/>)",
    R"(<path d="M8 .6 15.4 8 8 15.4.6 8z"/><path class="mark" d="M6.1 6.2 6.9 5h2.2l.8 1.3L8 8.2v.5M8 11.3v.01"/>)",
    R"(<path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z"/><path class="mark" d="M4.8 8.2 7 10.4l4.2-4.6"/>)",
};
static_assert(Shapes.size() == std::to_underlying(Verdict::Harmless) + 1U);

QByteArray classesWith(const char *first, Verdict verdict)
{
    return QByteArray(first) + ' ' + QByteArray(verdictWord(verdict).data());
}

QString anchor(std::size_t index)
{
    return u"finding-%1"_s.arg(index + 1);
}

void writeBadge(HtmlWriter &html, Verdict verdict, const QString &words)
{
    const auto badge = html.element("span", classesWith("badge", verdict).constData());
    html.raw(R"(<svg viewBox="0 0 16 16" aria-hidden="true">)");
    html.raw(Shapes.at(std::to_underlying(verdict)));
    html.raw("</svg>");
    html.textElement("span", words);
}

void writeFacts(HtmlWriter &html, const Facts &facts)
{
    if (facts.empty())
        return;
    const auto table = html.element("table", "facts");
    const auto body = html.element("tbody");
    for (const Fact &fact : facts) {
        const auto row = html.element("tr");
        html.raw("<th scope=\"row\">");
        html.text(fact.label);
        html.raw("</th>");
        html.textElement("td", fact.value, fact.face == Fact::Face::Monospaced ? "value mono" : "value");
    }
}

void writeHeader(HtmlWriter &html, const ReportPage &page)
{
    const auto header = html.element("header");
    html.textElement("h1", page.title);
    html.textElement("p", page.made, "made quiet");
    html.textElement("p", page.zone, "made quiet");
    const auto totals = html.element("dl", "totals");
    for (const Fact &fact : page.totals) {
        const auto group = html.element("div");
        html.textElement("dt", fact.label);
        html.textElement("dd", fact.value);
    }
}

void writeOverview(HtmlWriter &html, const ReportPage &page)
{
    const auto section = html.element("section", "overview");
    html.textElement("h2", headingText(PageHeading::Findings));
    if (page.findings.empty())
        return html.textElement("p", headingText(PageHeading::NoFindings));
    const auto table = html.element("table", "list");
    const auto body = html.element("tbody");
    for (std::size_t i = 0; i < page.findings.size(); ++i) {
        const FindingPart &part = page.findings[i];
        const auto row = html.element("tr");
        {
            const auto cell = html.element("td");
            writeBadge(html, part.verdict, part.verdictWord);
        }
        html.textElement("td", part.count, "number");
        const auto cell = html.element("td");
        {
            const auto link = html.element("a", "href", u'#' + anchor(i));
            html.text(part.title);
        }
        html.textElement("div", part.computerLine(), "quiet");
    }
}

void writeChecks(HtmlWriter &html, const FindingPart &part)
{
    for (const CheckPart &check : part.checks) {
        const auto card = html.element("div", "check");
        html.textElement("h3", check.question);
        html.textElement("p", check.answer, "answer");
        html.markdown(check.next);
        writeFacts(html, check.facts);
    }
}

void writeEvent(HtmlWriter &html, const FindingPart &part)
{
    html.textElement("h3", headingText(PageHeading::Event));
    writeFacts(html, part.event);
    if (!part.windowsText.isEmpty()) {
        html.textElement("h3", headingText(PageHeading::WindowsText));
        html.textElement("pre", part.windowsText);
    }
    if (!part.values.empty()) {
        html.textElement("h3", headingText(PageHeading::Values));
        writeFacts(html, part.values);
    }
    if (!part.dataLines.isEmpty()) {
        html.textElement("h3", headingText(PageHeading::Data));
        html.textElement("pre", part.dataLines.join(u'\n'));
    }
}

void writeList(HtmlWriter &html, PageHeading heading, const QStringList &items)
{
    if (items.isEmpty())
        return;
    html.textElement("h3", headingText(heading));
    const auto list = html.element("ul");
    for (const QString &item : items)
        html.textElement("li", item);
}

void writeSources(HtmlWriter &html, const FindingPart &part)
{
    if (!part.sources.empty())
        html.textElement("h3", headingText(PageHeading::Sources));
    for (const ArticleSource &source : part.sources) {
        const auto paragraph = html.element("p");
        html.text(source.title);
        if (source.address.startsWith("http://"_L1) || source.address.startsWith("https://"_L1)) {
            html.raw(" · ");
            const auto link = html.element("a", "href", source.address);
            html.text(source.address);
        }
    }
}

void writeFinding(HtmlWriter &html, const FindingPart &part, std::size_t index)
{
    const auto place = html.element("div", "id", anchor(index));
    const auto finding = html.element("article", classesWith("finding", part.verdict).constData());
    writeBadge(html, part.verdict, part.verdictLine());
    html.textElement("h2", part.title);
    html.textElement("p", part.counted, "counted quiet");
    if (!part.conclusion.isEmpty()) {
        const auto conclusion = html.element("div", "conclusion");
        html.markdown(part.conclusion);
    }
    html.textElement("p", part.summary, "summary");
    writeChecks(html, part);
    for (const TextSection &section : part.sections) {
        html.textElement("h3", section.heading);
        html.markdown(section.markdown);
    }
    writeEvent(html, part);
    writeList(html, PageHeading::Why, part.why);
    writeList(html, PageHeading::AlsoPossible, part.alsoPossible);
    writeSources(html, part);
    writeFacts(html, part.article);
}

void writeLogs(HtmlWriter &html, const ReportPage &page)
{
    const auto section = html.element("section");
    html.textElement("h2", headingText(PageHeading::Logs));
    for (const LogPart &log : page.logs) {
        html.textElement("h3", log.path, "value");
        html.textElement("p", log.contents);
        if (log.damages.isEmpty())
            continue;
        html.textElement("p", log.damageSummary + u':', "damages");
        const auto list = html.element("ul", "damages");
        for (const QString &damage : log.damages)
            html.textElement("li", damage);
    }
}

void writeUnexplained(HtmlWriter &html, const ReportPage &page)
{
    if (page.unexplained.empty())
        return;
    const auto section = html.element("section");
    html.textElement("h2", headingText(PageHeading::Unexplained));
    const auto table = html.element("table", "list");
    {
        const auto head = html.element("thead");
        const auto row = html.element("tr");
        html.textElement("th", headingText(PageHeading::Count), "number");
        for (const PageHeading heading : {PageHeading::Level, PageHeading::Source, PageHeading::EventId})
            html.textElement("th", headingText(heading));
    }
    const auto body = html.element("tbody");
    for (const UnexplainedRow &row : page.unexplained) {
        const auto line = html.element("tr");
        html.textElement("td", row.count, "number");
        html.textElement("td", row.level);
        html.textElement("td", row.source, "value");
        html.textElement("td", row.id);
    }
}

void writeHead(HtmlWriter &html, const ReportPage &page)
{
    const auto head = html.element("head");
    html.raw("<meta charset=\"utf-8\">"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    html.raw("<meta name=\"generator\" content=\"");
    html.text(generatorName());
    html.raw("\">");
    html.textElement("title", page.title);
    QFile style(u":/reports/report.css"_s);
    if (style.open(QIODevice::ReadOnly)) {
        html.raw("<style>\n");
        html.raw(style.readAll());
        html.raw("</style>");
    }
}

void writeBody(HtmlWriter &html, const ReportPage &page)
{
    const auto body = html.element("body");
    const auto content = html.element("main");
    writeHeader(html, page);
    writeOverview(html, page);
    for (std::size_t i = 0; i < page.findings.size(); ++i)
        writeFinding(html, page.findings[i], i);
    writeUnexplained(html, page);
    writeLogs(html, page);
    const auto footer = html.element("footer");
    html.textElement("p", page.made, "quiet");
}

} // namespace

QByteArray reportAsHtml(const Report &report)
{
    const ReportPage page = composePage(report);
    HtmlWriter html;
    html.raw("<!DOCTYPE html>\n");
    {
        const auto root = html.element("html", "lang", QLocale().bcp47Name());
        writeHead(html, page);
        writeBody(html, page);
    }
    html.raw("\n");
    return html.take();
}

} // namespace evident
