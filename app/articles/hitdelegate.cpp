// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/hitdelegate.h"

#include "looks/spacing.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <utility>

namespace evident {

namespace {

constexpr int SnippetLines = 2;
constexpr int Lines = 2 + SnippetLines;

QString textAt(const QModelIndex &index, HitRole role)
{
    return index.data(std::to_underlying(role)).toString();
}

/// @p text in at most two lines of @p width, the last one elided.
QStringList snippetLines(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == SnippetLines - 1) {
            lines.append(QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

} // namespace

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isChosen = (option.state & QStyle::State_Selected) != 0;
    const QPalette::ColorGroup group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QRect inside = option.rect.adjusted(spacing::Normal, spacing::Tight, -spacing::Normal, -spacing::Tight);
    const int height = option.fontMetrics.height();
    QRect line(inside.left(), inside.top(), inside.width(), height);
    painter->save();
    painter->setPen(option.palette.color(group, isChosen ? QPalette::HighlightedText : QPalette::Text));
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(bold).elidedText(textAt(index, HitRole::Title), Qt::ElideRight, line.width()));
    painter->setFont(option.font);
    for (const QString &text :
        QStringList(option.fontMetrics.elidedText(textAt(index, HitRole::Origin), Qt::ElideRight, line.width()))
            + snippetLines(textAt(index, HitRole::Snippet), option.font, line.width())) {
        line.translate(0, height);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 30, Lines * option.fontMetrics.height() + 2 * spacing::Tight};
}

} // namespace evident
