// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the classic logs of another computer through its event log service. Specification: MS-EVEN (EventLog Remoting
// Protocol), operations 2, 4, 5, 7 and 10; nothing that changes anything is written here. Only what every caller needs:
// the walk over a whole log is classiclog.h. Works on a pipe that the caller owns; used by one thread at a time.

#include "remote/ndr.h"
#include "remote/rpcpipe.h"

namespace evident {

/// eventlog, 82273fdc-e32a-18c3-3f78-827929dc23ea 0.0
inline constexpr RpcInterface EventLogInterface{
    "eventlog", {0xdc, 0x3f, 0x27, 0x82, 0x2a, 0xe3, 0xc3, 0x18, 0x3f, 0x78, 0x82, 0x79, 0x29, 0xdc, 0x23, 0xea}, 0};

/// NTSTATUS codes that it answers with.
enum class EventLogCode : std::uint32_t {
    Success = 0,
    InvalidParameter = 0xC000000D, ///< also: seeking below the oldest record
    EndOfFile = 0xC0000011,
    AccessDenied = 0xC0000022,
    BufferTooSmall = 0xC0000023,
    NameNotFound = 0xC0000034,
    FileNotAvailable = 0xC0000039, ///< what Samba says of a log that it does not list
    LogFileChanged = 0xC0000197, ///< the log was cleared, or the record overwritten meanwhile
};

/// The answer to a call: the NTSTATUS, and the value when that is 0.
template<typename T>
struct EventLogAnswer {
    std::uint32_t status = 0;
    T value{};

    [[nodiscard]] bool is(EventLogCode wanted) const { return status == static_cast<std::uint32_t>(wanted); }
};

/// What one read brought: whole records, one behind the other.
struct EventLogPiece {
    QByteArray records;
    std::uint32_t needed = 0; ///< bytes that the next record takes, with BufferTooSmall
};

/// Where a read begins. Every read goes from newer to older.
enum class ReadFrom : std::uint32_t {
    Number = 0x2 | 0x8, ///< at the record with that number (EVENTLOG_SEEK_READ | EVENTLOG_BACKWARDS_READ)
    WhereItStands = 0x1 | 0x8, ///< behind the last one read (EVENTLOG_SEQUENTIAL_READ | EVENTLOG_BACKWARDS_READ)
};

/// The most bytes that a read may ask for.
inline constexpr std::uint32_t LargestEventLogRead = 0x7ffff;
/// The longest log name that is asked for.
inline constexpr qsizetype LongestLogName = 256;
/// Whether a classic log can have this name.
[[nodiscard]] bool canBeClassicLog(QStringView name);

class EventLogClient {
public:
    /// @p pipe must outlive it.
    explicit EventLogClient(RpcPipe &pipe)
        : m_pipe(pipe)
    {
    }

    // Errors of all: those of the pipe; BadReply for a stub that is none. An NTSTATUS is no error.

    /// Opens a log to read. Beware: Windows opens Application under every name it does not know. BadUsage for a name that
    /// no log can have.
    [[nodiscard]] Result<EventLogAnswer<RpcHandle>> open(QStringView log, const Patience &patience);
    [[nodiscard]] Result<EventLogAnswer<std::uint32_t>> recordCount(const RpcHandle &log, const Patience &patience);
    [[nodiscard]] Result<EventLogAnswer<std::uint32_t>> oldestRecord(const RpcHandle &log, const Patience &patience);
    /// Asks for @p bytes at most. Records may come with BufferTooSmall, too.
    [[nodiscard]] Result<EventLogAnswer<EventLogPiece>> read(
        const RpcHandle &log, ReadFrom from, std::uint32_t number, std::uint32_t bytes, const Patience &patience);
    [[nodiscard]] Result<void> close(const RpcHandle &log, const Patience &patience);

private:
    [[nodiscard]] Result<EventLogAnswer<std::uint32_t>> number(
        std::uint16_t operation, const RpcHandle &log, const Patience &patience);

    RpcPipe &m_pipe;
};

} // namespace evident
