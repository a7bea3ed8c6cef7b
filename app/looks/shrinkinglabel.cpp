// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "looks/shrinkinglabel.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace evident {

QSize ShrinkingLabel::minimumSizeHint() const
{
    constexpr int FewCharacters = 8;
    const QSize whole = QLabel::minimumSizeHint();
    return {std::min(whole.width(), FewCharacters * fontMetrics().averageCharWidth()), whole.height()};
}

QString ShrinkingLabel::shownText() const
{
    const QString separator = QStringLiteral(" · ");
    const int room = contentsRect().width();
    QString shown = text();
    while (fontMetrics().horizontalAdvance(shown) > room && shown.contains(separator))
        shown.truncate(shown.lastIndexOf(separator));
    return fontMetrics().elidedText(shown, Qt::ElideRight, room);
}

void ShrinkingLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), Qt::AlignVCenter | Qt::AlignLeft, palette(), isEnabled(),
        shownText(), foregroundRole());
}

bool ShrinkingLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        setToolTip(shownText() == text() ? QString() : text());
    return QLabel::event(event);
}

} // namespace evident
