// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands at the root of a record, or of a value of nested binary XML: template instances, each with its values, or
// elements without a template. Read one piece after the other; what it answers stays valid until the next piece.
// Specification: [MS-EVEN6] 2.2.12.3 and 2.2.12.5.

#include "formats/evtx/template.h"

namespace evident::evtx {

/// Fragments nest two or three deep in real events.
inline constexpr int DeepestFragment = 16;

/// Whether the fragments that values nest are read as well, for their faults: done for records, so that every way of reading one tells
/// the same of it. Keep: and one that stands alone is kept, see nested().
enum class Nested : std::uint8_t { Leave, Check, Keep };

/// Where a record comes from: the log itself, or what is left over in a chunk from its earlier life. There the template at the place
/// that the record gives may have been overwritten by another.
enum class Origin : std::uint8_t { Log, LeftOver };

class FragmentReader {
public:
    FragmentReader(TemplateTable &templates, Nested nested, int depth = 0);

    /// From now on what is nested is kept.
    void keepNested() { m_nested = Nested::Keep; }
    /// Begins with the bytes of the chunk from @p begin to @p end.
    void start(std::size_t begin, std::size_t end, Origin origin = Origin::Log);
    /// Reads the next piece; false when there is none, or when what follows makes no sense: see fault().
    [[nodiscard]] bool next();

    [[nodiscard]] const Program &program() const { return *m_program; }
    [[nodiscard]] Values values() const { return {m_values.data(), m_count}; }
    /// The piece's template; null for a piece without.
    [[nodiscard]] const Template *definition() const { return m_template; }
    /// The number of the value that nests the one fragment there is, when it consists of one instance of a template without fault, which
    /// nests nothing itself; NoDependency otherwise. That fragment is nested().
    [[nodiscard]] std::uint16_t nestedAt() const { return m_nestedAt; }
    [[nodiscard]] const FragmentReader &nested() const { return *m_inner; }
    /// The bytes of all values with their descriptions.
    [[nodiscard]] Bytes valueBytes() const { return m_valueBytes; }
    /// The owner of the piece's template; null for a piece without.
    [[nodiscard]] std::shared_ptr<const Template> sharedDefinition() const
    {
        return m_template ? m_template->shared_from_this() : nullptr;
    }
    /// The plan of the piece's columns; made on request for a piece without template.
    [[nodiscard]] const ColumnPlan &plan();
    /// The first thing that was wrong since start(): with the pieces' own bytes, their programs, or what their values nest.
    [[nodiscard]] const std::optional<Program::Fault> &fault() const { return m_fault; }
    /// Only what a value nests is wrong: what stands around it can be trusted.
    [[nodiscard]] bool isFaultNested() const { return m_isFaultNested; }
    /// No more than this many bytes of literals and values come out when the pieces since start() are played, if what they nest was
    /// checked. Far more than the record's size only where somebody wants to fill our memory.
    [[nodiscard]] std::uint64_t cost() const { return m_cost; }

private:
    [[nodiscard]] bool instance();
    [[nodiscard]] const Template *findDefinition(std::uint32_t offset, std::uint32_t id);
    void readValues();
    [[nodiscard]] bool measureValues(const std::uint8_t *descriptor, std::size_t count, std::size_t room);
    void listValues(const std::uint8_t *descriptor, std::size_t count);
    void checkNested();
    void fault(ErrorCode code, std::size_t offset);

    TemplateTable &m_templates;
    Nested m_nested;
    Origin m_origin = Origin::Log;
    bool m_isFaultNested = false;
    int m_depth; ///< in how many other fragments it lies
    std::uint64_t m_cost = 0;
    std::size_t m_position = 0;
    std::size_t m_end = 0;
    const Program *m_program = nullptr;
    const Template *m_template = nullptr; ///< null for a piece without
    Template m_own; ///< for such a piece
    std::vector<Value> m_values; ///< the first m_count; the rest is room kept for other pieces
    std::size_t m_count = 0;
    Bytes m_valueBytes;
    std::size_t m_pieces = 0; ///< since start()
    std::size_t m_nesting = 0; ///< values of the last piece that nest a fragment
    std::uint16_t m_nestedAt = NoDependency;
    std::unique_ptr<FragmentReader> m_inner; ///< checks what values nest
    std::optional<Program::Fault> m_fault;
};

} // namespace evident::evtx
