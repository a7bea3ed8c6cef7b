// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/filepresence.h"

#include "knowledge/fileoncomputer.h"
#include "remote/ntstatus.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilePresence)
};

FileRequest placeOf(const FileOnComputer &file)
{
    const QString share = file.drive.isNull() ? u"ADMIN$"_s : QString(file.drive) + u'$';
    return {.share = share.toStdString(), .path = file.path.toStdString()};
}

/// "ADMIN$\System32\a.dll"
QString seenAs(const FileRequest &place)
{
    return QString::fromStdString(place.share + '/' + place.path).replace(u'/', u'\\');
}

void answerThere(const FileRequest &place, const FileFacts &facts, CheckResult &result)
{
    if (facts.kind == FileKind::Folder) {
        result.state = ServiceState::No;
        result.evidence = Words::tr("%1 is a folder, not a file.").arg(seenAs(place));
        return;
    }
    constexpr std::uint64_t AMillisecond = 1'000'000;
    const auto changed =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(facts.changed / AMillisecond), QTimeZone::UTC);
    result.state = ServiceState::Yes;
    result.evidence =
        Words::tr("%1 is there: %2 bytes, last changed %3.")
            .arg(seenAs(place), QLocale().toString(static_cast<qulonglong>(facts.size)), changed.toString(Qt::ISODate));
}

void answerNotSeen(const QString &evidence, const QString &next, CheckResult &result)
{
    result.state = ServiceState::NotPossible;
    result.evidence = evidence;
    result.next = next;
}

/// Whether the share or the file itself answered, however unwillingly.
bool isAnswer(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::NoPermission
        || error.code == ErrorCode::RemoteRefused || error.code == ErrorCode::NotALog;
}

void answerRefusal(const FileRequest &place, const Error &error, CheckResult &result)
{
    const QString share = QString::fromStdString(place.share);
    const QString look = howToLookForFile(questionOf(result), result.asked);
    result.code = static_cast<std::uint32_t>(error.native);
    if (isAbout(error, ShareSubject)) {
        answerNotSeen(error.code == ErrorCode::NotFound
                ? Words::tr(
                      "The computer does not offer the share %1: administrative shares are off, or it has no such "
                      "drive.")
                      .arg(share)
                : Words::tr(
                      "The account may not use the share %1, which is for administrators of the computer. A local "
                      "account is limited over the network (remote UAC).")
                      .arg(share),
            look, result);
    } else if (error.code == ErrorCode::NotFound) {
        result.state = ServiceState::No;
        result.evidence = Words::tr("There is no %1.").arg(seenAs(place));
    } else {
        answerNotSeen(error.code == ErrorCode::NoPermission
                ? Words::tr("The account may not look at %1.").arg(seenAs(place))
                : Words::tr("The computer would not look at %1 (%2).").arg(seenAs(place)).arg(result.code),
            look, result);
    }
}

} // namespace

QString howToLookForFile(const CheckQuestion &question, const QString &computer)
{
    const QString host = computer.isEmpty() ? Words::tr("the computer") : computer;
    return Words::tr("Look on %1 itself: dir \"%2\"").arg(host, question.path);
}

Result<void> askFilePresent(const LookAtFile &look, CheckResult &result)
{
    result.by = CheckedBy::Share;
    const auto file = FileOnComputer::from(questionOf(result).path);
    if (!file) {
        answerNotSeen(
            Words::tr("%1 does not say where on the computer the file would lie.").arg(questionOf(result).path),
            Words::tr("A file can be looked for by its drive and folders, or below %SystemRoot%."), result);
        return {};
    }
    const FileRequest place = placeOf(*file);
    const auto facts = look(place);
    if (facts)
        answerThere(place, *facts, result);
    else if (isAnswer(facts.error()))
        answerRefusal(place, facts.error(), result);
    else
        return std::unexpected(facts.error());
    return {};
}

} // namespace evident
