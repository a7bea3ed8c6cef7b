// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/pull.h"

#include "remote/ntstatus.h"

#include <QTemporaryFile>

#include <algorithm>
#include <array>
#include <utility>

namespace evident {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr auto CallTime = 10s;

/// Holds the computer for each call alone, so that others are asked in between.
class SharedPipe final : public RpcPipe {
public:
    SharedPipe(RemoteHost &host, RpcPipe &pipe)
        : m_host(host)
        , m_pipe(pipe)
    {
    }
    Result<QByteArray> call(std::uint16_t number, const QByteArray &stub, const Patience &patience) override
    {
        const auto held = m_host.hold(patience);
        return held ? m_pipe.call(number, stub, patience) : std::unexpected(held.error());
    }

private:
    RemoteHost &m_host;
    RpcPipe &m_pipe;
};

Result<RpcPipe *> eventLogPipe(RemoteHost &host, const Patience &patience)
{
    const auto held = host.hold(patience);
    if (!held)
        return std::unexpected(held.error());
    return host.pipe(EventLogInterface, patience);
}

std::uint64_t expectedCount(const ClassicLog &log, const ClassicWish &wish)
{
    std::uint64_t count = log.size().count;
    if (log.size().newest() > wish.above)
        count = std::min<std::uint64_t>(count, log.size().newest() - wish.above);
    return wish.newest != 0 ? std::min<std::uint64_t>(count, wish.newest) : count;
}

/// Of the classic logs that every Windows has or may have, those that answer with a size.
void listClassic(RemoteHost &host, const PullCancel &cancelled, RemoteLogs &found)
{
    static constexpr std::array Known{"Application"_L1, "System"_L1, "Security"_L1, "Setup"_L1, "Directory Service"_L1,
        "DNS Server"_L1, "File Replication Service"_L1, "DFS Replication"_L1, "Windows PowerShell"_L1,
        "Internet Explorer"_L1, "Key Management Service"_L1, "HardwareEvents"_L1};
    const auto pipe = eventLogPipe(host, Patience::of(CallTime, cancelled));
    if (!pipe) {
        found.callTrouble = pipe.error();
        return;
    }
    SharedPipe shared(host, **pipe);
    std::uint32_t largest = 0;
    for (const QLatin1StringView name : Known) {
        auto log = ClassicLog::open(shared, name, {.each = CallTime, .cancelled = cancelled});
        if (!log) {
            if (!found.callTrouble && log.error().code != ErrorCode::NotFound)
                found.callTrouble = log.error();
            if (!host.isAlive())
                return;
            continue;
        }
        const ClassicLocation location{.target = host.target(), .log = name, .newest = 0, .since = {}};
        found.logs.push_back(
            {.name = name, .location = location.text(), .size = {}, .changed = {}, .records = log->size().count});
        if (log->size().count > largest) {
            largest = log->size().count;
            found.recordsPerSecond = log->tryRate();
        }
        log->close();
    }
}

Result<std::vector<RemoteLog>> listFiles(RemoteHost &host, const SmbPath &folder, const PullCancel &cancelled)
{
    const Patience patience = Patience::of(CallTime, cancelled);
    const auto held = host.hold(patience);
    if (!held)
        return std::unexpected(held.error());
    const auto entries =
        host.listFolder({.share = folder.share.toStdString(), .path = folder.path.toStdString()}, patience);
    if (!entries) {
        Error error = entries.error();
        error.place.source = folder.text(); // which tells what is refused: a share, not a file here
        return std::unexpected(std::move(error));
    }
    std::vector<RemoteLog> logs;
    for (const FolderEntry &entry : *entries) {
        const QString name = QString::fromStdString(entry.name);
        if (entry.facts.kind == FileKind::Folder || !name.endsWith(u".evtx", Qt::CaseInsensitive))
            continue;
        logs.push_back({.name = logNameOfFile(name),
            .location = folder.below(name).text(),
            .size = entry.facts.size,
            .changed = entry.facts.changed,
            .records = {}});
    }
    return logs;
}

/// Bytes per second, of reading a piece of the file. What goes wrong is told by whoever wants the file itself.
std::optional<double> tryRate(RemoteHost &host, const SmbPath &path, const PullCancel &cancelled)
{
    constexpr std::uint32_t Small = 128U * 1024; // enough where the line is slow
    constexpr std::uint32_t Large = 2U * 1024 * 1024;
    constexpr auto IsSlow = 150ms;
    const Patience patience = Patience::of(CallTime, cancelled);
    QTemporaryFile piece;
    const auto held = host.hold(patience);
    if (!held || !piece.open())
        return {};
    const auto opened =
        host.openFile({.share = path.share.toStdString(), .path = path.path.toStdString()}, piece.handle(), patience);
    if (!opened)
        return {};
    std::optional<double> rate;
    std::uint64_t offset = 0;
    for (const std::uint32_t length : {Small, Large}) {
        const auto begin = std::chrono::steady_clock::now();
        const auto came = host.readFile({.handle = opened->handle, .offset = offset, .length = length}, patience);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        if (!came || *came < Small)
            break;
        rate = *came / std::max(took.count(), 1e-6);
        offset += *came;
        if (took > IsSlow)
            break;
    }
    if (host.isAlive())
        host.closeFile(opened->handle, patience);
    return rate;
}

/// The logs that everybody looks for come first.
bool isBefore(const RemoteLog &a, const RemoteLog &b)
{
    static constexpr std::array First{"Application"_L1, "System"_L1, "Security"_L1, "Setup"_L1};
    const auto rank = [](const RemoteLog &log) { return std::ranges::find(First, log.name) - First.begin(); };
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.name.compare(b.name, Qt::CaseInsensitive) < 0;
}

/// A conversation that stood too long may have been hung up; then a new one is begun, once.
bool isHungUp(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::HelperFailed;
}

/// What is asked of one classic log.
struct ClassicQuestion {
    const ClassicLocation &location;
    std::uint32_t above = 0;
    const PullCancel &cancelled;
};
/// Told after each reply, with the number of records that are expected.
using OnReply = std::function<void(std::uint64_t expected)>;

Result<void> readOnce(
    RemoteAccess &access, const ClassicQuestion &question, ClassicRecords &records, const OnReply &onReply)
{
    const ClassicLocation &location = question.location;
    const auto named = [&location](Error error) {
        error.place.source = location.text();
        return std::unexpected(std::move(error));
    };
    const Patience patience = Patience::of(CallTime, question.cancelled);
    const auto host = access.host(location.target, patience);
    if (!host)
        return std::unexpected(host.error());
    const auto pipe = eventLogPipe(**host, patience);
    if (!pipe)
        return named(pipe.error());
    SharedPipe shared(**host, **pipe);
    auto log = ClassicLog::open(shared, location.log, {.each = CallTime, .cancelled = question.cancelled});
    if (!log)
        return named(log.error());
    const ClassicWish wish{.newest = location.newest, .since = location.since, .above = question.above};
    const auto done = log->read(wish, records, [&](const ClassicRecords &) { onReply(expectedCount(*log, wish)); });
    if ((*host)->isAlive() && (done || records.count() > 0))
        log->close();
    return done ? done : named(done.error());
}

/// Errors: also what kept the rest of @p records from coming.
Result<void> readRecords(
    RemoteAccess &access, const ClassicQuestion &question, ClassicRecords &records, const OnReply &onReply)
{
    const auto done = readOnce(access, question, records, onReply);
    if (!done && records.count() == 0 && isHungUp(done.error()))
        return readOnce(access, question, records, onReply);
    return done;
}

/// Cuts what comes into pieces.
class Pieces {
public:
    Pieces(ClassicRecords &records, const OnPiece &onPiece)
        : m_records(records)
        , m_onPiece(onPiece)
    {
    }
    void look(std::uint64_t expected)
    {
        m_expected = expected;
        const auto now = std::chrono::steady_clock::now();
        if (m_records.waiting() < m_enough && now - m_last < LongestPause)
            return;
        m_last = now;
        m_enough = std::min(std::max<std::uint64_t>(2 * m_enough, FirstEnough), MostEnough);
        hand(m_records.takeEvtFile(ClassicRecords::Take::WholeSeconds));
    }
    void finish()
    {
        hand(m_records.takeEvtFile(ClassicRecords::Take::Everything));
        if (!m_isAny) // a log without a record is a log
            hand(m_records.evtFile());
    }

private:
    static constexpr auto LongestPause = 1s;
    static constexpr std::uint64_t FirstEnough = 128U * 1024;
    static constexpr std::uint64_t MostEnough = 4U * 1024 * 1024;

    void hand(QByteArray evt)
    {
        if (evt.isEmpty())
            return;
        m_isAny = true;
        m_onPiece({.evt = std::move(evt), .came = m_records.count(), .expected = m_expected});
    }

    ClassicRecords &m_records;
    const OnPiece &m_onPiece;
    std::uint64_t m_expected = 0;
    std::uint64_t m_enough = 0; ///< nothing, at first
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
    bool m_isAny = false;
};

} // namespace

Result<PulledLog> pullClassicLog(RemoteAccess &access, const ClassicLocation &location, std::uint32_t above,
    const PullCancel &cancelled, const OnPulled &onPulled)
{
    ClassicRecords records;
    const ClassicQuestion question{.location = location, .above = above, .cancelled = cancelled};
    const auto done = readRecords(access, question, records, [&](std::uint64_t expected) {
        if (onPulled)
            onPulled(records.count(), expected);
    });
    if (!done && records.count() == 0)
        return std::unexpected(done.error());
    PulledLog pulled{.evt = records.evtFile(), .count = records.count(), .newest = records.newest(), .trouble = {}};
    if (!done)
        pulled.trouble = done.error();
    return pulled;
}

Result<void> pullClassicPieces(
    RemoteAccess &access, const ClassicLocation &location, const PullCancel &cancelled, const OnPiece &onPiece)
{
    ClassicRecords records;
    Pieces pieces(records, onPiece);
    const ClassicQuestion question{.location = location, .cancelled = cancelled};
    const auto done = readRecords(
        access, question, records, [&](std::uint64_t expected) { pieces.look(location.since ? 0 : expected); });
    if (done || records.count() > 0)
        pieces.finish();
    return done;
}

Result<std::shared_ptr<RemoteFile>> openLogOnShare(const std::shared_ptr<RemoteAccess> &access,
    const RemoteTarget &target, const QString &fileName, const PullCancel &cancelled, std::optional<int> into)
{
    const auto openBelow = [&](const SmbPath &folder) {
        const SmbPath path = folder.below(fileName);
        return into ? RemoteFile::fill(*into, access, path, cancelled)
                    : RemoteFile::open(access, path, RemoteFile::Fetch::Everything, cancelled);
    };
    auto file = openBelow(logFolderBelowAdmin(target));
    if (file || !isAbout(file.error(), ShareSubject))
        return file;
    auto other = openBelow(logFolderBelowC(target));
    return other ? other : file;
}

QString fileNameOfLog(const QString &log)
{
    return QString(log).replace(u'/', "%4"_L1) + ".evtx"_L1;
}

QString logNameOfFile(const QString &fileName)
{
    QString name = fileName;
    if (name.endsWith(".evtx"_L1, Qt::CaseInsensitive))
        name.chop(5);
    return name.replace("%4"_L1, "/"_L1);
}

Result<RemoteLogs> listRemoteLogs(RemoteAccess &access, const RemoteTarget &target, const PullCancel &cancelled)
{
    const auto host = access.host(target, Patience::of(CallTime, cancelled));
    if (!host)
        return std::unexpected(host.error());
    RemoteLogs found;
    if ((*host)->info())
        found.computer = (*host)->info()->name;
    auto files = listFiles(**host, logFolderBelowAdmin(target), cancelled);
    if (!files && (*host)->isAlive()) {
        auto others = listFiles(**host, logFolderBelowC(target), cancelled);
        files = others ? std::move(others) : std::move(files);
    }
    if (files) {
        found.logs = std::move(*files);
        const auto largest = std::ranges::max_element(found.logs, {}, &RemoteLog::size);
        const auto path = largest == found.logs.end() ? std::nullopt : SmbPath::from(largest->location);
        if (path)
            found.bytesPerSecond = tryRate(**host, *path, cancelled);
    } else {
        found.shareTrouble = files.error();
    }
    if (found.logs.empty() && (*host)->isAlive()) {
        found.way = LogWay::Calls;
        listClassic(**host, cancelled, found);
    }
    if (found.logs.empty() && found.shareTrouble)
        return std::unexpected(*found.shareTrouble);
    std::ranges::sort(found.logs, isBefore);
    return found;
}

} // namespace evident
