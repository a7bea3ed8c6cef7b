// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/contentscan.h"

#include "bytes/textneedle.h"
#include "formats/evtx/valuetext.h"

#include <algorithm>
#include <utility>

namespace evident::evtx {

namespace {

constexpr std::size_t CountSize = 4;
constexpr std::size_t DescriptionSize = 4;

/// All that the texts of a type consist of, as it is when folded. Types that are not listed are written as the digits of their bytes.
struct TypeCharacters {
    ValueType type;
    QStringView characters;
};
constexpr QStringView Decimal = u"-0123456789";
constexpr QStringView Real = u"+-.()0123456789_abcdefghijklmnopqrstuvwxyz"; // "-1e+20", "inf", "nan(snan)"
constexpr QStringView Hex = u"0123456789abcdef";
constexpr QStringView HexNumber = u"0123456789abcdefx";
constexpr QStringView Time = u"-0123456789.:tz";
constexpr TypeCharacters Characters[] = {{ValueType::Int8, Decimal}, {ValueType::UInt8, Decimal},
    {ValueType::Int16, Decimal}, {ValueType::UInt16, Decimal}, {ValueType::Int32, Decimal},
    {ValueType::UInt32, Decimal}, {ValueType::Int64, Decimal}, {ValueType::UInt64, Decimal}, {ValueType::Real32, Real},
    {ValueType::Real64, Real}, {ValueType::Bool, u"aeflrstu"}, {ValueType::FileTime, Time},
    {ValueType::SystemTime, Time}, {ValueType::HexInt32, HexNumber}, {ValueType::HexInt64, HexNumber},
    {ValueType::SizeT, HexNumber}, {ValueType::Guid, u"{-0123456789abcdef}"}, {ValueType::Sid, u"-0123456789abcdefsx"}};

} // namespace

Holding ContentScan::find(const Template &definition, Bytes valueBytes, const TextNeedle &needle)
{
    if (definition.serial == 0 || !definition.content.isKnown())
        return Holding::Unknown;
    Sought &about = sought(needle);
    const Known &names = known(definition, needle, about);
    if (names.isPlain && !mayBeWrittenOut(valueBytes, about) && !needle.mayLieIn(valueBytes))
        return Holding::Nowhere;
    if (!m_strings.list(valueBytes))
        return Holding::Unknown;
    Holding found = Holding::Nowhere;
    const auto visit = [&](std::size_t leaf, const Value &value) {
        found = std::max(found, holding(names.leaves[leaf], value, needle, about));
        return found != Holding::InValue;
    };
    return m_strings.visit(definition.content, visit) ? found : Holding::Unknown;
}

ContentScan::Sought &ContentScan::sought(const TextNeedle &needle)
{
    const auto known = std::ranges::find(m_sought, needle.serial(), &Sought::needle);
    if (known != m_sought.end())
        return *known;
    if (m_sought.size() < MostNeedles)
        return m_sought.emplace_back(makeSought(needle));
    Sought &replaced = m_sought[m_oldest++ % MostNeedles];
    replaced = makeSought(needle);
    return replaced;
}

ContentScan::Sought ContentScan::makeSought(const TextNeedle &needle)
{
    Sought sought;
    sought.needle = needle.serial();
    sought.mayBeHex = needle.isMadeOf(Hex);
    sought.mayHold.fill(sought.mayBeHex);
    for (const auto &[type, characters] : Characters)
        sought.mayHold[std::to_underlying(type)] = needle.isMadeOf(characters);
    sought.mayHold[std::to_underlying(ValueType::Null)] = false;
    sought.mayHold[std::to_underlying(ValueType::BinXml)] = false;
    for (const ValueType type : {ValueType::String, ValueType::AnsiString, ValueType::EvtXml})
        sought.mayHold[std::to_underlying(type)] = true;

    const QString &text = needle.text();
    if (text.startsWith(u' ')) // behind the colon
        sought.joints.push_back({.front = {}, .rest = text.sliced(1)});
    for (qsizetype colon = text.indexOf(u':'); colon >= 0; colon = text.indexOf(u':', colon + 1)) {
        const bool isLast = colon + 1 == text.size();
        if (isLast || text[colon + 1] == u' ')
            sought.joints.push_back({.front = text.first(colon), .rest = isLast ? QString() : text.sliced(colon + 2)});
    }
    return sought;
}

const ContentScan::Known &ContentScan::known(const Template &definition, const TextNeedle &needle, Sought &sought)
{
    Known &known = sought.known[definition.serial % Slots];
    if (known.definition == definition.serial)
        return known;
    known = {.definition = definition.serial, .isPlain = true, .leaves = {}};
    for (const ContentPlan::Leaf &leaf : definition.content.leaves()) {
        known.leaves.push_back(leaf.isString ? leafOf(leaf.name, needle, sought) : Leaf{});
        known.isPlain = known.isPlain && !known.leaves.back().isNamed && known.leaves.back().joints.empty();
    }
    return known;
}

ContentScan::Leaf ContentScan::leafOf(QStringView name, const TextNeedle &needle, const Sought &sought)
{
    Leaf leaf{.isNamed = needle.isIn(name), .joints = {}};
    for (std::size_t i = 0; i < sought.joints.size(); ++i) {
        if (!name.isEmpty() && name.endsWith(sought.joints[i].front, Qt::CaseInsensitive))
            leaf.joints.push_back(i);
    }
    return leaf;
}

bool ContentScan::mayHold(ValueType type, std::size_t size, const Sought &sought)
{
    return sought.mayHold[std::to_underlying(type)] || (sought.mayBeHex && size < fixedSize(type));
}

/// Whether there is a value that is written otherwise than it lies there, and could hold the needle then.
bool ContentScan::mayBeWrittenOut(Bytes valueBytes, const Sought &sought)
{
    const auto count = readLe<std::uint32_t>(valueBytes, 0);
    const Bytes descriptions = slice(valueBytes, CountSize, count * DescriptionSize);
    for (std::size_t at = 0; at + DescriptionSize <= descriptions.size(); at += DescriptionSize) {
        const auto type = static_cast<ValueType>(descriptions[at + 2]);
        const ValueType item = isArray(type) ? itemType(type) : type;
        if (item != ValueType::String && item != ValueType::EvtXml
            && (isArray(type) || mayHold(type, readLe<std::uint16_t>(descriptions, at), sought)))
            return true;
    }
    return false;
}

Holding ContentScan::holding(const Leaf &leaf, const Value &value, const TextNeedle &needle, const Sought &sought)
{
    const bool isLying = value.type == ValueType::String || value.type == ValueType::EvtXml;
    if (isLying) {
        const Bytes text = stringBytes(value);
        if (text.empty())
            return Holding::Nowhere;
        if (leaf.isNamed || (needle.mayLieIn(text) && needle.isIn(text)))
            return Holding::InValue;
    } else if (!leaf.isNamed && leaf.joints.empty() && !mayHold(value.type, value.size, sought)) {
        return Holding::Nowhere;
    }
    if (isLying && leaf.joints.empty())
        return Holding::Nowhere;
    const QString text = valueText(value);
    if (text.isEmpty())
        return Holding::Nowhere;
    if (leaf.isNamed || (!isLying && needle.isIn(text)))
        return Holding::InValue;
    const bool isJoined = std::ranges::any_of(leaf.joints,
        [&](std::size_t joint) { return text.startsWith(sought.joints[joint].rest, Qt::CaseInsensitive); });
    return isJoined ? Holding::InLine : Holding::Nowhere;
}

} // namespace evident::evtx
