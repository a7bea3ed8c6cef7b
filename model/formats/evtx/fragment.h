// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands at the root of a record, or of a value of nested binary XML: template instances, each with its values, or
// elements without a template. Read one piece after the other; what it answers stays valid until the next piece.
// Specification: [MS-EVEN6] 2.2.12.3 and 2.2.12.5.

#include "formats/evtx/template.h"

namespace evident::evtx {

class FragmentReader {
public:
    explicit FragmentReader(TemplateTable &templates)
        : m_templates(templates)
    {
    }

    /// Begins with the bytes of the chunk from @p begin to @p end.
    void start(std::size_t begin, std::size_t end);
    /// Reads the next piece; false when there is none, or when what follows makes no sense: see fault().
    [[nodiscard]] bool next();

    [[nodiscard]] const Program &program() const { return *m_program; }
    [[nodiscard]] Values values() const { return m_values; }
    /// The plan of the piece's columns; made on request for a piece without template.
    [[nodiscard]] const ColumnPlan &plan();
    /// What was wrong with the piece's own bytes or with its program.
    [[nodiscard]] const std::optional<Program::Fault> &fault() const { return m_fault; }

private:
    [[nodiscard]] bool instance();
    void readValues();
    void fault(ErrorCode code, std::size_t offset);

    TemplateTable &m_templates;
    std::size_t m_position = 0;
    std::size_t m_end = 0;
    const Program *m_program = nullptr;
    const Template *m_template = nullptr; ///< null for a piece without
    Template m_own; ///< for such a piece
    std::vector<Value> m_values;
    std::optional<Program::Fault> m_fault;
};

} // namespace evident::evtx
