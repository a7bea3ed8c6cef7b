// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/rawconditions.h"

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

constexpr char16_t FirstOtherLetter = 0x80;
constexpr std::uint64_t NoAscii =
    0xff80'ff80'ff80'ff80; // some letters of which fold to ASCII, as the sign for Kelvin does
constexpr std::size_t HeadSize = sizeof(std::uint64_t);

/// Where @p place is among @p places; nothing for a place that is elsewhere.
std::optional<std::uint8_t> numberOf(const ValuePlace &place, const ContentPlaces &places)
{
    const auto content = contentPlace(place);
    const auto found = content ? std::ranges::find(places.places, *content) : places.places.end();
    if (found == places.places.end())
        return {};
    return static_cast<std::uint8_t>(found - places.places.begin());
}

/// What small and capital letters differ in.
char16_t caseBit(char16_t letter)
{
    return letter >= u'a' && letter <= u'z' ? 0x20 : 0;
}

template<typename Word>
Word wordAt(const void *bytes, std::size_t at)
{
    Word word = 0;
    std::memcpy(&word, static_cast<const std::uint8_t *>(bytes) + at, sizeof(word));
    return word;
}

/// Whether the units at @p at are those of the letters; nothing where one is not ASCII and they differ.
template<typename Word>
std::optional<bool> areThere(
    const std::uint8_t *data, const std::u16string &text, const std::u16string &cases, std::size_t at)
{
    const auto units = wordAt<Word>(data, at);
    if ((units | wordAt<Word>(cases.data(), at)) == wordAt<Word>(text.data(), at))
        return true;
    if ((units & static_cast<Word>(NoAscii)) != 0)
        return {};
    return false;
}

} // namespace

bool RawConditions::add(const Condition &condition, const ContentPlaces &places)
{
    std::vector<std::uint8_t> numbers;
    for (const ValuePlace &place : condition.places) {
        const auto number = numberOf(place, places);
        if (!number)
            return false;
        numbers.push_back(*number);
    }
    auto asked = std::ranges::find(m_asked, numbers, &Asked::places);
    if (asked == m_asked.end()) {
        ++m_facts; // whether there is a value
        m_asked.push_back({.places = std::move(numbers), .letters = {}});
        asked = std::prev(m_asked.end());
    }
    return addLetters(*asked, condition) && m_facts <= MostFacts;
}

bool RawConditions::addLetters(Asked &asked, const Condition &condition)
{
    using Test = Condition::Test;
    if (condition.test == Test::Present || condition.test == Test::Absent)
        return true;
    if (condition.test != Test::Is && condition.test != Test::IsNot && condition.test != Test::StartsWith)
        return false;
    for (const QString &value : condition.values) {
        Letters letters{
            .text = value.toLower().toStdU16String(), .cases = {}, .isWhole = condition.test != Test::StartsWith};
        if (value.isEmpty() || std::ranges::any_of(value, [](QChar c) { return c.isNull() || c >= FirstOtherLetter; }))
            return false;
        std::ranges::transform(letters.text, std::back_inserter(letters.cases), caseBit);
        letters.setHead();
        if (std::ranges::find(asked.letters, letters) == asked.letters.end()) {
            asked.letters.push_back(std::move(letters));
            ++m_facts;
        }
    }
    return true;
}

std::optional<std::size_t> RawConditions::answerFor(const PlacedValues &values) const
{
    std::size_t answer = 0;
    for (const Asked &asked : m_asked) {
        answer <<= asked.letters.size() + 1;
        for (const std::uint8_t place : asked.places) {
            const RawValue *value = &values.values[place];
            if ((value->type & RawValue::SameAs) != 0)
                value = &values.values[value->type ^ RawValue::SameAs];
            if (value->data == nullptr)
                continue;
            if (value->type != values.textType)
                return {};
            if (value->size < sizeof(char16_t) || wordAt<char16_t>(value->data, 0) == 0)
                continue;
            const auto part = answerFor(asked.letters, value->data, value->size);
            if (!part)
                return {};
            answer |= *part;
            break;
        }
    }
    return answer;
}

/// A bit for each of the letters, and one, the highest, for there being a value.
std::optional<std::size_t> RawConditions::answerFor(
    const std::vector<Letters> &asked, const std::uint8_t *data, std::size_t size)
{
    const auto head = size >= HeadSize ? wordAt<std::uint64_t>(data, 0) : NoAscii;
    const bool isPlain = (head & NoAscii) == 0;
    std::size_t bit = std::size_t{1} << asked.size();
    std::size_t answer = bit;
    bool isKnown = false; // all that it is
    for (const Letters &letters : asked) {
        bit >>= 1;
        if (isPlain && ((head | letters.head.cases) & letters.head.mask) != letters.head.units)
            continue;
        if (isKnown && letters.isWhole)
            continue;
        const auto begins = letters.begin(data, size);
        if (!begins)
            return {};
        answer |= *begins ? bit : 0;
        isKnown = isKnown || (*begins && letters.isWhole);
    }
    return answer;
}

void RawConditions::Letters::setHead()
{
    const std::size_t size = std::min(HeadSize, text.size() * sizeof(char16_t));
    std::memcpy(&head.units, text.data(), size);
    std::memcpy(&head.cases, cases.data(), size);
    std::memset(&head.mask, 0xff, size);
}

/// Nothing where a letter that is not ASCII may be the same when case is not regarded.
std::optional<bool> RawConditions::Letters::begin(const std::uint8_t *data, std::size_t size) const
{
    const std::size_t own = text.size() * sizeof(char16_t);
    if (size < own)
        return false; // of all letters that are the same none takes more room
    if (isWhole && size >= own + sizeof(char16_t) && wordAt<char16_t>(data, own) != 0)
        return false; // longer, or other letters, one of which is a NUL
    if (own < HeadSize) {
        for (std::size_t at = 0; at < own; at += sizeof(char16_t)) {
            if (const auto are = areThere<char16_t>(data, text, cases, at); are != true)
                return are;
        }
        return true;
    }
    for (std::size_t at = 0; at + HeadSize < own; at += HeadSize) {
        if (const auto are = areThere<std::uint64_t>(data, text, cases, at); are != true)
            return are;
    }
    return areThere<std::uint64_t>(data, text, cases, own - HeadSize); // with some before again
}

} // namespace evident
