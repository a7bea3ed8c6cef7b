// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A template definition, ready for use: its program and the plan of its columns. And the templates that the records of
// one chunk refer to, each compiled when it is first met. A TemplateTable belongs to whoever reads the chunk, on one
// thread. Specification: [MS-EVEN6] 2.2.12.4; Metz, "EVTX format", template definition.

#include "formats/evtx/columnplan.h"
#include "formats/evtx/compiler.h"
#include "formats/evtx/contentplan.h"
#include "formats/evtx/seennames.h"

#include <array>
#include <memory>

namespace evident::evtx {

using TemplateGuid = std::array<std::uint8_t, 16>; ///< as it is stored

/// What each record looks at comes first, so that it lies together.
struct Template : std::enable_shared_from_this<Template> {
    /// Tells it from every other template that this process ever kept; 0 when it is not kept beyond its chunk.
    std::uint32_t serial = 0;
    /// The number of the one value outside of System, an event's content, where there is no other; NoDependency otherwise.
    std::uint16_t payload = NoDependency;
    std::size_t storedSize = 0; ///< bytes that the definition takes where it stands; 0 when it could not be read
    Program program;
    ColumnPlan plan;
    ContentPlan content; ///< of what it holds where it is nested as an event's payload
    TemplateGuid guid{}; ///< instances give its first four bytes

    /// True when it has this id, and nothing of it was overwritten as far as can be told.
    [[nodiscard]] bool isWhole(std::uint32_t wanted) const
    {
        return readLe<std::uint32_t>(guid, 0) == wanted && storedSize != 0 && !program.fault && program.doNamesFit;
    }
};

class TemplateStore;

class TemplateTable {
public:
    /// All of them must outlive the table.
    TemplateTable(Bytes chunk, TemplateStore &store, Names &names);

    /// The template defined at @p offset. Always one: a definition that cannot be read has an empty program and a fault.
    [[nodiscard]] const Template &at(std::uint32_t offset)
    {
        const Recent &recent = m_recent[slotOf(offset)];
        return recent.definition != nullptr && recent.offset == offset ? *recent.definition : lookUp(offset);
    }
    /// A whole template with this id among those met so far; null when there is none.
    [[nodiscard]] const Template *find(std::uint32_t id) const;
    [[nodiscard]] Bytes chunk() const { return m_chunk; }
    [[nodiscard]] Names &names() const { return m_names; }

private:
    [[nodiscard]] const Template &lookUp(std::uint32_t offset);
    [[nodiscard]] const Template *compile(std::uint32_t offset);
    /// Keeps a template that the store does not have.
    [[nodiscard]] const Template *own(std::shared_ptr<const Template> definition);

    struct Entry {
        std::uint32_t offset;
        const Template *definition; ///< the store's, or one of m_own
    };
    Bytes m_chunk;
    TemplateStore &m_store;
    Names &m_names;
    struct Recent {
        std::uint32_t offset = 0;
        const Template *definition = nullptr;
    };
    static constexpr std::size_t MostRecent = 256;
    [[nodiscard]] static std::size_t slotOf(std::uint32_t offset) { return (offset ^ offset >> 8) & (MostRecent - 1); }

    static constexpr std::size_t MostlyEnough = 32; ///< templates for the records of a chunk
    std::vector<Entry> m_entries; ///< in the order they were met
    std::array<Recent, MostRecent> m_recent{}; ///< by offset: one that may be meant
    std::vector<std::shared_ptr<const Template>> m_own;
    SeenNames m_seenNames;
    std::size_t m_compiledBytes = 0;
};

} // namespace evident::evtx
