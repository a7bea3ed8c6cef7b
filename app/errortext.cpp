// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include "checks/livecheck.h"
#include "remote/ntstatus.h"
#include "remote/smbpath.h"

#include <QCoreApplication>
#include <QLocale>

namespace evident {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString subject(const Error &error)
{
    return error.place.source.isEmpty() ? ErrorText::tr("The input") : error.place.source;
}

/// The system's own words for an errno, or what is known instead.
QString systemReason(const Error &error)
{
    if (error.native > 0)
        return qt_error_string(error.native);
    return error.detail.isEmpty() ? ErrorText::tr("the system does not say why") : error.detail;
}

/// For developers and bug reports, behind the sentences: which structure, where.
QString technical(const Error &error)
{
    QString text = QLatin1StringView(errorCodeName(error.code));
    if (*error.what != '\0')
        text += QStringLiteral(", ") + QString::fromUtf8(error.what);
    if (error.place.offset >= 0)
        text += QStringLiteral(", ")
            + ErrorText::tr("byte %1").arg(QLocale().toString(static_cast<qlonglong>(error.place.offset)));
    if (error.place.record >= 0)
        text += QStringLiteral(", ")
            + ErrorText::tr("record %1").arg(QLocale().toString(static_cast<qlonglong>(error.place.record)));
    if (!error.detail.isEmpty())
        text += QStringLiteral(", ") + error.detail;
    return QStringLiteral(" (%1)").arg(text);
}

QString notALog(const Error &error)
{
    const QString what = error.detail.isEmpty()
        ? ErrorText::tr("%1 is no event log.").arg(subject(error))
        : ErrorText::tr("%1 is no event log: it looks like %2.").arg(subject(error), error.detail);
    return what + u' '
        + ErrorText::tr(
            "Evident reads .evtx and .evt logs, what Event Viewer, wevtutil and PowerShell export (XML, CSV, text, "
            "JSON), and archives that hold any of these.");
}

QString damaged(const Error &error)
{
    return ErrorText::tr("%1 is damaged: what stands there breaks the rules of its format. Copy it again from where it "
                         "came from; "
                         "if it is broken there too, what cannot be read is lost.")
               .arg(subject(error))
        + technical(error);
}

QString badArticle(const Error &error)
{
    return ErrorText::tr(
               "The article %1 breaks a rule of the article format and is left out. Run \"evident-cli articles "
               "lint\" "
               "on its folder and correct what it names.")
               .arg(subject(error))
        + technical(error);
}

QString badHive(const Error &error)
{
    return ErrorText::tr("%1 is no SYSTEM registry hive that can be read. Take a copy of the file "
                         "%SystemRoot%\\System32\\config\\SYSTEM, made while Windows was not using it (or with "
                         "\"reg save\").")
               .arg(subject(error))
        + technical(error);
}

/// The computer that an error is about.
QString hostOf(const Error &error)
{
    const auto target = targetOf(error.place.source);
    return target ? target->text() : subject(error);
}

/// Why the account did not do, as the checks say it.
QString logonText(const Error &error)
{
    const bool isTicket = logonProblemOf(static_cast<std::uint32_t>(error.native)) == LogonProblem::Other;
    LiveQuestion question;
    question.target.host = hostOf(error);
    question.credentials.kind = isTicket ? LogonKind::Ticket : LogonKind::Password;
    CheckResult result;
    answerFailure(error, question, result);
    return result.evidence + u' ' + result.next;
}

/// What another computer does not have.
QString absentText(const Error &error, const QString &host, const QString &name)
{
    if (isAbout(error, LogSubject))
        return ErrorText::tr(
            "%1 has no classic log of that name (%2). Application, System and Security are there on every "
            "Windows; the logs with a \"/\" in their names are files, which are copied from its share.")
            .arg(host, name);
    if (isAbout(error, ShareSubject))
        return ErrorText::tr("%1 does not offer this share (%2). Its administrative shares ADMIN$ and C$ may have been "
                             "switched off. Classic logs can be had without them, by calls to its event log service.")
            .arg(host, name);
    return ErrorText::tr("%1 answers, but %2 is not there. Check the name; what it has is in the list that Connect "
                         "to Computer shows.")
        .arg(host, name);
}

/// What another computer keeps from us.
QString forbiddenText(const Error &error, const QString &host, const QString &name)
{
    if (isAbout(error, LogSubject))
        return ErrorText::tr(
            "%1 let the account log on, but not read this log (%2). It has to be a member of its group "
            "Event Log Readers, or an administrator.")
            .arg(host, name);
    if (isAbout(error, ShareSubject))
        return ErrorText::tr("%1 let the account log on, but not use this share (%2). ADMIN$ and C$ are open to its "
                             "administrators alone; a local administrator account is limited over the network (remote "
                             "UAC), so take a domain account or the built-in Administrator. Classic logs can be had "
                             "without the share, by calls to its event log service.")
            .arg(host, name);
    return ErrorText::tr("%1 let the account log on, but not read %2. Its administrators may; a local administrator "
                         "account is limited over the network (remote UAC), so take a domain account or the built-in "
                         "Administrator.")
        .arg(host, name);
}

/// Whether the computer itself refused the conversation, before there was talk of a log or a file.
bool isAtTheDoor(const Error &error)
{
    return error.native < 0 && !error.detail.isEmpty() && !isRemoteLocation(error.place.source);
}

/// An account that is let in by its name alone, or not at all.
QString refusedText(const Error &error, const QString &host)
{
    return ErrorText::tr(
               "%1 refused the conversation with this account. It may know it as a guest alone, whose connection "
               "can be neither signed nor sealed, so that nothing is read over it; or its rules keep the account "
               "from the network. Take an account of that computer or of its domain.")
               .arg(host)
        + technical(error);
}

/// Failures on the way to another computer.
QString remoteText(const Error &error)
{
    const QString host = hostOf(error);
    if (isAbout(error, SealSubject))
        return ErrorText::tr(
            "%1 does not let the conversation be sealed, so nothing was asked: anybody on the way could "
            "read and alter it. An update of that computer may help, or another account.")
            .arg(host);
    if (isBusy(error))
        return ErrorText::tr("%1 is in use by something that lets nobody else read it. Try again in a moment.")
            .arg(subject(error));
    switch (error.code) {
    case ErrorCode::HostNotFound:
        return ErrorText::tr(
            "No computer called %1 is known here. Check the spelling, connect to its network or VPN, or "
            "use its address.")
            .arg(host);
    case ErrorCode::HostUnreachable:
        return ErrorText::tr("%1 cannot be reached. It may be off or in another network, or its firewall blocks file "
                             "sharing (TCP port 445).")
                   .arg(host)
            + technical(error);
    case ErrorCode::LogonRefused: return logonText(error);
    case ErrorCode::ProtocolTooOld:
        return ErrorText::tr(
            "%1 speaks SMB 1 alone, which was given up because it can be listened to and altered. Take "
            "copies of its files instead.")
            .arg(host);
    case ErrorCode::ConnectionLost:
        return ErrorText::tr("The connection to %1 broke off, or what came over it had been altered. What had arrived "
                             "before is kept. Try again.")
                   .arg(host)
            + technical(error);
    case ErrorCode::TimedOut:
        return ErrorText::tr("%1 did not answer in time. Try again.").arg(host) + technical(error);
    case ErrorCode::Cancelled: return ErrorText::tr("Cancelled.");
    case ErrorCode::HelperFailed:
        return ErrorText::tr("The program evident-remote, which speaks with other computers, could not be started or "
                             "ended by itself. Try again; if it stays so, install Evident again.")
            + technical(error);
    case ErrorCode::NotFound:
        if (!isAtTheDoor(error))
            return absentText(error, host, subject(error));
        break;
    case ErrorCode::NoPermission:
        return isAtTheDoor(error) ? refusedText(error, host) : forbiddenText(error, host, subject(error));
    default: break;
    }
    return ErrorText::tr("%1 answered in an unexpected way. Try again.").arg(host) + technical(error);
}

/// Whether a failure that files here have as well is one of another computer.
bool isRemoteText(const Error &error)
{
    return (error.code == ErrorCode::NotFound || error.code == ErrorCode::NoPermission)
        && (isRemoteLocation(error.place.source) || isAtTheDoor(error));
}

} // namespace

QString errorText(const Error &error)
{
    const QString name = subject(error);
    if (isRemoteText(error))
        return remoteText(error);
    switch (error.code) {
    case ErrorCode::NotFound:
        return ErrorText::tr(
            "%1 does not exist. It may have been moved or renamed, or its drive is not connected. Check the path "
            "and try again.")
            .arg(name);
    case ErrorCode::NoPermission:
        return ErrorText::tr(
            "Access to %1 was refused. Your account may not read or write there. Ask its owner for access, or use "
            "a copy in a folder of your own.")
            .arg(name);
    case ErrorCode::ReadFailed:
        return ErrorText::tr(
            "%1 could not be read: %2. The disk, the share or the network may be failing. Copy the file to a local "
            "disk and open the copy.")
            .arg(name, systemReason(error));
    case ErrorCode::WriteFailed:
        return ErrorText::tr(
            "%1 could not be written: %2. What stood there before is unchanged. Make room, or choose another "
            "place.")
            .arg(name, systemReason(error));
    case ErrorCode::NotALog: return notALog(error);
    case ErrorCode::UnsupportedVersion:
        return ErrorText::tr(
                   "%1 is of a version that Evident does not know, so nothing of it is shown. Export the log again in "
                   "another form.")
                   .arg(name)
            + technical(error);
    case ErrorCode::Truncated:
        return ErrorText::tr(
                   "%1 ends too early: a part of it is missing. It was probably copied incompletely. Copy it again.")
                   .arg(name)
            + technical(error);
    case ErrorCode::BadMagic:
    case ErrorCode::BadChecksum:
    case ErrorCode::BadSize:
    case ErrorCode::BadOffset:
    case ErrorCode::BadToken:
    case ErrorCode::BadValue:
    case ErrorCode::TooDeep: return damaged(error);
    case ErrorCode::TooLarge:
        return ErrorText::tr(
                   "%1 is larger than Evident takes, to protect this machine's memory. Split it, or export only the "
                   "part of the log that you need.")
                   .arg(name)
            + technical(error);
    case ErrorCode::BadArticle: return badArticle(error);
    case ErrorCode::BadHive: return badHive(error);
    case ErrorCode::BadUsage:
        return error.detail.isEmpty() ? ErrorText::tr("This cannot be done so.") + technical(error) : error.detail;
    case ErrorCode::Locked:
        return ErrorText::tr("%1 is locked with a password, and the right one was not given. Open it again to be asked "
                             "for it, or unpack it first.")
                   .arg(name)
            + technical(error);
    case ErrorCode::NotBuiltYet:
        return error.detail.isEmpty() ? ErrorText::tr("This is not built yet.") + technical(error) : error.detail;
    default: return remoteText(error);
    }
}

} // namespace evident
