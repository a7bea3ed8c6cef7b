// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/livecheck.h"

#include "checks/servicequestion.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LiveCheck)
};

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
    return askService(**host, result, patience);
}

/// What the state now says of the time of the event.
QString ofNow()
{
    return Words::tr("That is how it stands now; when the event was written it may have been otherwise.");
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

CheckResult checkLive(RemoteHosts &hosts, const LiveQuestion &question, const Patience &patience)
{
    QElapsedTimer clock;
    clock.start();
    CheckResult result;
    result.service = question.service.trimmed();
    result.asked = question.computer.isEmpty() ? question.target.host : question.computer;
    result.as = question.credentials.account();
    result.by = CheckedBy::ServiceManager;
    result.identity = HostIdentity::Unproved;
    result.time = Timestamp::now();
    bool isNew = true;
    auto done = askOnce(hosts, question, patience, result, isNew);
    // A conversation that stood too long may have been hung up; a new one is begun once. A refused logon never is.
    if (!done && (done.error().code == ErrorCode::ConnectionLost || done.error().code == ErrorCode::HelperFailed)
        && !isNew)
        done = askOnce(hosts, question, patience, result, isNew);
    if (!done)
        answerFailure(done.error(), question, result);
    else if (isInstalled(result.state))
        result.evidence += u' ' + ofNow();
    result.milliseconds = static_cast<int>(clock.elapsed());
    return result;
}

} // namespace evident
