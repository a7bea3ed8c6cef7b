// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A classic log of another computer, read from its newest record back, and kept as the bytes of an .evt file that
// formats/evt decodes: the records byte for byte as they came. The host may lie: every record is looked at before it is
// believed, and numbers that do not fall end the reading. Made and used by one job.

#include "remote/eventlog.h"

#include <functional>
#include <optional>
#include <vector>

namespace evident {

/// Which records are wanted. Everything by default.
struct ClassicWish {
    std::uint32_t newest = 0; ///< at most so many; 0 for all
    std::optional<std::uint32_t> since; ///< none written before, in seconds since 1970, UTC
    std::uint32_t above = 0; ///< only records with a higher number, for what came since the last look
    std::uint64_t bytes = std::uint64_t{1} << 30; ///< no more than that
};

/// What a log holds by its own account.
struct ClassicSize {
    std::uint32_t count = 0;
    std::uint32_t oldest = 0;

    [[nodiscard]] std::uint32_t newest() const { return count == 0 ? 0 : oldest + count - 1; }
};

/// Records as they came, newest first. What is told of them is about all that came, also about those that were taken.
class ClassicRecords {
public:
    /// Which records a file is to hold.
    enum class Take : std::uint8_t {
        WholeSeconds, ///< but for those of the oldest second, which may not all be here yet
        Everything,
    };

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::uint64_t size() const { return m_size; } ///< in bytes
    [[nodiscard]] std::uint64_t waiting() const; ///< bytes that were not taken
    [[nodiscard]] std::uint32_t newest() const { return m_newest; } ///< number of the first; 0 when there is none
    [[nodiscard]] std::uint32_t oldest() const { return m_oldest; } ///< number of the last
    /// When the last one was written, in seconds since 1970.
    [[nodiscard]] std::uint32_t oldestTime() const { return m_oldestTime; }
    /// Of those that were not taken.
    [[nodiscard]] Bytes record(std::size_t at) const;

    /// Takes the whole records of a reply that @p wish wants. Errors: BadReply, with the records before the broken one
    /// kept. False: the wish is fulfilled, nothing further back is wanted.
    [[nodiscard]] Result<bool> add(const QByteArray &reply, const ClassicWish &wish);
    /// An .evt file of the records that were not taken, from the oldest to the newest. Fewer than 4 GiB, which add() sees
    /// to.
    [[nodiscard]] QByteArray evtFile() const { return evtFileOf(m_records.size()); }
    /// The same of the newest of them, which are taken thereby; empty when there are none. Events of one second stand in the
    /// order of their numbers in a file, so no two files share one, as long as a second is of reasonable size.
    [[nodiscard]] QByteArray takeEvtFile(Take which);

private:
    [[nodiscard]] QByteArray evtFileOf(std::size_t count) const;
    [[nodiscard]] std::size_t countOfWholeSeconds() const;

    struct Range {
        std::size_t reply = 0;
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    std::vector<QByteArray> m_replies;
    std::vector<Range> m_records;
    std::size_t m_count = 0;
    std::uint64_t m_size = 0;
    std::uint64_t m_taken = 0; ///< bytes
    std::uint32_t m_newest = 0;
    std::uint32_t m_oldest = 0;
    std::uint32_t m_oldestTime = 0;
};

class ClassicLog {
public:
    /// How long each call may take, and the flag that ends them all.
    struct Calls {
        std::chrono::milliseconds each{10'000};
        std::shared_ptr<const std::atomic_bool> cancelled;
    };
    /// Opens the log and makes sure that it is the one: Windows gives Application for every name it does not know, so a
    /// log whose newest record is Application's own is refused. @p pipe must outlive it. Errors: those of the pipe;
    /// NotFound and NoPermission about LogSubject; RemoteRefused with another NTSTATUS; BadUsage.
    [[nodiscard]] static Result<ClassicLog> open(RpcPipe &pipe, const QString &name, const Calls &calls);

    [[nodiscard]] const ClassicSize &size() const { return m_size; }
    /// Told after each reply.
    using OnRecords = std::function<void(const ClassicRecords &)>;
    /// Reads what is wanted into @p records, newest first; what came before an error stays there. Errors: those of the
    /// pipe; BadReply; RemoteRefused; TooLarge.
    [[nodiscard]] Result<void> read(const ClassicWish &wish, ClassicRecords &records, const OnRecords &onRecords = {});
    /// How many records come in a second, tried with the newest ones; nothing where there is none.
    [[nodiscard]] std::optional<double> tryRate();
    void close();

private:
    ClassicLog(RpcPipe &pipe, Calls calls)
        : m_client(pipe)
        , m_calls(std::move(calls))
    {
    }
    [[nodiscard]] Patience patience() const { return Patience::of(m_calls.each, m_calls.cancelled); }
    [[nodiscard]] Result<RpcHandle> openHandle(const QString &name);
    [[nodiscard]] Result<ClassicSize> askSize(const RpcHandle &handle);
    [[nodiscard]] Result<QByteArray> newestRecord(const RpcHandle &handle, std::uint32_t number);
    [[nodiscard]] Result<bool> isApplicationInstead();

    EventLogClient m_client;
    Calls m_calls;
    RpcHandle m_handle;
    ClassicSize m_size;
};

} // namespace evident
