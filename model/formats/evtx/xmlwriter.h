// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a record as Windows' own XML, unindented, straight into the output: a visitor of ProgramWalk.

#include "bytes/outbuffer.h"
#include "formats/evtx/program.h"
#include "formats/evtx/value.h"

namespace evident::evtx {

class ValueLog;

/// Writes a value that is neither null nor nested.
void appendXmlValue(OutBuffer &out, const Value &value, XmlSpot spot);

class XmlWriter {
public:
    /// @p log, where there is one, is told where values are written.
    explicit XmlWriter(OutBuffer &out, ValueLog *log = nullptr)
        : m_out(out)
        , m_log(log)
        , m_begin(out.size())
    {
    }
    /// True as long as no element was written.
    [[nodiscard]] bool isEmpty() const { return m_out.size() == m_begin; }
    /// Writes an Event without anything in it where none could be decoded: no record is left out.
    void finish();

    void openElement(const Program &program, const Instruction &at);
    void attribute(const Program &program, const Instruction &at);
    void endAttribute();
    void closeStart(Op op);
    void endElement(const Program &program, const Instruction &at);
    void text(const Program &program, const Instruction &at);
    void value(const Value &value);

private:
    void markup(const Program &program, const Instruction &at);

    OutBuffer &m_out;
    ValueLog *m_log;
    std::size_t m_begin;
    bool m_isEmptyElement = false; ///< the element that is open was closed by its start tag
    bool m_isAttribute = false;
};

} // namespace evident::evtx
