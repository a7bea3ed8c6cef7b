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
#include "machines/logondialog.h"
#include "remote/remoteaccess.h"
#include "remote/smbpath.h"
#include "winhost.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

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

class ComputersTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fromAnEmptyWindow();
    void saysWhatWentWrong();
    void picksUpAgainAfterALoss();

private:
    void connectTo(Desk &desk, const QString &user, const QByteArray &password);
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

void ComputersTest::connectTo(Desk &desk, const QString &user, const QByteArray &password)
{
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    m_dialog = waitFor<ConnectDialog>();
    QVERIFY(m_dialog);
    auto *host = m_dialog->findChild<QComboBox *>(QStringLiteral("host"));
    host->lineEdit()->selectAll();
    QTest::keyClicks(host->lineEdit(), QStringLiteral("127.0.0.1:%1").arg(m_host->port()));
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
    connectTo(desk, QStringLiteral("admin1"), "S3cret!");
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
    connectTo(desk, QStringLiteral("admin1"), "wrong");
    QVERIFY(m_dialog);
    auto *words = m_dialog->findChild<QLabel *>(QStringLiteral("words"));
    QTRY_VERIFY_WITH_TIMEOUT(words->text().contains(QStringLiteral("password is wrong")), Wait);
    QVERIFY(m_dialog->findChild<QComboBox *>(QStringLiteral("host"))->isEnabled());
    QVERIFY(!m_dialog->findChild<QPushButton *>(QStringLiteral("open"))->isEnabled());
    m_dialog->reject();
    QVERIFY(desk.session().logs().empty());
}

void ComputersTest::picksUpAgainAfterALoss()
{
    WinHost host;
    host.feed(QStringLiteral("Application"), 20);
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    const RemoteTarget target{.host = QStringLiteral("127.0.0.1"), .port = host.port()};
    desk.session().remote()->use(target, WinHost::admin());
    desk.session().open(
        ClassicLocation{.target = target, .log = QStringLiteral("Application"), .newest = 0, .since = {}}.text());
    QVERIFY(desk.waitUntilRead());
    QSignalSpy news(&desk.session(), &Session::newsLoaded);
    const auto trouble = [&news] { return news.back().back().value<std::optional<Error>>(); };
    host.kill();
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QVERIFY(trouble().has_value());
    QCOMPARE(trouble()->code, ErrorCode::HostUnreachable);
    QCOMPARE(desk.session().store().size(), 20U); // what is there stays

    host.startAgain();
    host.feed(QStringLiteral("Application"), 1);
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QVERIFY(!trouble().has_value());
    QCOMPARE(news.back().front().toULongLong(), 1U);
    QCOMPARE(desk.session().store().size(), 21U);
}

QTEST_MAIN(ComputersTest)
#include "tst_computers.moc"
