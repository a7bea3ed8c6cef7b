// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where columns and orders of rows lie: one behind the other in slabs as large as a huge page, which the system then gives us at once instead
// of by five hundred small ones; the large ones by themselves, in such pages as well. A slab goes back when the last column in it is gone. Safe
// to use from several threads: each fills a slab of its own, and any may free.

#include <cstddef>
#include <new>
#include <type_traits>
#include <vector>

namespace evident {

namespace columnmemory {

/// @p alignment: as operator new's, or less. Throws std::bad_alloc.
[[nodiscard]] void *allocate(std::size_t bytes, std::size_t alignment);
/// @p bytes: as allocated.
void release(void *memory, std::size_t bytes) noexcept;

} // namespace columnmemory

template<typename T>
struct ColumnAllocator {
    using value_type = T;
    ColumnAllocator() = default;
    template<typename Other>
    ColumnAllocator(const ColumnAllocator<Other> & /*other*/) // NOLINT(google-explicit-constructor): containers convert
    {
    }
    [[nodiscard]] T *allocate(std::size_t count)
    {
        return static_cast<T *>(columnmemory::allocate(count * sizeof(T), alignof(T)));
    }
    void deallocate(T *memory, std::size_t count) noexcept { columnmemory::release(memory, count * sizeof(T)); }
    /// What a vector is made or grown with is not filled with zeros first, since every row's number is written anyway.
    template<typename Any>
        requires std::is_trivially_default_constructible_v<Any>
    void construct(Any *at) noexcept
    {
        ::new (static_cast<void *>(at)) Any;
    }
    bool operator==(const ColumnAllocator &) const = default;
};

/// One number for each row. What it is made or grown with has to be written before it is read.
template<typename T>
using ColumnVector = std::vector<T, ColumnAllocator<T>>;

} // namespace evident
