// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/eventlog.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

enum Operation : std::uint16_t { CloseLog = 2, NumberOfRecords = 4, OldestRecord = 5, OpenLog = 7, ReadLog = 10 };

std::unexpected<Error> badReply(const char *what)
{
    return failure(ErrorCode::BadReply, what);
}

} // namespace

bool canBeClassicLog(QStringView name)
{
    const auto isForbidden = [](QChar c) { return c == u'/' || c == u'\\' || c.unicode() < u' '; };
    return !name.isEmpty() && name.size() <= LongestLogName && std::ranges::none_of(name, isForbidden);
}

Result<EventLogAnswer<RpcHandle>> EventLogClient::open(QStringView log, const Patience &patience)
{
    if (!canBeClassicLog(log))
        return failure(ErrorCode::BadUsage, "name of a log");
    constexpr std::uint32_t Version = 1;
    NdrWriter stub;
    stub.null(); // server
    // A closing zero that is counted makes another name of it, and Windows would open Application instead.
    stub.unicodeString(log, NdrWriter::Counted::WithoutZero);
    stub.unicodeString({}, NdrWriter::Counted::WithoutZero);
    stub.u32(Version).u32(Version);
    const auto bytes = m_pipe.call(OpenLog, stub.bytes(), patience);
    if (!bytes)
        return std::unexpected(bytes.error());
    NdrReader reply(*bytes);
    EventLogAnswer<RpcHandle> answer;
    answer.value = reply.handle();
    answer.status = reply.u32();
    return reply.failed() ? badReply("reply to ElfrOpenELW") : Result<EventLogAnswer<RpcHandle>>(answer);
}

Result<EventLogAnswer<std::uint32_t>> EventLogClient::number(
    std::uint16_t operation, const RpcHandle &log, const Patience &patience)
{
    const auto bytes = m_pipe.call(operation, NdrWriter().handle(log).bytes(), patience);
    if (!bytes)
        return std::unexpected(bytes.error());
    NdrReader reply(*bytes);
    EventLogAnswer<std::uint32_t> answer;
    answer.value = reply.u32();
    answer.status = reply.u32();
    return reply.failed() ? badReply("number from the event log") : Result<EventLogAnswer<std::uint32_t>>(answer);
}

Result<EventLogAnswer<std::uint32_t>> EventLogClient::recordCount(const RpcHandle &log, const Patience &patience)
{
    return number(NumberOfRecords, log, patience);
}

Result<EventLogAnswer<std::uint32_t>> EventLogClient::oldestRecord(const RpcHandle &log, const Patience &patience)
{
    return number(OldestRecord, log, patience);
}

Result<EventLogAnswer<EventLogPiece>> EventLogClient::read(
    const RpcHandle &log, ReadFrom from, std::uint32_t number, std::uint32_t bytes, const Patience &patience)
{
    const std::uint32_t asked = std::min(bytes, LargestEventLogRead);
    NdrWriter stub;
    stub.handle(log).u32(std::to_underlying(from)).u32(number).u32(asked);
    const auto came = m_pipe.call(ReadLog, stub.bytes(), patience);
    if (!came)
        return std::unexpected(came.error());
    NdrReader reply(*came);
    const Bytes room = reply.conformantBytes(); // all that was asked for, however little of it was filled
    const std::uint32_t got = reply.u32();
    EventLogAnswer<EventLogPiece> answer;
    answer.value.needed = reply.u32();
    answer.status = reply.u32();
    if (reply.failed() || room.size() > asked || got > room.size())
        return badReply("reply to ElfrReadELW");
    answer.value.records = QByteArray(reinterpret_cast<const char *>(room.data()), static_cast<qsizetype>(got));
    return answer;
}

Result<void> EventLogClient::close(const RpcHandle &log, const Patience &patience)
{
    const auto reply = m_pipe.call(CloseLog, NdrWriter().handle(log).bytes(), patience);
    return reply ? Result<void>() : std::unexpected(reply.error());
}

} // namespace evident
