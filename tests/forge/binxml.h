// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be said in the binary XML of .evtx records (MS-EVEN6 2.2.12, and what is seen in real files): elements,
// templates, values of every type. Plain values; EvtxFile turns them into bytes.

#include "forge/blob.h"

#include <memory>
#include <vector>

namespace forge {

enum class ValueType : std::uint8_t {
    Null = 0x00,
    String = 0x01,
    AnsiString = 0x02,
    Int8 = 0x03,
    UInt8 = 0x04,
    Int16 = 0x05,
    UInt16 = 0x06,
    Int32 = 0x07,
    UInt32 = 0x08,
    Int64 = 0x09,
    UInt64 = 0x0a,
    Real32 = 0x0b,
    Real64 = 0x0c,
    Bool = 0x0d,
    Binary = 0x0e,
    Guid = 0x0f,
    SizeT = 0x10,
    FileTime = 0x11,
    SystemTime = 0x12,
    Sid = 0x13,
    HexInt32 = 0x14,
    HexInt64 = 0x15,
    Xml = 0x21,
};
/// Set in the type byte of an array.
inline constexpr std::uint8_t ArrayBit = 0x80;

struct Fragment;

/// What is put in the place of a substitution.
struct Value {
    std::uint8_t type = 0; ///< ValueType, with ArrayBit for an array
    std::string bytes;
    std::shared_ptr<const Fragment> fragment; ///< for Xml: written in place, @c bytes is not used
};

[[nodiscard]] Value null();
[[nodiscard]] Value text(std::u16string_view text);
[[nodiscard]] Value texts(const std::vector<std::u16string> &texts); ///< an array of strings, each with its terminator
[[nodiscard]] Value ansi(std::string_view text);
[[nodiscard]] Value uint8(std::uint8_t number);
[[nodiscard]] Value uint16(std::uint16_t number);
[[nodiscard]] Value uint32(std::uint32_t number);
[[nodiscard]] Value uint64(std::uint64_t number);
[[nodiscard]] Value hex32(std::uint32_t number);
[[nodiscard]] Value hex64(std::uint64_t number);
[[nodiscard]] Value boolean(bool value);
[[nodiscard]] Value binary(std::string_view bytes);
[[nodiscard]] Value fileTime(std::uint64_t ticks);
[[nodiscard]] Value sidValue(std::string_view sid); ///< null for an empty one
[[nodiscard]] Value guidValue(std::string_view guid); ///< 16 bytes; null for none
[[nodiscard]] Value xml(Fragment fragment);
/// Any type with any bytes, right or wrong.
[[nodiscard]] Value raw(std::uint8_t type, std::string_view bytes);

/// The 16 bytes of "{0C8A5A4B-…}".
[[nodiscard]] std::string guidBytes(std::string_view text);

struct Element;

/// A piece of an element's content or of an attribute's value.
struct Piece {
    enum class Kind : std::uint8_t {
        Text,
        CData,
        CharacterReference,
        EntityReference,
        Instruction,
        Substitution,
        Optional,
        Element
    };
    Kind kind = Kind::Text;
    std::u16string text; ///< text, entity's name, instruction's data
    std::u16string target; ///< of an instruction
    std::uint16_t number = 0; ///< character, or index of the substituted value
    std::uint8_t type = 0; ///< of the substituted value
    std::shared_ptr<const Element> element;
};

[[nodiscard]] Piece literal(std::u16string_view text);
/// The value number @p index; a Null leaves its place empty.
[[nodiscard]] Piece slot(std::uint16_t index, ValueType type);
/// The same; a Null takes the attribute or element away.
[[nodiscard]] Piece optionalSlot(std::uint16_t index, ValueType type);
[[nodiscard]] Piece optionalSlots(std::uint16_t index, ValueType type); ///< of an array
[[nodiscard]] Piece child(Element element);

struct Attribute {
    std::u16string name;
    std::vector<Piece> value;
};

struct Element {
    static constexpr std::uint16_t Independent = 0xffff;
    std::u16string name;
    std::vector<Attribute> attributes;
    std::vector<Piece> content;
    std::uint16_t dependency = Independent; ///< index of the value whose Null takes the element away; templates only
};

struct Template {
    std::string guid; ///< 16 bytes; its first four are the template's id
    Element root;
};

/// What stands in a record, or in an Xml value.
struct Fragment {
    std::shared_ptr<const Template> definition; ///< with @c values, or null:
    std::vector<Value> values;
    Element element; ///< then this, without a template: no dependencies, no substitutions
    enum class Header : std::uint8_t { Written, LeftOut } header = Header::Written;
};

} // namespace forge
