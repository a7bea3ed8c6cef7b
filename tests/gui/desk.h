// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A helpdesk worker's desk for tests: knowledge base, session and the real MainWindow, with settings of its own, the
// demo's files at hand, and hands that drop, click and wait as people do. One desk at a time.

#include "checks/hive.h"
#include "language.h"
#include "mainwindow.h"
#include "session/session.h"

#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace evident {
class CheckCard;
class DetailsPane;
class EventsPane;
class ExplanationPage;
class FindingsList;
class LogsList;
class NoticeBar;
class StatusLine;
} // namespace evident

class Desk {
public:
    /// @p remoteProgram: as for Session.
    explicit Desk(const QString &language = QStringLiteral("en"), QSize size = QSize(1280, 800),
        const QString &remoteProgram = {});
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;
    ~Desk();

    [[nodiscard]] static QString demo(const QString &name); ///< path of a file of the demo
    [[nodiscard]] QString scratch(const QString &name) const; ///< path in a folder that goes with the desk

    /// Drags the files over the window's middle and drops them there, through Qt's own dispatch.
    void drop(const QStringList &paths);
    /// Drags them, without letting go; answers what the window says it would do.
    [[nodiscard]] QString dragOver(const QStringList &paths);
    void dragAway();
    /// Waits until every log is read, findings are gathered and the table shows what was asked for.
    [[nodiscard]] bool waitUntilRead();
    [[nodiscard]] bool waitForCheck();

    /// View row of the first event whose description and source hold these words; -1 when there is none.
    [[nodiscard]] int rowWith(const QString &source, const QString &words);
    [[nodiscard]] int rowWithoutArticle();
    /// Of all notices, one below the other.
    [[nodiscard]] QString noticeTexts() const;
    void clickRow(int row);
    void click(QWidget &widget);
    /// Presses the key, types the path into the dialog for saving that opens, and says yes to writing over a file; answers the dialog's title.
    [[nodiscard]] QString saveAs(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &path);

    evident::MainWindow &window() { return *m_window; }
    evident::Session &session() { return *m_session; }
    template<typename Widget>
    Widget &part() const
    {
        auto *found = m_window->findChild<Widget *>();
        Q_ASSERT(found);
        return *found;
    }

private:
    evident::Language m_language;
    QTemporaryDir m_folder;
    evident::Shelf m_shelf;
    std::unique_ptr<evident::Session> m_session;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<evident::MainWindow> m_window;
    std::unique_ptr<QMimeData> m_dragged;
};
