// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes of a chunk that is being written: 64 KiB that fill from the front, and the names and templates that stand in
// them, each once, listed in the header's tables as Windows lists them. What does not fit is not written and remembered.
// Owned by a ChunkWriter. Specification: Metz, "EVTX format", chunk; the hash of templates: real files.

#include "bytes/bytes.h"
#include "formats/evtx/template.h"

#include <memory>
#include <unordered_map>

namespace evident::evtx {

class ChunkImage {
public:
    ChunkImage();

    [[nodiscard]] Bytes bytes() const { return {m_bytes.get(), ChunkSize}; }
    [[nodiscard]] std::size_t position() const { return m_position; }
    /// Something did not fit since the last cutBack().
    [[nodiscard]] bool isOverfull() const { return m_isOverfull; }

    void append(Bytes bytes);
    template<typename T>
        requires std::is_integral_v<T>
    void number(T value)
    {
        append({reinterpret_cast<const std::uint8_t *>(&value), sizeof(value)});
    }
    /// Writes @p value over what stands at @p at.
    template<typename T>
        requires std::is_integral_v<T>
    void patch(std::size_t at, T value)
    {
        if (at + sizeof(value) <= ChunkSize)
            std::memcpy(m_bytes.get() + at, &value, sizeof(value));
    }
    /// Writes where the name stands; where it does not stand yet, the name itself behind that.
    void name(QStringView text);

    /// Where an equal template begins; nothing when there is none yet.
    [[nodiscard]] std::optional<std::uint32_t> find(const Template &definition) const;
    /// Lists the template whose definition begins at position(), with the place of the next one of its hash first.
    void beginDefinition(std::shared_ptr<const Template> definition);

    /// What cutBack() needs to take back what was written since.
    struct Mark {
        std::size_t position;
        std::array<std::uint8_t, ChunkHeaderSize> header;
    };
    [[nodiscard]] Mark mark() const;
    /// Makes the chunk's bytes what they were at @p mark. Names and templates that were new since are forgotten by the
    /// tables alone, so nothing more can be added.
    void cutBack(const Mark &mark);
    /// Empties it, for the next chunk.
    void clear();

private:
    void link(std::size_t table, std::size_t buckets, std::uint16_t hash, std::size_t entry);

    std::unique_ptr<std::uint8_t[]> m_bytes;
    std::size_t m_position = ChunkHeaderSize;
    bool m_isOverfull = false;
    std::unordered_map<std::u16string, std::uint32_t> m_names;
    struct Entry {
        std::shared_ptr<const Template> definition; ///< kept alive, so that its address stays its own
        std::uint32_t offset;
    };
    std::vector<Entry> m_templates;
};

} // namespace evident::evtx
