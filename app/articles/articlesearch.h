// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds articles by words, event ids, sources, error codes and file names: results while one types, our own first, then
// those of the classic archive, and beside them the article that is chosen. Owned by the main window; it stays open
// while one works there.

#include "knowledge/matcher.h"
#include "session/classicarchive.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace evident {

class ReadingText;

class ArticleSearch final : public QDialog {
    Q_OBJECT
public:
    /// The archive must outlive it, the matcher until setMatcher brings another.
    ArticleSearch(const Matcher &matcher, ClassicArchive &archive, QWidget *parent = nullptr);

    /// Shows it with the field ready to type in.
    void start();
    /// Searches other articles from now on; what is typed and chosen stays.
    void setMatcher(const Matcher &matcher);
    [[nodiscard]] QLineEdit &field() { return *m_field; }
    [[nodiscard]] QListWidget &results() { return *m_results; }
    [[nodiscard]] ReadingText &article() { return *m_article; }

signals:
    void importWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpLeft(QWidget *left);
    void setUpRight(QWidget *right);
    void search();
    void searchAnew();
    bool choose(const QString &id);
    void showFound(const QString &text, const std::vector<ClassicHit> &hits);
    void add(const QString &id, const QString &title, const QString &snippet);
    void showArticle(const QListWidgetItem *item);
    void showHint();

    const Matcher *m_matcher;
    ClassicArchive &m_archive;
    QLineEdit *m_field;
    QListWidget *m_results;
    QLabel *m_count;
    QLabel *m_title;
    QLabel *m_origin;
    ReadingText *m_article;
    QTimer m_soon;
    int m_own = 0; ///< results that are articles of our own
    QString m_kept; ///< the result to choose again when it is found
};

} // namespace evident
