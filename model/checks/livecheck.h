// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one-click check of a running computer: finds it, logs on once, makes sure who it is, asks, and answers each
// question with a state and its evidence whatever happens. Free functions; they block, and are run on a worker or in a command.

#include "checks/checkresult.h"
#include "remote/remotehosts.h"

namespace evident {

/// The longest that a check takes, connecting and all its questions included.
inline constexpr std::chrono::seconds CheckTime{10};

struct LiveQuestion {
    std::vector<CheckQuestion> asked; ///< about services, registry values and files
    QString computer; ///< the computer that the answer is wanted for; empty for whichever the target is
    RemoteTarget target; ///< where it is asked
    Credentials credentials;
    bool isVouched = false; ///< the person says that the target is that computer
};

/// Asks; one answer for each question, in their order. A conversation that failed is not begun again for the questions
/// behind: they get the same answer. The code is a Win32 code, an NTSTATUS or an errno, whichever there was. What was
/// cancelled is NotPossible with the code 0xC0000120.
[[nodiscard]] std::vector<CheckResult> checkLive(
    RemoteHosts &hosts, const LiveQuestion &question, const Patience &patience);

/// Fills in state, code, evidence and next for a conversation that failed.
void answerFailure(const Error &error, const LiveQuestion &question, CheckResult &result);

/// What is known of the answering computer's name. Nothing when it is another computer than the one asked.
[[nodiscard]] std::optional<HostIdentity> identityOf(
    const LiveQuestion &question, const QString &ownName, bool isProvedByTicket);

} // namespace evident
