// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One 64 KiB chunk of an .evtx under construction: records in binary XML, the chunk's tables of names and templates,
// and its checksums. Each name and template is written where it is first used and referred to from then on. Owned by
// EvtxFile.

#include "forge/binxml.h"

#include <optional>
#include <unordered_map>

namespace forge {

enum class Checksums : std::uint8_t { Right, WrongRecords, WrongHeader, Unused };

class EvtxChunk {
public:
    static constexpr std::size_t Size = 0x10000;

    EvtxChunk();
    /// Adds a record; false, and nothing changed, when it does not fit any more.
    [[nodiscard]] bool add(std::uint64_t recordId, std::uint64_t fileTime, const Fragment &fragment);
    /// Adds a record header whose body and size copy are zeros, as a copy of a log in use ends; false when it does not fit.
    [[nodiscard]] bool addTorn(std::uint64_t recordId, std::uint64_t fileTime, std::uint32_t size);
    [[nodiscard]] bool isEmpty() const { return m_blob.size() == HeaderSize; }
    [[nodiscard]] std::uint64_t records() const { return m_records; }
    /// The finished chunk; the next record begins a new one.
    [[nodiscard]] std::string close(Checksums checksums);

private:
    static constexpr std::size_t HeaderSize = 0x200;

    void writeFragment(const Fragment &fragment);
    void writeTemplateInstance(const Fragment &fragment);
    void writeDefinition(const Template &definition);
    void writeValues(const std::vector<Value> &values);
    enum class Within : std::uint8_t { Template, PlainFragment };
    void writeElement(const Element &element, Within within);
    void writeAttributes(const std::vector<Attribute> &attributes);
    void writePieces(const std::vector<Piece> &pieces, Within within);
    void writePiece(const Piece &piece, bool moreFollows, Within within);
    void writeName(std::u16string_view name);
    void undo(std::size_t size);

    struct Listed {
        std::u16string name; ///< or a template's GUID:
        std::string guid;
    };
    Blob m_blob;
    std::unordered_map<std::u16string, std::uint32_t> m_names; ///< where each stands in the chunk
    std::unordered_map<std::string, std::uint32_t> m_templates;
    std::vector<Listed> m_listed; ///< in the order they were written, to take them back
    std::size_t m_lastRecord = 0;
    std::optional<std::uint64_t> m_firstId;
    std::uint64_t m_lastId = 0;
    std::uint64_t m_records = 0;
    std::uint64_t m_numbered = 0; ///< records of all chunks before, in their order
};

} // namespace forge
