// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Gets logs from another computer: which there are, a classic log by calls, the file of a log from its share. Free
// functions for jobs; each call and each answer has its deadline, so none of them hangs.
//
// There is room for a third way, the newer event log interface that also answers for modern channels (MS-EVEN6, over TCP
// and the endpoint mapper): one more LogWay that listRemoteLogs() finds, one more kind of location beside SmbPath and
// ClassicLocation, a PipeRequest that names TCP instead of a pipe, and a function like pullClassicLog() whose bytes are
// an .evtx, since its records are binary XML. It is not here because no server that we may run answers it.

#include "remote/classiclog.h"
#include "remote/remotefile.h"

namespace evident {

using PullCancel = std::shared_ptr<const std::atomic_bool>;

/// A classic log as the bytes of an .evt, or as much of it as came.
struct PulledLog {
    QByteArray evt;
    std::uint64_t count = 0;
    std::uint32_t newest = 0; ///< number of the newest record; 0 when there is none
    std::optional<Error> trouble; ///< why it is not all that was wanted
};
/// Told now and then: records that came, of as many as are expected.
using OnPulled = std::function<void(std::uint64_t came, std::uint64_t expected)>;
/// The records with a number above @p above that @p location wants. Errors, when nothing at all came: those of
/// RemoteHost and ClassicLog.
[[nodiscard]] Result<PulledLog> pullClassicLog(RemoteAccess &access, const ClassicLocation &location,
    std::uint32_t above, const PullCancel &cancelled, const OnPulled &onPulled = {});

/// Some records of a classic log as the bytes of an .evt, all of them older than those of the piece before.
struct PulledPiece {
    QByteArray evt;
    std::uint64_t came = 0; ///< records so far, with these
    std::uint64_t expected = 0; ///< of so many; 0 when nobody knows, since it depends on their times
};
using OnPiece = std::function<void(PulledPiece)>;
/// The same while it comes, newest first: the first piece after the first reply, then larger ones, but each second what
/// is there. Of an empty log one piece without a record. Errors: also what kept the rest from coming.
[[nodiscard]] Result<void> pullClassicPieces(
    RemoteAccess &access, const ClassicLocation &location, const PullCancel &cancelled, const OnPiece &onPiece);

/// The file called @p fileName in the folder of Windows' logs, by ADMIN$ or, where that does not do, by C$. With @p into,
/// as RemoteFile::fill. Errors: as RemoteFile::open; those of ADMIN$ when neither does.
[[nodiscard]] Result<std::shared_ptr<RemoteFile>> openLogOnShare(const std::shared_ptr<RemoteAccess> &access,
    const RemoteTarget &target, const QString &fileName, const PullCancel &cancelled, std::optional<int> into = {});
/// "Microsoft-Windows-Kernel-Power%4Thermal-Operational.evtx" for the log of that name with its "/".
[[nodiscard]] QString fileNameOfLog(const QString &log);
/// The other way round.
[[nodiscard]] QString logNameOfFile(const QString &fileName);

/// A log that a computer has.
struct RemoteLog {
    QString name; ///< "Application", "Microsoft-Windows-Kernel-Power/Thermal-Operational"
    QString location; ///< what to open
    std::optional<std::uint64_t> size; ///< of its file, in bytes
    std::optional<std::uint64_t> changed; ///< nanoseconds since 1970, UTC
    std::optional<std::uint32_t> records; ///< of a classic log
};
enum class LogWay : std::uint8_t { Files, Calls };
struct RemoteLogs {
    LogWay way = LogWay::Files; ///< how they are read
    std::vector<RemoteLog> logs; ///< by name, the classic ones first
    QString computer; ///< what it calls itself; may be empty
    std::optional<Error> shareTrouble; ///< why files cannot be had
    std::optional<Error> callTrouble; ///< why classic logs cannot be asked for
    std::optional<double> bytesPerSecond; ///< how fast a piece of a file came, when one was tried
    std::optional<double> recordsPerSecond; ///< how fast the records of a classic log came, when some were tried
};
/// What there is. Files are preferred, since they hold every channel; without them the classic logs that answer. Errors:
/// as RemoteHost::connect; when neither way does, that of the files.
[[nodiscard]] Result<RemoteLogs> listRemoteLogs(
    RemoteAccess &access, const RemoteTarget &target, const PullCancel &cancelled);

} // namespace evident
