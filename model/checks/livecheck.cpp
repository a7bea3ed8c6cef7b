// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/livecheck.h"

#include "checks/filepresence.h"
#include "checks/registryvalue.h"
#include "checks/servicequestion.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LiveCheck)
};

/// Puts the question to whoever on the computer can answer it.
Result<void> ask(RemoteHost &host, CheckResult &result, const Patience &patience)
{
    if (!result.question)
        return askService(host, result, patience);
    if (result.question->kind != CheckQuestion::Kind::FilePresent)
        return askRegistryValue(host, result, patience);
    return askFilePresent([&](const FileRequest &file) { return host.lookAtFile(file, patience); }, result);
}

/// Asks through a conversation that stands or is begun; @p isNew: it was begun for this question.
Result<void> askOnce(
    RemoteHosts &hosts, const LiveQuestion &question, const Patience &patience, CheckResult &result, bool &isNew)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto host = hosts.host(question.target, question.credentials, patience);
    if (!host)
        return std::unexpected(host.error());
    isNew = (*host)->since() >= begun;
    const auto lock = (*host)->hold(patience);
    if (!lock)
        return std::unexpected(lock.error());
    result.address = (*host)->address();
    if ((*host)->info())
        result.answeredAs = (*host)->info()->name;
    const auto identity = identityOf(question, result.answeredAs, (*host)->isProved());
    if (!identity) {
        result.state = ServiceState::HostIsAnother;
        result.evidence =
            Words::tr("%1 (%2) calls itself %3.").arg(question.target.text(), result.address, result.answeredAs);
        result.next = Words::tr("The name service may hold an old address. Ask %1 by its address, or by its full name.")
                          .arg(question.target.host);
        return {};
    }
    result.identity = *identity;
    return ask(**host, result, patience);
}

/// What the state now says of the time of the event.
QString ofNow()
{
    return Words::tr("That is how it stands now; when the event was written it may have been otherwise.");
}

CheckedBy waySuiting(const CheckQuestion &question)
{
    switch (question.kind) {
    case CheckQuestion::Kind::RegistryValue: return CheckedBy::Registry;
    case CheckQuestion::Kind::FilePresent: return CheckedBy::Share;
    default: return CheckedBy::ServiceManager;
    }
}

CheckResult unanswered(const CheckQuestion &asked, const LiveQuestion &question)
{
    CheckResult result = answerTo(asked);
    result.service = result.service.trimmed();
    result.asked = question.computer.isEmpty() ? question.target.host : question.computer;
    result.as = question.credentials.account();
    result.by = waySuiting(asked);
    result.identity = HostIdentity::Unproved;
    result.time = Timestamp::now();
    return result;
}

/// A conversation that stood too long may have been hung up; a new one is begun once. A refused logon never is.
Result<void> askPatiently(
    RemoteHosts &hosts, const LiveQuestion &question, const Patience &patience, CheckResult &result)
{
    bool isNew = true;
    auto done = askOnce(hosts, question, patience, result, isNew);
    if (!done && !isNew
        && (done.error().code == ErrorCode::ConnectionLost || done.error().code == ErrorCode::HelperFailed))
        done = askOnce(hosts, question, patience, result, isNew);
    return done;
}

} // namespace

std::optional<HostIdentity> identityOf(const LiveQuestion &question, const QString &ownName, bool isProvedByTicket)
{
    const RemoteTarget &target = question.target;
    const HostIdentity unproved = question.isVouched ? HostIdentity::Vouched : HostIdentity::Unproved;
    const bool isTypedOver = !question.computer.isEmpty()
        && question.computer.compare(target.host, Qt::CaseInsensitive) != 0
        && (target.isAddress() || !isNameOf(target.host, question.computer));
    if (!isProvedByTicket && !target.isAddress() && !ownName.isEmpty() && !isNameOf(ownName, target.host))
        return {};
    if (isTypedOver)
        return unproved;
    const bool isKnown = isProvedByTicket || target.isAddress() || !ownName.isEmpty();
    return isKnown ? HostIdentity::Proved : unproved;
}

std::vector<CheckResult> checkLive(RemoteHosts &hosts, const LiveQuestion &question, const Patience &patience)
{
    std::vector<CheckResult> results;
    std::optional<Error> failed;
    for (const CheckQuestion &asked : question.asked) {
        QElapsedTimer clock;
        clock.start();
        CheckResult result = unanswered(asked, question);
        if (!failed) {
            if (const auto done = askPatiently(hosts, question, patience, result); !done)
                failed = done.error();
        }
        if (failed)
            answerFailure(*failed, question, result);
        else if (answerOf(result))
            result.evidence += u' ' + ofNow();
        result.milliseconds = static_cast<int>(clock.elapsed());
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace evident
