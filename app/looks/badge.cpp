// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "looks/badge.h"

#include "looks/spacing.h"
#include "paper/verdictshape.h"
#include "reports/words.h"

#include <QFontMetrics>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace evident {

namespace {

constexpr std::array AllVerdicts{Verdict::Act, Verdict::Watch, Verdict::Depends, Verdict::Harmless};

void paintExclamation(QPainter &painter, double top, double bottom)
{
    painter.drawLine(QPointF(8, top), QPointF(8, bottom - 3.2));
    painter.drawPoint(QPointF(8, bottom));
}

void paintGlyph(QPainter &painter, Verdict verdict)
{
    switch (verdict) {
    case Verdict::Act: paintExclamation(painter, 4.4, 11.6); break;
    case Verdict::Watch: paintExclamation(painter, 5.6, 12.4); break;
    case Verdict::Depends:
        painter.setPen(QPen(painter.pen().color(), 4.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawPoint(QPointF(8, 8));
        break;
    case Verdict::Harmless: painter.drawPolyline(QPolygonF({{4.7, 8.3}, {7.1, 10.7}, {11.4, 5.7}})); break;
    }
}

} // namespace

void paintVerdictShape(QPainter &painter, const QRectF &rect, Verdict verdict, const VerdictColors &colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16.0, rect.height() / 16.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.paint(verdict).shape);
    painter.drawPath(verdictOutline(verdict));
    painter.setPen(QPen(colors.badgeGround(verdict), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    paintGlyph(painter, verdict);
    painter.restore();
}

Verdict verdictOf(ConclusionKind kind)
{
    switch (kind) {
    case ConclusionKind::ConfirmedHarmless: return Verdict::Harmless;
    case ConclusionKind::ConfirmedFault: return Verdict::Act;
    case ConclusionKind::DoesNotApply: return Verdict::Watch;
    case ConclusionKind::NotConfirmed: return Verdict::Depends;
    }
    Q_UNREACHABLE_RETURN(Verdict::Depends);
}

BadgeLook BadgeLook::of(Verdict verdict)
{
    return {.verdict = verdict, .word = verdictText(verdict)};
}

BadgeLook BadgeLook::of(Verdict verdict, std::optional<ConclusionKind> conclusion)
{
    // An answer that decides nothing leaves the article's verdict standing.
    if (!conclusion || *conclusion == ConclusionKind::NotConfirmed)
        return of(verdict);
    return {.verdict = verdictOf(*conclusion), .word = conclusionText(*conclusion)};
}

QFont badgeFont(const QFont &font)
{
    QFont face = font;
    face.setWeight(QFont::DemiBold);
    return face;
}

QSize BadgeLook::size(const QFont &font) const
{
    const QFontMetrics metrics(badgeFont(font));
    const int height = metrics.height() + 2;
    const int shape = metrics.ascent();
    return {2 * spacing::Normal + shape + spacing::Tight + metrics.horizontalAdvance(word), height};
}

void BadgeLook::paint(QPainter &painter, const QRect &rect, const QFont &font, const QPalette &palette) const
{
    const VerdictColors colors(palette);
    const QFont face = badgeFont(font);
    const QFontMetrics metrics(face);
    const QSize wanted = size(font);
    const int top = rect.y() + (rect.height() - wanted.height()) / 2; // whole pixels
    const QRectF frame(rect.x() + 0.5, top + 0.5, wanted.width() - 1, wanted.height() - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(colors.badgeGround(verdict), colors.paint(verdict).shape, 0.55), 1));
    painter.setBrush(colors.badgeGround(verdict));
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    const int shape = metrics.ascent();
    const QRectF shapeRect(frame.x() + spacing::Normal, frame.center().y() - shape / 2.0, shape, shape);
    paintVerdictShape(painter, shapeRect, verdict, colors);
    painter.setFont(face);
    painter.setPen(colors.paint(verdict).text);
    painter.drawText(
        QPointF(shapeRect.right() + spacing::Tight, frame.center().y() + (metrics.ascent() - metrics.descent()) / 2.0),
        word);
    painter.restore();
}

int widestBadge(const QFont &font)
{
    int widest = 0;
    for (const Verdict verdict : AllVerdicts)
        widest = std::max(widest, BadgeLook::of(verdict).size(font).width());
    return widest;
}

Badge::Badge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::setLook(const BadgeLook &look)
{
    m_look = look;
    setAccessibleName(look.word);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return m_look.size(font());
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_look.paint(painter, rect(), font(), palette());
}

} // namespace evident
