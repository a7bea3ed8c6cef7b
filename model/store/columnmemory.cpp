// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columnmemory.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <new>
#include <sys/mman.h>

namespace evident::columnmemory {

namespace {

constexpr std::size_t SlabSize = std::size_t{2} << 20; ///< of a huge page on x86-64
// What is smaller or larger gets memory of its own.
constexpr std::size_t LeastInSlab = 1024;
constexpr std::size_t MostInSlab = SlabSize / 8;

constexpr bool isOfSlab(std::size_t bytes)
{
    return bytes >= LeastInSlab && bytes <= MostInSlab;
}

constexpr std::size_t roundedUp(std::size_t bytes, std::size_t to)
{
    return (bytes + to - 1) / to * to;
}

constexpr std::size_t PageSize = 65536; // or less

/// Begins at a multiple of SlabSize. Not by operator new, which keeps what it got before, and so many huge pages with it.
void *map(std::size_t bytes)
{
    bytes = roundedUp(bytes, PageSize);
    const std::size_t size = bytes + SlabSize;
    void *const mapped = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    auto *const begin = static_cast<std::byte *>(mapped);
    const std::size_t before = SlabSize - reinterpret_cast<std::uintptr_t>(mapped) % SlabSize;
    ::munmap(begin, before);
    if (before < SlabSize)
        ::munmap(begin + before + bytes, SlabSize - before);
#ifdef MADV_HUGEPAGE
    ::madvise(begin + before, bytes, MADV_HUGEPAGE); // where it is refused, small pages do as well
#endif
    return begin + before;
}

void unmap(void *memory, std::size_t bytes) noexcept
{
    ::munmap(memory, roundedUp(bytes, PageSize));
}

/// The front of a slab, which begins at a multiple of its size: found from everything that lies in it.
struct Slab {
    std::atomic_size_t users = 1; ///< columns in it, and the thread that fills it

    [[nodiscard]] static Slab *make() { return new (map(SlabSize)) Slab; }
    [[nodiscard]] static Slab *of(void *memory)
    {
        const auto offset = reinterpret_cast<std::uintptr_t>(memory) % SlabSize;
        return reinterpret_cast<Slab *>(static_cast<std::byte *>(memory) - offset);
    }
    void leave() noexcept
    {
        if (users.fetch_sub(1, std::memory_order_acq_rel) != 1)
            return;
        this->~Slab();
        unmap(this, SlabSize);
    }
};

/// What one thread is filling.
class Filling {
public:
    Filling() = default;
    Filling(const Filling &) = delete;
    Filling &operator=(const Filling &) = delete;
    ~Filling()
    {
        if (m_slab != nullptr)
            m_slab->leave();
    }
    [[nodiscard]] void *take(std::size_t bytes, std::size_t alignment)
    {
        std::size_t begin = roundedUp(m_used, alignment);
        if (m_slab == nullptr || bytes > SlabSize - begin) {
            Slab *const next = Slab::make();
            if (m_slab != nullptr)
                m_slab->leave();
            m_slab = next;
            begin = roundedUp(sizeof(Slab), alignment);
        }
        m_used = begin + bytes;
        m_slab->users.fetch_add(1, std::memory_order_relaxed);
        return reinterpret_cast<std::byte *>(m_slab) + begin;
    }

private:
    Slab *m_slab = nullptr;
    std::size_t m_used = 0;
};

} // namespace

void *allocate(std::size_t bytes, std::size_t alignment)
{
    if (isOfSlab(bytes)) {
        thread_local Filling filling;
        return filling.take(bytes, alignment);
    }
    return bytes < SlabSize ? ::operator new(bytes) : map(bytes);
}

void release(void *memory, std::size_t bytes) noexcept
{
    if (isOfSlab(bytes))
        Slab::of(memory)->leave();
    else if (bytes < SlabSize)
        ::operator delete(memory);
    else
        unmap(memory, bytes);
}

} // namespace evident::columnmemory
