// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything the window can be told to do, with its words, icons and keys, and the menus and toolbar that offer it. The
// main window connects each action to who does it. Owned by the main window.

#include <QAction>
#include <QObject>

class QMainWindow;
class QMenu;

namespace evident {

class SearchField;

class WindowActions final : public QObject {
    Q_OBJECT
public:
    explicit WindowActions(QMainWindow &window);

    QAction *open;
    QAction *openFolder;
    QAction *openLocation;
    QAction *connectTo;
    QAction *loadNew;
    QAction *follow;
    QAction *openHive;
    QAction *closeAll;
    QAction *print;
    QAction *preview;
    QAction *save;
    QAction *saveEvents;
    QAction *quit;
    QAction *copy;
    QAction *find;
    QAction *findArticle;
    QAction *importArchive;
    QAction *importFolder;
    QAction *showAll;
    QAction *explain;
    QAction *checkNow;
    QAction *checkAll;
    QAction *comfortable;
    QAction *nextPane;
    QAction *previousPane;
    QAction *resetLayout;
    QAction *about;
    QMenu *notify; ///< verdicts, filled by who tells of them
    QMenu *recent; ///< filled by the main window when it opens
    QMenu *view; ///< docks and columns are added by the main window
    SearchField *search;

    /// Reports can be printed and saved only when something was read.
    void setSomethingOpen(bool something);

private:
    QAction *make(const QString &text, const QKeySequence &keys = {}, const QString &hint = {});
    void setUpMenus(QMainWindow &window);
    void setUpToolBar(QMainWindow &window);
};

} // namespace evident
