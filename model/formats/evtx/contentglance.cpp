// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/contentglance.h"

#include "formats/evtx/valuetext.h"

#include <algorithm>
#include <bit>

namespace evident::evtx {

namespace {

constexpr std::size_t HeadSize = 3; // of a value in a key: type and size

} // namespace

ContentKey ContentGlance::look(const Template &definition, Bytes valueBytes, const ContentPlaces &places)
{
    m_places = places.places.size();
    if (definition.serial == 0 || !definition.content.isKnown() || m_places > ContentPlaces::Most
        || !m_strings.list(valueBytes))
        return {};
    m_isFound = 0;
    m_met = 0;
    std::fill_n(m_found.begin(), m_places, Value{});
    const Resolved &where = resolved(definition, places);
    const auto visit = [&](std::size_t leaf, const Value &value) {
        note(where, leaf, value);
        return m_isFound != where.possible;
    };
    if (where.possible != 0 && !m_strings.visit(definition.content, visit))
        return {};
    const std::span found = std::span(m_found).first(m_places);
    std::size_t size = 0;
    for (const Value &value : found)
        size += HeadSize + value.size;
    if (m_key.size() < size)
        m_key.resize(size);
    std::uint8_t *at = m_key.data();
    for (const Value &value : found) {
        *at = static_cast<std::uint8_t>(value.type);
        std::memcpy(at + 1, &value.size, sizeof(value.size));
        if (value.size > 0)
            std::memcpy(at + HeadSize, value.data, value.size);
        at += HeadSize + value.size;
    }
    return {.kind = places.serial, .bytes = Bytes(m_key).first(size)};
}

std::vector<QString> ContentGlance::texts() const
{
    std::vector<QString> texts;
    texts.reserve(m_places);
    for (const Value &value : std::span(m_found).first(m_places))
        texts.push_back(valueText(value));
    return texts;
}

const ContentGlance::Resolved &ContentGlance::resolved(const Template &definition, const ContentPlaces &places)
{
    Resolved &known = m_resolved[((places.serial << 32 | definition.serial) * 0x9e3779b97f4a7c15) >> 32 & (Slots - 1)];
    if (known.places == places.serial && known.definition == definition.serial)
        return known;
    known = {.places = places.serial, .definition = definition.serial, .possible = 0, .byLeaf = {}, .byString = {}};
    for (const ContentPlan::Leaf &leaf : definition.content.leaves()) {
        Mask named = 0;
        for (std::size_t i = 0; i < places.places.size(); ++i) {
            const ContentPlace &place = places.places[i];
            const bool isNamed =
                place.string == 0 && !place.name.isEmpty() && leaf.name.compare(place.name, Qt::CaseInsensitive) == 0;
            named |= isNamed ? Mask{1} << i : 0;
        }
        known.byLeaf.push_back(named);
        known.possible |= leaf.isString ? named : 0;
    }
    for (std::size_t i = 0; i < places.places.size(); ++i) {
        const std::size_t number = places.places[i].string;
        if (number == 0)
            continue;
        if (known.byString.size() <= number)
            known.byString.resize(number + 1, 0);
        known.byString[number] |= Mask{1} << i;
        known.possible |= Mask{1} << i;
    }
    return known;
}

/// The next insertion string is @p value, of the leaf number @p leaf.
void ContentGlance::note(const Resolved &resolved, std::size_t leaf, const Value &value)
{
    ++m_met;
    Mask here = resolved.byLeaf[leaf] & ~m_isFound; // of those with one name the first counts
    if (m_met < resolved.byString.size())
        here |= resolved.byString[m_met];
    m_isFound |= here;
    for (; here != 0; here &= here - 1)
        m_found[static_cast<std::size_t>(std::countr_zero(here))] = value;
}

} // namespace evident::evtx
