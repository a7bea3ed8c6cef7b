// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The answer to a check's question, "is this service installed on that computer?" above all, with its evidence. A plain
// value, kept with the finding and written into every report.

#include "events/timestamp.h"
#include "knowledge/explanation.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <span>

namespace evident {

/// Every state a check can end in; the words are those of `check --json`.
enum class ServiceState : std::uint8_t {
    // installed: true
    Running,
    Paused,
    StartPending,
    StopPending,
    Stopped,
    MarkedForDeletion,
    Installed,
    ServiceAccessDenied,
    // installed: false
    NotInstalled,
    NotInstalledButCountersRegistered,
    // installed: null
    IsDisplayName,
    ManagerAccessDenied,
    LogonFailed,
    ProtocolTooOld,
    HostNotFound,
    HostUnreachable,
    HostIsAnother,
    ShuttingDown,
    TimedOut,
    NotPossible,
    // answers to other questions than whether a service is installed
    Yes,
    No,
};
[[nodiscard]] QLatin1StringView serviceStateWord(ServiceState state);
/// The same for people, in their language, to go on behind "MSExchangeIMC on MAIL01: "; begins in lower case.
[[nodiscard]] QString serviceStateText(ServiceState state);
/// true, false, or nothing where the answer decides nothing.
[[nodiscard]] std::optional<bool> isInstalled(ServiceState state);

enum class StartType : std::uint8_t { Boot, System, Auto, Manual, Disabled };
[[nodiscard]] QLatin1StringView startTypeWord(StartType type);

enum class CheckedBy : std::uint8_t { ServiceManager, Registry, Hive, User, Logs, Share };
/// "scm", "registry", "hive", "user", "logs", "share"
[[nodiscard]] QLatin1StringView checkedByWord(CheckedBy by);

/// Whether the answer is of the computer that was asked for.
enum class HostIdentity : std::uint8_t {
    Proved, ///< by Kerberos, by its own name, or because an address was asked for
    Unproved, ///< it did not say its name, or another name was typed than the event's
    Vouched, ///< unproved, but the person says that it is that computer
};
[[nodiscard]] QLatin1StringView hostIdentityWord(HostIdentity identity); ///< "proved", "unproved", "vouched"

struct CheckResult {
    QString service; ///< service key name that was asked for; what else a question was about: see subject()
    std::optional<CheckQuestion> question; ///< what was asked, when not whether the service is installed
    QString asked; ///< computer that was asked for; a hive: the computer it should be of, or the hive's own name
    QString address; ///< IP address or, for a hive, its path; may be empty
    QString answeredAs; ///< the name the computer gave itself; may be empty
    QString as; ///< account used; empty for a hive
    CheckedBy by = CheckedBy::Hive;
    HostIdentity identity = HostIdentity::Proved;
    ServiceState state = ServiceState::NotPossible;
    std::optional<StartType> startType;
    QString displayName;
    QString imagePath;
    std::uint32_t code = 0; ///< raw Win32 code or NTSTATUS; 0 where none
    int milliseconds = 0;
    Timestamp time; ///< when it was asked
    QString checkedBy; ///< the person's login name on this machine
    QString evidence; ///< what was seen, one sentence
    QString next; ///< what to do next; may be empty
};

/// An answer to @p question that is not given yet.
[[nodiscard]] CheckResult answerTo(const CheckQuestion &question);
/// The question that @p result answers.
[[nodiscard]] CheckQuestion questionOf(const CheckResult &result);
/// Yes or no; nothing where the answer decides nothing.
[[nodiscard]] std::optional<bool> answerOf(const CheckResult &result);
/// The question in words: "Is the service MSExchangeIMC installed on MAIL01?"
[[nodiscard]] QString questionText(const CheckQuestion &question, const QString &computer);
/// The answer in words, to stand by itself: "MSExchangeIMC: not installed".
[[nodiscard]] QString answerText(const CheckResult &result);

/// The object of `check --json`.
[[nodiscard]] QJsonObject toJson(const CheckResult &result);

struct Conclusion {
    ConclusionKind kind = ConclusionKind::NotConfirmed;
    QString sentence; ///< Markdown: the article's sentence for this outcome, or why nothing is confirmed
};

/// What @p answers, newest last, mean for a finding explained so. Of each question the newest answer counts, and it
/// follows answerOf() alone; no answer never confirms, nor does one of which nobody knows that it is that computer's.
[[nodiscard]] Conclusion conclude(const FilledCheck &check, std::span<const CheckResult> answers);

} // namespace evident
