// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowactions.h"

#include "events/searchfield.h"
#include "looks/icons.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace evident {

WindowActions::WindowActions(QMainWindow &window)
    : QObject(&window)
    , open(make(tr("&Open Log…"), QKeySequence::Open, tr("Open one or more event logs")))
    , openFolder(
          make(tr("Open &Folder…"), Qt::CTRL | Qt::ALT | Qt::Key_O, tr("Open every log in a folder and below it")))
    , openLocation(make(tr("Open &Location…"), Qt::CTRL | Qt::Key_L, tr("Open a log by its path or address")))
    , connectTo(
          make(tr("Connect to Compu&ter…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, tr("Read the logs of another computer")))
    , loadNew(make(tr("&Load What Is New"), Qt::Key_F5, tr("Bring the events that other computers wrote since then")))
    , follow(make(tr("&Follow"), Qt::SHIFT | Qt::Key_F5, tr("Bring what is new every few seconds")))
    , openHive(make(
          tr("Use Registry &Hive…"), Qt::CTRL | Qt::Key_H, tr("Answer checks from a copy of a computer's registry")))
    , closeAll(make(tr("&Close All Logs"), Qt::CTRL | Qt::SHIFT | Qt::Key_W))
    , print(make(tr("&Print…"), QKeySequence::Print, tr("Print the findings")))
    , preview(make(tr("Print Pre&view…"), Qt::CTRL | Qt::SHIFT | Qt::Key_P))
    , save(make(tr("&Export Findings…"), QKeySequence::Save, tr("Save the findings as PDF, HTML, text, CSV or JSON")))
    , saveEvents(make(tr("Save &Events As…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
          tr("Save the selected events, or all that are shown, as an event log, XML, CSV, text or JSON")))
    , quit(make(tr("&Quit"), QKeySequence::Quit))
    , copy(make(tr("&Copy Events"), Qt::CTRL | Qt::SHIFT | Qt::Key_C))
    , find(make(tr("&Find in Events"), QKeySequence::Find))
    , findArticle(
          make(tr("Find an &Article…"), Qt::CTRL | Qt::Key_K, tr("Find an article by words, event ID or source")))
    , importArchive(make(tr("From an &Archive…"), {}, tr("A zip, 7z or tar file that holds the classic articles")))
    , importFolder(make(tr("From a &Folder…"), {}, tr("A folder that holds the classic articles")))
    , showAll(make(tr("Show &All Events"), Qt::CTRL | Qt::Key_0))
    , explain(make(tr("&Explain This Event…"), Qt::CTRL | Qt::Key_E, tr("Write an article about the chosen event")))
    , checkNow(make(tr("&Check This Finding"), Qt::Key_F8))
    , checkAll(make(tr("Check &All"), Qt::SHIFT | Qt::Key_F8, tr("Ask every question that the findings leave open")))
    , comfortable(make(tr("&Comfortable Rows")))
    , nextPane(make(tr("&Next Pane"), Qt::Key_F6))
    , previousPane(make(tr("&Previous Pane"), Qt::SHIFT | Qt::Key_F6))
    , resetLayout(make(tr("&Reset Layout")))
    , about(make(tr("&About Evident"), QKeySequence::HelpContents))
    , notify(new QMenu(tr("&Notify While Following"), &window))
    , recent(new QMenu(tr("Open &Recent"), &window))
    , view(nullptr)
    , search(new SearchField)
{
    open->setIcon(icon(IconName::Open));
    openFolder->setIcon(icon(IconName::OpenFolder));
    connectTo->setIcon(icon(IconName::Computer));
    openHive->setIcon(icon(IconName::Hive));
    print->setIcon(icon(IconName::Print));
    preview->setIcon(icon(IconName::PrintPreview));
    save->setIcon(icon(IconName::Export));
    copy->setIcon(icon(IconName::Copy));
    find->setIcon(icon(IconName::Search));
    findArticle->setIcon(icon(IconName::Question));
    checkAll->setIcon(icon(IconName::CheckAll));
    recent->setIcon(icon(IconName::Recent));
    comfortable->setCheckable(true);
    follow->setCheckable(true);
    setUpMenus(window);
    setUpToolBar(window);
    setSomethingOpen(false);
}

QAction *WindowActions::make(const QString &text, const QKeySequence &keys, const QString &hint)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    if (!hint.isEmpty())
        action->setToolTip(
            keys.isEmpty() ? hint : QStringLiteral("%1 (%2)").arg(hint, keys.toString(QKeySequence::NativeText)));
    return action;
}

void WindowActions::setUpMenus(QMainWindow &window)
{
    QMenu *file = window.menuBar()->addMenu(tr("&File"));
    file->addActions({open, openFolder, openLocation, connectTo});
    file->addMenu(recent);
    file->addSeparator();
    file->addAction(closeAll);
    file->addSeparator();
    file->addActions({saveEvents, save, preview, print});
    file->addSeparator();
    file->addMenu(tr("&Import Classic Microsoft Articles"))->addActions({importArchive, importFolder});
    file->addSeparator();
    file->addAction(quit);
    QMenu *edit = window.menuBar()->addMenu(tr("&Edit"));
    edit->addActions({copy, find, search->byExpression(), showAll});
    edit->addSeparator();
    edit->addActions({findArticle, explain});
    QMenu *check = window.menuBar()->addMenu(tr("&Check"));
    check->addActions({checkNow, checkAll});
    check->addSeparator();
    check->addAction(openHive);
    view = window.menuBar()->addMenu(tr("&View"));
    view->addActions({loadNew, follow});
    view->addMenu(notify);
    view->addSeparator();
    view->addActions({comfortable, resetLayout});
    view->addSeparator();
    view->addActions({nextPane, previousPane});
    window.menuBar()->addMenu(tr("&Help"))->addAction(about);
}

void WindowActions::setUpToolBar(QMainWindow &window)
{
    QToolBar *bar = window.addToolBar(tr("Toolbar"));
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(18, 18));
    bar->toggleViewAction()->setVisible(false);
    open->setIconText(tr("Open"));
    connectTo->setIconText(tr("Connect"));
    checkAll->setIconText(tr("Check All"));
    print->setIconText(tr("Print"));
    save->setIconText(tr("Export"));
    bar->addActions({open, connectTo, checkAll, print, save});
    auto *gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addWidget(search);
}

void WindowActions::setSomethingOpen(bool something)
{
    for (QAction *action : {closeAll, print, preview, save, saveEvents, copy, find, showAll, loadNew, follow, explain,
             checkNow, checkAll, search->byExpression()})
        action->setEnabled(something);
    search->setEnabled(something);
}

} // namespace evident
