// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/valuetext.h"

#include "bytes/guid.h"
#include "bytes/hex.h"
#include "events/sid.h"
#include "events/timestamp.h"
#include "formats/evtx/systemtime.h"

#include <bit>
#include <charconv>
#include <cstring>

namespace evident::evtx {

namespace {

template<typename T>
void appendNumber(OutBuffer &out, T number)
{
    constexpr std::size_t Longest = 32;
    char *const at = out.reserve(Longest);
    out.advance(static_cast<std::size_t>(std::to_chars(at, at + Longest, number).ptr - at));
}

void appendBool(OutBuffer &out, Bytes bytes)
{
    bool isTrue = false;
    for (const std::uint8_t byte : bytes)
        isTrue = isTrue || byte != 0;
    out.append(isTrue ? "true" : "false");
}

void appendFixed(OutBuffer &out, ValueType type, Bytes bytes)
{
    switch (type) {
    case ValueType::Int8: appendNumber(out, readLe<std::int8_t>(bytes, 0)); break;
    case ValueType::UInt8: appendNumber(out, readLe<std::uint8_t>(bytes, 0)); break;
    case ValueType::Int16: appendNumber(out, readLe<std::int16_t>(bytes, 0)); break;
    case ValueType::UInt16: appendNumber(out, readLe<std::uint16_t>(bytes, 0)); break;
    case ValueType::Int32: appendNumber(out, readLe<std::int32_t>(bytes, 0)); break;
    case ValueType::UInt32: appendNumber(out, readLe<std::uint32_t>(bytes, 0)); break;
    case ValueType::Int64: appendNumber(out, readLe<std::int64_t>(bytes, 0)); break;
    case ValueType::UInt64: appendNumber(out, readLe<std::uint64_t>(bytes, 0)); break;
    case ValueType::Real32: appendNumber(out, std::bit_cast<float>(readLe<std::uint32_t>(bytes, 0))); break;
    case ValueType::Real64: appendNumber(out, std::bit_cast<double>(readLe<std::uint64_t>(bytes, 0))); break;
    case ValueType::Bool: appendBool(out, bytes.first(4)); break;
    case ValueType::HexInt32: appendHexNumber(out, readLe<std::uint32_t>(bytes, 0)); break;
    case ValueType::HexInt64: appendHexNumber(out, readLe<std::uint64_t>(bytes, 0)); break;
    case ValueType::FileTime: appendIso(out, {readLe<std::uint64_t>(bytes, 0)}); break;
    case ValueType::SystemTime: appendSystemTime(out, bytes); break;
    default: break;
    }
}

QString latin(const OutBuffer &out)
{
    return QString::fromLatin1(out.view().data(), static_cast<qsizetype>(out.size()));
}

QString arrayText(const Value &array)
{
    QString text;
    ArrayItems items(array);
    Value item;
    for (bool isFirst = true; items.next(item); isFirst = false) {
        if (!isFirst)
            text += u',';
        text += valueText(item);
    }
    return text;
}

} // namespace

void appendPlain(OutBuffer &out, const Value &value)
{
    const Bytes bytes = value.bytes();
    if (const std::size_t size = fixedSize(value.type); size != 0 && value.type != ValueType::Guid) {
        if (bytes.size() >= size)
            appendFixed(out, value.type, bytes);
        else
            appendHex(out, bytes);
        return;
    }
    switch (value.type) {
    case ValueType::Guid:
        out.append('{');
        appendGuid(out, bytes);
        out.append('}');
        break;
    case ValueType::SizeT:
        appendHexNumber(out, bytes.size() >= 8 ? readLe<std::uint64_t>(bytes, 0) : readLe<std::uint32_t>(bytes, 0));
        break;
    case ValueType::Sid: appendSid(out, bytes); break;
    case ValueType::Null: break;
    default: appendHex(out, bytes); break;
    }
}

QString valueText(const Value &value)
{
    if (value.isNull() || value.type == ValueType::BinXml)
        return {};
    if (isArray(value.type))
        return arrayText(value);
    if (value.type == ValueType::AnsiString)
        return QString::fromStdU16String(ansiText(stringBytes(value)));
    if (isText(value.type))
        return toQString(stringBytes(value));
    OutBuffer out;
    appendPlain(out, value);
    return latin(out);
}

Bytes stringBytes(const Value &value)
{
    const std::size_t unit = value.type == ValueType::AnsiString ? 1 : 2;
    const std::size_t size = value.size / unit * unit;
    std::size_t length = 0;
    if (unit == 2) {
        // Four units at a time, as long as none of them is zero.
        constexpr std::uint64_t Ones = 0x0001'0001'0001'0001;
        for (; length + sizeof(std::uint64_t) <= size; length += sizeof(std::uint64_t)) {
            std::uint64_t units = 0;
            std::memcpy(&units, value.data + length, sizeof(units));
            if (((units - Ones) & ~units & Ones << 15) != 0)
                break;
        }
    }
    while (length < size && (value.data[length] != 0 || value.data[length + unit - 1] != 0))
        length += unit;
    return {value.data, length};
}

std::u16string ansiText(Bytes bytes)
{
    // Where Windows-1252 differs from Latin-1; the five bytes it leaves undefined stay what they are.
    static constexpr std::u16string_view High =
        u"\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
        u"\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
    std::u16string text;
    text.reserve(bytes.size());
    for (const std::uint8_t byte : bytes)
        text += byte >= 0x80 && byte < 0xa0 ? High[byte - 0x80] : static_cast<char16_t>(byte);
    return text;
}

} // namespace evident::evtx
