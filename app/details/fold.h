// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A heading that opens and closes what lies under it. Owned by the page it stands on.

#include <QToolButton>
#include <QWidget>

namespace evident {

class Fold final : public QWidget {
    Q_OBJECT
public:
    /// Takes @p content into its care.
    Fold(const QString &title, QWidget *content, QWidget *parent = nullptr);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_button->isChecked(); }
    [[nodiscard]] QToolButton *button() const { return m_button; }

private:
    QToolButton *m_button;
    QWidget *m_content;
};

} // namespace evident
