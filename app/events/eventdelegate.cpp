// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/eventdelegate.h"

#include "looks/icons.h"
#include "looks/spacing.h"
#include "tables/eventtable.h"
#include "wording/description.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace evident {

namespace {

constexpr int EdgeWidth = 3;

bool isColumn(const QModelIndex &index, EventColumn column)
{
    return index.column() == std::to_underlying(column);
}

QColor textColor(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (option.state & QStyle::State_Selected) {
        const bool active = option.state & QStyle::State_Active;
        return option.palette.color(active ? QPalette::Active : QPalette::Inactive, QPalette::HighlightedText);
    }
    const int origin = index.data(std::to_underlying(EventRole::Origin)).toInt();
    // The event's bare values step back behind a sentence that somebody wrote.
    const bool quiet =
        isColumn(index, EventColumn::Description) && origin >= std::to_underlying(DescriptionOrigin::Values);
    return quiet ? quietText(option.palette) : option.palette.color(QPalette::Active, QPalette::Text);
}

/// No more of the text than could be seen: shaping all of a long one takes most of the time of painting a row.
QString cutTo(int width, const QStyleOptionViewItem &option)
{
    constexpr int NarrowLetters = 3; // fit into the width of an average one
    const qsizetype most =
        std::max(qsizetype{width} / std::max(option.fontMetrics.averageCharWidth(), 1), qsizetype{1});
    return option.text.size() <= most * NarrowLetters ? option.text : option.text.left(most * NarrowLetters) + u'…';
}

} // namespace

EventDelegate::EventDelegate(const RowVerdicts &verdicts, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_verdicts(verdicts)
{
}

void EventDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = option->text.simplified();
    if (isColumn(index, EventColumn::Level)) {
        const Level level = Level(index.data(std::to_underlying(EventRole::Level)).toInt());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = levelIcon(level, option->palette);
        const int side = option->fontMetrics.ascent() + 2;
        option->decorationSize = QSize(side, side);
    }
    // One focus frame around a cell would say that cells are chosen; rows are.
    option->state &= ~QStyle::State_HasFocus;
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto badge = m_verdicts.look(index);
    QStyleOptionViewItem cell = option;
    const VerdictColors colors(option.palette);
    if (badge && !(option.state & QStyle::State_Selected))
        painter->fillRect(option.rect, colors.rowTint(badge->verdict, option.palette.color(QPalette::Base)));
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    if (alignment & Qt::AlignRight)
        cell.rect.adjust(0, 0, -spacing::Normal, 0);
    if (isColumn(index, EventColumn::Description))
        paintDescription(painter, cell, index, badge);
    else
        QStyledItemDelegate::paint(painter, cell, index);
    if (badge && isColumn(index, EventColumn::Level))
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(EdgeWidth, option.rect.height())), colors.paint(badge->verdict).shape);
}

void EventDelegate::paintDescription(QPainter *painter, QStyleOptionViewItem option, const QModelIndex &index,
    const std::optional<BadgeLook> &badge) const
{
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    QRect rest = option.rect.adjusted(spacing::Tight, 0, -spacing::Tight, 0);
    if (badge) {
        badge->paint(*painter, rest, option.font, option.palette);
        const int slot = std::max(badge->size(option.font).width(), widestBadge(option.font));
        rest.setLeft(rest.left() + slot + spacing::Normal);
    }
    painter->save();
    painter->setFont(option.font);
    painter->setPen(textColor(option, index));
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        option.fontMetrics.elidedText(cutTo(rest.width(), option), Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + spacing::Normal, size.height()};
}

} // namespace evident
