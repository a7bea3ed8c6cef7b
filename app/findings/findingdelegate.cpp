// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings/findingdelegate.h"

#include "findings/findingtree.h"
#include "looks/badge.h"
#include "looks/fonts.h"
#include "looks/spacing.h"
#include "reports/words.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <utility>

namespace evident {

namespace {

constexpr int TitleLines = 2;

FindingTree::Kind kindOf(const QModelIndex &index)
{
    return FindingTree::Kind(index.data(std::to_underlying(FindingTreeRole::Kind)).toInt());
}

std::optional<Verdict> verdictAt(const QModelIndex &index)
{
    const QVariant verdict = index.data(std::to_underlying(FindingTreeRole::Verdict));
    return verdict.isValid() ? std::optional(Verdict(verdict.toInt())) : std::nullopt;
}

std::optional<ConclusionKind> conclusionAt(const QModelIndex &index)
{
    const QVariant conclusion = index.data(std::to_underlying(FindingTreeRole::Conclusion));
    return conclusion.isValid() ? std::optional(ConclusionKind(conclusion.toInt())) : std::nullopt;
}

int shapeSide(const QFontMetrics &metrics)
{
    return metrics.ascent() + 2;
}

QRect contentRect(const QStyleOptionViewItem &option)
{
    const int shape = shapeSide(option.fontMetrics);
    return option.rect.adjusted(
        spacing::Normal + shape + spacing::Normal, spacing::Tight, -spacing::Normal, -spacing::Tight);
}

/// @p text in at most two lines of @p width, the last one elided; answers its lines.
QStringList titleLines(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == TitleLines - 1) {
            lines.append(QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

QColor ink(const QStyleOptionViewItem &option, const QColor &otherwise)
{
    if (!(option.state & QStyle::State_Selected))
        return otherwise;
    return option.palette.color(
        option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive, QPalette::HighlightedText);
}

} // namespace

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (kindOf(index) == FindingTree::Kind::Group)
        paintGroup(painter, option, index);
    else
        paintEntry(painter, option, index);
    painter->restore();
}

void FindingDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int shape = shapeSide(option.fontMetrics);
    const auto verdict = verdictAt(index);
    const QRect rect = option.rect.adjusted(spacing::Normal, spacing::Normal, -spacing::Normal, 0);
    const VerdictColors colors(option.palette);
    int left = rect.left();
    if (verdict) {
        paintVerdictShape(
            *painter, QRectF(left, rect.center().y() - shape / 2.0 + 0.5, shape, shape), *verdict, colors);
        left += shape + spacing::Normal;
    }
    painter->setFont(badgeFont(option.font));
    painter->setPen(verdict ? colors.paint(*verdict).text : quietText(option.palette));
    const QRect words(left, rect.top(), rect.right() - left, rect.height());
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight,
        countText(index.data(std::to_underlying(FindingTreeRole::Count)).toUInt()));
}

void FindingDelegate::paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    QRect rect = contentRect(option);
    const int lineHeight = option.fontMetrics.height();
    painter->setFont(option.font);
    painter->setPen(ink(option, option.palette.color(QPalette::Text)));
    for (const QString &line : titleLines(index.data(Qt::DisplayRole).toString(), option.font, rect.width())) {
        painter->drawText(rect, Qt::AlignTop | Qt::AlignLeft | Qt::TextSingleLine, line);
        rect.setTop(rect.top() + lineHeight);
    }
    painter->setFont(tabularFont(option.font));
    painter->setPen(ink(option, quietText(option.palette)));
    const QString detail = index.data(std::to_underlying(FindingTreeRole::Detail)).toString();
    painter->drawText(rect, Qt::AlignTop | Qt::AlignLeft | Qt::TextSingleLine,
        option.fontMetrics.elidedText(detail, Qt::ElideMiddle, rect.width()));
    if (const auto conclusion = conclusionAt(index)) {
        rect.setTop(rect.top() + lineHeight + spacing::Tight / 2);
        BadgeLook{.verdict = verdictOf(*conclusion), .word = conclusionText(*conclusion)}.paint(
            *painter, rect, option.font, option.palette);
    }
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    if (kindOf(index) == FindingTree::Kind::Group)
        return {120, metrics.height() + spacing::Wide};
    QStyleOptionViewItem full = option;
    full.fontMetrics = metrics;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    full.rect = QRect(0, 0, view ? view->viewport()->width() : 240, 0);
    const int width = contentRect(full).width();
    const auto lines = titleLines(index.data(Qt::DisplayRole).toString(), option.font, std::max(width, 60)).size();
    int height = static_cast<int>(lines + 1) * metrics.height() + 2 * spacing::Tight;
    if (conclusionAt(index))
        height += metrics.height() + spacing::Normal;
    return {120, height};
}

} // namespace evident
