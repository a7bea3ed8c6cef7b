// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does around the origin case: beginning, trouble, stopping, order, filters, keys.

#include "gui/desk.h"

#include "details/checkcard.h"
#include "details/detailspane.h"
#include "details/eventpage.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "details/xmlpage.h"
#include "events/eventspane.h"
#include "findings/findingslist.h"
#include "forge/archivefile.h"
#include "layoutkeeper.h"
#include "logs/logslist.h"
#include "looks/badge.h"
#include "notices/noticebar.h"
#include "reports/words.h"
#include "statusline.h"
#include "welcome/emptypage.h"
#include "windowactions.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace evident;

namespace {

const QString Mail = QStringLiteral("logs/MAIL01-Application.evt");
const QString Damaged = QStringLiteral("logs/CLIENT07-System.evtx");

/// Where the tab key leads, until it comes round. A text with links is left only behind its last one.
QList<QWidget *> tabStops(QWidget &start)
{
    start.setFocus();
    QList<QWidget *> stops{&start};
    for (int step = 0; step < 300; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *focus = QApplication::focusWidget();
        if (!focus || (focus == &start && stops.size() > 1))
            break;
        if (!stops.contains(focus))
            stops.append(focus);
    }
    return stops;
}

} // namespace

class TestWindow final : public QObject {
    Q_OBJECT

private slots:
    void beginsWithThreeWays();
    void saysWhatDroppingWillDo();
    void opensFoldersAndPassesOverTheRest();
    void tellsDamage();
    void tellsWhatIsNoLog();
    void asksForAnArchivesPassword();
    void canBeStopped();
    void sortsByItsHead();
    void filtersByFindingAndChip();
    void searches();
    void keepsTheChosenRow();
    void showsTheEventAndItsXml();
    void copiesRows();
    void savesEvents();
    void walksWithKeysAlone();
    void namesEveryControl();
    void laysItselfOutByWidth();
    void remembersColumns();
    void answersForEachServiceByItself();
};

void TestWindow::beginsWithThreeWays()
{
    Desk desk;
    QVERIFY(desk.part<EmptyPage>().isVisible());
    const auto buttons = desk.part<EmptyPage>().findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3); // open, connect, the demo
    desk.click(*buttons.last()); // the demo
    QVERIFY(desk.waitUntilRead());
    QVERIFY(!desk.part<EmptyPage>().isVisible());
    QVERIFY(desk.session().logs().size() >= 6);
}

void TestWindow::saysWhatDroppingWillDo()
{
    Desk desk;
    QCOMPARE(desk.dragOver({Desk::demo(Mail)}), QStringLiteral("Open 1 log"));
    desk.dragAway();
    QCOMPARE(desk.dragOver({Desk::demo(Mail), Desk::demo(Damaged)}), QStringLiteral("Open 2 logs"));
    desk.dragAway();
    QCOMPARE(desk.dragOver({Desk::demo(QStringLiteral("hives/MAIL01-SYSTEM-imc-absent"))}),
        QStringLiteral("Use as registry hive for MAIL01"));
    desk.dragAway();
    QVERIFY(desk.session().logs().empty());
}

void TestWindow::opensFoldersAndPassesOverTheRest()
{
    Desk desk;
    desk.drop({Desk::demo(QString())});
    QVERIFY(desk.waitUntilRead());
    QVERIFY(desk.session().skippedFiles() > 0);
    QTRY_VERIFY(desk.part<StatusLine>().countsText().contains(QStringLiteral("passed over")));
    QAbstractItemModelTester logs(const_cast<LogTree *>(&desk.part<LogsList>().tree()));
    QAbstractItemModelTester findings(const_cast<FindingTree *>(&desk.part<FindingsList>().tree()));
    desk.session().closeAll();
    QTRY_VERIFY(desk.part<EmptyPage>().isVisible());
}

void TestWindow::tellsDamage()
{
    Desk desk;
    desk.drop({Desk::demo(Damaged)});
    QVERIFY(desk.waitUntilRead());
    QVERIFY(desk.noticeTexts().contains(QStringLiteral("could not be read")));
    QVERIFY(desk.part<StatusLine>().damageButton()->isVisible());
    desk.click(*desk.part<StatusLine>().damageButton());
    QTRY_VERIFY(desk.window().findChild<QDialog *>());
    QVERIFY(desk.window().findChild<QDialog *>()->isVisible());
}

void TestWindow::tellsWhatIsNoLog()
{
    Desk desk;
    const QString path = desk.scratch(QStringLiteral("holiday.evtx"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no event log at all, only some text that somebody gave this name");
    file.close();
    desk.drop({path});
    QTRY_VERIFY(!desk.part<NoticeBar>().notices().empty());
    QVERIFY(desk.noticeTexts().contains(QStringLiteral("holiday.evtx")));
    QVERIFY(desk.part<EmptyPage>().isVisible());
    QVERIFY(!QApplication::activeModalWidget());
}

void TestWindow::asksForAnArchivesPassword()
{
    Desk desk;
    QFile log(Desk::demo(Mail));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QStringList archives;
    for (const QString &name : {QStringLiteral("first.zip"), QStringLiteral("second.zip")}) {
        QFile archive(desk.scratch(name));
        QVERIFY(archive.open(QIODevice::WriteOnly));
        log.seek(0);
        archive.write(forge::zip({{"Application.evt", log.readAll()}}, "secret"));
        archives.append(archive.fileName());
    }
    const auto dialog = [&desk] {
        const auto open = desk.window().findChildren<QInputDialog *>();
        return open.size() == 1 && open.front()->isVisible() ? open.front() : nullptr;
    };
    desk.drop(archives);
    QTRY_VERIFY(dialog() && dialog()->labelText().contains(QStringLiteral(".zip")));
    QTRY_VERIFY(!desk.session().isLoading()); // the other archive may still be tried when the first one asks
    QVERIFY(dialog()); // one, never two at a time
    QVERIFY(desk.session().logs().empty());
    const QPointer first(dialog());
    auto *const line = first->findChild<QLineEdit *>();
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    QTest::keyClicks(line, QStringLiteral("secret"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(dialog() && dialog() != first);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(desk.waitUntilRead());
    QTRY_VERIFY(!dialog());
    QTRY_COMPARE(desk.session().logs().size(), std::size_t{2}); // the one that was unlocked, and the other's failure
    QVERIFY(desk.noticeTexts().contains(QStringLiteral("locked with a password")));
}

void TestWindow::canBeStopped()
{
    Desk desk;
    desk.drop({Desk::demo(QString())});
    desk.session().cancelLoading();
    QTRY_VERIFY(!desk.session().isLoading());
    QTRY_VERIFY(!desk.part<StatusLine>().stopButton()->isVisible());
}

void TestWindow::sortsByItsHead()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    EventsView &view = desk.part<EventsPane>().view();
    const auto cell = [&](int row, EventColumn column) {
        return view.model()->index(row, std::to_underlying(column)).data().toString();
    };
    const QString newest = cell(0, EventColumn::Time);
    QSignalSpy counted(&desk.part<EventsPane>(), &EventsPane::countsChanged);
    QHeaderView *head = view.horizontalHeader();
    const auto press = [&](EventColumn column) {
        const int x = head->sectionViewportPosition(std::to_underlying(column)) + 12;
        QTest::mouseClick(head->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(x, head->height() / 2));
    };
    press(EventColumn::Time);
    QTRY_VERIFY(cell(0, EventColumn::Time) != newest);
    press(EventColumn::Id);
    const auto ids = [&] {
        std::vector<int> found;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            found.push_back(cell(row, EventColumn::Id).toInt());
        return found;
    };
    QTRY_VERIFY(std::ranges::is_sorted(ids()) || std::ranges::is_sorted(ids(), std::greater()));
}

void TestWindow::filtersByFindingAndChip()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    auto &pane = desk.part<EventsPane>();
    auto &list = desk.part<FindingsList>();
    const Finding finding = desk.session().findings().back();
    list.setCurrentIndex(list.tree().indexOf(finding.key));
    QTRY_COMPARE(pane.shownRows(), static_cast<int>(finding.count));
    QCOMPARE(desk.part<DetailsPane>().subject()->row, finding.sampleRow);
    const auto chips = pane.filter().findChildren<QToolButton *>();
    const auto chip = std::ranges::find_if(chips, [](const QToolButton *button) {
        return button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Remove filter"));
    });
    QVERIFY(chip != chips.end());
    desk.click(**chip);
    QTRY_COMPARE(pane.shownRows(), static_cast<int>(desk.session().store().size()));
}

void TestWindow::searches()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    auto &pane = desk.part<EventsPane>();
    QTest::keyClick(&desk.window(), Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QTest::keyClicks(field, QStringLiteral("MSExchangeIMC"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(pane.shownRows() < static_cast<int>(desk.session().store().size()));
    QVERIFY(pane.shownRows() > 0);
    QCOMPARE(QApplication::focusWidget(), &pane.view());
}

void TestWindow::keepsTheChosenRow()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    auto &pane = desk.part<EventsPane>();
    desk.clickRow(3);
    const auto chosen = pane.view().currentRow();
    QVERIFY(chosen);
    desk.drop({Desk::demo(Damaged)});
    QTRY_COMPARE(desk.session().logs().size(), 2U);
    QVERIFY(desk.waitUntilRead());
    QVERIFY(pane.view().currentRow() == chosen);
    QVERIFY(desk.part<DetailsPane>().subject()->row == *chosen);
}

void TestWindow::showsTheEventAndItsXml()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    desk.clickRow(desk.rowWith(QStringLiteral("Perflib"), QStringLiteral("MSExchangeIMC")));
    auto &details = desk.part<DetailsPane>();
    details.setCurrentIndex(1);
    const QString event = details.event().toPlainText();
    for (const char *expected : {"Perflib", "1008", "MAIL01", "MSExchangeIMC", "0000  "})
        QVERIFY2(event.contains(QLatin1StringView(expected)), expected);
    details.setCurrentIndex(2);
    const QString xml = details.xml().toPlainText();
    QVERIFY(xml.startsWith(QStringLiteral("<Event")));
    QVERIFY(xml.contains(QStringLiteral("\n  <System>")));
}

void TestWindow::copiesRows()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    desk.clickRow(0);
    QTest::keyClick(&desk.part<EventsPane>().view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&desk.window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.first().startsWith(QStringLiteral("Level\tDate and Time\tSource\tEvent ID")));
    QCOMPARE(lines.at(1).count(u'\t'), lines.first().count(u'\t'));
}

/// Ctrl+Shift+S; answers the dialog's title.
QString saveEventsAs(Desk &desk, const QString &path)
{
    return desk.saveAs(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier, path);
}

void TestWindow::savesEvents()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    auto &events = desk.part<EventsPane>();
    const int shown = events.shownRows();
    QVERIFY(shown > 3);

    // One chosen row is no choice of what to save: all that are shown.
    desk.clickRow(1);
    QCOMPARE(saveEventsAs(desk, desk.scratch(QStringLiteral("all"))),
        QStringLiteral("Save All %1 Events Shown").arg(QLocale().toString(shown)));
    QTRY_VERIFY(desk.noticeTexts().contains(QStringLiteral("%1 events were saved as").arg(QLocale().toString(shown))));
    QVERIFY(QFileInfo::exists(desk.scratch(QStringLiteral("all.evtx"))));

    events.view().selectionModel()->select(
        events.table().index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    events.view().selectionModel()->select(
        events.table().index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(saveEventsAs(desk, desk.scratch(QStringLiteral("two.jsonl"))), QStringLiteral("Save 2 Selected Events"));
    QTRY_VERIFY(desk.noticeTexts().contains(QStringLiteral("2 events were saved as")));
    QFile two(desk.scratch(QStringLiteral("two.jsonl")));
    QVERIFY(two.open(QIODevice::ReadOnly));
    QCOMPARE(two.readAll().count('\n'), 2);

    desk.drop({desk.scratch(QStringLiteral("all.evtx"))});
    QVERIFY(desk.waitUntilRead());
    QCOMPARE(desk.session().logs().back().info.records, static_cast<std::uint64_t>(shown));

    // The log that is open is not written over.
    std::ignore = saveEventsAs(desk, desk.scratch(QStringLiteral("all.evtx")));
    QTRY_VERIFY2(desk.noticeTexts().contains(QStringLiteral("this log is open here")), qPrintable(desk.noticeTexts()));
}

void TestWindow::walksWithKeysAlone()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    auto &pane = desk.part<EventsPane>();
    desk.clickRow(desk.rowWith(QStringLiteral("Perflib"), QStringLiteral("MSExchangeIMC")));
    const QList<QWidget *> stops = tabStops(pane.view());
    QCOMPARE(QApplication::focusWidget(), &pane.view()); // it came round: no part keeps the focus to itself
    auto &card = desk.part<ExplanationPage>().card();
    for (QWidget *expected : {static_cast<QWidget *>(card.button()), static_cast<QWidget *>(&desk.part<FindingsList>()),
             static_cast<QWidget *>(&desk.part<LogsList>())})
        QVERIFY2(stops.contains(expected), qPrintable(expected->accessibleName()));
    QTest::keyClick(&desk.window(), Qt::Key_F6);
    QVERIFY(QApplication::focusWidget());
    desk.part<FindingsList>().setFocus();
    QTest::keyClick(&desk.part<FindingsList>(), Qt::Key_End);
    QTRY_VERIFY(pane.filter().isNarrowed());
    pane.view().setFocus();
    QTRY_VERIFY(pane.shownRows() > 0);
    QTest::keyClick(&pane.view(), Qt::Key_End);
    QTRY_COMPARE(pane.view().currentIndex().row(), pane.shownRows() - 1);
}

void TestWindow::namesEveryControl()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    QStringList nameless;
    for (const QWidget *widget : desk.window().findChildren<QWidget *>()) {
        const bool inner =
            widget->objectName().startsWith(QStringLiteral("qt_")) || widget->parentWidget()->inherits("QLineEdit");
        if (inner || !widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->inherits("QTabBar"))
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!face || face->text(QAccessible::Name).isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

void TestWindow::laysItselfOutByWidth()
{
    Desk desk(QStringLiteral("en"), QSize(1600, 900));
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    auto *details = desk.window().findChild<QDockWidget *>(QStringLiteral("details"));
    QVERIFY(details);
    QCOMPARE(desk.window().dockWidgetArea(details), Qt::RightDockWidgetArea);
    desk.window().resize(1280, 800);
    QTRY_COMPARE(desk.window().dockWidgetArea(details), Qt::BottomDockWidgetArea);
    desk.window().resize(LayoutKeeper::WideFrom, 800);
    QTRY_COMPARE(desk.window().dockWidgetArea(details), Qt::RightDockWidgetArea);
}

void TestWindow::remembersColumns()
{
    Desk desk;
    EventsView &view = desk.part<EventsPane>().view();
    view.setColumnHidden(std::to_underlying(EventColumn::Computer), false);
    view.setColumnWidth(std::to_underlying(EventColumn::Source), 217);
    QSettings store(desk.scratch(QStringLiteral("second.ini")), QSettings::IniFormat);
    {
        MainWindow window(desk.session(), store);
        window.findChild<EventsView *>()->restoreColumns(view.columnState());
        window.close();
    }
    MainWindow again(desk.session(), store);
    const auto *other = again.findChild<EventsView *>();
    QVERIFY(!other->isColumnHidden(std::to_underlying(EventColumn::Computer)));
    QCOMPARE(other->columnWidth(std::to_underlying(EventColumn::Source)), 217);
}

/// One article speaks of all services, so one finding holds events of several: each is asked about by itself, and no answer
/// about one of them stands beside the others.
void TestWindow::answersForEachServiceByItself()
{
    Desk desk;
    desk.drop({Desk::demo(QStringLiteral("logs/CLIENT07-Application.evtx"))});
    QVERIFY(desk.waitUntilRead());
    const auto &findings = desk.session().findings();
    const auto finding = std::ranges::find_if(findings, [](const Finding &each) {
        return each.explanation.articleId == QStringLiteral("performance/perflib-1008-service");
    });
    QVERIFY(finding != findings.end());
    const FindingKey key = finding->key;
    const QString asked = finding->explanation.checks.front().question.service;
    const EventTable &table = desk.part<EventsPane>().table();
    int row = 0;
    for (; row < table.rowCount(); ++row) {
        desk.clickRow(row);
        const auto &subject = desk.part<DetailsPane>().subject();
        if (subject && subject->finding == key && subject->explanation->checks.front().question.service != asked)
            break;
    }
    QVERIFY(row < table.rowCount());
    auto &page = desk.part<ExplanationPage>();
    const QString own = desk.part<DetailsPane>().subject()->explanation->checks.front().question.service;
    const auto words = [&page] { return page.card().findChild<ReadingText *>()->toPlainText(); };
    QVERIFY(words().contains(own) && words().contains(asked));
    desk.drop({Desk::demo(QStringLiteral("hives/CLIENT07-SYSTEM"))});
    QTRY_COMPARE(desk.session().hives().size(), 1U);
    desk.click(*page.card().button());
    QVERIFY(desk.waitForCheck());
    QTRY_VERIFY(!findings.empty());
    const auto asking = [&] { return std::ranges::find(findings, key, &Finding::key); };
    QTRY_VERIFY(asking() != findings.end() && asking()->conclusion);
    QCOMPARE(asking()->checks.size(), asking()->subjects.size());
    const auto kindOf = [&](const QString &service) { return subjectNamed(*asking(), service)->conclusion->kind; };
    QTRY_COMPARE(page.badge().look().word, conclusionText(kindOf(own)));
    QVERIFY(words().contains(own) && words().contains(asked));
    QVERIFY(words().contains(conclusionText(kindOf(asked))));
    const bool isSame = std::ranges::all_of(
        asking()->subjects, [&](const CheckSubject &one) { return one.conclusion->kind == kindOf(own); });
    QCOMPARE(asking()->conclusion->kind == kindOf(own), isSame || kindOf(own) == ConclusionKind::NotConfirmed);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
