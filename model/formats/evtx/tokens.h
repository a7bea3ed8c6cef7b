// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The numbers of binary XML: tokens, value types, and the fixed sizes of the structures around it. Specification:
// [MS-EVEN6] 2.2.12 (BinXml) and Metz, "Windows XML Event Log (EVTX) format", as far as real files agree with them.

#include <cstddef>
#include <cstdint>

namespace evident::evtx {

enum class Token : std::uint8_t {
    EndOfStream = 0x00,
    OpenStartElement = 0x01,
    CloseStartElement = 0x02,
    CloseEmptyElement = 0x03,
    EndElement = 0x04,
    Value = 0x05,
    Attribute = 0x06,
    CDataSection = 0x07,
    CharReference = 0x08,
    EntityReference = 0x09,
    PiTarget = 0x0a,
    PiData = 0x0b,
    TemplateInstance = 0x0c,
    NormalSubstitution = 0x0d,
    OptionalSubstitution = 0x0e,
    FragmentHeader = 0x0f,
};

/// Set in a token's byte when the element has attributes, or more of the same follows.
inline constexpr std::uint8_t MoreFlag = 0x40;

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
    EvtHandle = 0x20,
    BinXml = 0x21,
    EvtXml = 0x23,
};

inline constexpr std::uint8_t ArrayFlag = 0x80;
[[nodiscard]] constexpr bool isArray(ValueType type)
{
    return (static_cast<std::uint8_t>(type) & ArrayFlag) != 0;
}
[[nodiscard]] constexpr ValueType itemType(ValueType type)
{
    return static_cast<ValueType>(static_cast<std::uint8_t>(type) & ~ArrayFlag);
}

inline constexpr std::uint16_t NoDependency = 0xffff;

inline constexpr std::size_t FileHeaderSize = 4096;
inline constexpr std::size_t ChunkSize = 65536;
inline constexpr std::size_t ChunkHeaderSize = 512;
inline constexpr std::size_t RecordHeaderSize = 24;
inline constexpr std::size_t SmallestRecord = 28;
inline constexpr std::uint32_t RecordMagic = 0x00002a2a;

} // namespace evident::evtx
