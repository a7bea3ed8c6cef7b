// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every state a check can end in: its word, what it says of "installed", and what it concludes.

#include "checks/checkresult.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

struct StateRow {
    ServiceState state;
    const char *word;
    std::optional<bool> installed;
};

/// The public list, written down a second time on purpose.
constexpr std::array States{
    StateRow{ServiceState::Running, "running", true},
    StateRow{ServiceState::Paused, "paused", true},
    StateRow{ServiceState::StartPending, "startPending", true},
    StateRow{ServiceState::StopPending, "stopPending", true},
    StateRow{ServiceState::Stopped, "stopped", true},
    StateRow{ServiceState::MarkedForDeletion, "markedForDeletion", true},
    StateRow{ServiceState::Installed, "installed", true},
    StateRow{ServiceState::ServiceAccessDenied, "serviceAccessDenied", true},
    StateRow{ServiceState::NotInstalled, "notInstalled", false},
    StateRow{ServiceState::NotInstalledButCountersRegistered, "notInstalledButCountersRegistered", false},
    StateRow{ServiceState::IsDisplayName, "isDisplayName", {}},
    StateRow{ServiceState::ManagerAccessDenied, "managerAccessDenied", {}},
    StateRow{ServiceState::LogonFailed, "logonFailed", {}},
    StateRow{ServiceState::ProtocolTooOld, "protocolTooOld", {}},
    StateRow{ServiceState::HostNotFound, "hostNotFound", {}},
    StateRow{ServiceState::HostUnreachable, "hostUnreachable", {}},
    StateRow{ServiceState::HostIsAnother, "hostIsAnother", {}},
    StateRow{ServiceState::ShuttingDown, "shuttingDown", {}},
    StateRow{ServiceState::TimedOut, "timedOut", {}},
    StateRow{ServiceState::NotPossible, "notPossible", {}},
    StateRow{ServiceState::Yes, "yes", {}},
    StateRow{ServiceState::No, "no", {}},
};
static_assert(States.size() == std::size_t(ServiceState::No) + 1);

FilledCheck originCheck()
{
    return {.question = serviceQuestion(u"MSExchangeIMC"_s),
        .yes = {ConclusionKind::DoesNotApply, u"the service is there."_s},
        .no = {ConclusionKind::ConfirmedHarmless, u"the service is not there."_s},
        .unknown = u"Look at the registry key."_s};
}

CheckResult answer(ServiceState state, const QString &service = u"MSExchangeIMC"_s)
{
    CheckResult result;
    result.service = service;
    result.state = state;
    return result;
}

} // namespace

class CheckResultTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsEveryState_data();
    void knowsEveryState();
    void concludesByInstalledAlone_data() { knowsEveryState_data(); }
    void concludesByInstalledAlone();
    void neverConfirmsWhatWasNotAsked();
    void writesTheContractsObject();
    void writesNullForWhatIsUnknown();
    void textsDiffer();
};

void CheckResultTest::knowsEveryState_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < States.size(); ++i)
        QTest::newRow(States[i].word) << int(i);
}

void CheckResultTest::knowsEveryState()
{
    QFETCH(int, index);
    const StateRow &row = States.at(std::size_t(index));
    QCOMPARE(serviceStateWord(row.state), QLatin1StringView(row.word));
    QCOMPARE(isInstalled(row.state), row.installed);
    const QJsonValue installed = toJson(answer(row.state)).value(u"installed"_s);
    QCOMPARE(installed, row.installed ? QJsonValue(*row.installed) : QJsonValue(QJsonValue::Null));
}

void CheckResultTest::concludesByInstalledAlone()
{
    QFETCH(int, index);
    const StateRow &row = States.at(std::size_t(index));
    const Conclusion conclusion = conclude(originCheck(), std::vector{answer(row.state)});
    if (!row.installed) {
        QCOMPARE(conclusion.kind, ConclusionKind::NotConfirmed);
        QVERIFY2(conclusion.sentence.endsWith(u"Look at the registry key."), qPrintable(conclusion.sentence));
        QVERIFY(conclusion.sentence.contains(serviceStateText(row.state).mid(1)));
    } else {
        QCOMPARE(conclusion.kind, *row.installed ? ConclusionKind::DoesNotApply : ConclusionKind::ConfirmedHarmless);
        QCOMPARE(conclusion.sentence, *row.installed ? u"the service is there."_s : u"the service is not there."_s);
    }
}

void CheckResultTest::neverConfirmsWhatWasNotAsked()
{
    const auto other = conclude(originCheck(), std::vector{answer(ServiceState::NotInstalled, u"W3SVC"_s)});
    QCOMPARE(other.kind, ConclusionKind::NotConfirmed);
    QVERIFY(other.sentence.contains(u"`W3SVC`"_s) && other.sentence.contains(u"`MSExchangeIMC`"_s));

    FilledCheck nameless = originCheck();
    nameless.question.service.clear();
    QCOMPARE(
        conclude(nameless, std::vector{answer(ServiceState::NotInstalled, {})}).kind, ConclusionKind::NotConfirmed);

    const auto otherCase = conclude(originCheck(), std::vector{answer(ServiceState::NotInstalled, u"msexchangeimc"_s)});
    QCOMPARE(otherCase.kind, ConclusionKind::ConfirmedHarmless);
}

void CheckResultTest::writesTheContractsObject()
{
    const CheckResult result{.service = u"MSExchangeIMC"_s,
        .question = {},
        .asked = u"MAIL01"_s,
        .address = u"10.0.0.5"_s,
        .answeredAs = u"MAIL01"_s,
        .as = u"DOM\\anna"_s,
        .by = CheckedBy::ServiceManager,
        .state = ServiceState::Stopped,
        .startType = StartType::Manual,
        .displayName = u"Internet Mail Connector"_s,
        .imagePath = u"C:\\exchsrvr\\connect\\msexcimc\\bin\\msexcimc.exe"_s,
        .code = 1062,
        .milliseconds = 12,
        .time = Timestamp::fromUnix(0),
        .checkedBy = u"anna"_s,
        .evidence = u"It is there."_s,
        .next = u"Start it."_s};
    const QByteArray expected =
        R"({"about":"MSExchangeIMC","address":"10.0.0.5","answer":true,"answeredAs":"MAIL01","as":"DOM\\anna","asked":"MAIL01","by":"scm","code":1062,)"
        R"("displayName":"Internet Mail Connector","evidence":"It is there.","identity":"proved",)"
        R"("installed":true,"ms":12,)"
        R"("next":"Start it.","outcome":"stopped","question":"service","service":"MSExchangeIMC","startType":"manual",)"
        R"("time":"1970-01-01T00:00:00.0000000Z"})";
    QCOMPARE(QJsonDocument(toJson(result)).toJson(QJsonDocument::Compact), expected);
}

void CheckResultTest::writesNullForWhatIsUnknown()
{
    const QJsonObject object = toJson(answer(ServiceState::NotPossible));
    for (const QString &key :
        {u"address"_s, u"answeredAs"_s, u"as"_s, u"installed"_s, u"startType"_s, u"displayName"_s})
        QVERIFY2(object.value(key).isNull(), qPrintable(key));
    QCOMPARE(object.value(u"by"_s), QJsonValue(u"hive"_s));
    QCOMPARE(object.value(u"code"_s), QJsonValue(0));
}

void CheckResultTest::textsDiffer()
{
    QSet<QString> texts;
    for (const StateRow &row : States)
        texts.insert(serviceStateText(row.state));
    QCOMPARE(texts.size(), qsizetype(States.size()));
}

QTEST_APPLESS_MAIN(CheckResultTest)
#include "tst_checkresult.moc"
