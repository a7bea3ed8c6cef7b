// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/verdictshape.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextDocument>

#include <array>
#include <utility>

namespace evident {

namespace {

constexpr int VerdictProperty = QTextFormat::UserProperty + 1;

/// Dark enough for 4.5:1 on white paper, told apart by shape where there is no colour.
constexpr std::array<QRgb, 4> PaperColours{0xffa81e16, 0xff7f4a00, 0xff1d569c, 0xff16643a};

void drawMark(QPainter &painter, Verdict verdict)
{
    switch (verdict) {
    case Verdict::Act:
        painter.drawLine(QPointF(8, 4.4), QPointF(8, 8.4));
        painter.drawPoint(QPointF(8, 11.6));
        break;
    case Verdict::Watch:
        painter.drawLine(QPointF(8, 6), QPointF(8, 9.6));
        painter.drawPoint(QPointF(8, 12.3));
        break;
    case Verdict::Depends:
        painter.drawPolyline(QPolygonF({{6.1, 6.2}, {6.9, 5}, {9.1, 5}, {9.9, 6.3}, {8, 8.2}, {8, 8.7}}));
        painter.drawPoint(QPointF(8, 11.3));
        break;
    case Verdict::Harmless: painter.drawPolyline(QPolygonF({{4.8, 8.2}, {7, 10.4}, {11.2, 5.8}})); break;
    }
}

} // namespace

QPainterPath verdictOutline(Verdict verdict)
{
    QPainterPath path;
    switch (verdict) {
    case Verdict::Act:
        path.addPolygon(
            QPolygonF({{5.1, 1}, {10.9, 1}, {15, 5.1}, {15, 10.9}, {10.9, 15}, {5.1, 15}, {1, 10.9}, {1, 5.1}}));
        break;
    case Verdict::Watch: path.addPolygon(QPolygonF({{8, 1.2}, {15.4, 14.6}, {0.6, 14.6}})); break;
    case Verdict::Depends: path.addPolygon(QPolygonF({{8, 0.6}, {15.4, 8}, {8, 15.4}, {0.6, 8}})); break;
    case Verdict::Harmless: path.addEllipse(QRectF(1, 1, 14, 14)); break;
    }
    path.closeSubpath();
    return path;
}

QColor paperColour(Verdict verdict)
{
    return QColor::fromRgb(PaperColours.at(std::to_underlying(verdict)));
}

QTextCharFormat VerdictShape::format(Verdict verdict, const QFont &font)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setObjectType(ObjectType);
    format.setProperty(VerdictProperty, static_cast<int>(verdict));
    format.setVerticalAlignment(QTextCharFormat::AlignBaseline);
    return format;
}

QSizeF VerdictShape::intrinsicSize(QTextDocument *document, int /*position*/, const QTextFormat &format)
{
    const QFont font = format.toCharFormat().font();
    const QPaintDevice *device = document->documentLayout()->paintDevice();
    const QFontMetricsF metrics = device ? QFontMetricsF(font, device) : QFontMetricsF(font);
    return {metrics.ascent(), metrics.ascent()};
}

void VerdictShape::drawObject(
    QPainter *painter, const QRectF &place, QTextDocument * /*document*/, int /*position*/, const QTextFormat &format)
{
    const auto verdict = static_cast<Verdict>(format.intProperty(VerdictProperty));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(place.topLeft());
    painter->scale(place.width() / 16, place.height() / 16);
    painter->fillPath(verdictOutline(verdict), paperColour(verdict));
    painter->setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawMark(*painter, verdict);
    painter->restore();
}

} // namespace evident
