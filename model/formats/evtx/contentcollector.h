// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Gathers the leaves under EventData and UserData of one record as its insertion strings, and its binary data: a
// visitor of ProgramWalk, made for one record.

#include "events/event.h"
#include "formats/evtx/program.h"
#include "formats/evtx/value.h"

namespace evident::evtx {

class ContentCollector {
public:
    [[nodiscard]] EventValues take() { return std::move(m_values); }

    void openElement(const Program &program, const Instruction &at);
    void attribute(const Program &program, const Instruction &at);
    void endAttribute();
    void closeStart(Op) { }
    void endElement(const Program &program, const Instruction &at);
    void text(const Program &program, const Instruction &at);
    void value(const Value &value);

private:
    void leaf(QStringView element);

    EventValues m_values;
    QString m_text; ///< of the element or attribute that is open
    QString m_name; ///< Name attribute of the element that is open
    QByteArray m_binary; ///< the bytes of the last binary value
    int m_depth = 0; ///< 1 inside Event
    bool m_isContent = false; ///< inside EventData or UserData
    bool m_isLeaf = false; ///< no child since the last start tag
    bool m_isNameAttribute = false;
    bool m_isAttribute = false;
};

} // namespace evident::evtx
