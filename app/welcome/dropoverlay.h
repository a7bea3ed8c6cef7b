// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lies over the whole window while something is dragged across it and says what dropping will do. Owned by the main
// window; takes no mouse and no focus.

#include <QWidget>

namespace evident {

class DropOverlay final : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget *over);
    void say(const QString &sentence);
    [[nodiscard]] const QString &sentence() const { return m_sentence; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_sentence;
};

} // namespace evident
