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

/// Whether the letters at @p at, in bytes, are the same, case aside.
template<typename Word>
bool areThere(const std::uint8_t *data, const char16_t *text, const char16_t *cases, std::size_t at)
{
    return (wordAt<Word>(data, at) | wordAt<Word>(cases, at)) == wordAt<Word>(text, at);
}

bool isAscii(const std::uint8_t *data, std::size_t size)
{
    bool isAscii = true;
    for (std::size_t at = 0; at < size; at += sizeof(char16_t))
        isAscii = isAscii && wordAt<char16_t>(data, at) < FirstOtherLetter;
    return isAscii;
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
        m_asked.push_back({.places = std::move(numbers), .heads = {}, .letters = {}});
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
        if (value.isEmpty() || std::ranges::any_of(value, [](QChar c) { return c.isNull() || c >= FirstOtherLetter; }))
            return false;
        Letters letters{
            .text = value.toLower().toStdU16String(), .cases = {}, .isWhole = condition.test != Test::StartsWith};
        std::ranges::transform(letters.text, std::back_inserter(letters.cases), caseBit);
        if (std::ranges::find(asked.letters, letters) == asked.letters.end()) {
            asked.heads.push_back(letters.head());
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
        answer <<= asked.heads.size() + 1;
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
            const std::size_t part = asked.answerFor(value->data, value->size);
            if (part == 0)
                return {};
            answer |= part;
            break;
        }
    }
    return answer;
}

/// A bit for each of the letters, and one, the highest, for there being a value; 0 where that takes the text.
std::size_t RawConditions::Asked::answerFor(const std::uint8_t *data, std::size_t size) const
{
    const auto head = size >= HeadSize ? wordAt<std::uint64_t>(data, 0) : NoAscii;
    const bool isPlain = (head & NoAscii) == 0;
    std::size_t bit = std::size_t{1} << heads.size();
    std::size_t answer = bit;
    for (const Head &each : heads) {
        bit >>= 1;
        if (isPlain && ((head | each.cases) & each.mask) != each.units)
            continue;
        const Letters &one = letters[static_cast<std::size_t>(&each - heads.data())];
        if (one.begin(data, size))
            answer |= bit;
        else if (size >= one.size() && !isAscii(data, one.size()))
            return 0;
    }
    return answer;
}

RawConditions::Head RawConditions::Letters::head() const
{
    Head head;
    const std::size_t known = std::min(HeadSize, size());
    std::memcpy(&head.units, text.data(), known);
    std::memcpy(&head.cases, cases.data(), known);
    std::memset(&head.mask, 0xff, known);
    return head;
}

/// False also for letters that are not ASCII, some of which may be the same when case is not regarded.
bool RawConditions::Letters::begin(const std::uint8_t *data, std::size_t there) const
{
    const std::size_t own = size();
    if (there < own)
        return false; // of all letters that are the same none takes more room
    if (isWhole && there >= own + sizeof(char16_t) && wordAt<char16_t>(data, own) != 0)
        return false; // longer, or other letters, one of which is a NUL
    const char16_t *const letters = text.data();
    const char16_t *const bits = cases.data();
    std::size_t at = 0;
    if (own < HeadSize) {
        while (at < own && areThere<char16_t>(data, letters, bits, at))
            at += sizeof(char16_t);
        return at == own;
    }
    while (at + HeadSize < own && areThere<std::uint64_t>(data, letters, bits, at))
        at += HeadSize;
    return at + HeadSize >= own
        && areThere<std::uint64_t>(data, letters, bits, own - HeadSize); // with some before again
}

} // namespace evident
