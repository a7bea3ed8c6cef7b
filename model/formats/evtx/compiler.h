// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns the tokens of a template definition, of a record without template or of a nested fragment into a Program. One
// object compiles one stretch of tokens. Specification: [MS-EVEN6] 2.2.12, as far as real files agree with it.

#include "bytes/bytes.h"
#include "formats/evtx/program.h"

namespace evident::evtx {

/// Whether each element's token is followed by the number of the value it depends on: in template definitions only.
enum class Dependencies : std::uint8_t { Present, Absent };

class Compiler {
public:
    /// The tokens lie in @p chunk from @p begin to @p end; names may lie anywhere in it.
    Compiler(Bytes chunk, std::size_t begin, std::size_t end, Dependencies dependencies);

    /// Never fails as a whole: what could be understood before a fault is kept, with its elements closed.
    [[nodiscard]] Program run();

private:
    enum class Spot : std::uint8_t { Content, StartTag, Attribute };

    [[nodiscard]] bool step();
    [[nodiscard]] bool openElement(bool hasAttributes);
    [[nodiscard]] bool closeStart(Op op);
    [[nodiscard]] bool endElement();
    [[nodiscard]] bool attribute();
    [[nodiscard]] bool value();
    [[nodiscard]] bool countedText(Op op);
    [[nodiscard]] bool charReference();
    [[nodiscard]] bool entityReference();
    [[nodiscard]] bool piTarget();
    [[nodiscard]] bool substitution(bool isOptional);

    [[nodiscard]] bool takesText() const
    {
        return m_spot == Spot::Attribute || (m_spot == Spot::Content && !m_open.empty());
    }
    [[nodiscard]] bool readName(std::u16string &name);
    void finishAttribute();
    void closeAll();
    void appendText(Op op, std::u16string_view text);
    std::uint32_t addText(std::u16string_view text);
    void writeForms();
    void countUses();
    bool fault(ErrorCode code);

    Cursor m_cursor;
    Bytes m_chunk;
    Dependencies m_dependencies;
    Program m_program;
    std::vector<std::uint32_t> m_open; ///< OpenElement instructions without their end
    std::uint32_t m_attribute = 0;
    Spot m_spot = Spot::Content;
    std::size_t m_tokenAt = 0;
};

} // namespace evident::evtx
