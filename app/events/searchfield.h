// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where people type what they look for in events: plain text, or with its toggle on a regular expression. Says what is to be
// searched once they pause; of an expression that is not whole yet it says what is wrong with it, below itself, and nothing is searched
// anew. Owned by the toolbar.

#include "store/eventorder.h"

#include <QLineEdit>
#include <QTimer>

class QLabel;

namespace evident {

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    [[nodiscard]] TextKind kind() const;
    void setKind(TextKind kind);
    /// The toggle; it stands in a menu too.
    [[nodiscard]] QAction *byExpression() const { return m_byExpression; }
    /// What is wrong with the expression, in a sentence; empty where nothing is.
    [[nodiscard]] const QString &faultText() const { return m_faultText; }

signals:
    void searchWanted(const QString &text, evident::TextKind kind);
    void kindChanged(evident::TextKind kind);
    void entered(); ///< Return was pressed, and the search is wanted

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpToggle();
    void setUpFault();
    void changed();
    void search();
    void showKind();
    void showFault();
    [[nodiscard]] QString sought() const;

    QAction *m_byExpression;
    QAction *m_shape; ///< before the text: a warning while the expression has a fault
    QLabel *m_fault; ///< below the field
    QString m_faultText;
    QTimer m_soon;
};

} // namespace evident
