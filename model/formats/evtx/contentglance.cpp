// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/contentglance.h"

#include "formats/evtx/valuetext.h"

#include <algorithm>
#include <bit>

namespace evident::evtx {

namespace {

RawValue rawOf(const Value &value)
{
    return {.data = value.data, .size = value.size, .type = static_cast<std::uint8_t>(value.type)};
}

} // namespace

PlacedValues ContentGlance::look(const NestedInstance &content, const ContentPlaces &places)
{
    const Template &definition = *content.definition;
    m_places = places.places.size();
    if (definition.serial == 0 || !definition.content.isKnown() || m_places > ContentPlaces::Most)
        return {};
    const std::uint64_t both = places.serial << 32 | definition.serial;
    Resolved &where = m_resolved[(both * 0x9e3779b97f4a7c15) >> 32 & (Slots - 1)];
    if (where.both != both)
        where = resolved(both, definition, places);
    const bool isTold = (where.isStraight && content.isWhole && findStraight(where, content.valueBytes.data()))
        || findInTurn(where, content);
    if (!isTold)
        return {};
    return {.kind = places.serial,
        .values = std::span(m_found).first(m_places),
        .textType = static_cast<std::uint16_t>(ValueType::String)};
}

/// Steps over what nobody asks for. False where one of these is an array: it is several strings, or none.
bool ContentGlance::findStraight(const Resolved &where, const std::uint8_t *values)
{
    const auto count = numberAt<std::uint32_t>(values);
    const std::uint8_t *descriptor = values + CountSize;
    const std::uint8_t *data = descriptor + std::size_t{count} * DescriptorSize;
    std::fill_n(m_found.begin(), m_places, RawValue{});
    std::uint32_t at = 0;
    std::uint32_t types = 0;
    for (const Spot &spot : where.spots) {
        if (spot.number >= count)
            break;
        for (; at < spot.number; ++at, descriptor += DescriptorSize) {
            const auto described = numberAt<std::uint32_t>(descriptor);
            types |= described;
            data += described & 0xffff;
        }
        types |= numberAt<std::uint32_t>(descriptor);
        RawValue &found = m_found[spot.place];
        if (spot.sameAs)
            found.type = RawValue::SameAs | *spot.sameAs;
        else if (static_cast<ValueType>(descriptor[2]) != ValueType::Null || !spot.isOptional)
            found = {.data = data, .size = numberAt<std::uint16_t>(descriptor), .type = descriptor[2]};
    }
    return !isArray(static_cast<ValueType>(types >> 16 & 0xff));
}

bool ContentGlance::findInTurn(const Resolved &where, const NestedInstance &content)
{
    if (!m_strings.list(content.valueBytes))
        return false;
    std::fill_n(m_found.begin(), m_places, RawValue{});
    Mask isFound = 0;
    std::size_t met = 0; ///< strings so far
    const std::span byLeaf(where.byLeaf);
    const std::span byString(where.byString);
    const Mask possible = where.possible;
    const auto visit = [&](std::size_t leaf, const Value &value) {
        ++met;
        Mask here = byLeaf[leaf] & ~isFound; // of those with one name the first counts
        if (met < byString.size())
            here |= byString[met];
        if (here == 0)
            return true;
        isFound |= here;
        for (; here != 0; here &= here - 1)
            m_found[static_cast<std::size_t>(std::countr_zero(here))] = rawOf(value);
        return isFound != possible;
    };
    return possible == 0 || m_strings.visit(content.definition->content, visit);
}

std::vector<QString> ContentGlance::texts() const
{
    std::vector<QString> texts;
    texts.reserve(m_places);
    for (const RawValue &raw : std::span(m_found).first(m_places)) {
        if ((raw.type & RawValue::SameAs) != 0)
            texts.emplace_back(texts[raw.type ^ RawValue::SameAs]);
        else
            texts.push_back(valueText({.data = raw.data, .size = raw.size, .type = static_cast<ValueType>(raw.type)}));
    }
    return texts;
}

ContentGlance::Resolved ContentGlance::resolved(
    std::uint64_t both, const Template &definition, const ContentPlaces &places)
{
    Resolved known;
    known.both = both;
    known.byLeaf.assign(definition.content.leaves().size(), 0);
    for (std::size_t i = 0; i < places.places.size(); ++i) {
        const ContentPlace &place = places.places[i];
        if (place.string != 0)
            known.addString(definition.content, i, place.string);
        else
            known.addNamed(definition.content, i, place.name);
    }
    known.sortSpots();
    return known;
}

void ContentGlance::Resolved::addNamed(const ContentPlan &plan, std::size_t place, const QString &name)
{
    const Mask mask = Mask{1} << place;
    std::size_t named = 0;
    for (std::size_t i = 0; i < plan.leaves().size(); ++i) {
        const ContentPlan::Leaf &leaf = plan.leaves()[i];
        if (!leaf.isString || name.isEmpty() || leaf.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        byLeaf[i] |= mask;
        possible |= mask;
        addSpot(leaf, place);
        ++named;
    }
    isStraight = isStraight && named <= 1;
}

/// Where no string before it may be missing it stands in one leaf, unless one of them is several.
void ContentGlance::Resolved::addString(const ContentPlan &plan, std::size_t place, std::size_t number)
{
    const Mask mask = Mask{1} << place;
    if (byString.size() <= number)
        byString.resize(number + 1, 0);
    byString[number] |= mask;
    possible |= mask;
    for (const ContentPlan::Leaf &leaf : plan.leaves()) {
        if (!leaf.isString)
            continue;
        isStraight = isStraight && leaf.dependency == NoDependency;
        if (--number == 0) {
            addSpot(leaf, place);
            break;
        }
    }
}

void ContentGlance::Resolved::addSpot(const ContentPlan::Leaf &leaf, std::size_t place)
{
    if (leaf.dependency != NoDependency && leaf.dependency != leaf.number)
        isStraight = false;
    else if (leaf.number != NoDependency)
        spots.push_back({.number = leaf.number,
            .place = static_cast<std::uint8_t>(place),
            .isOptional = leaf.dependency != NoDependency});
}

void ContentGlance::Resolved::sortSpots()
{
    std::ranges::sort(spots, {}, [](const Spot &spot) { return std::pair(spot.number, spot.place); });
    for (std::size_t i = 1; i < spots.size(); ++i) {
        if (spots[i].number == spots[i - 1].number)
            spots[i].sameAs = spots[i - 1].sameAs.value_or(spots[i - 1].place);
    }
}

} // namespace evident::evtx
