// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A template (or a record that has none) compiled once into a flat list of instructions, with its texts beside it.
// Nothing in it refers to the chunk it came from, so equal templates of a log share one program. Immutable once
// compiled; owned by shared_ptr.

#include "bytes/utf16.h"
#include "error.h"
#include "formats/evtx/tokens.h"

#include <QStringView>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evident::evtx {

enum class Op : std::uint8_t {
    OpenElement, ///< name; dependency in number; end: the instruction behind its EndElement
    Attribute, ///< name; its parts follow; end: the instruction behind them
    CloseStart, ///< of a start tag whose element has content, perhaps none
    CloseEmpty, ///< of an empty element's tag; its EndElement follows
    EndElement, ///< name
    Text, ///< literal text, references already resolved
    CData, ///< literal text that stood in a CDATA section
    Substitution, ///< value number
    PiTarget, ///< a processing instruction's target; PiData follows
    PiData,
};

/// A literal or name in three forms: as it is, and, in programs that are played again and again, escaped for each kind of dump.
struct Text {
    std::uint32_t offset = 0; ///< in Program::utf16
    std::uint32_t length = 0;
    std::uint32_t xmlOffset = 0; ///< in Program::utf8
    std::uint32_t xmlLength = 0;
    std::uint32_t jsonOffset = 0;
    std::uint32_t jsonLength = 0;

    bool operator==(const Text &) const = default;
};

struct Instruction {
    Op op = Op::Text;
    bool isOptional = false; ///< of a substitution
    std::uint16_t number = NoDependency;
    std::uint32_t text = 0; ///< index into Program::texts; of a substitution the ValueType that the template expects
    std::uint32_t end = 0;

    bool operator==(const Instruction &) const = default;
};

struct Program {
    std::uint32_t mostUses = 0; ///< of one value by its substitutions
    bool doNamesFit = true; ///< to the hashes that are stored with them
    std::string utf8; ///< empty when the forms were not asked for
    std::vector<Instruction> code;
    std::vector<Text> texts;
    std::u16string utf16;

    /// Why compiling ended early; what came before is kept, with its elements closed.
    struct Fault {
        ErrorCode code = ErrorCode::BadToken;
        std::size_t offset = 0; ///< from the chunk's start
    };
    std::optional<Fault> fault;

    [[nodiscard]] QStringView text(const Instruction &at) const
    {
        const Text &entry = texts[at.text];
        return {utf16.data() + entry.offset, static_cast<qsizetype>(entry.length)};
    }
    /// The text escaped for either kind of dump.
    void appendXml(OutBuffer &out, const Instruction &at, XmlSpot spot) const;
    void appendJson(OutBuffer &out, const Instruction &at) const;
    [[nodiscard]] bool isEmpty(const Instruction &at) const { return texts[at.text].length == 0; }
};

} // namespace evident::evtx
