// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-limit FILE THREADS: what this machine could do at best with a log: every byte read once from the page cache
// and summed once by CRC32, and nothing else. Prints the milliseconds, whole process startup left out.

#include <libdeflate.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::size_t Piece = 65'536;

/// Reads and sums pieces until none is left; answers the sums, so that no compiler leaves the work out.
unsigned work(int file, std::size_t pieces, std::atomic_size_t &next)
{
    const auto buffer = std::make_unique<unsigned char[]>(Piece);
    unsigned sum = 0;
    for (std::size_t at = next++; at < pieces; at = next++) {
        const ssize_t got = ::pread(file, buffer.get(), Piece, static_cast<off_t>(at * Piece));
        if (got > 0)
            sum ^= libdeflate_crc32(0, buffer.get(), static_cast<std::size_t>(got));
    }
    return sum;
}

} // namespace

int main(int count, char **values)
{
    const int file = count == 3 ? ::open(values[1], O_RDONLY | O_CLOEXEC) : -1;
    struct stat status{};
    if (file < 0 || ::fstat(file, &status) != 0) {
        std::fputs("bench-limit FILE THREADS\n", stderr);
        return 2;
    }
    const int threads = std::atoi(values[2]);
    const auto pieces = (static_cast<std::size_t>(status.st_size) + Piece - 1) / Piece;
    std::atomic_size_t next = 0;
    std::atomic_uint sums = 0;
    const auto begin = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> workers;
        for (int i = 1; i < threads; ++i)
            workers.emplace_back([&] { sums ^= work(file, pieces, next); });
        sums ^= work(file, pieces, next);
    }
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
    std::printf("{\"ms\": %.3f, \"crc\": %u}\n", spent.count(), sums.load());
    ::close(file);
    return 0;
}
