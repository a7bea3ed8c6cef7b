// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is made of a check beyond the service's own answer: failures in words, whether it is the right computer, and the
// truth table of state, identity and conclusion.

#include "checks/livecheck.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

LiveQuestion questionFor(const QString &service)
{
    return {.asked = {serviceQuestion(service)},
        .computer = u"MAIL01"_s,
        .target = {.host = u"MAIL01"_s},
        .credentials = {}};
}

} // namespace

class LiveCheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void failures_data();
    void failures();
    void identities_data();
    void identities();
    void onlyInstalledConcludes_data();
    void onlyInstalledConcludes();
};

void LiveCheckTest::failures_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<quint32>("native");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, ErrorCode code, quint32 native, const char *state) {
        QTest::addRow("%s", name) << int(code) << native << QString::fromLatin1(state);
    };
    row("name", ErrorCode::HostNotFound, 2, "hostNotFound");
    row("port", ErrorCode::HostUnreachable, 111, "hostUnreachable");
    row("password", ErrorCode::LogonRefused, 0xC000006D, "logonFailed");
    row("expired", ErrorCode::LogonRefused, 0xC0000071, "logonFailed");
    row("locked", ErrorCode::LogonRefused, 0xC0000234, "logonFailed");
    row("clock", ErrorCode::LogonRefused, 0xC0000133, "logonFailed");
    row("old", ErrorCode::ProtocolTooOld, 0xC000020D, "protocolTooOld");
    row("time", ErrorCode::TimedOut, 0, "timedOut");
    row("lost", ErrorCode::ConnectionLost, 0xC000020C, "hostUnreachable");
    row("denied", ErrorCode::NoPermission, 0xC0000022, "managerAccessDenied");
    row("no manager", ErrorCode::NotFound, 0xC0000034, "notPossible");
    row("fault", ErrorCode::RemoteRefused, 0xC002002E, "notPossible");
    row("nonsense", ErrorCode::BadReply, 0, "notPossible");
    row("no helper", ErrorCode::HelperFailed, 2, "notPossible");
    row("cancelled", ErrorCode::Cancelled, 0, "notPossible");
}

void LiveCheckTest::failures()
{
    QFETCH(const int, error);
    QFETCH(const quint32, native);
    CheckResult result;
    answerFailure(Error{.code = static_cast<ErrorCode>(error),
                      .what = "logon",
                      .place = {.source = u"MAIL01"_s},
                      .native = static_cast<int>(native),
                      .detail = u"10.1.2.3"_s},
        questionFor(u"Spooler"_s), result);
    QTEST(QString(serviceStateWord(result.state)), "state");
    QVERIFY(!isInstalled(result.state).has_value());
    QVERIFY(!result.evidence.isEmpty());
    QVERIFY(!result.evidence.contains(u"%1"));
    if (static_cast<ErrorCode>(error) != ErrorCode::Cancelled) {
        QVERIFY(!result.next.isEmpty());
        QCOMPARE(result.code, native);
    }
}

void LiveCheckTest::identities_data()
{
    QTest::addColumn<QString>("computer");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("ownName");
    QTest::addColumn<bool>("byTicket");
    QTest::addColumn<bool>("vouched");
    QTest::addColumn<QString>("identity"); ///< empty: another computer
    const auto row = [](const char *name, const QString &computer, const QString &target, const QString &own,
                         bool ticket, bool vouched, const QString &identity) {
        QTest::addRow("%s", name) << computer << target << own << ticket << vouched << identity;
    };
    row("own name", u"MAIL01"_s, u"MAIL01"_s, u"MAIL01"_s, false, false, u"proved"_s);
    row("full name of it", u"MAIL01"_s, u"mail01.corp"_s, u"MAIL01"_s, false, false, u"proved"_s);
    row("another's name", u"MAIL01"_s, u"MAIL01"_s, u"FILE02"_s, false, false, QString());
    row("another's name, vouched", u"MAIL01"_s, u"MAIL01"_s, u"FILE02"_s, false, true, QString());
    row("ticket", u"MAIL01"_s, u"MAIL01"_s, u"FILE02"_s, true, false, u"proved"_s);
    row("says no name", u"MAIL01"_s, u"MAIL01"_s, QString(), false, false, u"unproved"_s);
    row("says no name, vouched", u"MAIL01"_s, u"MAIL01"_s, QString(), false, true, u"vouched"_s);
    row("typed over", u"MAIL01"_s, u"FILE02"_s, u"FILE02"_s, false, false, u"unproved"_s);
    row("typed over, vouched", u"MAIL01"_s, u"FILE02"_s, u"FILE02"_s, false, true, u"vouched"_s);
    row("typed over, ticket", u"MAIL01"_s, u"FILE02"_s, u"FILE02"_s, true, false, u"unproved"_s);
    row("address over a name", u"MAIL01"_s, u"10.1.2.3"_s, u"MAIL01"_s, false, false, u"unproved"_s);
    row("address asked for", u"10.1.2.3"_s, u"10.1.2.3"_s, u"MAIL01"_s, false, false, u"proved"_s);
    row("address, nameless", u"10.1.2.3"_s, u"10.1.2.3"_s, QString(), false, false, u"proved"_s);
    row("no computer known", QString(), u"MAIL01"_s, u"MAIL01"_s, false, false, u"proved"_s);
}

void LiveCheckTest::identities()
{
    QFETCH(const QString, computer);
    QFETCH(const QString, target);
    QFETCH(const QString, ownName);
    QFETCH(const bool, byTicket);
    QFETCH(const bool, vouched);
    QFETCH(const QString, identity);
    LiveQuestion question = questionFor(u"x"_s);
    question.computer = computer;
    question.target = *RemoteTarget::from(target);
    question.isVouched = vouched;
    const auto known = identityOf(question, ownName, byTicket);
    QCOMPARE(known ? QString(hostIdentityWord(*known)) : QString(), identity);
}

void LiveCheckTest::onlyInstalledConcludes_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("identity");
    for (int state = 0; state <= int(ServiceState::NotPossible); ++state) {
        for (int identity = 0; identity <= int(HostIdentity::Vouched); ++identity)
            QTest::addRow(
                "%s, %s", serviceStateWord(ServiceState(state)).data(), hostIdentityWord(HostIdentity(identity)).data())
                << state << identity;
    }
}

void LiveCheckTest::onlyInstalledConcludes()
{
    QFETCH(const int, state);
    QFETCH(const int, identity);
    const FilledCheck check{.question = serviceQuestion(u"MSExchangeIMC"_s),
        .yes = {ConclusionKind::DoesNotApply, u"it is there"_s},
        .no = {ConclusionKind::ConfirmedHarmless, u"it is not there"_s},
        .unknown = u"look"_s};
    CheckResult result;
    result.service = u"msexchangeimc"_s;
    result.asked = u"MAIL01"_s;
    result.state = static_cast<ServiceState>(state);
    result.identity = static_cast<HostIdentity>(identity);
    const auto installed = isInstalled(result.state);
    const bool decides = installed && result.identity != HostIdentity::Unproved;
    const auto expected = !decides ? ConclusionKind::NotConfirmed
        : *installed               ? ConclusionKind::DoesNotApply
                                   : ConclusionKind::ConfirmedHarmless;
    QCOMPARE(conclude(check, std::vector{result}).kind, expected);
    // What an answer may say of "installed", once more and by hand.
    const bool isAbsent =
        result.state == ServiceState::NotInstalled || result.state == ServiceState::NotInstalledButCountersRegistered;
    QCOMPARE(installed && !*installed, isAbsent);
}

QTEST_GUILESS_MAIN(LiveCheckTest)
#include "tst_livecheck.moc"
