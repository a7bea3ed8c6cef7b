// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns the tokens of a template definition, of a record without template or of a nested fragment into a Program. One
// object compiles one stretch of tokens. Specification: [MS-EVEN6] 2.2.12, as far as real files agree with it.

#include "bytes/bytes.h"
#include "formats/evtx/program.h"

namespace evident::evtx {

/// A place that refers to a name.
struct NameUse {
    std::size_t at = 0; ///< of the offset that refers to it, from the chunk's start
    bool isInline = false; ///< it stands there itself
    std::uint16_t hash = 0;
    std::u16string text;
};

/// What is known of the tokens and of what becomes of them.
enum class Purpose : std::uint8_t {
    Template, ///< a definition: its elements bear dependencies; it is played many times
    Once, ///< a record or nested fragment without template: no dependencies; it is played once
};

class Compiler {
public:
    /// The tokens lie in @p chunk from @p begin to @p end; names may lie anywhere in it.
    Compiler(Bytes chunk, std::size_t begin, std::size_t end, Purpose purpose);

    /// Never fails as a whole: what could be understood before a fault is kept, with its elements closed.
    [[nodiscard]] Program run();
    /// Where the tokens used names, in their order.
    [[nodiscard]] std::vector<NameUse> takeNames() { return std::move(m_names); }

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
    [[nodiscard]] std::optional<std::uint32_t> readName();
    [[nodiscard]] bool makeName(std::size_t begin);
    void finishAttribute();
    void closeAll();
    void appendText(Op op, Bytes utf16);
    std::uint32_t addText(Bytes utf16);
    void writeForms();
    void countUses();
    bool fault(ErrorCode code);

    Cursor m_cursor;
    Bytes m_chunk;
    Purpose m_purpose;
    Program m_program;
    std::vector<NameUse> m_names;
    std::vector<std::uint32_t> m_open; ///< OpenElement instructions without their end
    std::uint32_t m_attribute = 0;
    Spot m_spot = Spot::Content;
    std::size_t m_tokenAt = 0;
};

} // namespace evident::evtx
