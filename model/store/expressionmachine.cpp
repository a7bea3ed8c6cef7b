// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/expressionmachine.h"

#include <algorithm>

namespace evident {

namespace {

using Place = ExpressionPart::Place;

constexpr std::size_t MostSteps = 4'000;
constexpr std::size_t MostStates = 1'000;
constexpr std::size_t MostWalked = 4'000'000; // steps, to make states; some 30 ms
constexpr std::size_t WorthAStep = 2; // characters read by states that are made: looking at one step takes as long

constexpr bool isLineEnd(std::size_t c)
{
    return c == '\n' || c == '\r';
}
constexpr bool isWord(std::size_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 'a' && c <= 'z');
}

} // namespace

ExpressionMachine::ExpressionMachine(const ExpressionPart &part, bool isExact)
    : m_isExact(isExact)
{
    m_first = addPart(part, add({}));
    if (!m_isUsable)
        return;
    makeClasses();
    m_reachedAt.resize(m_steps.size());
    forget();
}

ExpressionMachine::StepNumber ExpressionMachine::add(const Step &step)
{
    m_isUsable = m_isUsable && m_steps.size() < MostSteps;
    if (!m_isUsable)
        return 0;
    m_steps.push_back(step);
    return static_cast<StepNumber>(m_steps.size() - 1);
}

/// Behind it comes @p next.
ExpressionMachine::StepNumber ExpressionMachine::addPart(const ExpressionPart &part, StepNumber next)
{
    using Kind = ExpressionPart::Kind;
    switch (part.kind) {
    case Kind::Character: return addCharacter(part.characters, next);
    case Kind::Sequence:
        for (auto at = part.parts.rbegin(); at != part.parts.rend() && m_isUsable; ++at)
            next = addPart(*at, next);
        return next;
    case Kind::Choice: {
        StepNumber first = addPart(part.parts.front(), next);
        for (std::size_t i = 1; i < part.parts.size() && m_isUsable; ++i)
            first = add({.kind = Step::Kind::Either, .next = addPart(part.parts[i], next), .other = first});
        return first;
    }
    case Kind::Repeat: return addRepeat(part, next);
    case Kind::Place:
        m_asksForPlaces = true;
        return add({.kind = Step::Kind::Place, .place = part.place, .next = next});
    case Kind::LookAround: break;
    }
    return next;
}

ExpressionMachine::StepNumber ExpressionMachine::addRepeat(const ExpressionPart &part, StepNumber next)
{
    const ExpressionPart &once = part.parts.front();
    StepNumber first = next;
    if (part.most == ExpressionPart::Unbounded) {
        first = add({.kind = Step::Kind::Either, .other = next});
        const StepNumber again = addPart(once, first);
        m_steps[first].next = again;
    } else {
        for (int i = part.least; i < part.most && m_isUsable; ++i)
            first = add({.kind = Step::Kind::Either, .next = addPart(once, first), .other = next});
    }
    for (int i = 0; i < part.least && m_isUsable; ++i)
        first = addPart(once, first);
    return first;
}

ExpressionMachine::StepNumber ExpressionMachine::addCharacter(const CharacterSet &characters, StepNumber next)
{
    const auto isSame = [&](const CharacterSet &set) {
        return set.ascii == characters.ascii && set.mayBeOther == characters.mayBeOther;
    };
    const auto known = std::ranges::find_if(m_sets, isSame);
    const auto set = static_cast<std::uint16_t>(known - m_sets.begin());
    if (known == m_sets.end())
        m_sets.push_back(characters);
    return add({.kind = Step::Kind::Character, .set = set, .next = next});
}

void ExpressionMachine::makeClasses()
{
    std::map<std::vector<bool>, std::size_t> kinds;
    for (std::size_t c = 0; c < CharacterSet::Ascii; ++c) {
        std::vector<bool> traits{m_asksForPlaces && isLineEnd(c), m_asksForPlaces && isWord(c)};
        for (const CharacterSet &set : m_sets)
            traits.push_back(set.ascii[c]);
        const auto [kind, isNew] = kinds.emplace(std::move(traits), m_example.size());
        if (isNew)
            m_example.push_back(c);
        m_kindOf[c] = static_cast<std::uint8_t>(kind->second);
    }
    m_example.push_back(CharacterSet::Ascii);
    m_kinds = m_example.size() + 1;
}

/// Of what a character is to the places beside it.
ExpressionMachine::Side ExpressionMachine::sideOf(std::size_t character) const
{
    if (!m_asksForPlaces)
        return Side::Nothing;
    if (character >= CharacterSet::Ascii)
        return Side::Other;
    if (isLineEnd(character))
        return Side::LineEnd;
    return isWord(character) ? Side::Word : Side::NoWord;
}

/// All states but the first one.
void ExpressionMachine::forget()
{
    m_table.clear();
    m_states.clear();
    m_rows.clear();
    m_read = 0;
    m_walked = 0;
    m_begin = rowOf({.steps = {m_first}, .before = Side::Nothing});
}

ExpressionMachine::Row ExpressionMachine::rowOf(State state)
{
    const auto [known, isNew] = m_rows.emplace(std::move(state), static_cast<Row>(m_table.size()));
    if (isNew) {
        m_states.push_back(&known->first);
        m_table.resize(m_table.size() + m_kinds, Unknown);
    }
    return known->second;
}

std::optional<bool> ExpressionMachine::matches(QStringView text)
{
    if (!m_isUsable)
        return {};
    if (m_states.size() > MostStates || m_walked > MostWalked) {
        m_isUsable = m_read > WorthAStep * m_walked;
        forget();
    }
    m_read += static_cast<std::size_t>(text.size());
    bool isAscii = true;
    Row row = m_begin;
    const Row *table = m_table.data();
    const auto go = [&](std::size_t kind) {
        Row next = table[row + kind];
        if (next == Unknown) [[unlikely]] {
            if (m_walked > 2 * MostWalked) {
                row = Unknown;
                return false;
            }
            next = follow(row, kind);
            table = m_table.data();
        }
        row = next;
        return next != Matched;
    };
    // PCRE2 begins no match between CR and LF, unless the expression names one of them.
    const auto found = [&](const QChar *end) {
        const bool isPlain = isAscii && !std::ranges::contains(text.begin(), end, u'\r');
        return m_isExact && isPlain && row == Matched ? std::optional(true) : std::nullopt;
    };
    const QChar *at = text.begin();
    // Where the state stays the same, which it mostly does, no character waits for the one before.
    const auto stays = [&] {
        return at->unicode() < CharacterSet::Ascii && table[row + m_kindOf[at->unicode()]] == row;
    };
    while (at != text.end()) {
        if (stays()) {
            ++at;
            continue;
        }
        const char16_t unit = at->unicode();
        if (at->isSurrogate() || unit == u'\u017f' || unit == u'\u212a')
            return {};
        isAscii = isAscii && unit < CharacterSet::Ascii;
        if (!go(unit < CharacterSet::Ascii ? m_kindOf[unit] : m_kinds - 2))
            return found(at);
        ++at;
    }
    return go(m_kinds - 1) ? std::optional(false) : found(text.end());
}

/// Where a character of this kind leads to; behind the end nowhere, which any row says.
ExpressionMachine::Row ExpressionMachine::follow(Row row, std::size_t kind)
{
    const bool isEnd = kind == m_kinds - 1;
    const State &state = *m_states[row / m_kinds];
    const Side after = isEnd ? Side::Nothing : sideOf(m_example[kind]);
    Row next = Matched;
    if (!reach(state, after)) {
        State then{.steps = {m_first}, .before = after};
        for (const StepNumber number : m_reached) {
            if (!isEnd && isIn(kind, m_steps[number].set))
                then.steps.push_back(m_steps[number].next);
        }
        std::ranges::sort(then.steps);
        const auto twice = std::ranges::unique(then.steps);
        then.steps.erase(twice.begin(), twice.end());
        next = isEnd ? m_begin : rowOf(std::move(then));
    }
    m_table[row + kind] = next;
    return next;
}

/// Fills m_reached; or true: the end is reached.
bool ExpressionMachine::reach(const State &state, Side after)
{
    ++m_leaving;
    m_reached.clear();
    m_toReach = state.steps;
    while (!m_toReach.empty()) {
        const StepNumber number = m_toReach.back();
        m_toReach.pop_back();
        ++m_walked;
        if (std::exchange(m_reachedAt[number], m_leaving) == m_leaving)
            continue;
        const Step &step = m_steps[number];
        switch (step.kind) {
        case Step::Kind::End: return true;
        case Step::Kind::Character: m_reached.push_back(number); break;
        case Step::Kind::Place:
            if (holds(step.place, state.before, after))
                m_toReach.push_back(step.next);
            break;
        case Step::Kind::Either:
            m_toReach.push_back(step.next);
            m_toReach.push_back(step.other);
            break;
        }
    }
    return false;
}

/// True also where what is beyond ASCII leaves it open.
bool ExpressionMachine::holds(Place place, Side before, Side after) const
{
    const bool isOpen = before == Side::Other || after == Side::Other;
    switch (place) {
    case Place::TextBegin: return before == Side::Nothing;
    case Place::TextEnd: return after == Side::Nothing;
    case Place::LineBegin: return before == Side::Nothing || (before == Side::LineEnd && after != Side::Nothing);
    case Place::LineEnd: return after == Side::Nothing || after == Side::LineEnd;
    case Place::WordEdge: return isOpen || (before == Side::Word) != (after == Side::Word);
    case Place::NoWordEdge: return isOpen || (before == Side::Word) == (after == Side::Word);
    }
    return true;
}

bool ExpressionMachine::isIn(std::size_t kind, std::uint16_t set) const
{
    const std::size_t character = m_example[kind];
    return character < CharacterSet::Ascii ? m_sets[set].ascii[character] : m_sets[set].mayBeOther;
}

} // namespace evident
