// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/pastedanswer.h"

#include "checks/servicekey.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PastedAnswer)
};

constexpr qsizetype Longest = 64 * 1024;

struct StateWord {
    const char *sc; ///< behind its number; sc does not translate it
    const char *powerShell;
    ServiceState state;
};

constexpr std::array StateWords{
    StateWord{"STOPPED", "Stopped", ServiceState::Stopped},
    StateWord{"START_PENDING", "StartPending", ServiceState::StartPending},
    StateWord{"STOP_PENDING", "StopPending", ServiceState::StopPending},
    StateWord{"RUNNING", "Running", ServiceState::Running},
    StateWord{"CONTINUE_PENDING", "ContinuePending", ServiceState::StartPending},
    StateWord{"PAUSE_PENDING", "PausePending", ServiceState::Paused},
    StateWord{"PAUSED", "Paused", ServiceState::Paused},
};

/// What was found in the text, as far as it was.
struct Pasted {
    QStringList services; ///< as the output names them
    QString command; ///< the service that the command line names, where that was pasted too
    std::optional<ServiceState> state;
    std::optional<std::uint32_t> failure; ///< of sc
    std::optional<std::uint32_t> start;
    QString path;
    QString displayName;
    QString line; ///< that decides
    bool isNotFoundByPowerShell = false;
};

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

std::optional<ServiceState> stateNamed(const QString &word)
{
    const auto found = std::ranges::find_if(StateWords, [&word](const StateWord &known) {
        return word == QLatin1StringView(known.sc) || isSame(word, QString::fromLatin1(known.powerShell));
    });
    return found == StateWords.end() ? std::nullopt : std::optional(found->state);
}

/// A line of sc: labels may be translated, numbers and their words are not.
void readScLine(const QString &line, Pasted &pasted)
{
    static const QRegularExpression failed(u"^\\s*\\[SC\\].*?\\b(\\d{1,5})\\s*:\\s*$"_s);
    static const QRegularExpression state(u"^[^:]+:\\s*[1-7]\\s+([A-Z_]+)"_s);
    static const QRegularExpression start(u"^\\s*START_?TYPE?[^:]*:\\s*([0-4])\\b"_s);
    static const QRegularExpression named(u"^\\s*([A-Z_]+)\\s*:\\s*(.*?)\\s*$"_s);
    static const QRegularExpression command(
        u"\\bsc(?:\\.exe)?\\s+(?:\\\\\\\\\\S+\\s+)?(?:query|queryex|qc)\\s+\"?([^\"\\s]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = failed.match(line); match.hasMatch()) {
        pasted.failure = match.captured(1).toUInt();
        pasted.line = line.trimmed();
    } else if (const auto word = state.match(line); word.hasMatch() && stateNamed(word.captured(1))) {
        pasted.state = stateNamed(word.captured(1));
        pasted.line = line.trimmed();
    } else if (const auto type = start.match(line); type.hasMatch()) {
        pasted.start = type.captured(1).toUInt();
        if (pasted.line.isEmpty())
            pasted.line = line.trimmed();
    } else if (const auto asked = command.match(line); asked.hasMatch()) {
        pasted.command = asked.captured(1);
    } else if (const auto field = named.match(line); field.hasMatch()) {
        if (field.captured(1) == "SERVICE_NAME"_L1)
            pasted.services.append(field.captured(2));
        else if (field.captured(1) == "BINARY_PATH_NAME"_L1)
            pasted.path = field.captured(2);
        else if (field.captured(1) == "DISPLAY_NAME"_L1)
            pasted.displayName = field.captured(2);
    }
}

/// A line of Get-Service, as a table or a list.
void readPowerShellLine(const QString &line, const QString &service, Pasted &pasted)
{
    static const QRegularExpression row(u"^\\s*(\\w+)\\s+(\\S+)(?:\\s+(.*?))?\\s*$"_s);
    static const QRegularExpression field(u"^\\s*(Name|Status|DisplayName)\\s*:\\s*(.*?)\\s*$"_s);
    if (line.contains("NoServiceFoundForGivenName"_L1)) {
        pasted.isNotFoundByPowerShell = true;
    } else if (const auto match = field.match(line); match.hasMatch()) {
        const QString value = match.captured(2);
        if (match.captured(1) == "Name"_L1) {
            pasted.services.append(value);
        } else if (match.captured(1) == "DisplayName"_L1) {
            pasted.displayName = value;
        } else if (const auto state = stateNamed(value)) {
            pasted.state = state;
            pasted.line = line.trimmed();
        }
    } else if (const auto cells = row.match(line); cells.hasMatch() && isSame(cells.captured(2), service)) {
        if (const auto state = stateNamed(cells.captured(1))) {
            pasted.services.append(cells.captured(2));
            pasted.state = state;
            pasted.displayName = cells.captured(3);
            pasted.line = line.trimmed();
        }
    }
}

/// Only what stands between the service's own SERVICE_NAME and the next one, where there are several.
QStringList ownLines(const QStringList &lines, const QString &service)
{
    const auto names = [](const QString &line) { return line.trimmed().startsWith("SERVICE_NAME"_L1); };
    if (std::ranges::count_if(lines, names) < 2)
        return lines;
    QStringList own;
    bool isOwn = false;
    for (const QString &line : lines) {
        if (names(line))
            isOwn = isSame(line.section(u':', 1).trimmed(), service);
        if (isOwn)
            own.append(line);
    }
    return own;
}

void answerNothing(CheckResult &result, const QString &why)
{
    result.state = ServiceState::NotPossible;
    result.evidence = why;
    result.next =
        Words::tr("Run \"sc query %1\" on the computer itself and paste all that it says.").arg(result.service);
}

void answerFailed(std::uint32_t code, CheckResult &result)
{
    constexpr std::uint32_t AccessDenied = 5;
    constexpr std::uint32_t NoSuchService = 1060;
    constexpr std::uint32_t MarkedForDelete = 1072;
    result.code = code;
    if (code == NoSuchService)
        result.state = ServiceState::NotInstalled;
    else if (code == MarkedForDelete)
        result.state = ServiceState::MarkedForDeletion;
    else if (code == AccessDenied && !result.evidence.contains("OpenSCManager"_L1))
        result.state = ServiceState::ServiceAccessDenied;
    else
        answerNothing(result, result.evidence);
}

} // namespace

CheckResult readPastedAnswer(const QString &text, const QString &service, const QString &computer)
{
    CheckResult result;
    result.service = service.trimmed();
    result.asked = computer;
    result.by = CheckedBy::User;
    result.identity = HostIdentity::Vouched;
    result.time = Timestamp::now();
    const QStringList all = text.first(std::min(text.size(), Longest)).split(u'\n');
    const QStringList lines = ownLines(all, result.service);
    Pasted pasted;
    for (const QString &line : lines) {
        readScLine(line, pasted);
        readPowerShellLine(line, result.service, pasted);
    }
    const bool isList = lines.size() != all.size() || pasted.services.size() > 1;
    const bool isAnother = (!pasted.command.isEmpty() && !isSame(pasted.command, result.service))
        || (!pasted.services.isEmpty() && !isSame(pasted.services.front(), result.service));
    if (isList && lines.isEmpty()) {
        answerNothing(result,
            Words::tr("The pasted list does not name %1; a list of running services leaves out those that are stopped.")
                .arg(result.service));
        return result;
    }
    if (isAnother) {
        answerNothing(result, Words::tr("What was pasted is about another service."));
        return result;
    }
    result.evidence = Words::tr("Pasted: \"%1\".").arg(pasted.line);
    result.displayName = pasted.displayName;
    result.imagePath = pasted.path;
    result.startType = startTypeFrom(pasted.start);
    if (pasted.failure)
        answerFailed(*pasted.failure, result);
    else if (pasted.state)
        result.state = *pasted.state;
    else if (pasted.start)
        result.state = ServiceState::Installed;
    else if (pasted.isNotFoundByPowerShell)
        answerNothing(result,
            Words::tr("Get-Service found no such service, which it also says of a computer that it cannot reach."));
    else
        answerNothing(result, Words::tr("What was pasted is no answer of sc query, sc qc or Get-Service."));
    return result;
}

} // namespace evident
