// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/activityid.h"

#include "bytes/guid.h"

#include <bit>
#include <optional>

namespace evident {

namespace {

constexpr qsizetype TextLength = 38;
/// Where each stored byte of a GUID stands when it is written: three numbers, lowest byte first, then bytes.
constexpr std::array<std::uint8_t, GuidSize> Written{3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

std::optional<std::uint8_t> digit(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= u'0' && unit <= u'9')
        return static_cast<std::uint8_t>(unit - u'0');
    if (unit >= u'A' && unit <= u'F')
        return static_cast<std::uint8_t>(unit - u'A' + 10);
    return {};
}

/// The bytes of "{A0C1853B-5C40-4B15-8766-3CF1C58F985A}", written exactly so; nothing for any other text.
std::optional<std::array<std::uint8_t, GuidSize>> guidOf(QStringView text)
{
    if (text.size() != TextLength || text.front() != u'{' || text.back() != u'}')
        return {};
    std::array<std::uint8_t, GuidSize> guid{};
    std::size_t digits = 0;
    for (qsizetype i = 1; i + 1 < TextLength; ++i) {
        if (i == 9 || i == 14 || i == 19 || i == 24) {
            if (text[i] != u'-')
                return {};
            continue;
        }
        const auto value = digit(text[i]);
        if (!value)
            return {};
        std::uint8_t &byte = guid.at(Written.at(digits / 2));
        byte = static_cast<std::uint8_t>(byte << 4 | *value);
        ++digits;
    }
    return guid;
}

} // namespace

ActivityId::ActivityId(std::span<const std::uint8_t, 16> guid)
    : m_kind(Kind::Guid)
{
    // The three numbers as they are, then eight bytes, the first of which is read first.
    m_key[0] = std::uint64_t{readLe<std::uint32_t>(guid, 0)} << 32 | std::uint64_t{readLe<std::uint16_t>(guid, 4)} << 16
        | readLe<std::uint16_t>(guid, 6);
    m_key[1] = std::byteswap(readLe<std::uint64_t>(guid, 8));
}

ActivityId ActivityId::of(QStringView text, Names &names)
{
    if (const auto guid = guidOf(text))
        return ActivityId(*guid);
    ActivityId id;
    if (text.isEmpty())
        return id;
    id.m_text = names.intern(text);
    id.m_kind = Kind::Text;
    return id;
}

QString ActivityId::text(const Names &names) const
{
    if (m_kind != Kind::Guid)
        return names.text(m_text);
    std::array<std::uint8_t, GuidSize> guid{};
    for (std::size_t i = 0; i < GuidSize; ++i)
        guid[Written[i]] = static_cast<std::uint8_t>(m_key[i / 8] >> (56 - 8 * (i % 8)));
    OutBuffer out;
    out.append('{');
    appendGuid(out, guid);
    out.append('}');
    return QString::fromLatin1(QByteArrayView(out.view()));
}

} // namespace evident
