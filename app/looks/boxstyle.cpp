// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "looks/boxstyle.h"

#include "looks/verdictcolors.h"

#include <QApplication>
#include <QStyleOptionButton>

namespace evident {

namespace {

/// The window's colour from which Fusion makes a frame that can be seen: it darkens it and lightens it again.
QColor windowForFrames(const QPalette &palette)
{
    constexpr double Visible = 3.0;
    constexpr double Step = 0.05;
    constexpr int Darker = 140;
    constexpr int Lighter = 110;
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::WindowText);
    QColor window = palette.color(QPalette::Window);
    for (double share = Step; share <= 1 && contrastRatio(window.darker(Darker).lighter(Lighter), base) < Visible;
        share += Step)
        window = mixed(palette.color(QPalette::Window), text, share);
    return window;
}

} // namespace

BoxStyle::BoxStyle()
    : QProxyStyle(QApplication::style()->name())
{
}

void BoxStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (box == nullptr || element != PE_IndicatorCheckBox) { // those in lists come here, too
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    QStyleOptionButton clear = *box;
    clear.palette.setColor(QPalette::Window, windowForFrames(box->palette));
    QProxyStyle::drawPrimitive(element, &clear, painter, widget);
}

} // namespace evident
