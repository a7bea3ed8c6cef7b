// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window shows while nothing is open: three ways to begin, each with its button. Owned by the main window.

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace evident {

class EmptyPage final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPage(QWidget *parent = nullptr);

signals:
    void openWanted();
    void connectWanted();
    void demoWanted();

private:
    QPushButton *addWay(QGridLayout *grid, const QIcon &icon, const QString &text, const QString &button);
};

} // namespace evident
