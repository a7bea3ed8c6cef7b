// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/binxml.h"

#include <stdexcept>

namespace forge {

namespace {

template<typename Put>
Value made(ValueType type, Put put)
{
    Blob blob;
    put(blob);
    return {.type = static_cast<std::uint8_t>(type), .bytes = blob.take(), .fragment = nullptr};
}

Piece slotOf(Piece::Kind kind, std::uint16_t index, std::uint8_t type)
{
    return {.kind = kind, .text = {}, .target = {}, .number = index, .type = type, .element = nullptr};
}

} // namespace

Value null()
{
    return {};
}

Value text(std::u16string_view text)
{
    return made(ValueType::String, [text](Blob &blob) { blob.text(text); });
}

Value texts(const std::vector<std::u16string> &texts)
{
    Value value = made(ValueType::String, [&texts](Blob &blob) {
        for (const auto &text : texts)
            blob.textZ(text);
    });
    value.type |= ArrayBit;
    return value;
}

Value ansi(std::string_view text)
{
    return raw(static_cast<std::uint8_t>(ValueType::AnsiString), text);
}

Value uint8(std::uint8_t number)
{
    return made(ValueType::UInt8, [number](Blob &blob) { blob.u8(number); });
}

Value uint16(std::uint16_t number)
{
    return made(ValueType::UInt16, [number](Blob &blob) { blob.u16(number); });
}

Value uint32(std::uint32_t number)
{
    return made(ValueType::UInt32, [number](Blob &blob) { blob.u32(number); });
}

Value uint64(std::uint64_t number)
{
    return made(ValueType::UInt64, [number](Blob &blob) { blob.u64(number); });
}

Value hex32(std::uint32_t number)
{
    return made(ValueType::HexInt32, [number](Blob &blob) { blob.u32(number); });
}

Value hex64(std::uint64_t number)
{
    return made(ValueType::HexInt64, [number](Blob &blob) { blob.u64(number); });
}

Value boolean(bool value)
{
    return made(ValueType::Bool, [value](Blob &blob) { blob.u32(value ? 1 : 0); });
}

Value binary(std::string_view bytes)
{
    return raw(static_cast<std::uint8_t>(ValueType::Binary), bytes);
}

Value fileTime(std::uint64_t ticks)
{
    return made(ValueType::FileTime, [ticks](Blob &blob) { blob.u64(ticks); });
}

Value sidValue(std::string_view sid)
{
    return sid.empty() ? null() : raw(static_cast<std::uint8_t>(ValueType::Sid), sid);
}

Value guidValue(std::string_view guid)
{
    return guid.empty() ? null() : raw(static_cast<std::uint8_t>(ValueType::Guid), guid);
}

Value xml(Fragment fragment)
{
    return {.type = static_cast<std::uint8_t>(ValueType::Xml),
        .bytes = {},
        .fragment = std::make_shared<const Fragment>(std::move(fragment))};
}

Value raw(std::uint8_t type, std::string_view bytes)
{
    return {.type = type, .bytes = std::string(bytes), .fragment = nullptr};
}

std::string guidBytes(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c != '{' && c != '}' && c != '-')
            digits.push_back(c);
    }
    if (digits.size() != 32)
        throw std::invalid_argument("no GUID: " + std::string(text));
    const auto number = [&digits](std::size_t at, std::size_t count) {
        return std::stoull(digits.substr(at, count), nullptr, 16);
    };
    Blob blob;
    blob.u32(static_cast<std::uint32_t>(number(0, 8)));
    blob.u16(static_cast<std::uint16_t>(number(8, 4)));
    blob.u16(static_cast<std::uint16_t>(number(12, 4)));
    for (std::size_t at = 16; at < 32; at += 2)
        blob.u8(static_cast<std::uint8_t>(number(at, 2)));
    return blob.take();
}

Piece literal(std::u16string_view text)
{
    Piece piece;
    piece.text = text;
    return piece;
}

Piece slot(std::uint16_t index, ValueType type)
{
    return slotOf(Piece::Kind::Substitution, index, static_cast<std::uint8_t>(type));
}

Piece optionalSlot(std::uint16_t index, ValueType type)
{
    return slotOf(Piece::Kind::Optional, index, static_cast<std::uint8_t>(type));
}

Piece optionalSlots(std::uint16_t index, ValueType type)
{
    return slotOf(Piece::Kind::Optional, index, static_cast<std::uint8_t>(type) | ArrayBit);
}

Piece child(Element element)
{
    Piece piece;
    piece.kind = Piece::Kind::Element;
    piece.element = std::make_shared<const Element>(std::move(element));
    return piece;
}

} // namespace forge
