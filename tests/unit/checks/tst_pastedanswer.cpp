// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people paste: sc query, sc qc and Get-Service as they print, and what must not be taken for a proof.

#include "checks/pastedanswer.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class PastedAnswerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsStates_data();
    void readsStates();
    void readsConfiguration();
    void isMarkedAsReported();
    void survivesAnything();
};

void PastedAnswerTest::readsStates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("state");
    QTest::addColumn<quint32>("code");
    const auto row = [](const char *name, const QString &text, const char *state, quint32 code = 0) {
        QTest::addRow("%s", name) << text << QString::fromLatin1(state) << code;
    };
    row("sc running",
        u"\nSERVICE_NAME: MSExchangeIMC\n        TYPE               : 10  WIN32_OWN_PROCESS\n"
        "        STATE              : 4  RUNNING\n                                (STOPPABLE, NOT_PAUSABLE)\n"_s,
        "running");
    row("sc stopped, CR LF", u"SERVICE_NAME: msexchangeimc\r\n        STATE              : 1  STOPPED\r\n"_s,
        "stopped");
    row("sc in another language", u"SERVICE_NAME: MSExchangeIMC\n        STATUS             : 7  PAUSED\n"_s, "paused");
    row("sc stop pending", u"SERVICE_NAME: MSExchangeIMC\n STATE : 3  STOP_PENDING\n"_s, "stopPending");
    row("sc 1060",
        u"[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nThe specified service does not exist as an "
        u"installed "
        "service.\n"_s,
        "notInstalled", 1060);
    row("sc 1060, German",
        u"[SC] EnumQueryServicesStatus:OpenService FEHLER 1060:\n\nDer angegebene Dienst ist kein installierter Dienst.\n"_s,
        "notInstalled", 1060);
    row("sc 1060 with its command",
        u"C:\\>sc query MSExchangeIMC\n[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n"_s, "notInstalled",
        1060);
    row("sc 1060 of another", u"C:\\>sc query MSExchangeDS\n[SC] OpenService FAILED 1060:\n"_s, "notPossible");
    row("sc 5", u"[SC] OpenService FAILED 5:\n\nAccess is denied.\n"_s, "serviceAccessDenied", 5);
    row("sc manager 5", u"[SC] OpenSCManager FAILED 5:\n\nAccess is denied.\n"_s, "notPossible", 5);
    row("sc 1722", u"[SC] OpenSCManager FAILED 1722:\n\nThe RPC server is unavailable.\n"_s, "notPossible", 1722);
    row("sc of another service", u"SERVICE_NAME: Spooler\n        STATE              : 4  RUNNING\n"_s, "notPossible");
    row("sc list without it", u"SERVICE_NAME: A\n STATE : 4  RUNNING\n\nSERVICE_NAME: B\n STATE : 4  RUNNING\n"_s,
        "notPossible");
    row("sc list with it",
        u"SERVICE_NAME: A\n STATE : 4  RUNNING\n\nSERVICE_NAME: MSExchangeIMC\n STATE : 1  STOPPED\n\nSERVICE_NAME: C\n"
        " STATE : 4  RUNNING\n"_s,
        "stopped");
    row("sc qc",
        u"[SC] QueryServiceConfig SUCCESS\n\nSERVICE_NAME: MSExchangeIMC\n        START_TYPE         : 3   "
        "DEMAND_START\n"_s,
        "installed");
    row("Get-Service",
        u"\nStatus   Name               DisplayName\n------   ----               -----------\nRunning  MSExchangeIMC   "
        u"   "
        "Microsoft Exchange IMS\n"_s,
        "running");
    row("Get-Service | fl",
        u"Name                : MSExchangeIMC\nDisplayName         : IMS\nStatus              : Stopped\n"_s,
        "stopped");
    row("Get-Service, nothing found",
        u"Get-Service : Cannot find any service with service name 'MSExchangeIMC'.\n    + FullyQualifiedErrorId : "
        "NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand\n"_s,
        "notPossible");
    row("sc qc, German",
        u"[SC] QueryServiceConfig ERFOLG\n\nSERVICE_NAME: MSExchangeIMC\n        START_TYPE         : 4   DISABLED\n"_s,
        "installed");
    row("Get-Service, nothing found, German",
        u"Get-Service : Es kann kein Dienst mit dem Dienstnamen \"MSExchangeIMC\" gefunden werden.\n    + "
        u"FullyQualifiedErrorId : NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand\n"_s,
        "notPossible");
    row("something else", u"hello"_s, "notPossible");
    row("nothing", QString(), "notPossible");
    row("the number alone", u"1060"_s, "notPossible");
}

void PastedAnswerTest::readsStates()
{
    QFETCH(const QString, text);
    const CheckResult result = readPastedAnswer(text, u"MSExchangeIMC"_s, u"MAIL01"_s);
    QTEST(QString(serviceStateWord(result.state)), "state");
    QTEST(result.code, "code");
    QVERIFY(!result.evidence.isEmpty());
}

void PastedAnswerTest::readsConfiguration()
{
    const CheckResult result = readPastedAnswer(
        u"SERVICE_NAME: Spooler\n        TYPE               : 110  WIN32_OWN_PROCESS (interactive)\n        START_TYPE "
        u"  "
        "      : 2   AUTO_START\n        ERROR_CONTROL      : 1   NORMAL\n        BINARY_PATH_NAME   : "
        "C:\\WINDOWS\\System32\\spoolsv.exe\n        DISPLAY_NAME       : Print Spooler\n"_s,
        u"Spooler"_s, u"MAIL01"_s);
    QCOMPARE(result.state, ServiceState::Installed);
    QVERIFY(result.startType == StartType::Auto);
    QCOMPARE(result.imagePath, u"C:\\WINDOWS\\System32\\spoolsv.exe"_s);
    QCOMPARE(result.displayName, u"Print Spooler"_s);
}

void PastedAnswerTest::isMarkedAsReported()
{
    const CheckResult result = readPastedAnswer(u"[SC] OpenService FAILED 1060:"_s, u"MSExchangeIMC"_s, u"MAIL01"_s);
    QCOMPARE(checkedByWord(result.by), "user"_L1);
    QCOMPARE(result.identity, HostIdentity::Vouched);
    QCOMPARE(result.asked, u"MAIL01"_s);
    QVERIFY(result.evidence.contains(u"[SC] OpenService FAILED 1060:"));
}

void PastedAnswerTest::survivesAnything()
{
    QString text;
    for (int i = 0; i < 20'000; ++i)
        text += QChar(static_cast<char16_t>(i * 7919 % 0xD800));
    QCOMPARE(readPastedAnswer(text, u"x"_s, u"y"_s).state, ServiceState::NotPossible);
    QCOMPARE(readPastedAnswer(QString(500'000, u':'), u"x"_s, u"y"_s).state, ServiceState::NotPossible);
    QCOMPARE(readPastedAnswer(u"[SC] 99999999999999:"_s, u"x"_s, u"y"_s).state, ServiceState::NotPossible);
}

QTEST_GUILESS_MAIN(PastedAnswerTest)
#include "tst_pastedanswer.moc"
