// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A note that an explanation is wrong: the article, the event it was shown for, why it matched, and what the reader says
// about it. Copied as Markdown for whoever keeps the articles, and kept in the user's file of notes.

#include "details/subject.h"
#include "error.h"

#include <QDialog>

class QPlainTextEdit;

namespace evident {

/// The note as Markdown. What the event holds is quoted, so that nothing in it is formatted or followed.
[[nodiscard]] QString noteMarkdown(const Subject &subject, const QString &words);
/// Where notes are kept.
[[nodiscard]] QString notesFile();
/// Adds a note to the file. Errors: WriteFailed.
[[nodiscard]] Result<void> keepNote(const QString &file, const QString &markdown);

class WrongNote final : public QDialog {
    Q_OBJECT
public:
    /// @p subject has an explanation.
    explicit WrongNote(const Subject &subject, QWidget *parent = nullptr);
    [[nodiscard]] QPlainTextEdit &words() { return *m_words; }

signals:
    void kept(const QString &file);
    void trouble(const evident::Error &error);

private:
    void copy() const;
    void keep();

    Subject m_subject;
    QPlainTextEdit *m_words;
};

} // namespace evident
