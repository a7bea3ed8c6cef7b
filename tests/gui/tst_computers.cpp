// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs of a running computer, from an empty window: connect, choose a log, the finding is explained and checked; what is
// new arrives behind the rows that are there. The computer is a real smbd.

#include "details/checkcard.h"
#include "details/detailspane.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "events/eventspane.h"
#include "gui/desk.h"
#include "machines/connectdialog.h"
#include "machines/copyrate.h"
#include "machines/logondialog.h"
#include "notices/newsnotices.h"
#include "remote/remoteaccess.h"
#include "remote/smbpath.h"
#include "settings/windowsettings.h"
#include "statusline.h"
#include "tcpproxy.h"
#include "welcome/dropplan.h"
#include "winhost.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDBusServer>
#include <QDateTime>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

#include <algorithm>

using namespace evident;

namespace {

constexpr int Wait = 20'000;
constexpr int Events = 200;

/// The dialog of that kind that is open.
template<typename Dialog>
Dialog *waitFor()
{
    Dialog *found = nullptr;
    std::ignore = QTest::qWaitFor(
        [&found] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<Dialog *>(widget);
                if (dialog != nullptr && dialog->isVisible())
                    found = dialog;
            }
            return found != nullptr;
        },
        Wait);
    return found;
}

} // namespace

/// Stands for the desktop.
class NoticeService final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList said;
    QList<QDBusConnection> lines;

public slots:
    uint Notify(const QString & /*program*/, uint /*replaced*/, const QString & /*icon*/, const QString &title,
        const QString &text, const QStringList & /*actions*/, const QVariantMap & /*hints*/, int /*time*/)
    {
        said.append(title + u'\n' + text);
        return 7;
    }

signals:
    void ActionInvoked(uint number, const QString &action);
};

class ComputersTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fromAnEmptyWindow();
    void saysWhatWentWrong();
    void opensATypedLocation();
    void keepsFavourites();
    void takesAddressesThatAreDropped();
    void saysHowLongItTakes();
    void listsWhatFilesHold();
    void tellsOnTheDesktop();

private:
    void connectTo(Desk &desk, const WinHost &host, const QString &user, const QByteArray &password);
    std::unique_ptr<WinHost> m_host;
    QPointer<ConnectDialog> m_dialog;
};

void ComputersTest::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    m_host = std::make_unique<WinHost>();
    if (m_host->isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    m_host->feed(QStringLiteral("Application"), Events);
    QVERIFY2(m_host->error().isEmpty(), qPrintable(m_host->error()));
}

void ComputersTest::connectTo(Desk &desk, const WinHost &computer, const QString &user, const QByteArray &password)
{
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    m_dialog = waitFor<ConnectDialog>();
    QVERIFY(m_dialog);
    auto *host = m_dialog->findChild<QComboBox *>(QStringLiteral("host"));
    host->lineEdit()->selectAll();
    QTest::keyClicks(host->lineEdit(), QStringLiteral("127.0.0.1:%1").arg(computer.port()));
    QTest::mouseClick(m_dialog->findChild<QPushButton *>(QStringLiteral("connectNow")), Qt::LeftButton);
    auto *logon = waitFor<LogonDialog>();
    QVERIFY(logon);
    logon->findChild<QLineEdit *>(QStringLiteral("user"))->setText(user);
    QTest::keyClicks(logon->findChild<QLineEdit *>(QStringLiteral("password")), QString::fromUtf8(password));
    logon->accept();
}

void ComputersTest::fromAnEmptyWindow()
{
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    connectTo(desk, *m_host, QStringLiteral("admin1"), "S3cret!");
    QVERIFY(m_dialog);
    auto *logs = m_dialog->findChild<QTreeWidget *>(QStringLiteral("logs"));
    QTRY_VERIFY_WITH_TIMEOUT(logs->topLevelItemCount() > 0, Wait);
    QCOMPARE(logs->topLevelItem(0)->text(0), QStringLiteral("Application"));
    QCOMPARE(logs->topLevelItem(0)->text(2), QString::number(Events));
    auto *open = m_dialog->findChild<QPushButton *>(QStringLiteral("open"));
    QVERIFY(!open->isEnabled());
    if (const QString shots = qEnvironmentVariable("EVIDENT_SHOTS"); !shots.isEmpty())
        m_dialog->grab().save(shots + QStringLiteral("/connect.png"));
    logs->topLevelItem(0)->setCheckState(0, Qt::Checked);
    QVERIFY(open->isEnabled());
    const auto *sum = m_dialog->findChild<QLabel *>(QStringLiteral("sum"));
    QCOMPARE(sum->text(), QStringLiteral("1 log, 200 events to ask for, about 1 second"));
    m_dialog->findChild<QSpinBox *>()->setValue(50);
    m_dialog->findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(sum->text(), QStringLiteral("1 log, 50 events to ask for, about 1 second"));
    m_dialog->findChild<QCheckBox *>()->setChecked(false);
    QTest::mouseClick(open, Qt::LeftButton);
    QVERIFY(desk.waitUntilRead());
    QCOMPARE(desk.session().logs().size(), 1U);
    QCOMPARE(desk.session().logs().front().info.records, static_cast<std::uint64_t>(Events));

    const int row = desk.rowWith(QStringLiteral("Perflib"), QStringLiteral("MSExchangeIMC"));
    QVERIFY(row >= 0);
    desk.clickRow(row);
    const auto subject = desk.part<DetailsPane>().subject();
    QVERIFY(subject && subject->explanation && subject->finding);
    QCOMPARE(subject->explanation->articleId, QStringLiteral("performance/perflib-1008-msexchangeimc"));

    // The computer that the log came from is asked, with the account that was given: nothing is asked a second time.
    const auto &key = *subject->finding;
    auto &card = desk.part<ExplanationPage>().card();
    QVERIFY(card.isVisible());
    desk.click(*card.button());
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::any_of(desk.session().findings(),
            [&key](const Finding &finding) { return finding.key == key && !finding.checks.empty(); }),
        Wait);
    QVERIFY(qApp->activeModalWidget() == nullptr);
    const auto &findings = desk.session().findings();
    const auto finding = std::ranges::find(findings, key, &Finding::key);
    QVERIFY(isInstalled(finding->checks.back().state).value_or(false));
    if (const QString shots = qEnvironmentVariable("EVIDENT_SHOTS"); !shots.isEmpty())
        desk.window().grab().save(shots + QStringLiteral("/remote.png"));

    // What is new comes behind what is there.
    m_host->feed(QStringLiteral("Application"), 1);
    QSignalSpy news(&desk.session(), &Session::newsLoaded);
    desk.window().activateWindow(); // a dialog was closed
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    QVERIFY(news.wait(Wait));
    QCOMPARE(news.front().front().toULongLong(), 1U);
    QCOMPARE(desk.session().store().size(), static_cast<std::uint32_t>(Events) + 1);
    QTRY_COMPARE(desk.part<EventsPane>().shownRows(), Events + 1);
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    QVERIFY(news.wait(Wait));
    QCOMPARE(news.back().front().toULongLong(), 0U);

    QFile settings(desk.scratch(QStringLiteral("window.ini")));
    if (settings.open(QIODevice::ReadOnly))
        QVERIFY(!settings.readAll().contains("S3cret!"));
}

void ComputersTest::saysWhatWentWrong()
{
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    connectTo(desk, *m_host, QStringLiteral("admin1"), "wrong");
    QVERIFY(m_dialog);
    auto *words = m_dialog->findChild<QLabel *>(QStringLiteral("words"));
    QTRY_VERIFY_WITH_TIMEOUT(words->text().contains(QStringLiteral("password is wrong")), Wait);
    QVERIFY(m_dialog->findChild<QComboBox *>(QStringLiteral("host"))->isEnabled());
    QVERIFY(!m_dialog->findChild<QPushButton *>(QStringLiteral("open"))->isEnabled());
    m_dialog->reject();
    QVERIFY(desk.session().logs().empty());
}

void ComputersTest::opensATypedLocation()
{
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_L, Qt::ControlModifier);
    auto *ask = waitFor<QInputDialog>();
    QVERIFY(ask);
    // A password in it goes nowhere: not to the computer, and not into what is remembered.
    const QString location = QStringLiteral("eventlog://127.0.0.1:%1/Application?newest=3").arg(m_host->port());
    ask->setTextValue(QString(location).replace(QStringLiteral("//"), QStringLiteral("//anna:Tr4ceable@")));
    ask->accept();
    auto *logon = waitFor<LogonDialog>();
    QVERIFY(logon);
    logon->findChild<QLineEdit *>(QStringLiteral("user"))->setText(QStringLiteral("admin1"));
    logon->findChild<QLineEdit *>(QStringLiteral("password"))->setText(QStringLiteral("S3cret!"));
    logon->accept();
    QTRY_COMPARE_WITH_TIMEOUT(desk.session().logs().size(), 1U, Wait);
    QVERIFY(desk.waitUntilRead());
    QCOMPARE(desk.session().logs().front().info.records, std::uint64_t{3});
    desk.window().close();
    QTest::qWait(100); // settings are written by the event loop
    QFile settings(desk.scratch(QStringLiteral("window.ini")));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray kept = settings.readAll();
    QVERIFY2(kept.contains(location.toUtf8()), kept.constData());
    QVERIFY(!kept.contains("Tr4ceable") && !kept.contains("S3cret!"));
}

void ComputersTest::keepsFavourites()
{
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    connectTo(desk, *m_host, QStringLiteral("admin1"), "S3cret!");
    QVERIFY(m_dialog);
    auto *logs = m_dialog->findChild<QTreeWidget *>(QStringLiteral("logs"));
    QTRY_VERIFY_WITH_TIMEOUT(logs->topLevelItemCount() > 0, Wait);
    auto *host = m_dialog->findChild<QComboBox *>(QStringLiteral("host"));
    auto *star = m_dialog->findChild<QToolButton *>();
    const QString reached = host->currentText();
    QVERIFY(!star->isChecked());
    host->setEditText(QStringLiteral("MAIL01"));
    QTest::mouseClick(star, Qt::LeftButton);
    QVERIFY(star->isChecked());
    m_dialog->reject();
    QTRY_VERIFY(m_dialog.isNull());
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    m_dialog = waitFor<ConnectDialog>();
    QVERIFY(m_dialog);
    host = m_dialog->findChild<QComboBox *>(QStringLiteral("host"));
    QCOMPARE(host->count(), 2);
    QCOMPARE(host->itemText(0), QStringLiteral("MAIL01")); // a favourite, on top
    QCOMPARE(host->itemText(1), reached); // the one that was reached
    m_dialog->reject();
}

void ComputersTest::takesAddressesThatAreDropped()
{
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("smb://MAIL01/C%24/Foo%254Operational.evtx")),
        QUrl(QStringLiteral("https://example.org/x.evtx"))});
    const DropPlan plan = DropPlan::of(data);
    QCOMPARE(plan.logs, QStringList{QStringLiteral("smb://mail01/C$/Foo%4Operational.evtx")});
    QVERIFY(!plan.isEmpty());
}

void ComputersTest::saysHowLongItTakes()
{
    WinHost host;
    const QString path = host.logFolder() + QStringLiteral("/Long.evtx");
    QVERIFY(QFile::copy(QStringLiteral(EVIDENT_BINARY_DIR "/bench/10mb.evtx"), path));
    QVERIFY(QFile::resize(path, 80 << 20)); // free space behind its events, so that it takes a while
    QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x6644)));
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    QCOMPARE(aboutTime(0.2), QStringLiteral("about 1 second"));
    QCOMPARE(aboutTime(40), QStringLiteral("about 40 seconds"));
    QCOMPARE(aboutTime(200), QStringLiteral("about 3 minutes"));
    QCOMPARE(aboutTime(8000), QStringLiteral("about 2 hours"));
    TcpProxy proxy(host.port(), {.delay = std::chrono::milliseconds(100)});
    const RemoteTarget target{.host = QStringLiteral("127.0.0.1"), .port = proxy.port()};
    desk.session().remote()->use(target, WinHost::admin());
    desk.session().open(logFolderBelowC(target).below(QStringLiteral("Long.evtx")).text());
    const auto &status = desk.part<StatusLine>();
    QTRY_VERIFY_WITH_TIMEOUT(!status.rateText().isEmpty(), 2 * Wait); // the line is slow from the first word on
    const QString told = status.rateText();
    QVERIFY2(told.contains(QStringLiteral("/s, about ")) && told.endsWith(QStringLiteral(" left")), qPrintable(told));
    QVERIFY(desk.waitUntilRead());
    QTRY_VERIFY(status.rateText().isEmpty());
    QCOMPARE(desk.session().copying().done, desk.session().copying().all);
}

void ComputersTest::listsWhatFilesHold()
{
    WinHost host;
    const auto share = [&host](const QString &file, const QString &name) {
        const QString path = host.logFolder() + u'/' + name;
        return QFile::copy(file, path) && QFile::setPermissions(path, QFile::Permissions(0x6644));
    };
    const QString log = QStringLiteral(EVIDENT_BINARY_DIR "/bench/10mb.evtx");
    QVERIFY(share(log, QStringLiteral("Long.evtx")));
    QFile torn(host.logFolder() + QStringLiteral("/Torn.evtx"));
    QVERIFY(torn.open(QIODevice::WriteOnly) && torn.write("ElfFile") > 0);
    QVERIFY(torn.setPermissions(QFile::Permissions(0x6644)));
    torn.close();
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    connectTo(desk, host, QStringLiteral("admin1"), "S3cret!");
    QVERIFY(m_dialog);
    auto *logs = m_dialog->findChild<QTreeWidget *>(QStringLiteral("logs"));
    QTRY_COMPARE_WITH_TIMEOUT(logs->topLevelItemCount(), 2, Wait);
    QTreeWidgetItem *item = logs->topLevelItem(0);
    QCOMPARE(item->text(0), QStringLiteral("Long"));
    QTRY_VERIFY_WITH_TIMEOUT(!item->text(2).isEmpty(), Wait);
    const QString told = item->text(2);
    QCOMPARE(logs->topLevelItem(1)->text(2), QString()); // no guess
    if (const QString shots = qEnvironmentVariable("EVIDENT_SHOTS"); !shots.isEmpty())
        m_dialog->grab().save(shots + QStringLiteral("/files.png"));

    // No more than the last hour of it: the bench's log is of another year.
    item->setCheckState(0, Qt::Checked);
    auto *part = m_dialog->findChild<QComboBox *>(QStringLiteral("part"));
    m_dialog->findChild<QCheckBox *>()->setChecked(true);
    part->setCurrentIndex(1);
    QVERIFY(!m_dialog->findChild<QSpinBox *>()->isVisible());
    QSignalSpy wanted(m_dialog, &ConnectDialog::openWanted);
    m_dialog->findChild<QPushButton *>(QStringLiteral("open"))->click();
    QCOMPARE(wanted.size(), 1);
    const auto path = SmbPath::from(wanted.front().front().toStringList().front());
    QVERIFY(path && path->wish.since && path->wish.newest == 0);
    QVERIFY(std::abs(QDateTime::currentSecsSinceEpoch() - 3600 - qint64{*path->wish.since}) < 10);
    const auto isRead = [&desk] { return desk.session().logs().size() == 1 && !desk.session().isLoading(); };
    QTRY_VERIFY_WITH_TIMEOUT(isRead(), Wait);
    QCOMPARE(desk.session().logs().front().state, LogState::Loaded);
    QCOMPARE(desk.session().logs().front().info.records, std::uint64_t{0});
    desk.session().closeAll();
    desk.session().open(log);
    QTRY_VERIFY_WITH_TIMEOUT(isRead(), Wait);
    QCOMPARE(told, QLocale(QStringLiteral("en_US")).toString(desk.session().logs().front().info.records));
}

void ComputersTest::tellsOnTheDesktop()
{
    // The service that shows notices is spoken to on a line of its own: a desktop has it, a test machine does not.
    NoticeService service;
    QDBusServer server;
    connect(&server, &QDBusServer::newConnection, &service, [&service](QDBusConnection line) {
        line.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        service.lines.append(line);
    });
    const QDBusConnection line = QDBusConnection::connectToPeer(server.address(), QStringLiteral("notices"));
    QTRY_VERIFY(line.isConnected() && !service.lines.isEmpty());

    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    const RemoteTarget target{.host = QStringLiteral("127.0.0.1"), .port = m_host->port()};
    desk.session().remote()->use(target, WinHost::admin());
    desk.session().open(
        ClassicLocation{.target = target, .log = QStringLiteral("Application"), .newest = 5, .since = {}}.text());
    QVERIFY(desk.waitUntilRead());
    WindowSettings settings;
    settings.noticedVerdicts = {verdictWord(Verdict::Depends), verdictWord(Verdict::Harmless)};
    QWidget behind; // a window that is not in front
    NewsNotices notices(desk.session(), settings, behind, line);
    QSignalSpy news(&desk.session(), &Session::newsLoaded);
    m_host->feed(QStringLiteral("Application"), 1); // Perflib 1008 about MSExchangeIMC
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QTest::qWait(100);
    QVERIFY(service.said.isEmpty()); // nobody follows

    notices.setFollowing(true);
    m_host->feed(QStringLiteral("Application"), 1);
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QTRY_COMPARE(service.said.size(), 1);
    QVERIFY2(service.said.front().contains(QStringLiteral("MSExchangeIMC")), qPrintable(service.said.front()));
    QVERIFY2(service.said.front().contains(QStringLiteral("WINHOST")), qPrintable(service.said.front()));

    settings.noticedVerdicts = {verdictWord(Verdict::Act)};
    m_host->feed(QStringLiteral("Application"), 1);
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QTest::qWait(100);
    QCOMPARE(service.said.size(), 1); // this verdict was not chosen
    QVERIFY(!behind.isVisible());
    emit service.ActionInvoked(7, QStringLiteral("default"));
    QTRY_VERIFY(behind.isVisible());
    QDBusConnection::disconnectFromPeer(QStringLiteral("notices"));
}

QTEST_MAIN(ComputersTest)
#include "tst_computers.moc"
