// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/typedtext.h"

#include "formats/evtx/systemtime.h"

#include <QByteArray>
#include <QUuid>

#include <cstring>

namespace evident::evtx {

namespace {

using Stored = std::vector<std::uint8_t>;

/// A number in decimal, or in hexadecimal behind 0x.
std::optional<std::uint64_t> numberFrom(QStringView text)
{
    const bool isHex = text.startsWith(u"0x") || text.startsWith(u"0X");
    const QStringView digits = isHex ? text.sliced(2) : text;
    if (digits.isEmpty() || !digits.front().isLetterOrNumber())
        return {}; // no sign, no space
    bool isNumber = false;
    const std::uint64_t number = digits.toULongLong(&isNumber, isHex ? 16 : 10);
    return isNumber ? std::optional(number) : std::nullopt;
}

template<typename T>
std::optional<Stored> stored(std::optional<std::uint64_t> number)
{
    if (!number || *number > static_cast<T>(-1))
        return {};
    const auto fitting = static_cast<T>(*number);
    Stored bytes(sizeof(T));
    std::memcpy(bytes.data(), &fitting, sizeof(T));
    return bytes;
}

std::optional<Stored> guidFrom(QStringView text)
{
    const QUuid guid = QUuid::fromString(text);
    if (guid.isNull() && !text.contains(u"00000000-0000-0000-0000-000000000000"))
        return {};
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(&guid.data1), 4)
        + QByteArray::fromRawData(reinterpret_cast<const char *>(&guid.data2), 2)
        + QByteArray::fromRawData(reinterpret_cast<const char *>(&guid.data3), 2)
        + QByteArray::fromRawData(reinterpret_cast<const char *>(guid.data4), 8);
    return Stored(bytes.begin(), bytes.end());
}

/// "S-1-5-21-…": the authority, then up to 15 more numbers.
std::optional<Stored> sidFrom(QStringView text)
{
    constexpr qsizetype MostNumbers = 16;
    if (!text.startsWith(u"S-1-"))
        return {};
    const QList<QStringView> numbers = text.sliced(4).split(u'-');
    const auto authority = numberFrom(numbers.front());
    if (!authority || *authority >> 48 != 0 || numbers.size() > MostNumbers)
        return {};
    Stored bytes{1, static_cast<std::uint8_t>(numbers.size() - 1)};
    for (int shift = 40; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(*authority >> shift));
    for (const QStringView part : numbers.sliced(1)) {
        const auto number = stored<std::uint32_t>(numberFrom(part));
        if (!number)
            return {};
        bytes.insert(bytes.end(), number->begin(), number->end());
    }
    return bytes;
}

std::optional<Stored> binaryFrom(QStringView text)
{
    const QByteArray digits = text.toLatin1();
    const QByteArray bytes = QByteArray::fromHex(digits);
    if (bytes.toHex().toUpper() != digits)
        return {}; // fromHex() passes over what is no digit
    return Stored(bytes.begin(), bytes.end());
}

} // namespace

std::optional<Stored> bytesFromText(ValueType type, QStringView text)
{
    switch (type) {
    case ValueType::UInt8: return stored<std::uint8_t>(numberFrom(text));
    case ValueType::UInt16: return stored<std::uint16_t>(numberFrom(text));
    case ValueType::UInt32:
    case ValueType::HexInt32: return stored<std::uint32_t>(numberFrom(text));
    case ValueType::UInt64:
    case ValueType::HexInt64: return stored<std::uint64_t>(numberFrom(text));
    case ValueType::FileTime: {
        const Timestamp time = fromIsoText(text);
        return time.isNull() ? std::nullopt : stored<std::uint64_t>(time.ticks);
    }
    case ValueType::Guid: return guidFrom(text);
    case ValueType::Sid: return sidFrom(text);
    case ValueType::Binary: return binaryFrom(text);
    default: return {};
    }
}

} // namespace evident::evtx
