// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/reportdocument.h"

#include "paper/pagination.h"
#include "reports/words.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageRanges>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportPage)
};

constexpr qreal MarginMillimetres = 18;
// As the document: pixels of 1/96 inch; the painter is scaled to the device.
constexpr qreal DocumentDpi = 96;
constexpr int HeadSize = 11;
constexpr qreal HeadHeight = 32; ///< kept free above and below the text

struct Sheet {
    QSizeF area; ///< the page within its margins
    [[nodiscard]] qreal textHeight() const { return area.height() - 2 * HeadHeight; }
};

void paintMargins(QPainter &painter, const Sheet &sheet, const QString &title, const QString &made, int page, int pages)
{
    QFont font = painter.font();
    font.setPixelSize(HeadSize);
    painter.setFont(font);
    painter.setPen(QColor(0x57, 0x5c, 0x63));
    const QRectF above(0, 0, sheet.area.width(), HeadHeight);
    const QRectF below(0, sheet.area.height() - HeadHeight, sheet.area.width(), HeadHeight);
    painter.drawText(above, Qt::AlignLeft | Qt::AlignTop, title);
    painter.drawText(above, Qt::AlignRight | Qt::AlignTop, made);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignBottom, generatorName());
    painter.drawText(below, Qt::AlignRight | Qt::AlignBottom,
        Words::tr("Page %1 of %2").arg(QLocale().toString(page), QLocale().toString(pages)));
}

void paintText(QPainter &painter, QTextDocument &document, const Sheet &sheet, const PageSpan &page)
{
    const QRectF view(0, page.top, sheet.area.width(), page.bottom - page.top);
    painter.save();
    painter.translate(0, HeadHeight - page.top);
    painter.setClipRect(view);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = view;
    context.palette.setColor(QPalette::Text, Qt::black);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

bool isWanted(const QPageRanges &ranges, int page)
{
    return ranges.isEmpty() || ranges.contains(page);
}

} // namespace

Result<void> paintReport(const Report &report, QPagedPaintDevice &device)
{
    QPainter painter;
    if (!painter.begin(&device))
        return failure(ErrorCode::WriteFailed, "print device");
    const QSizeF scale(device.logicalDpiX() / DocumentDpi, device.logicalDpiY() / DocumentDpi);
    const Sheet sheet{{device.width() / scale.width(), device.height() / scale.height()}};
    const auto document = reportDocument(report);
    document->setTextWidth(sheet.area.width());
    const auto pages = paginate(*document, sheet.textHeight());

    painter.scale(scale.width(), scale.height());
    painter.setFont(document->defaultFont());
    const QString title = document->metaInformation(QTextDocument::DocumentTitle);
    const QString made = timeText(report.madeAt, report.zone);
    bool first = true;
    for (int number = 1; const PageSpan &page : pages) {
        const int current = number++;
        if (!isWanted(device.pageRanges(), current))
            continue;
        if (!first && !device.newPage())
            return failure(ErrorCode::WriteFailed, "print device");
        first = false;
        paintMargins(painter, sheet, title, made, current, static_cast<int>(pages.size()));
        paintText(painter, *document, sheet, page);
    }
    return {};
}

Result<QByteArray> reportAsPdf(const Report &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return failure(ErrorCode::WriteFailed, "memory for the PDF");
    QPdfWriter writer(&buffer);
    writer.setTitle(Words::tr("What the event logs say"));
    writer.setCreator(generatorName());
    writer.setPageLayout(reportPageLayout());
    const auto painted = paintReport(report, writer);
    if (!painted)
        return std::unexpected(painted.error());
    return bytes;
}

QPageLayout reportPageLayout()
{
    const bool letter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    const QMarginsF margins(MarginMillimetres, MarginMillimetres, MarginMillimetres, MarginMillimetres);
    return {
        QPageSize(letter ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait, margins, QPageLayout::Millimeter};
}

Result<QByteArray> reportAs(const Report &report, ReportForm form)
{
    switch (form) {
    case ReportForm::Text: return reportAsText(report);
    case ReportForm::Json: return reportAsJson(report);
    case ReportForm::Html: return reportAsHtml(report);
    case ReportForm::Pdf: return reportAsPdf(report);
    case ReportForm::Csv: return reportAsCsv(report);
    }
    return failure(ErrorCode::BadUsage, "report form");
}

} // namespace evident
