// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotefile.h"

#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <unistd.h>

namespace evident {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::uint64_t BlockSize = std::uint64_t{256} * 1024;
constexpr std::size_t MostBlocksAtOnce = 16; ///< 4 MiB, within which the library keeps several requests on their way
constexpr int MostLosses = 3; ///< of new conversations in which not a byte arrived: somebody may be altering them
constexpr auto LookAtCancel = 50ms;
constexpr auto PoliteWait = 300ms; ///< for a read that is on its way when nobody wants the file any more

bool canGoOn(ErrorCode code)
{
    return code == ErrorCode::ConnectionLost || code == ErrorCode::TimedOut || code == ErrorCode::HelperFailed
        || code == ErrorCode::HostUnreachable;
}

Error withSource(Error error, const SmbPath &path)
{
    error.place.source = path.text();
    return error;
}

} // namespace

/// What the fetching thread and those who read have in common.
struct RemoteFile::Shared {
    enum class State : std::uint8_t { Missing, Here };

    std::mutex mutex;
    std::condition_variable_any changed;
    std::vector<State> blocks;
    std::vector<std::size_t> wanted; ///< blocks that somebody waits for
    std::uint64_t end = 0; ///< where the file ends; lower than its size once it has shrunk
    std::uint64_t arrived = 0;
    std::optional<Error> trouble;
    QTemporaryFile spool; ///< not open when the caller has a file to be filled
    int file = -1; ///< where the bytes go
    std::shared_ptr<std::atomic_bool> abandoned = std::make_shared<std::atomic_bool>(false);

    [[nodiscard]] bool isHere(std::size_t block) const { return blocks[block] == State::Here; }
};

/// Brings the blocks, on a thread of its own.
class RemoteFile::Fetcher {
public:
    Fetcher(std::shared_ptr<RemoteAccess> access, SmbPath path, Fetch fetch, const Times &times,
        std::shared_ptr<Shared> shared)
        : m_access(std::move(access))
        , m_path(std::move(path))
        , m_fetch(fetch)
        , m_times(times)
        , m_shared(std::move(shared))
    {
    }

    Result<FileFacts> open(const Patience &patience)
    {
        auto host = m_access->host(m_path.target, patience);
        if (!host)
            return std::unexpected(host.error());
        const auto held = (*host)->hold(patience);
        if (!held)
            return std::unexpected(held.error());
        const auto opened = (*host)->openFile(
            {.share = m_path.share.toStdString(), .path = m_path.path.toStdString()}, m_shared->file, patience);
        if (!opened)
            return std::unexpected(opened.error());
        if (!m_size)
            m_size = opened->facts.size;
        m_host = *host;
        m_handle = opened->handle;
        return opened->facts;
    }

    void run(const std::stop_token &stop)
    {
        m_progress = Clock::now();
        while (const auto run = nextRun(stop)) {
            auto came = readRun(*run);
            for (int loss = 0; !came && canGoOn(came.error().code) && loss < MostLosses; ++loss) {
                if (!beginAgain(stop, came.error()))
                    break;
                came = readRun(*run);
            }
            const std::lock_guard lock(m_shared->mutex);
            m_shared->changed.notify_all();
            if (!came) {
                m_shared->trouble = withSource(came.error(), m_path);
                return;
            }
            note(*run, *came);
            m_progress = Clock::now();
        }
        if (m_host && m_host->isAlive()) {
            if (const auto held = m_host->hold(Patience::of(PoliteWait)))
                m_host->closeFile(m_handle, Patience::of(1s));
        }
    }

private:
    struct Run {
        std::size_t first;
        std::size_t count;
    };

    /// The next blocks to bring; nothing when all is here or nobody wants more.
    std::optional<Run> nextRun(const std::stop_token &stop)
    {
        std::unique_lock lock(m_shared->mutex);
        for (;;) {
            if (stop.stop_requested() || *m_shared->abandoned)
                return {};
            if (const auto first = firstMissing())
                return runFrom(*first);
            if (m_fetch == Fetch::Everything && m_shared->wanted.empty())
                return {};
            if (!m_shared->changed.wait(lock, stop, [this] { return !m_shared->wanted.empty(); }))
                return {};
        }
    }

    std::optional<std::size_t> firstMissing()
    {
        std::erase_if(m_shared->wanted, [this](std::size_t block) { return m_shared->isHere(block); });
        if (!m_shared->wanted.empty())
            return m_shared->wanted.front();
        if (m_fetch == Fetch::WhatIsRead)
            return {};
        while (m_front < m_shared->blocks.size() && m_shared->isHere(m_front))
            ++m_front;
        return m_front < m_shared->blocks.size() ? std::optional(m_front) : std::nullopt;
    }

    [[nodiscard]] Run runFrom(std::size_t first) const
    {
        const std::size_t most = m_fetch == Fetch::Everything ? MostBlocksAtOnce : 1;
        std::size_t count = 1;
        while (count < most && first + count < m_shared->blocks.size() && !m_shared->isHere(first + count))
            ++count;
        return {.first = first, .count = count};
    }

    Result<std::uint32_t> readRun(const Run &run)
    {
        if (!m_host)
            return failure(ErrorCode::ConnectionLost, "conversation");
        const Patience patience = Patience::of(m_times.answer, m_shared->abandoned);
        const auto held = m_host->hold(patience);
        if (!held)
            return std::unexpected(held.error());
        // Nothing is asked for behind the end that was told: who has the file filled wants no more than that.
        const std::uint64_t offset = run.first * BlockSize;
        const std::uint64_t length = std::min<std::uint64_t>(run.count * BlockSize, *m_size - offset);
        return m_host->readFile(
            {.handle = m_handle, .offset = offset, .length = static_cast<std::uint32_t>(length)}, patience);
    }

    /// Opens the file anew after a loss; false when that is of no use any more. @p error is what is told then.
    bool beginAgain(const std::stop_token &stop, Error &error)
    {
        m_host = nullptr;
        for (auto pause = 250ms; Clock::now() + pause < m_progress + m_times.giveUp; pause *= 2) {
            std::unique_lock lock(m_shared->mutex);
            m_shared->changed.wait_for(lock, stop, pause, [] { return false; });
            if (stop.stop_requested() || *m_shared->abandoned)
                return false;
            lock.unlock();
            const Patience patience{.until = std::min(Clock::now() + m_times.answer, m_progress + m_times.giveUp),
                .cancelled = m_shared->abandoned};
            const auto facts = open(patience);
            if (facts)
                return true;
            error = facts.error();
            if (!canGoOn(error.code))
                return false;
        }
        return false;
    }

    /// That so many bytes of the run are in the file.
    void note(const Run &run, std::uint32_t came)
    {
        const std::uint64_t offset = run.first * BlockSize;
        const std::uint64_t wanted =
            std::min<std::uint64_t>(run.count * BlockSize, m_shared->end - std::min(m_shared->end, offset));
        if (came < wanted)
            m_shared->end = offset + came; // it has shrunk
        for (std::size_t block = run.first; block < run.first + run.count; ++block)
            m_shared->blocks[block] = Shared::State::Here;
        m_shared->arrived += std::min<std::uint64_t>(came, wanted);
    }

    std::shared_ptr<RemoteAccess> m_access;
    SmbPath m_path;
    Fetch m_fetch;
    Times m_times;
    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<RemoteHost> m_host;
    std::uint32_t m_handle = 0;
    std::optional<std::uint64_t> m_size; ///< of the file when it was opened first
    std::size_t m_front = 0; ///< all blocks before it are here
    Clock::time_point m_progress;
};

Result<std::shared_ptr<RemoteFile>> RemoteFile::open(std::shared_ptr<RemoteAccess> access, const SmbPath &path,
    Fetch fetch, std::shared_ptr<const std::atomic_bool> cancelled, const Times &times)
{
    auto shared = std::make_shared<Shared>();
    if (!shared->spool.open())
        return failure(ErrorCode::WriteFailed, "temporary file", {.source = shared->spool.fileTemplate()}, errno);
    shared->file = shared->spool.handle();
    return begin(shared, std::move(access), path, fetch, std::move(cancelled), times);
}

Result<std::shared_ptr<RemoteFile>> RemoteFile::fill(int into, std::shared_ptr<RemoteAccess> access,
    const SmbPath &path, std::shared_ptr<const std::atomic_bool> cancelled)
{
    auto shared = std::make_shared<Shared>();
    shared->file = into;
    return begin(shared, std::move(access), path, Fetch::Everything, std::move(cancelled), {});
}

Result<std::shared_ptr<RemoteFile>> RemoteFile::begin(const std::shared_ptr<Shared> &shared,
    std::shared_ptr<RemoteAccess> access, const SmbPath &path, Fetch fetch,
    std::shared_ptr<const std::atomic_bool> cancelled, const Times &times)
{
    auto fetcher = std::make_unique<Fetcher>(std::move(access), path, fetch, times, shared);
    auto facts = fetcher->open(Patience::of(times.answer, cancelled));
    // A conversation that stood too long may have been hung up; then a new one is begun, once.
    if (!facts && (facts.error().code == ErrorCode::ConnectionLost || facts.error().code == ErrorCode::HelperFailed))
        facts = fetcher->open(Patience::of(times.answer, cancelled));
    if (!facts)
        return std::unexpected(withSource(facts.error(), path));
    shared->end = facts->size;
    shared->blocks.resize(static_cast<std::size_t>((facts->size + BlockSize - 1) / BlockSize));
    std::shared_ptr<RemoteFile> file(new RemoteFile(path, *facts, shared, std::move(cancelled)));
    file->m_fetcher = std::jthread([fetcher = std::move(fetcher)](const std::stop_token &stop) { fetcher->run(stop); });
    return file;
}

RemoteFile::RemoteFile(
    SmbPath path, FileFacts facts, std::shared_ptr<Shared> shared, std::shared_ptr<const std::atomic_bool> cancelled)
    : m_path(std::move(path))
    , m_facts(facts)
    , m_shared(std::move(shared))
    , m_cancelled(std::move(cancelled))
{
}

RemoteFile::~RemoteFile()
{
    if (!m_fetcher.joinable())
        return;
    m_fetcher.request_stop();
    m_shared->changed.notify_all();
    // What is being read may come to its end: breaking it off ends the conversation for everybody.
    std::jthread hurry([shared = m_shared](const std::stop_token &stop) {
        std::unique_lock lock(shared->mutex);
        if (!shared->changed.wait_for(lock, stop, PoliteWait, [] { return false; }) && !stop.stop_requested())
            *shared->abandoned = true;
    });
    m_fetcher.join();
}

Result<std::size_t> RemoteFile::await(std::uint64_t offset, std::size_t wanted) const
{
    if (offset >= m_facts.size || wanted == 0)
        return 0U;
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, m_facts.size - offset));
    const auto first = static_cast<std::size_t>(offset / BlockSize);
    const auto last = static_cast<std::size_t>((offset + length - 1) / BlockSize);
    std::unique_lock lock(m_shared->mutex);
    for (std::size_t block = first; block <= last; ++block) {
        if (m_shared->isHere(block))
            continue;
        m_shared->wanted.push_back(block);
        m_shared->changed.notify_all();
        const auto isDecided = [&] { return m_shared->isHere(block) || m_shared->trouble; };
        while (!m_shared->changed.wait_for(lock, LookAtCancel, isDecided)) {
            if (m_cancelled && *m_cancelled)
                return failure(ErrorCode::Cancelled, "cancelled", {.source = name()});
        }
        if (!m_shared->isHere(block)) {
            Error error = *m_shared->trouble;
            error.place.offset = static_cast<std::int64_t>(block * BlockSize);
            return std::unexpected(std::move(error));
        }
    }
    const std::uint64_t there = m_shared->end - std::min(m_shared->end, offset);
    return static_cast<std::size_t>(std::min<std::uint64_t>(length, there));
}

Result<std::size_t> RemoteFile::read(std::uint64_t offset, std::span<std::uint8_t> into) const
{
    const auto there = await(offset, into.size());
    if (!there)
        return there;
    std::size_t done = 0;
    while (done < *there) {
        const ssize_t got =
            ::pread(m_shared->file, into.data() + done, *there - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return failure(ErrorCode::ReadFailed, "temporary file", {.source = name()}, errno);
        done += static_cast<std::size_t>(got);
    }
    return done;
}

std::uint64_t RemoteFile::arrived() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->arrived;
}

std::uint64_t RemoteFile::arrivedFromFront() const
{
    const std::lock_guard lock(m_shared->mutex);
    const auto gap = std::ranges::find(m_shared->blocks, Shared::State::Missing);
    const auto whole = static_cast<std::uint64_t>(gap - m_shared->blocks.begin()) * BlockSize;
    return std::min(whole, m_shared->end);
}

std::optional<Error> RemoteFile::trouble() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->trouble;
}

} // namespace evident
