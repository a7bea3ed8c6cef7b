// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every answer that a service manager can give, composed byte by byte where no test server can be brought to give it,
// and every way a conversation can fail: the state, its code, its evidence, and how many calls it took.

#include "checks/livecheck.h"
#include "checks/servicequestion.h"
#include "unit/checks/composedhost.h"

#include <QTest>

using namespace evident;
using namespace evident::composed;
using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

LiveQuestion questionFor(const QString &service)
{
    return {.asked = {serviceQuestion(service)},
        .computer = u"MAIL01"_s,
        .target = {.host = u"MAIL01"_s},
        .credentials = {}};
}

CheckResult ask(ComposedHost &host, const QString &service = u"MSExchangeIMC"_s)
{
    CheckResult result;
    result.service = service;
    const auto done = askService(host, result, Patience::of(10s));
    if (!done)
        answerFailure(done.error(), questionFor(service), result);
    return result;
}

} // namespace

class ServiceQuestionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runStates_data();
    void runStates();
    void refusals_data();
    void refusals();
    void statusRefusedAfterOpening();
    void fewerRightsAreEnoughForTheState();
    void displayNameIsToldApart();
    void countersWithoutServiceAreTold();
    void registryThatIsOffChangesNothing();
    void aConversationThatBrokeOffProvesNothing();
    void managerDenied();
    void managerDeniedButRegistryShowsIt();
    void managerDeniedAndRegistryShowsHalf();
    void managerIsShuttingDown();
    void managerWasStartedAnew();
    void namesThatCannotBe_data();
    void namesThatCannotBe();
    void brokenRepliesProveNothing();
    void sixCallsAtMost();
};

void ServiceQuestionTest::runStates_data()
{
    QTest::addColumn<quint32>("number");
    QTest::addColumn<QString>("state");
    QTest::addRow("1") << 1U << u"stopped"_s;
    QTest::addRow("2") << 2U << u"startPending"_s;
    QTest::addRow("3") << 3U << u"stopPending"_s;
    QTest::addRow("4") << 4U << u"running"_s;
    QTest::addRow("5") << 5U << u"startPending"_s;
    QTest::addRow("6") << 6U << u"paused"_s;
    QTest::addRow("7") << 7U << u"paused"_s;
    QTest::addRow("none") << 0U << u"installed"_s;
    QTest::addRow("nonsense") << 0xFFFFFFFFU << u"installed"_s;
}

void ServiceQuestionTest::runStates()
{
    QFETCH(const quint32, number);
    ComposedHost host(0);
    host.manager.replies[Status] = {statusReply(number)};
    const CheckResult result = ask(host);
    QTEST(QString(serviceStateWord(result.state)), "state");
    QCOMPARE(result.code, 0U);
    QCOMPARE(result.by, CheckedBy::ServiceManager);
    QVERIFY(result.startType == StartType::Auto);
    QCOMPARE(result.displayName, u"Microsoft Exchange Internet Mail"_s);
    QCOMPARE(result.imagePath, u"C:\\exchsrvr\\bin\\msexcimc.exe"_s);
    QVERIFY(result.evidence.contains(QString::number(number)));
}

void ServiceQuestionTest::refusals_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("state");
    QTest::addRow("5") << 5U << u"serviceAccessDenied"_s;
    QTest::addRow("1060") << 1060U << u"notInstalled"_s;
    QTest::addRow("1072") << 1072U << u"markedForDeletion"_s;
    QTest::addRow("1115") << 1115U << u"shuttingDown"_s;
    QTest::addRow("123") << 123U << u"notPossible"_s;
    QTest::addRow("87") << 87U << u"notPossible"_s;
    QTest::addRow("2") << 2U << u"notPossible"_s;
    QTest::addRow("1722") << 1722U << u"notPossible"_s;
}

void ServiceQuestionTest::refusals()
{
    QFETCH(const quint32, code);
    ComposedHost host(code);
    const CheckResult result = ask(host);
    QTEST(QString(serviceStateWord(result.state)), "state");
    QCOMPARE(result.code, code);
    QVERIFY2(result.evidence.contains(QString::number(code)), qPrintable(result.evidence));
}

void ServiceQuestionTest::statusRefusedAfterOpening()
{
    ComposedHost host(0);
    host.manager.replies[Status] = {statusReply(0, 5)};
    const CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::Installed);
    QCOMPARE(result.code, 5U);
    QVERIFY(result.startType == StartType::Auto);
    host.manager.replies[Status] = {statusReply(0, 1072)};
    QCOMPARE(ask(host).state, ServiceState::MarkedForDeletion);
}

void ServiceQuestionTest::fewerRightsAreEnoughForTheState()
{
    ComposedHost host(0);
    host.manager.replies[OpenService] = {handleReply(5), handleReply(0)};
    const CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::Running);
    QVERIFY(!result.startType);
}

void ServiceQuestionTest::displayNameIsToldApart()
{
    ComposedHost host(1060);
    host.manager.replies[KeyName] = {keyNameReply(u"MSExchangeIMC", 0)};
    const CheckResult result = ask(host, u"Microsoft Exchange Internet Mail"_s);
    QCOMPARE(result.state, ServiceState::IsDisplayName);
    QCOMPARE(result.displayName, u"Microsoft Exchange Internet Mail"_s);
    QVERIFY2(result.next.contains(u"MSExchangeIMC"), qPrintable(result.next));
}

void ServiceQuestionTest::countersWithoutServiceAreTold()
{
    ComposedHost host(1060);
    host.registryError.reset();
    host.registry.replies[2] = {handleReply(0)};
    host.registry.replies[15] = {handleReply(0)};
    host.registry.replies[5] = {handleReply(0)};
    QCOMPARE(ask(host).state, ServiceState::NotInstalledButCountersRegistered);
    host.registry.replies[15] = {handleReply(2)};
    QCOMPARE(ask(host).state, ServiceState::NotInstalled);
}

void ServiceQuestionTest::registryThatIsOffChangesNothing()
{
    ComposedHost host(1060);
    for (const ErrorCode code :
        {ErrorCode::NotFound, ErrorCode::NoPermission, ErrorCode::TimedOut, ErrorCode::BadReply}) {
        host.registryError = errorOf(code);
        QCOMPARE(ask(host).state, ServiceState::NotInstalled);
    }
}

void ServiceQuestionTest::aConversationThatBrokeOffProvesNothing()
{
    ComposedHost host(1060);
    host.registryError = errorOf(ErrorCode::ConnectionLost);
    QCOMPARE(ask(host).state, ServiceState::HostUnreachable);
    for (const std::uint16_t operation : {Config, Close}) {
        ComposedHost running(0);
        running.manager.replies[operation] = {std::unexpected(errorOf(ErrorCode::ConnectionLost))};
        QCOMPARE(ask(running).state, ServiceState::HostUnreachable);
    }
}

void ServiceQuestionTest::managerDenied()
{
    ComposedHost host(0);
    host.manager.replies[OpenManager] = {handleReply(5)};
    CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::ManagerAccessDenied);
    QCOMPARE(result.code, 5U);
    QVERIFY(!result.next.isEmpty());
    host.managerError = errorOf(ErrorCode::NoPermission, 0xC0000022);
    result = ask(host);
    QCOMPARE(result.state, ServiceState::ManagerAccessDenied);
    QCOMPARE(result.code, 0xC0000022U);
}

void ServiceQuestionTest::managerDeniedButRegistryShowsIt()
{
    ComposedHost host(0);
    host.manager.replies[OpenManager] = {handleReply(5)};
    host.registryError.reset();
    host.registry.replies[2] = {handleReply(0)};
    host.registry.replies[15] = {handleReply(0)};
    host.registry.replies[17] = {valueReply(0x10), valueReply(3), noValueReply()};
    host.registry.replies[5] = {handleReply(0)};
    const CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::Installed);
    QCOMPARE(result.by, CheckedBy::Registry);
    QVERIFY(result.startType == StartType::Manual);
}

void ServiceQuestionTest::managerDeniedAndRegistryShowsHalf()
{
    ComposedHost host(0);
    host.manager.replies[OpenManager] = {handleReply(5)};
    host.registryError.reset();
    host.registry.replies[2] = {handleReply(0)};
    host.registry.replies[17] = {noValueReply()};
    host.registry.replies[5] = {handleReply(0)};
    host.registry.replies[15] = {handleReply(0)};
    QCOMPARE(ask(host).state, ServiceState::ManagerAccessDenied); // a key without Type and Start
    host.registry.replies[15] = {handleReply(2)};
    QCOMPARE(ask(host).state, ServiceState::ManagerAccessDenied); // no key: the registry may never say "not installed"
}

void ServiceQuestionTest::managerIsShuttingDown()
{
    ComposedHost host(0);
    host.manager.replies[OpenManager] = {handleReply(1115)};
    const CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::ShuttingDown);
    QCOMPARE(result.code, 1115U);
}

void ServiceQuestionTest::managerWasStartedAnew()
{
    ComposedHost host(0);
    QCOMPARE(ask(host).state, ServiceState::Running);
    host.manager.replies[OpenService] = {handleReply(6), handleReply(0)};
    const CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::Running);
    QVERIFY(result.startType == StartType::Auto);
}

void ServiceQuestionTest::namesThatCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("empty") << u""_s;
    QTest::addRow("slash") << u"a/b"_s;
    QTest::addRow("backslash") << u"a\\b"_s;
    QTest::addRow("long") << QString(257, u'a');
    QTest::addRow("zero") << u"a\0b"_s;
}

void ServiceQuestionTest::namesThatCannotBe()
{
    QFETCH(const QString, name);
    ComposedHost host(0);
    QCOMPARE(ask(host, name).state, ServiceState::NotPossible);
    QCOMPARE(host.calls(), 0);
}

void ServiceQuestionTest::brokenRepliesProveNothing()
{
    for (const std::uint16_t operation : {OpenManager, OpenService, Status}) {
        ComposedHost host(operation == OpenService ? 1060 : 0);
        const QByteArray whole = *host.manager.replies[operation].front();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            host.handles.clear();
            host.manager.replies[operation] = {whole.first(size)};
            const CheckResult result = ask(host);
            QCOMPARE(result.state, ServiceState::NotPossible);
        }
    }
}

void ServiceQuestionTest::sixCallsAtMost()
{
    for (const std::uint32_t code : {0U, 5U, 1060U}) {
        ComposedHost host(code);
        host.registryError.reset();
        host.registry.replies[2] = {handleReply(0)};
        host.registry.replies[15] = {handleReply(0)};
        host.registry.replies[5] = {handleReply(0)};
        std::ignore = ask(host); // opens what stands from then on
        const int before = host.calls();
        std::ignore = ask(host);
        QVERIFY2(host.calls() - before <= 6, qPrintable(QString::number(host.calls() - before)));
    }
}

QTEST_GUILESS_MAIN(ServiceQuestionTest)
#include "tst_servicequestion.moc"
