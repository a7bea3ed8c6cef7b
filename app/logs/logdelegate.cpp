// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logdelegate.h"

#include "looks/badge.h"
#include "looks/fonts.h"
#include "looks/icons.h"
#include "looks/spacing.h"
#include "reports/words.h"
#include "tables/logtree.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace evident {

namespace {

constexpr int BarHeight = 2;

QVariant role(const QModelIndex &index, LogRole role)
{
    return index.data(std::to_underlying(role));
}

std::optional<LogEntry::State> stateOf(const QModelIndex &index)
{
    const QVariant state = role(index, LogRole::State);
    return state.isValid() ? std::optional(LogEntry::State(state.toInt())) : std::nullopt;
}

/// What stands at the right end of a log's line.
QString stateText(const QModelIndex &index)
{
    switch (stateOf(index).value_or(LogEntry::State::Loaded)) {
    case LogEntry::State::Loading: return LogDelegate::tr("%1 %").arg(role(index, LogRole::Permille).toInt() / 10);
    case LogEntry::State::Cancelled: return LogDelegate::tr("stopped");
    case LogEntry::State::Failed: return LogDelegate::tr("not read");
    case LogEntry::State::Loaded: break;
    }
    return countText(role(index, LogRole::Records).toULongLong());
}

bool isDamaged(const QModelIndex &index)
{
    return role(index, LogRole::DamagedPlaces).toULongLong() > 0 || stateOf(index) == LogEntry::State::Failed;
}

} // namespace

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString name = std::exchange(item.text, QString());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    painter->save();
    const bool computer = !stateOf(index);
    const bool selected = item.state & QStyle::State_Selected;
    const auto group = item.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor ink =
        selected ? item.palette.color(group, QPalette::HighlightedText) : item.palette.color(QPalette::Text);
    QRect rect = item.rect.adjusted(spacing::Tight, 0, -spacing::Normal, 0);
    const int side = item.fontMetrics.ascent() + 2;
    const QRect iconRect(rect.left(), rect.center().y() - side / 2, side, side);
    icon(computer ? IconName::Computer : IconName::Log)
        .paint(painter, iconRect, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    rect.setLeft(iconRect.right() + spacing::Normal);
    painter->setFont(tabularFont(item.font));
    painter->setPen(selected ? ink : quietText(item.palette));
    const QString state = stateText(index);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, state);
    rect.setRight(rect.right() - item.fontMetrics.horizontalAdvance(state) - spacing::Normal);
    if (isDamaged(index)) {
        const QRect mark(rect.right() - side, iconRect.top(), side, side);
        paintVerdictShape(*painter, mark, Verdict::Watch, VerdictColors(item.palette));
        rect.setRight(mark.left() - spacing::Tight);
    }
    painter->setFont(computer ? badgeFont(item.font) : item.font);
    painter->setPen(ink);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(painter->font()).elidedText(visible(name), Qt::ElideMiddle, rect.width()));
    if (stateOf(index) == LogEntry::State::Loading) {
        const QRect track(item.rect.left() + spacing::Tight, item.rect.bottom() - BarHeight,
            item.rect.width() - 2 * spacing::Tight, BarHeight);
        painter->fillRect(track, hairline(item.palette));
        painter->fillRect(
            QRect(track.topLeft(), QSize(track.width() * role(index, LogRole::Permille).toInt() / 1000, BarHeight)),
            item.palette.color(QPalette::Highlight));
    }
    painter->restore();
}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, QFontMetrics(option.font).height() + spacing::Normal + spacing::Tight};
}

} // namespace evident
