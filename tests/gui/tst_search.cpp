// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looking for events by a regular expression: the toggle, what is said of expressions that have a fault or take too long.

#include "gui/desk.h"

#include "events/eventspane.h"
#include "events/searchfield.h"
#include "settings/windowsettings.h"
#include "statusline.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTest>

#include <algorithm>

using namespace evident;

namespace {

constexpr int LongPatience = 20'000;
const QString Mail = QStringLiteral("logs/MAIL01-Application.evt");

} // namespace

class TestSearch final : public QObject {
    Q_OBJECT

private slots:
    void searchesByExpression();
    void tellsWhatAnExpressionLeavesOpen();
    void tellsFaultsInGerman();
};

void TestSearch::searchesByExpression()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    auto &pane = desk.part<EventsPane>();
    auto &field = desk.part<SearchField>();
    const auto all = static_cast<int>(desk.session().store().size());
    QTest::keyClick(&desk.window(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&field, QStringLiteral("MSExchange(IMC|DS"));
    QTRY_COMPARE(pane.shownRows(), 0); // as plain text
    QTest::keyClick(&field, Qt::Key_R, Qt::AltModifier);
    QVERIFY(field.byExpression()->isChecked());
    QCOMPARE(field.faultText(),
        QStringLiteral(
            "Not a regular expression yet: missing closing parenthesis, after character 17. The table stays as "
            "it was."));
    QCOMPARE(field.accessibleDescription(), field.faultText());
    const auto labels = desk.window().findChildren<QLabel *>();
    const auto isShown = [&](const QLabel *label) { return label->isVisible() && label->text() == field.faultText(); };
    const auto shown = std::ranges::find_if(labels, isShown);
    QVERIFY(shown != labels.end());
    const QPoint below = (*shown)->mapToGlobal(QPoint()) - field.mapToGlobal(QPoint());
    QVERIFY(below.x() == 0 && below.y() >= field.height() && (*shown)->height() >= field.fontMetrics().height());
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &field); // there is something left to do
    QCOMPARE(pane.filter().query().textKind, TextKind::Plain);
    QTest::keyClicks(&field, QStringLiteral(")"));
    QVERIFY(field.faultText().isEmpty() && !(*shown)->isVisible());
    QTest::keyClick(&field, Qt::Key_Return);
    QTRY_VERIFY(pane.shownRows() > 0 && pane.shownRows() < all);
    QCOMPARE(QApplication::focusWidget(), &pane.view());
    QCOMPARE(pane.filter().query().text, QStringLiteral("MSExchange(IMC|DS)"));

    const int found = pane.shownRows();
    field.setFocus();
    QTest::keyClicks(&field, QStringLiteral("["));
    QTest::qWait(600); // longer than anybody pauses while typing
    QCOMPARE(pane.shownRows(), found);
    QCOMPARE(pane.filter().query().text, QStringLiteral("MSExchange(IMC|DS)"));
    field.setText(QStringLiteral("x*"));
    QTRY_COMPARE(pane.shownRows(), all);
    desk.window().close();
    QVERIFY(WindowSettings::load(QSettings(desk.scratch(QStringLiteral("window.ini")), QSettings::IniFormat)).searchKind
        == TextKind::Expression);
}

void TestSearch::tellsWhatAnExpressionLeavesOpen()
{
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    auto &field = desk.part<SearchField>();
    field.setKind(TextKind::Expression);
    field.setText(QStringLiteral("^(\\w+\\W?)+(?<!\\w)(?<!\\W)$")); // what looks back no automaton decides
    const auto isSearching = [&] {
        return desk.part<StatusLine>().countsText().contains(QStringLiteral("shown so far, searching …"));
    };
    QTRY_VERIFY(isSearching());
    QTRY_VERIFY_WITH_TIMEOUT(desk.noticeTexts().contains(QStringLiteral("takes too many steps")), LongPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!isSearching(), LongPatience);
    field.clear();
    QTRY_VERIFY(!desk.noticeTexts().contains(QStringLiteral("takes too many steps")));
}

void TestSearch::tellsFaultsInGerman()
{
    Desk desk(QStringLiteral("de"));
    auto &field = desk.part<SearchField>();
    field.setKind(TextKind::Expression);
    field.setText(QStringLiteral("(abc"));
    QCOMPARE(field.faultText(),
        QStringLiteral(
            "Noch kein regulärer Ausdruck: fehlende schließende Klammer, nach Zeichen 4. Die Tabelle bleibt, wie "
            "sie war."));
    field.setText(QStringLiteral("*"));
    QVERIFY(field.faultText().contains(QStringLiteral(", am Anfang.")));
    QCOMPARE(field.placeholderText(), QStringLiteral("Nach Ausdruck suchen"));
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
