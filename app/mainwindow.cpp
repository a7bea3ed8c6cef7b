// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "archivepasswords.h"
#include "articles/archiveimport.h"
#include "articles/articlecommands.h"
#include "articles/articlesearch.h"
#include "articles/wrongnote.h"
#include "details/checkcard.h"
#include "details/detailspane.h"
#include "details/explanationpage.h"
#include "events/eventfile.h"
#include "events/eventspane.h"
#include "events/searchfield.h"
#include "filecommands.h"
#include "findings/findingslist.h"
#include "layoutkeeper.h"
#include "logs/damagelist.h"
#include "logs/logslist.h"
#include "looks/icons.h"
#include "machines/checker.h"
#include "machines/computercommands.h"
#include "machines/copyrate.h"
#include "machines/pastedialog.h"
#include "notices/newsnotices.h"
#include "notices/noticebar.h"
#include "notices/sessionnotices.h"
#include "reports/words.h"
#include "statusline.h"
#include "welcome/droparea.h"
#include "welcome/emptypage.h"
#include "windowactions.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QShowEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace evident {

namespace {

constexpr QSize FirstSize(1280, 800);

} // namespace

MainWindow::MainWindow(Session &session, QSettings &store)
    : m_session(session)
    , m_store(store)
    , m_settings(WindowSettings::load(store))
    , m_centre(new QStackedWidget)
    , m_empty(new EmptyPage)
    , m_events(new EventsPane(session))
    , m_details(new DetailsPane(session))
    , m_findings(new FindingsList)
    , m_logs(new LogsList(session))
    , m_notices(new NoticeBar)
    , m_sessionNotices(new SessionNotices(session, *m_notices, this))
    , m_status(new StatusLine(this))
    , m_actions(new WindowActions(*this))
    , m_files(new FileCommands(session, m_settings, *this))
    , m_checker(new Checker(session, store, *this))
    , m_computers(new ComputerCommands(session, *m_checker, store, *this))
    , m_news(new NewsNotices(session, m_settings, *this, QDBusConnection::sessionBus()))
    , m_drop(new DropArea(*this))
    , m_ownArticles(new ArticleCommands(session, m_settings, *m_notices, *this))
    , m_archive(new ClassicArchive(ClassicShelf::userFile(), this))
    , m_import(new ArchiveImport(*m_archive, *m_notices, *this))
{
    setWindowTitle(QStringLiteral("Evident"));
    setWindowIcon(programIcon());
    setStatusBar(m_status);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks);
    setUpCentre();
    setUpDocks();
    connectActions();
    connectSession();
    connectPanes();
    connectSearch();
    connectArticles();
    new ArchivePasswords(m_session, *this); // the window owns it
    m_events->view().restoreColumns(m_settings.eventColumns);
    m_events->view().setDensity(m_settings.density);
    m_actions->comfortable->setChecked(m_settings.density == RowDensity::Comfortable);
    setTimes(m_settings.times);
    if (!restoreGeometry(m_settings.geometry))
        resize(FirstSize);
    logsChanged();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpCentre()
{
    m_centre->addWidget(m_empty);
    m_centre->addWidget(m_events);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_centre, 1);
    setCentralWidget(middle);
}

void MainWindow::setUpDocks()
{
    const auto dock = [this](const QString &name, const QString &title, QWidget *content) {
        auto *made = new QDockWidget(title, this);
        made->setObjectName(name);
        made->setWidget(content);
        made->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
        m_actions->view->addAction(made->toggleViewAction());
        return made;
    };
    m_actions->view->addSeparator();
    const LayoutKeeper::Docks docks{.logs = dock(QStringLiteral("logs"), tr("Logs"), m_logs),
        .findings = dock(QStringLiteral("findings"), tr("Findings"), m_findings),
        .details = dock(QStringLiteral("details"), tr("Details"), m_details)};
    // Its tabs are heading enough.
    docks.details->setTitleBarWidget(new QWidget(docks.details));
    m_layout = new LayoutKeeper(*this, docks, m_settings);
    m_actions->view->addSeparator();
    m_actions->view->addMenu(m_events->view().columnsMenu());
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto &&does) { connect(action, &QAction::triggered, this, does); };
    on(m_actions->open, [this] { m_files->chooseLogs(); });
    on(m_actions->openFolder, [this] { m_files->chooseFolder(); });
    on(m_actions->openLocation, [this] { m_files->chooseLocation(); });
    on(m_actions->connectTo, [this] { m_computers->chooseLogs(); });
    on(m_actions->loadNew, [this] { m_computers->loadNews(); });
    on(m_actions->follow, [this](bool follow) { m_computers->setFollowing(follow); });
    on(m_actions->follow, [this](bool follow) { m_news->setFollowing(follow); });
    m_news->fillMenu(*m_actions->notify);
    on(m_actions->openHive, [this] { m_files->useHive(m_files->chooseHive({})); });
    on(m_actions->closeAll, [this] { m_session.closeAll(); });
    on(m_actions->print, [this] { m_files->print(zone()); });
    on(m_actions->preview, [this] { m_files->preview(zone()); });
    on(m_actions->save, [this] { m_files->save(zone()); });
    on(m_actions->saveEvents, [this] { saveEvents(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->copy, [this] { m_events->copyRows(); });
    on(m_actions->find, [this] {
        m_actions->search->setFocus(Qt::ShortcutFocusReason);
        m_actions->search->selectAll();
    });
    on(m_actions->showAll, [this] { m_events->filter().clear(); });
    on(m_actions->explain, [this] { explainChosen(); });
    on(m_actions->checkNow, [this] { m_details->explanation().card().ask(); });
    on(m_actions->checkAll, [this] { m_checker->checkAll(); });
    on(m_actions->comfortable, [this](bool comfortable) {
        m_settings.density = comfortable ? RowDensity::Comfortable : RowDensity::Dense;
        m_events->view().setDensity(m_settings.density);
    });
    on(m_actions->nextPane, [this] { stepPane(1); });
    on(m_actions->previousPane, [this] { stepPane(-1); });
    on(m_actions->resetLayout, [this] { m_layout->reset(); });
    on(m_actions->about, [this] { showAbout(); });
    connect(m_actions->recent, &QMenu::aboutToShow, this, [this] { m_files->fillRecent(*m_actions->recent); });
    connect(m_empty, &EmptyPage::openWanted, m_files, &FileCommands::chooseLogs);
    connect(m_empty, &EmptyPage::connectWanted, m_computers, &ComputerCommands::chooseLogs);
    connect(m_files, &FileCommands::remoteWanted, m_computers, &ComputerCommands::open);
    connect(m_computers, &ComputerCommands::openWanted, m_files, &FileCommands::open);
    connect(m_computers, &ComputerCommands::told, m_status, &StatusLine::tell);
    connect(m_computers, &ComputerCommands::away, m_status, &StatusLine::setAway);
    connect(new CopyRate(m_session, this), &CopyRate::told, m_status, &StatusLine::setRate);
    connect(m_computers, &ComputerCommands::trouble, m_sessionNotices, &SessionNotices::tell);
    connect(m_empty, &EmptyPage::demoWanted, m_files, &FileCommands::openDemo);
    connect(m_drop, &DropArea::dropped, this, [this](const DropPlan &plan) {
        m_files->open(plan.logs);
        if (!plan.hive.isEmpty())
            m_files->useHive(plan.hive);
    });
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::logAdded, this, [this] {
        if (m_session.logs().size() == 1)
            m_userChose = false;
        logsChanged();
    });
    connect(&m_session, &Session::logChanged, this, &MainWindow::logsChanged);
    connect(&m_session, &Session::logRemoved, this, &MainWindow::logsChanged);
    connect(&m_session, &Session::rowsReset, this, &MainWindow::findingsChanged);
    connect(&m_session, &Session::findingsChanged, this, &MainWindow::findingsChanged);
    connect(&m_session, &Session::checkDone, this, &MainWindow::findingsChanged);
    connect(&m_session, &Session::loadingFinished, this, &MainWindow::loadingFinished);
    connect(m_status, &StatusLine::stopWanted, &m_session, &Session::cancelLoading);
    connect(m_status, &StatusLine::stopWanted, m_checker, &Checker::cancel);
    connect(m_status, &StatusLine::stopWanted, &m_session, &Session::cancelSaving);
    connect(&m_session, &Session::savingMoved, m_status, &StatusLine::setProgress);
    connect(&m_session, &Session::savingEnded, this, &MainWindow::showProgress);
    connect(&m_session, &Session::savingFailed, m_sessionNotices, &SessionNotices::tell);
    connect(&m_session, &Session::eventsSaved, this, [this](const SavedEvents &saved) {
        m_notices->add({.weight = Notice::Weight::Information,
            .topic = saved.path,
            .text = savedText(saved),
            .actionText = {},
            .action = {}});
    });
}

void MainWindow::connectPanes()
{
    connect(m_events, &EventsPane::rowChosen, this, &MainWindow::showRow);
    connect(m_events, &EventsPane::countsChanged, this, &MainWindow::showCounts);
    connect(m_events, &EventsPane::saveWanted, this,
        [this] { m_files->saveEvents(m_events->view().selectedRows(), FileCommands::Chosen::Selected, zone()); });
    connect(m_findings, &FindingsList::findingChosen, this, &MainWindow::showFinding);
    connect(m_findings, &FindingsList::unexplainedChosen, this, [this](const Unexplained &kind) {
        m_userChose = true;
        m_events->filter().showOnly(kind);
        m_events->chooseFirst();
    });
    connect(m_logs, &LogsList::logsChosen, &m_events->filter(), &FilterBar::narrowToLogs);
    connect(m_logs, &LogsList::damageWanted, this, &MainWindow::showDamage);
    connect(m_status, &StatusLine::damageWanted, this, &MainWindow::showDamage);
    connect(m_status, &StatusLine::timesWanted, this, &MainWindow::setTimes);
    connect(m_sessionNotices, &SessionNotices::damageWanted, this, &MainWindow::showDamage);
    connect(m_sessionNotices, &SessionNotices::checkWanted, this, &MainWindow::checkComputer);
    connect(m_details, &DetailsPane::trouble, m_sessionNotices, &SessionNotices::tell);
    connect(m_files, &FileCommands::trouble, m_sessionNotices, &SessionNotices::tell);
    connect(m_ownArticles, &ArticleCommands::trouble, m_sessionNotices, &SessionNotices::tell);
    connect(m_events, &EventsPane::explainWanted, this, &MainWindow::explainChosen);
    connect(m_files, &FileCommands::saved, this, [this](const QString &path) {
        m_notices->add({.weight = Notice::Weight::Information,
            .topic = path,
            .text = tr("The findings were saved as %1.").arg(QDir::toNativeSeparators(path)),
            .actionText = {},
            .action = {}});
    });
    CheckCard &card = m_details->explanation().card();
    card.setChecker(*m_checker);
    connect(&card, &CheckCard::hiveWanted, this, [this, &card](const QString &computer) {
        if (const QString path = m_files->chooseHive(computer); !path.isEmpty())
            card.askHive(path);
    });
    connect(&card, &CheckCard::pasteWanted, this,
        [this](const FindingKey &finding) { (new PasteDialog(m_session, finding, this))->open(); });
    connect(m_checker, &Checker::progressed, this, [this](int answered, int asked) {
        if (answered < asked)
            m_status->setAsked(answered, asked);
        else
            showProgress();
    });
}

void MainWindow::connectSearch()
{
    SearchField *field = m_actions->search;
    field->setKind(m_settings.searchKind);
    connect(field, &SearchField::searchWanted, &m_events->filter(), &FilterBar::setText);
    connect(field, &SearchField::kindChanged, this, [this](TextKind kind) { m_settings.searchKind = kind; });
    connect(field, &SearchField::entered, this, [this] { m_events->view().setFocus(Qt::ShortcutFocusReason); });
    connect(m_events, &EventsPane::givenUpChanged, m_sessionNotices, &SessionNotices::tellGivenUp);
    connect(&m_events->filter(), &FilterBar::textDropped, field, &QLineEdit::clear);
}

void MainWindow::connectArticles()
{
    m_details->explanation().setArchive(*m_archive);
    m_files->setArchive(*m_archive);
    connect(m_actions->findArticle, &QAction::triggered, this, [this] {
        if (!m_articles) {
            m_articles = new ArticleSearch(m_session.matcher(), *m_archive, this);
            connect(m_articles, &ArticleSearch::importWanted, m_import, &ArchiveImport::chooseArchive);
        }
        m_articles->start();
    });
    connect(&m_session, &Session::knowledgeChanged, this, [this] {
        if (m_articles)
            m_articles->setMatcher(m_session.matcher());
    });
    connect(&m_details->explanation(), &ExplanationPage::foundWrong, this, &MainWindow::writeWrongNote);
    connect(m_actions->importArchive, &QAction::triggered, m_import, &ArchiveImport::chooseArchive);
    connect(m_actions->importFolder, &QAction::triggered, m_import, &ArchiveImport::chooseFolder);
}

void MainWindow::writeWrongNote()
{
    const auto &subject = m_details->subject();
    if (!subject || !subject->explanation)
        return;
    auto *note = new WrongNote(*subject, this); // goes when it is closed
    connect(note, &WrongNote::trouble, m_sessionNotices, &SessionNotices::tell);
    connect(note, &WrongNote::kept, this, [this](const QString &file) {
        m_notices->add({.weight = Notice::Weight::Information,
            .topic = file,
            .text = tr("The note was kept in %1.").arg(QDir::toNativeSeparators(file)),
            .actionText = {},
            .action = {}});
    });
    note->open();
}

void MainWindow::open(const QStringList &paths)
{
    m_files->open(paths);
}

void MainWindow::openDemo()
{
    m_files->openDemo();
}

void MainWindow::findingsChanged()
{
    m_findings->setFindings(m_session.allFindings());
    const auto &findings = m_session.findings();
    const bool askable =
        std::ranges::any_of(findings, [](const Finding &finding) { return !finding.subjects.empty(); });
    m_actions->checkAll->setEnabled(askable);
    if (!m_session.isLoading())
        showWeightiest();
}

void MainWindow::loadingFinished()
{
    logsChanged();
    showWeightiest();
}

void MainWindow::showWeightiest()
{
    if (m_userChose || m_session.findings().empty())
        return;
    if (const Finding *finding = m_findings->standOnWeightiest()) {
        m_events->chooseRow(finding->sampleRow);
        m_details->showRow(finding->sampleRow);
    }
}

void MainWindow::showFinding(const Finding &finding)
{
    m_userChose = true;
    const RowId row = finding.sampleRow;
    m_events->filter().showOnly(finding);
    m_events->chooseRow(row);
    m_details->showRow(row);
    m_details->setCurrentIndex(0);
}

void MainWindow::showRow(RowId row)
{
    m_userChose = true;
    m_details->showRow(row);
    const auto &subject = m_details->subject();
    if (subject && subject->finding)
        m_findings->standOn(*subject->finding);
    else
        m_findings->standNowhere();
}

void MainWindow::logsChanged()
{
    const auto &logs = m_session.logs();
    const bool something = std::ranges::any_of(logs, [](const OpenLog &log) { return log.state != LogState::Failed; });
    if (logs.empty())
        m_userChose = false;
    m_centre->setCurrentWidget(something ? static_cast<QWidget *>(m_events) : m_empty);
    m_layout->setContent(something ? LayoutKeeper::Content::Logs : LayoutKeeper::Content::Nothing);
    m_actions->setSomethingOpen(something);
    m_actions->closeAll->setEnabled(!logs.empty());
    m_status->setDamages(DamageList::countOf(m_session));
    showProgress();
    showCounts();
}

void MainWindow::showProgress()
{
    if (!m_session.isLoading()) {
        if (!m_session.isSaving())
            m_status->setIdle();
        return;
    }
    std::uint64_t sum = 0;
    for (const OpenLog &log : m_session.logs())
        sum += static_cast<std::uint64_t>(log.state == LogState::Loading ? log.permille : 1000);
    m_status->setProgress(m_session.logs().empty() ? 0 : static_cast<int>(sum / m_session.logs().size()));
}

void MainWindow::showCounts()
{
    // Carved events count only while they are shown.
    const bool carved = m_events->filter().query().recovered;
    StatusLine::Counts counts{.events = 0,
        .shown = m_events->shownRows(),
        .isSearching = m_events->isSearching(),
        .selected = m_events->selectedRows(),
        .passedOver = m_session.skippedFiles()};
    for (const OpenLog &log : m_session.logs())
        counts.events += log.info.records + (carved ? log.info.recovered : 0);
    m_status->setCounts(counts);
}

QTimeZone MainWindow::zone() const
{
    return m_settings.times == TimeDisplay::Utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
}

void MainWindow::setTimes(TimeDisplay times)
{
    m_settings.times = times;
    m_status->setTimes(times);
    m_events->setTimeZone(zone());
    m_details->setTimeZone(zone());
}

/// One selected row is where the cursor stands; more were chosen.
void MainWindow::saveEvents()
{
    if (m_events->selectedRows() > 1)
        m_files->saveEvents(m_events->view().selectedRows(), FileCommands::Chosen::Selected, zone());
    else
        m_files->saveEvents(m_events->allRows(), FileCommands::Chosen::Shown, zone());
}

void MainWindow::checkComputer(const QString &computer)
{
    for (const Finding &finding : m_session.findings()) {
        if (!finding.subjects.empty() && finding.computer.compare(computer, Qt::CaseInsensitive) == 0)
            m_session.check(finding.key);
    }
}

void MainWindow::explainChosen()
{
    if (const auto &subject = m_details->subject())
        m_ownArticles->explain(subject->event);
}

void MainWindow::showDamage()
{
    if (!m_damage)
        m_damage = new DamageList(m_session, this);
    m_damage->show();
    m_damage->raise();
    m_damage->activateWindow();
}

void MainWindow::stepPane(int step)
{
    const QList<QWidget *> panes{m_actions->search, m_findings, m_logs, &m_events->view(), m_details};
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype pane = 0; focus && pane < panes.size(); ++pane) {
        if (panes[pane] == focus || panes[pane]->isAncestorOf(focus))
            at = pane;
    }
    panes[(at + step + panes.size()) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showAbout()
{
    QMessageBox about(QMessageBox::NoIcon, tr("About Evident"),
        tr("<b>Evident %1</b><br>Explains what Windows event logs say.").arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, this);
    about.setInformativeText(tr(
        "Keys: Ctrl+F searches, F5 loads what is new, F8 checks the finding, F6 goes from pane to pane, Ctrl+P prints, "
        "Ctrl+S exports.<br><br>Free software under the GNU General Public License, version 3 or later."));
    about.setIconPixmap(programIcon().pixmap(64));
    about.exec();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!event->spontaneous())
        m_layout->start();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_layout->store();
    m_settings.geometry = saveGeometry();
    m_settings.eventColumns = m_events->view().columnState();
    m_settings.save(m_store);
    QMainWindow::closeEvent(event);
}

} // namespace evident
