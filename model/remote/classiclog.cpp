// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/classiclog.h"

#include "bytes/qtbytes.h"
#include "remote/ntstatus.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace evident {

namespace {

constexpr std::uint32_t ReadSize = 64 * 1024; ///< larger ones were no faster

// EVENTLOGRECORD, see formats/evt/evtformat.h for the rest.
constexpr std::uint32_t RecordSignature = 0x654c664c;
constexpr std::uint32_t SmallestRecord = 0x38 + 4;
constexpr std::size_t SignatureAt = 4;
constexpr std::size_t NumberAt = 8;
constexpr std::size_t GeneratedAt = 12;
constexpr std::size_t WrittenAt = 16;
constexpr std::uint64_t LargestSecond = 1 << 20; ///< more than that is not held back

// ELF_LOGFILE_HEADER and ELF_EOF_RECORD.
constexpr std::uint32_t HeaderSize = 0x30;
constexpr std::uint32_t EndSize = 0x28;
constexpr std::uint64_t LargestFile = 0xffff0000; ///< every offset in an .evt has 32 bits

void appendLe(QByteArray &bytes, std::initializer_list<std::uint32_t> numbers)
{
    for (const std::uint32_t number : numbers)
        bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

/// The size of the record at the front, or 0 when there is none.
std::uint32_t recordSize(Bytes bytes)
{
    const auto size = readLe<std::uint32_t>(bytes, 0);
    const bool isWhole = size >= SmallestRecord && size <= bytes.size()
        && readLe<std::uint32_t>(bytes, SignatureAt) == RecordSignature
        && readLe<std::uint32_t>(bytes, size - sizeof size) == size;
    return isWhole ? size : 0;
}

std::unexpected<Error> refused(std::uint32_t status, const char *what)
{
    ErrorCode code = ErrorCode::RemoteRefused;
    switch (static_cast<EventLogCode>(status)) {
    case EventLogCode::AccessDenied: code = ErrorCode::NoPermission; break;
    case EventLogCode::NameNotFound:
    case EventLogCode::FileNotAvailable: code = ErrorCode::NotFound; break;
    default: break;
    }
    return failure(code, code == ErrorCode::RemoteRefused ? what : LogSubject, {}, static_cast<int>(status));
}

} // namespace

Bytes ClassicRecords::record(std::size_t at) const
{
    const Range &range = m_records.at(at);
    return slice(viewOf(m_replies.at(range.reply)), range.begin, range.size);
}

Result<bool> ClassicRecords::add(const QByteArray &reply, const ClassicWish &wish)
{
    m_replies.push_back(reply);
    const Bytes bytes = viewOf(m_replies.back());
    for (std::size_t at = 0; at < bytes.size();) {
        const Bytes rest = bytes.subspan(at);
        const std::uint32_t size = recordSize(rest);
        const auto number = readLe<std::uint32_t>(rest, NumberAt);
        const auto written = readLe<std::uint32_t>(rest, WrittenAt);
        if (size == 0)
            return failure(
                ErrorCode::BadReply, "event log record", {.source = {}, .offset = static_cast<std::int64_t>(at)});
        if (m_count > 0 && number >= m_oldest)
            return failure(
                ErrorCode::BadReply, "number of an event log record", {.source = {}, .offset = -1, .record = number});
        if (number <= wish.above || (wish.since && written < *wish.since))
            return false;
        if (m_size + size > std::min(wish.bytes, LargestFile))
            return failure(ErrorCode::TooLarge, "event log", {.source = {}, .offset = -1, .record = number});
        m_records.push_back({.reply = m_replies.size() - 1, .begin = static_cast<std::uint32_t>(at), .size = size});
        m_newest = m_count == 0 ? number : m_newest;
        ++m_count;
        m_oldest = number;
        m_oldestTime = written;
        m_size += size;
        if (m_count == wish.newest)
            return false;
        at += size;
    }
    return true;
}

std::uint64_t ClassicRecords::waiting() const
{
    return m_size - m_taken;
}

/// The newest of the records that are here; all of them when they are of one second.
std::size_t ClassicRecords::countOfWholeSeconds() const
{
    const auto second = [this](std::size_t at) { return readLe<std::uint32_t>(record(at), GeneratedAt); };
    std::size_t count = m_records.size();
    std::uint64_t held = 0;
    while (count > 0 && second(count - 1) == second(m_records.size() - 1)) {
        --count;
        held += m_records[count].size;
    }
    return held > LargestSecond ? m_records.size() : count;
}

QByteArray ClassicRecords::takeEvtFile(Take which)
{
    const std::size_t count = which == Take::Everything ? m_records.size() : countOfWholeSeconds();
    if (count == 0)
        return {};
    QByteArray file = evtFileOf(count);
    for (std::size_t at = 0; at < count; ++at)
        m_taken += m_records[at].size;
    m_records.erase(m_records.begin(), m_records.begin() + static_cast<std::ptrdiff_t>(count));
    const std::size_t done = m_records.empty() ? m_replies.size() : m_records.front().reply;
    m_replies.erase(m_replies.begin(), m_replies.begin() + static_cast<std::ptrdiff_t>(done));
    for (Range &range : m_records)
        range.reply -= done;
    return file;
}

QByteArray ClassicRecords::evtFileOf(std::size_t count) const
{
    std::uint64_t size = 0;
    for (std::size_t at = 0; at < count; ++at)
        size += m_records[at].size;
    const auto end = static_cast<std::uint32_t>(HeaderSize + size);
    const auto numberAt = [this](std::size_t at) { return readLe<std::uint32_t>(record(at), NumberAt); };
    const std::uint32_t next = count == 0 ? 1 : numberAt(0) + 1;
    const std::uint32_t oldest = count == 0 ? 0 : numberAt(count - 1);
    QByteArray file;
    file.reserve(static_cast<qsizetype>(end) + EndSize);
    constexpr std::uint32_t Version = 1;
    appendLe(file,
        {HeaderSize, RecordSignature, Version, Version, HeaderSize, end, next, oldest, end + EndSize, 0, 0,
            HeaderSize});
    for (std::size_t at = count; at > 0; --at) {
        const Bytes bytes = record(at - 1);
        file.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }
    appendLe(file, {EndSize, 0x11111111, 0x22222222, 0x33333333, 0x44444444, HeaderSize, end, next, oldest, EndSize});
    return file;
}

Result<RpcHandle> ClassicLog::openHandle(const QString &name)
{
    const auto opened = m_client.open(name, patience());
    if (!opened)
        return std::unexpected(opened.error());
    return opened->status == 0 ? Result<RpcHandle>(opened->value) : refused(opened->status, "opening a log");
}

Result<ClassicSize> ClassicLog::askSize(const RpcHandle &handle)
{
    const auto count = m_client.recordCount(handle, patience());
    if (!count)
        return std::unexpected(count.error());
    if (count->status != 0)
        return refused(count->status, "number of records");
    if (count->value == 0)
        return ClassicSize{};
    const auto oldest = m_client.oldestRecord(handle, patience());
    if (!oldest)
        return std::unexpected(oldest.error());
    if (oldest->status != 0)
        return refused(oldest->status, "oldest record");
    return ClassicSize{.count = count->value, .oldest = oldest->value};
}

/// The record with that number alone; empty when it cannot be had.
Result<QByteArray> ClassicLog::newestRecord(const RpcHandle &handle, std::uint32_t number)
{
    const auto piece = m_client.read(handle, ReadFrom::Number, number, ReadSize, patience());
    if (!piece)
        return std::unexpected(piece.error());
    return piece->value.records.first(recordSize(viewOf(piece->value.records)));
}

/// Whether the same number is the same record in Application: then the host does not know the name.
Result<bool> ClassicLog::isApplicationInstead()
{
    const auto application = openHandle(QStringLiteral("Application"));
    if (!application)
        return application.error().code == ErrorCode::NoPermission ? Result<bool>(false)
                                                                   : std::unexpected(application.error());
    const auto mine = newestRecord(m_handle, m_size.newest());
    if (!mine)
        return std::unexpected(mine.error());
    const auto others = newestRecord(*application, m_size.newest());
    if (!others)
        return std::unexpected(others.error());
    std::ignore = m_client.close(*application, patience());
    return !mine->isEmpty() && *mine == *others;
}

Result<ClassicLog> ClassicLog::open(RpcPipe &pipe, const QString &name, const Calls &calls)
{
    ClassicLog log(pipe, calls);
    const auto handle = log.openHandle(name);
    if (!handle)
        return std::unexpected(handle.error());
    log.m_handle = *handle;
    const auto size = log.askSize(*handle);
    if (!size)
        return std::unexpected(size.error());
    log.m_size = *size;
    if (size->count > 0 && name.compare(QLatin1StringView("Application"), Qt::CaseInsensitive) != 0) {
        const auto isOther = log.isApplicationInstead();
        if (!isOther)
            return std::unexpected(isOther.error());
        if (*isOther) {
            log.close();
            return failure(ErrorCode::NotFound, LogSubject); // Application was opened instead
        }
    }
    return log;
}

Result<void> ClassicLog::read(const ClassicWish &wish, ClassicRecords &records, const OnRecords &onRecords)
{
    if (m_size.count == 0 || m_size.newest() <= wish.above)
        return {};
    ReadFrom from = ReadFrom::Number; // reading backwards in sequence would begin at the oldest on some hosts
    std::uint32_t number = m_size.newest();
    std::uint32_t room = ReadSize;
    for (;;) {
        const auto piece = m_client.read(m_handle, from, number, room, patience());
        if (!piece)
            return std::unexpected(piece.error());
        const bool isTooSmall = piece->is(EventLogCode::BufferTooSmall);
        if (piece->is(EventLogCode::EndOfFile))
            return {};
        if (!isTooSmall && !piece->is(EventLogCode::Success))
            return refused(piece->status, "reading a log");
        const bool isEmpty = piece->value.records.isEmpty();
        if (isEmpty && !isTooSmall)
            return {}; // the other form of the end
        if (!isEmpty) {
            const auto goesOn = records.add(piece->value.records, wish);
            if (onRecords)
                onRecords(records);
            if (!goesOn || !*goesOn)
                return goesOn ? Result<void>() : std::unexpected(goesOn.error());
            from = ReadFrom::WhereItStands;
            number = 0;
        } else if (piece->value.needed <= room || room == LargestEventLogRead) {
            return failure(ErrorCode::BadReply, "size of an event log record");
        }
        if (isTooSmall)
            room = std::clamp(piece->value.needed, room, LargestEventLogRead);
    }
}

std::optional<double> ClassicLog::tryRate()
{
    if (m_size.count == 0)
        return {};
    const auto begin = std::chrono::steady_clock::now();
    const auto piece = m_client.read(m_handle, ReadFrom::Number, m_size.newest(), ReadSize, patience());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    ClassicRecords records;
    if (!piece || !records.add(piece->value.records, {}) || records.count() == 0)
        return {};
    return static_cast<double>(records.count()) / std::max(took.count(), 1e-6);
}

void ClassicLog::close()
{
    std::ignore = m_client.close(m_handle, patience());
}

} // namespace evident
