// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The frame: docks, menus, toolbar and status line, and which part tells which. What happens inside is the parts' own
// business. Made once by main.

#include "settings/windowsettings.h"
#include "store/eventstore.h"

#include <QMainWindow>
#include <QTimeZone>

class QSettings;
class QStackedWidget;

namespace evident {

class ArchiveImport;
class ArticleCommands;
class ArticleSearch;
class Checker;
class ClassicArchive;
class ComputerCommands;
class DamageList;
class DetailsPane;
class DropArea;
class EmptyPage;
class EventsPane;
class FileCommands;
class FindingsList;
class LayoutKeeper;
class LogsList;
class NewsNotices;
class NoticeBar;
class Session;
class SessionNotices;
class StatusLine;
class WindowActions;
struct Finding;
struct FindingKey;

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// Both must outlive the window; @p store is read now and written when it closes.
    MainWindow(Session &session, QSettings &store);
    ~MainWindow() override;

    void open(const QStringList &paths);
    void openDemo();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpCentre();
    void setUpDocks();
    void connectActions();
    void connectSession();
    void connectPanes();
    void connectSearch();
    void connectArticles();
    void writeWrongNote();

    void findingsChanged();
    void loadingFinished();
    void logsChanged();
    void showWeightiest();
    void showFinding(const Finding &finding);
    void showRow(RowId row);
    void showCounts();
    void showProgress();
    void saveEvents();
    void setTimes(TimeDisplay times);
    void checkComputer(const QString &computer);
    void explainChosen();
    void showDamage();
    void stepPane(int step);
    void showAbout();
    [[nodiscard]] QTimeZone zone() const;

    Session &m_session;
    QSettings &m_store;
    WindowSettings m_settings;
    QStackedWidget *m_centre;
    EmptyPage *m_empty;
    EventsPane *m_events;
    DetailsPane *m_details;
    FindingsList *m_findings;
    LogsList *m_logs;
    NoticeBar *m_notices;
    SessionNotices *m_sessionNotices;
    StatusLine *m_status;
    WindowActions *m_actions;
    FileCommands *m_files;
    Checker *m_checker;
    ComputerCommands *m_computers;
    NewsNotices *m_news;
    DropArea *m_drop;
    ArticleCommands *m_ownArticles;
    LayoutKeeper *m_layout = nullptr;
    ClassicArchive *m_archive;
    ArchiveImport *m_import;
    ArticleSearch *m_articles = nullptr;
    DamageList *m_damage = nullptr;
    bool m_userChose = false; ///< since the last loading began
};

} // namespace evident
