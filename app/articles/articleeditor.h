// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes an article about one event: the head is filled in, the person writes six pieces of prose and sees beside them
// what a colleague will read. What is wrong is said under the field as one types, and how many of the open events the
// article would speak of below. A window of its own, which deletes itself; made by ArticleCommands.

#include "knowledge/articledraft.h"
#include "session/session.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace evident {

class ArticleFields;
class Badge;
class OwnArticles;
class ReadingText;

class ArticleEditor final : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive the editor.
    ArticleEditor(Session &session, OwnArticles &articles, ArticleDraft draft, QWidget *parent);

    [[nodiscard]] ArticleFields &fields() { return *m_fields; }
    [[nodiscard]] ReadingText &preview() { return *m_preview; }
    [[nodiscard]] QLabel &found() { return *m_found; }
    [[nodiscard]] QPushButton &saveButton() { return *m_save; }
    /// Where it would be saved; the folder need not be one that is watched yet.
    void setFolder(const QString &folder);

signals:
    void saved(const QString &path);
    void trouble(const evident::Error &error);
    /// A folder that is not among the team's yet.
    void teamFolderWanted(const QString &folder);

public slots:
    void reject() override;

private:
    [[nodiscard]] QWidget *makePreview();
    [[nodiscard]] QWidget *makeFoot();
    void fillFolders();
    void chooseFolder();
    void look();
    void showPreview(const ArticleDraft &draft);
    void showTrial(const ArticleTrial &trial);
    void save();

    Session &m_session;
    OwnArticles &m_articles;
    ArticleDraft m_draft;
    bool m_isChanged = false;
    QTimer m_soon;
    ArticleFields *m_fields;
    Badge *m_badge;
    QLabel *m_title;
    ReadingText *m_preview;
    QLabel *m_found;
    QComboBox *m_folder;
    QLineEdit *m_name;
    QPushButton *m_save;
};

} // namespace evident
