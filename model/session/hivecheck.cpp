// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/hivecheck.h"

#include "checks/filepresence.h"
#include "session/person.h"

#include <QCoreApplication>

namespace evident {

namespace {

struct HiveCheck {
    Q_DECLARE_TR_FUNCTIONS(HiveCheck)
};

CheckResult notPossible(const CheckQuestion &question, const QString &computer, const QString &evidence)
{
    CheckResult result = answerTo(question);
    result.asked = computer;
    result.by = CheckedBy::Hive;
    result.state = ServiceState::NotPossible;
    result.time = Timestamp::now();
    result.checkedBy = loginName();
    result.evidence = evidence;
    const QString host = computer.isEmpty() ? HiveCheck::tr("the computer") : computer;
    if (question.kind == CheckQuestion::Kind::FilePresent) {
        result.next = howToLookForFile(question, host);
        return result;
    }
    result.next = question.kind == CheckQuestion::Kind::Service
        ? HiveCheck::tr(
              "Add a copy of %1's registry file %SystemRoot%\\System32\\config\\SYSTEM and check again, or look on the "
              "computer itself: \"sc query %2\" (Windows 2000 and later), or Control Panel › Services (Windows NT 4).")
              .arg(host, question.service)
        : HiveCheck::tr("Add a copy of %1's registry file %SystemRoot%\\System32\\config\\SYSTEM and check again, or "
                        "look on the computer itself in Registry Editor.")
              .arg(host);
    return result;
}

CheckResult checkInHive(const CheckQuestion &question, const QString &computer, const QString &hivePath)
{
    const auto hive = SystemHive::open(hivePath);
    if (!hive) {
        CheckResult result =
            notPossible(question, computer, HiveCheck::tr("The registry hive %1 cannot be read.").arg(hivePath));
        result.address = hivePath;
        return result;
    }
    return hive->check(question, computer);
}

} // namespace

CheckResult checkInHives(const CheckQuestion &question, const QString &computer, const QStringList &hivePaths)
{
    if (computer.isEmpty() && hivePaths.size() > 1)
        return notPossible(question, computer,
            HiveCheck::tr("The event does not say which computer it is of, and there are several hives."));
    std::optional<CheckResult> unnamed; // of a hive that does not say whose it is
    std::optional<CheckResult> unreadable;
    for (const QString &path : hivePaths) {
        CheckResult result = checkInHive(question, computer, path);
        if (result.state == ServiceState::HostIsAnother && hivePaths.size() > 1)
            continue; // a single hive tells best itself whose it is
        if (result.state == ServiceState::NotPossible)
            unreadable = result;
        else if (result.answeredAs.isEmpty())
            unnamed = result;
        else
            return result;
    }
    if (unnamed)
        return *unnamed;
    if (unreadable)
        return *unreadable;
    return notPossible(question, computer,
        hivePaths.isEmpty() ? HiveCheck::tr("No registry hive is at hand.")
                            : HiveCheck::tr("None of the registry hives is of %1.").arg(computer));
}

} // namespace evident
