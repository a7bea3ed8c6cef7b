// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/livecheck.h"
#include "remote/ntstatus.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FailedCheck)
};

constexpr std::uint32_t CancelledStatus = 0xC0000120;

struct LogonWords {
    const char *evidence;
    const char *next;
};

/// In the order of LogonProblem.
constexpr std::array LogonSentences{
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 says that user name or password is wrong."),
        QT_TRANSLATE_NOOP("FailedCheck",
            "Check the spelling, also of the domain, and ask again. Nothing was tried a second time, so that the "
            "account is not locked.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 says that the password has expired."),
        QT_TRANSLATE_NOOP("FailedCheck", "Change the password, then ask again.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 says that the password has to be changed first."),
        QT_TRANSLATE_NOOP("FailedCheck", "Change the password, then ask again.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 says that the account is disabled."),
        QT_TRANSLATE_NOOP("FailedCheck", "Ask with another account.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 says that the account has expired."),
        QT_TRANSLATE_NOOP("FailedCheck", "Ask with another account.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 says that the account is locked."),
        QT_TRANSLATE_NOOP("FailedCheck", "Have it unlocked, or ask with another account.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 does not let this account log on over the network."),
        QT_TRANSLATE_NOOP("FailedCheck",
            "Hours, workstations, an empty password or a policy may forbid it. Ask with another account.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "The clocks of this machine and of the domain differ too much."),
        QT_TRANSLATE_NOOP("FailedCheck", "Set the clock of this machine, then ask again.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "No server of the domain answers, so nobody can log on to %1."),
        QT_TRANSLATE_NOOP("FailedCheck",
            "Connect to the network or VPN of the domain, or ask with an account of the computer itself.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "There is no Kerberos ticket for %1."),
        QT_TRANSLATE_NOOP("FailedCheck",
            "Sign in to the domain (kinit), ask by the computer's full name, or give a user and a password.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 accepts no passwords over the network, only Kerberos tickets."),
        QT_TRANSLATE_NOOP("FailedCheck", "Sign in to the domain (kinit) and ask with your ticket.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 and its domain do not trust each other."),
        QT_TRANSLATE_NOOP("FailedCheck", "Ask with an account of the computer itself.")},
    LogonWords{QT_TRANSLATE_NOOP("FailedCheck", "%1 refused the logon."),
        QT_TRANSLATE_NOOP("FailedCheck", "Ask with another account.")},
};
static_assert(LogonSentences.size() == std::to_underlying(LogonProblem::Other) + 1U);

QString translated(const char *text)
{
    return QCoreApplication::translate("FailedCheck", text);
}

/// "MAIL01 (10.1.2.3)", as far as the address is known.
QString hostText(const Error &error, const LiveQuestion &question)
{
    const QString host = question.target.text();
    return error.detail.isEmpty() || error.detail == question.target.host
        ? host
        : QStringLiteral("%1 (%2)").arg(host, error.detail);
}

/// " (code 0xC000006D, LOGON_FAILURE)" behind a sentence.
QString codeText(std::uint32_t status)
{
    if (status == 0)
        return {};
    const QString number = QStringLiteral("0x") + QStringLiteral("%1").arg(status, 8, 16, QChar(u'0')).toUpper();
    const auto name = ntStatusName(status);
    return u' '
        + (name.isEmpty() ? Words::tr("(Code %1.)").arg(number)
                          : Words::tr("(Code %1, %2.)").arg(number, QString(name)));
}

QString notReachedNext()
{
    return Words::tr("It may be off or in another network, or its firewall blocks file sharing (TCP port 445). Where "
                     "it cannot be reached, a copy of its SYSTEM registry hive answers as well.");
}

QString unreachableEvidence(const Error &error, const QString &host)
{
    const bool isReached = qstrcmp(error.what, "logon") == 0;
    if (isReached)
        return Words::tr("What answers at %1 is not Windows file sharing.").arg(host);
    return Words::tr("%1 cannot be reached: %2.").arg(host, qt_error_string(error.native));
}

QString timeOutEvidence(const Error &error, const QString &host)
{
    if (qstrcmp(error.what, "name") == 0)
        return Words::tr("The name service did not say in time where %1 is.").arg(host);
    if (qstrcmp(error.what, "port") == 0)
        return Words::tr("%1 did not answer in time.").arg(host);
    return Words::tr("%1 answered at first and then fell silent.").arg(host);
}

struct Sentences {
    ServiceState state = ServiceState::NotPossible;
    QString evidence;
    QString next;
};

Sentences oldProtocol(const QString &host, const QString &key)
{
    return {ServiceState::ProtocolTooOld,
        Words::tr("%1 speaks SMB 1 alone, which was given up because it can be listened to and altered.").arg(host),
        Words::tr("Take a copy of its registry hive (%SystemRoot%\\System32\\config\\SYSTEM), or look on the machine "
                  "itself: Control Panel › Services, and the registry key "
                  "HKEY_LOCAL_MACHINE\\%1. In a network that you trust, SMB 1 can "
                  "be allowed for this one computer.")
            .arg(key)};
}

Sentences logonRefused(const QString &host, std::uint32_t status, LogonKind kind)
{
    using enum LogonProblem;
    LogonProblem problem = logonProblemOf(status);
    if (kind == LogonKind::Ticket && (problem == Other || problem == WrongPassword || problem == NoLogonServer))
        problem = NoTicket;
    const LogonWords &words = LogonSentences.at(std::to_underlying(problem));
    const QString evidence = translated(words.evidence);
    return {ServiceState::LogonFailed, evidence.contains(QLatin1StringView("%1")) ? evidence.arg(host) : evidence,
        translated(words.next)};
}

Sentences sentencesFor(const Error &error, const LiveQuestion &question, const QString &key)
{
    const QString host = hostText(error, question);
    const QString again = Words::tr("Ask again, or look on the computer itself.");
    switch (error.code) {
    case ErrorCode::HostNotFound:
        return {ServiceState::HostNotFound, Words::tr("No computer called %1 is known here.").arg(question.target.host),
            Words::tr("Check the spelling, connect to its network or VPN, or ask by its address.")};
    case ErrorCode::HostUnreachable:
        return {ServiceState::HostUnreachable, unreachableEvidence(error, host), notReachedNext()};
    case ErrorCode::LogonRefused:
        return logonRefused(host, static_cast<std::uint32_t>(error.native), question.credentials.kind);
    case ErrorCode::ProtocolTooOld: return oldProtocol(host, key);
    case ErrorCode::TimedOut: return {ServiceState::TimedOut, timeOutEvidence(error, host), notReachedNext()};
    case ErrorCode::NoPermission:
        return {ServiceState::ManagerAccessDenied,
            Words::tr("%1 let the account log on, but refused every question.").arg(host),
            Words::tr("Ask as an administrator of the computer. A local administrator account is limited over the "
                      "network (remote UAC): take a domain account, or the built-in Administrator.")};
    case ErrorCode::ConnectionLost:
        return {ServiceState::HostUnreachable,
            Words::tr("The connection to %1 broke off, or what came over it had been altered.").arg(host), again};
    case ErrorCode::Cancelled: return {ServiceState::NotPossible, Words::tr("The check was cancelled."), {}};
    case ErrorCode::HelperFailed:
        return {ServiceState::NotPossible,
            Words::tr("The program evident-remote, which speaks with computers, could not be started or ended by "
                      "itself."),
            Words::tr("Ask again; if it stays so, install Evident again.")};
    default: return {ServiceState::NotPossible, Words::tr("%1 answered in an unexpected way.").arg(host), again};
    }
}

} // namespace

void answerFailure(const Error &error, const LiveQuestion &question, CheckResult &result)
{
    const QString key = result.question ? result.question->key
                                        : QStringLiteral("SYSTEM\\CurrentControlSet\\Services\\") + result.service;
    Sentences sentences = sentencesFor(error, question, key);
    result.state = sentences.state;
    result.code = error.code == ErrorCode::Cancelled ? CancelledStatus : static_cast<std::uint32_t>(error.native);
    result.evidence = std::move(sentences.evidence);
    result.next = std::move(sentences.next);
    if (error.native < 0) // an NTSTATUS of a failure; errno is said in words
        result.evidence += codeText(static_cast<std::uint32_t>(error.native));
    if (result.address.isEmpty())
        result.address = error.detail;
}

} // namespace evident
