// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A template definition, ready for use: its program and the plan of its columns. And the templates that the records of
// one chunk refer to, each compiled when it is first met. A TemplateTable belongs to whoever reads the chunk, on one
// thread. Specification: [MS-EVEN6] 2.2.12.4; Metz, "EVTX format", template definition.

#include "formats/evtx/columnplan.h"
#include "formats/evtx/compiler.h"

#include <memory>

namespace evident::evtx {

struct Template {
    Program program;
    ColumnPlan plan;
    std::uint32_t id = 0; ///< first part of its GUID
    std::size_t storedSize = 0; ///< bytes that the definition takes where it stands; 0 when it could not be read

    /// True when it has this id, and nothing of it was overwritten as far as can be told.
    [[nodiscard]] bool isWhole(std::uint32_t wanted) const
    {
        return id == wanted && storedSize != 0 && !program.fault && program.doNamesFit;
    }
};

class TemplateStore;

class TemplateTable {
public:
    /// All of them must outlive the table.
    TemplateTable(Bytes chunk, TemplateStore &store, Names &names);

    /// The template defined at @p offset. Always one: a definition that cannot be read has an empty program and a fault.
    [[nodiscard]] const Template &at(std::uint32_t offset);
    /// A whole template with this id among those met so far; null when there is none.
    [[nodiscard]] const Template *find(std::uint32_t id) const;
    [[nodiscard]] Bytes chunk() const { return m_chunk; }
    [[nodiscard]] Names &names() const { return m_names; }

private:
    [[nodiscard]] std::shared_ptr<const Template> compile(std::uint32_t offset);

    struct Entry {
        std::uint32_t offset;
        std::shared_ptr<const Template> definition;
    };
    Bytes m_chunk;
    TemplateStore &m_store;
    Names &m_names;
    std::vector<Entry> m_entries; ///< in the order they were met
    std::size_t m_compiledBytes = 0;
};

} // namespace evident::evtx
