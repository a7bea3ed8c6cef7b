// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person fills in to write an article: a verdict, six texts, and which of the event's values it depends on. Each
// field has room below it for what is wrong with it. Owned by the editor.

#include "knowledge/articledraft.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QVBoxLayout;

namespace evident {

class ArticleFields final : public QScrollArea {
    Q_OBJECT
public:
    explicit ArticleFields(const ArticleDraft &draft, QWidget *parent = nullptr);

    /// Puts what is filled in into @p draft.
    void fill(ArticleDraft &draft) const;
    /// Says each fault under its field; those of no field at the end.
    void showFaults(const std::vector<DraftFault> &faults);
    /// The widget that a text is written in.
    [[nodiscard]] QWidget &editor(DraftField field) const;
    void setText(DraftField field, const QString &text);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void changed();

private:
    void addField(QVBoxLayout *column, DraftField field, const QString &hint);
    void addVerdict(QVBoxLayout *column, Verdict verdict);
    void addConditions(QVBoxLayout *column, const std::vector<DraftValue> &values);
    void addInsertMenu(QVBoxLayout *column, const std::vector<DraftValue> &values);
    void insert(const QString &name);
    [[nodiscard]] QString text(DraftField field) const;

    struct Field {
        QLineEdit *line = nullptr; ///< of the short ones
        QPlainTextEdit *page = nullptr;
        QLabel *fault = nullptr;
    };
    std::array<Field, DraftFieldCount> m_fields;
    QComboBox *m_verdict = nullptr;
    std::vector<QCheckBox *> m_conditions; ///< one for each value of the draft
    QLabel *m_fault = nullptr; ///< of no field
    DraftField m_last = DraftField::Meaning; ///< where a value is put: the field that was written in last
};

/// "What it means", as the person sees it.
[[nodiscard]] QString fieldText(DraftField field);

} // namespace evident
