// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/emptypage.h"

#include "looks/fonts.h"
#include "looks/icons.h"
#include "looks/spacing.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace evident {

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::Wide);
    grid->setVerticalSpacing(spacing::Wide);
    auto *title = new QLabel(tr("What do the event logs say?"));
    title->setFont(headingFont(font()));
    title->setAlignment(Qt::AlignHCenter);
    grid->addWidget(title, 0, 0, 1, 3);
    grid->setRowMinimumHeight(0, 3 * spacing::Wide);
    connect(addWay(grid, icon(IconName::Open), tr("Drop an event log on this window, or open one (.evtx, .evt)."),
                tr("&Open Log…")),
        &QPushButton::clicked, this, &EmptyPage::openWanted);
    connect(addWay(grid, icon(IconName::Computer), tr("Connect to a computer and read its logs there."),
                tr("&Connect to Computer…")),
        &QPushButton::clicked, this, &EmptyPage::connectWanted);
    connect(addWay(grid, icon(IconName::Demo), tr("See how it works on made-up logs."), tr("Try the &Demo")),
        &QPushButton::clicked, this, &EmptyPage::demoWanted);
    auto *outer = new QGridLayout(this);
    outer->addLayout(grid, 1, 1);
    outer->setRowStretch(0, 2);
    outer->setRowStretch(2, 3);
    outer->setColumnStretch(0, 1);
    outer->setColumnStretch(2, 1);
}

QPushButton *EmptyPage::addWay(QGridLayout *grid, const QIcon &picture, const QString &text, const QString &button)
{
    const int row = grid->rowCount();
    auto *drawing = new QLabel;
    drawing->setPixmap(picture.pixmap(QSize(24, 24), devicePixelRatio()));
    auto *words = new QLabel(text);
    auto *press = new QPushButton(button);
    press->setAccessibleDescription(text);
    words->setBuddy(press);
    grid->addWidget(drawing, row, 0);
    grid->addWidget(words, row, 1);
    grid->addWidget(press, row, 2);
    return press;
}

} // namespace evident
