// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes pictures of the real window on the demo's files, for people to look at: evident_shots FOLDER [NAME], where NAME
// stands for the pictures that begin with it.

#include "gui/desk.h"

#include "articles/articleeditor.h"
#include "articles/articlefields.h"
#include "articles/articlesearch.h"
#include "details/checkcard.h"
#include "details/detailspane.h"
#include "details/explanationpage.h"
#include "events/eventspane.h"
#include "events/searchfield.h"
#include "findings/findingslist.h"
#include "looks/boxstyle.h"
#include "machines/checker.h"
#include "machines/connectdialog.h"
#include "machines/logondialog.h"
#include "remote/winhost.h"
#include "statusline.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPalette>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <cstdio>
#include <tuple>

using namespace evident;

namespace {

const QString Everything;
const QString ImcAbsent = QStringLiteral("hives/MAIL01-SYSTEM-imc-absent");

struct Shot {
    const char *name;
    const char *language = "en";
    QSize size = QSize(1280, 800);
    bool dark = false;
};

void save(Desk &desk, const QDir &folder, const QString &name)
{
    QTest::qWait(200);
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    std::puts(desk.window().grab().save(path) ? qPrintable(path) : "a picture could not be written");
}

/// Writing an article about the event that is chosen.
void shootEditor(Desk &desk, const QDir &folder, const QString &name)
{
    QTest::keyClick(&desk.window(), Qt::Key_E, Qt::ControlModifier);
    auto *editor = desk.window().findChild<ArticleEditor *>();
    editor->fields().setText(DraftField::Title, QStringLiteral("{string1} is not used here"));
    editor->fields().setText(DraftField::Meaning, QStringLiteral("Nobody needs the counters of {string1}."));
    editor->fields().setText(DraftField::Cause, QStringLiteral("See [our notes](file:///S:/notes.txt)."));
    QTest::qWait(600);
    editor->grab().save(folder.filePath(name + QStringLiteral("-editor.png")));
    delete editor;
}

/// Fusion's own dark palette; under Xvfb no desktop asks for one.
QPalette darkPalette()
{
    QPalette palette(QColor(0x2b, 0x2d, 0x30));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2b));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x65, 0xa7));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x7a, 0xb4, 0xff));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x7d, 0x7f, 0x83));
    palette.setColor(QPalette::Disabled, QPalette::Text, QColor(0x7d, 0x7f, 0x83));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x7d, 0x7f, 0x83));
    return palette;
}

/// Stands on the finding of the origin case.
void chooseOriginCase(Desk &desk)
{
    for (const Finding &finding : desk.session().findings()) {
        if (finding.explanation.articleId.endsWith(QStringLiteral("msexchangeimc"))
            && finding.computer == QStringLiteral("MAIL01")) {
            auto &list = desk.part<FindingsList>();
            list.setCurrentIndex(list.tree().indexOf(finding.key));
            return;
        }
    }
}

/// Articles are found while one types.
void shootSearch(Desk &desk, const QDir &folder, const QString &name)
{
    QTest::keyClick(&desk.window(), Qt::Key_K, Qt::ControlModifier);
    auto &search = desk.part<ArticleSearch>();
    QTest::keyClicks(&search.field(), QStringLiteral("perflib 1008"));
    QTest::qWait(1000);
    const QString path = folder.filePath(name + QStringLiteral("-articles.png"));
    std::puts(search.grab().save(path) ? qPrintable(path) : "a picture could not be written");
    search.results().setCurrentRow(search.results().count() - 1);
    QTest::qWait(200);
    std::ignore = search.grab().save(folder.filePath(name + QStringLiteral("-article.png")));
    search.close();
}

/// An expression that is not whole yet, one that finds something, and one that takes too long.
void shootExpression(Desk &desk, const QDir &folder, const QString &name)
{
    auto &field = desk.part<SearchField>();
    desk.window().activateWindow();
    field.setFocus();
    field.setText(QStringLiteral("MSExchange(IMC|DS"));
    field.setKind(TextKind::Expression);
    save(desk, folder, name + QStringLiteral("-expression-fault"));
    field.setText(QStringLiteral("MSExchange(IMC|DS)"));
    QTest::qWait(500);
    save(desk, folder, name + QStringLiteral("-expression"));
    field.setText(QStringLiteral("^(\\w+\\W?)+(?<!\\w)(?<!\\W)$"));
    QTest::qWait(1000);
    save(desk, folder, name + QStringLiteral("-expression-slow"));
    std::ignore = QTest::qWaitFor([&] { return !desk.part<EventsPane>().isSearching(); }, 60'000);
    save(desk, folder, name + QStringLiteral("-expression-given-up"));
    field.clear();
    field.setKind(TextKind::Plain);
    QTest::qWait(500);
}

/// Stands on the first finding whose events name several services.
void chooseSeveralServices(Desk &desk)
{
    for (const Finding &finding : desk.session().findings()) {
        if (finding.subjects.size() > 1) {
            auto &list = desk.part<FindingsList>();
            list.setCurrentIndex(list.tree().indexOf(finding.key));
            return;
        }
    }
}

/// Asks a running computer: the question for an account, and the answer that waits for a word that it is the one.
void shootLive(Desk &desk, const WinHost &host, const QDir &folder, const QString &name)
{
    const auto &subject = desk.part<DetailsPane>().subject();
    const Finding *chosen = subject ? findingOf(desk.session(), subject->finding) : nullptr;
    if (chosen == nullptr || !host.error().isEmpty() || host.isMissing()) {
        std::puts("no computer could be asked");
        return;
    }
    desk.part<Checker>().setComputer(*chosen, QStringLiteral("127.0.0.1:%1").arg(host.port()));
    desk.click(*desk.part<ExplanationPage>().card().button());
    LogonDialog *logon = nullptr;
    std::ignore =
        QTest::qWaitFor([&] { return (logon = desk.window().findChild<LogonDialog *>()) != nullptr; }, 10'000);
    if (logon == nullptr) {
        std::puts("nobody was asked for an account");
        return;
    }
    QTest::keyClicks(logon->findChild<QLineEdit *>(QStringLiteral("user")), QStringLiteral("admin1"));
    QTest::keyClicks(logon->findChild<QLineEdit *>(QStringLiteral("password")), QStringLiteral("S3cret!"));
    QTest::qWait(100);
    const QString path = folder.filePath(name + QStringLiteral("-logon.png"));
    std::puts(logon->grab().save(path) ? qPrintable(path) : "a picture could not be written");
    desk.part<StatusLine>().setAsked(12, 50);
    save(desk, folder, name + QStringLiteral("-asking"));
    desk.part<StatusLine>().setIdle();
    logon->accept();
    if (!desk.waitForCheck())
        std::puts("the computer did not answer in time");
    desk.window().activateWindow(); // the dialog had the keys
    std::ignore = QTest::qWaitForWindowActive(&desk.window());
    save(desk, folder, name + QStringLiteral("-live"));
}

template<typename Dialog>
Dialog *waitFor(Desk &desk)
{
    Dialog *found = nullptr;
    std::ignore = QTest::qWaitFor(
        [&] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<Dialog *>(widget);
                found = dialog != nullptr && dialog->isVisible() ? dialog : found;
            }
            return found != nullptr;
        },
        10'000);
    if (found == nullptr)
        std::printf("%s: a dialog did not open\n", qPrintable(desk.window().windowTitle()));
    return found;
}

/// Connecting to a computer and choosing of its logs, as @p user.
void shootConnect(const Shot &shot, const WinHost &host, const QDir &folder, const QString &user)
{
    if (!host.error().isEmpty() || host.isMissing())
        return;
    Desk desk(QString::fromLatin1(shot.language), shot.size, remoteProgram());
    const auto keep = [&](QWidget &widget, const char *what) {
        QTest::qWait(200);
        const QString path =
            folder.filePath(QStringLiteral("%1-%2-%3.png").arg(QLatin1String(shot.name), QLatin1String(what), user));
        std::puts(widget.grab().save(path) ? qPrintable(path) : "a picture could not be written");
    };
    desk.window().activateWindow();
    std::ignore = QTest::qWaitForWindowActive(&desk.window());
    QTest::keyClick(&desk.window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = waitFor<ConnectDialog>(desk);
    if (dialog == nullptr)
        return;
    keep(*dialog, "connect-begin");
    auto *name = dialog->findChild<QComboBox *>(QStringLiteral("host"));
    name->setEditText(QStringLiteral("127.0.0.1:%1").arg(host.port()));
    dialog->findChild<QPushButton *>(QStringLiteral("connectNow"))->click();
    auto *logon = waitFor<LogonDialog>(desk);
    if (logon == nullptr)
        return;
    logon->findChild<QLineEdit *>(QStringLiteral("user"))->setText(user);
    logon->findChild<QLineEdit *>(QStringLiteral("password"))->setText(QStringLiteral("S3cret!"));
    logon->accept();
    auto *logs = dialog->findChild<QTreeWidget *>(QStringLiteral("logs"));
    std::ignore = QTest::qWaitFor([logs] { return logs->topLevelItemCount() > 0; }, 20'000);
    for (int row = 0; row < std::min(2, logs->topLevelItemCount()); ++row)
        logs->topLevelItem(row)->setCheckState(0, Qt::Checked);
    keep(*dialog, "connect");
    dialog->reject();
}

void shoot(const Shot &shot, const WinHost &host, const QDir &folder)
{
    QApplication::setPalette(shot.dark ? darkPalette() : QPalette());
    Desk desk(QString::fromLatin1(shot.language), shot.size, remoteProgram());
    const QString name = QString::fromLatin1(shot.name);
    desk.drop({Desk::demo(Everything)});
    if (!desk.waitUntilRead())
        std::puts("the demo was not read in time");
    save(desk, folder, name + QStringLiteral("-opened"));
    shootExpression(desk, folder, name);
    chooseOriginCase(desk);
    save(desk, folder, name + QStringLiteral("-chosen"));
    shootLive(desk, host, folder, name);
    desk.drop({Desk::demo(ImcAbsent)});
    QTest::qWait(100);
    desk.click(*desk.part<ExplanationPage>().card().button());
    if (!desk.waitForCheck())
        std::puts("the check was not answered in time");
    save(desk, folder, name + QStringLiteral("-checked"));
    desk.part<ExplanationPage>().verticalScrollBar()->setValue(
        desk.part<ExplanationPage>().verticalScrollBar()->maximum());
    save(desk, folder, name + QStringLiteral("-checked-end"));
    shootEditor(desk, folder, name);
    chooseSeveralServices(desk);
    save(desk, folder, name + QStringLiteral("-several"));
    for (int tab : {1, 2}) {
        desk.part<DetailsPane>().setCurrentIndex(tab);
        save(desk, folder, name + (tab == 1 ? QStringLiteral("-event") : QStringLiteral("-xml")));
    }
    shootSearch(desk, folder, name);
}

/// Something for the shares to show.
void fill(WinHost &host)
{
    host.feed(QStringLiteral("Application"), 200);
    const QDir demo(Desk::demo(Everything) + QStringLiteral("/logs"));
    for (const QString &name : {QStringLiteral("Application"), QStringLiteral("Security"), QStringLiteral("System"),
             QStringLiteral("Microsoft-Windows-GroupPolicy%4Operational"),
             QStringLiteral("Microsoft-Windows-TerminalServices-RemoteConnectionManager%4Operational"),
             QStringLiteral("Windows PowerShell")}) {
        const QString path = QStringLiteral("%1/%2.evtx").arg(host.logFolder(), name);
        const QStringList logs = demo.entryList({QStringLiteral("*.evtx")}, QDir::Files);
        if (logs.isEmpty() || !QFile::copy(demo.filePath(logs.first()), path)
            || !QFile::setPermissions(path, QFile::Permissions(0x6644)))
            std::puts("a log could not be put on the share");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(new BoxStyle);
    const QDir folder(application.arguments().value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    qputenv("KRB5CCNAME", "FILE:/nonexistent/ccache"); // nobody is signed in
    WinHost host;
    fill(host);
    for (const Shot &shot : {Shot{.name = "light-1280"}, Shot{.name = "small-1000", .size = QSize(1000, 640)},
             Shot{.name = "dark-1280", .dark = true}, Shot{.name = "light-1920", .size = QSize(1920, 1080)},
             Shot{.name = "dark-1920", .size = QSize(1920, 1080), .dark = true},
             Shot{.name = "german-1280", .language = "de"}}) {
        if (!QLatin1StringView(shot.name).startsWith(application.arguments().value(2)))
            continue;
        shoot(shot, host, folder);
        for (const QString &user : {QStringLiteral("admin1"), QStringLiteral("plain1")})
            shootConnect(shot, host, folder, user);
    }
    QApplication::setPalette(QPalette());
    Desk empty;
    save(empty, folder, QStringLiteral("empty"));
    std::ignore = empty.dragOver({Desk::demo(ImcAbsent)});
    save(empty, folder, QStringLiteral("dragging"));
    return 0;
}
