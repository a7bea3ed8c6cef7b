// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells of most texts whether a regular expression matches somewhere in them, each character looked at once and none of them again: a
// finite automaton, whose states are made when a text first leads there. What it does not tell, PCRE2 does: of expressions that
// can more than automata, and of texts beyond ASCII or with carriage returns, it says for certain only that they do not match. One per thread, owned by its Expression.

#include "store/expressiontree.h"

#include <array>
#include <map>
#include <span>

namespace evident {

class ExpressionMachine {
public:
    /// Of what matches @p part, which must outlive none but this call. @p isExact: nothing else does.
    ExpressionMachine(const ExpressionPart &part, bool isExact);

    /// Nothing where it cannot be told.
    [[nodiscard]] std::optional<bool> matches(QStringView text);

private:
    using StepNumber = std::uint16_t;
    /// What one state of an automaton that may be in many at once asks for.
    struct Step {
        enum class Kind : std::uint8_t { Character, Either, Place, End };
        Kind kind = Kind::End;
        ExpressionPart::Place place{};
        std::uint16_t set = 0; ///< of m_sets
        StepNumber next = 0;
        StepNumber other = 0; ///< Either: or this one
    };
    /// What stands on one side of a place between characters, as far as places ask for it.
    enum class Side : std::uint8_t { Nothing, LineEnd, Word, NoWord, Other };
    /// Steps that a text has led to.
    struct State {
        std::vector<StepNumber> steps; ///< in order
        Side before = Side::Nothing;
        auto operator<=>(const State &) const = default;
    };
    /// Its state's place in m_table; or, with the highest bit, one of the two.
    using Row = std::uint32_t;
    static constexpr Row Unknown = 0x8000'0000;
    static constexpr Row Matched = 0x8000'0001;

    [[nodiscard]] StepNumber add(const Step &step);
    [[nodiscard]] StepNumber addPart(const ExpressionPart &part, StepNumber next);
    [[nodiscard]] StepNumber addRepeat(const ExpressionPart &part, StepNumber next);
    [[nodiscard]] StepNumber addCharacter(const CharacterSet &characters, StepNumber next);
    void makeClasses();
    [[nodiscard]] Side sideOf(std::size_t character) const;

    void forget();
    [[nodiscard]] Row rowOf(State state);
    [[nodiscard]] Row follow(Row row, std::size_t kind);
    [[nodiscard]] bool reach(const State &state, Side after);
    [[nodiscard]] bool holds(ExpressionPart::Place place, Side before, Side after) const;
    [[nodiscard]] bool isIn(std::size_t kind, std::uint16_t set) const;

    bool m_isExact;
    bool m_isUsable = true; ///< neither too large, nor is every text a new one to it
    bool m_asksForPlaces = false;
    std::vector<Step> m_steps;
    StepNumber m_first = 0;
    std::vector<CharacterSet> m_sets;

    // Characters of one kind are alike to all sets and places. Behind those of ASCII: one of all others, and the text's end.
    std::array<std::uint8_t, CharacterSet::Ascii> m_kindOf{};
    std::vector<std::size_t> m_example; ///< a character of each kind
    std::size_t m_kinds = 0; ///< with those two

    std::vector<Row> m_table; ///< m_kinds for each state
    std::vector<const State *> m_states;
    std::map<State, Row> m_rows;
    Row m_begin = 0;
    std::size_t m_read = 0; ///< characters since all was forgotten
    std::size_t m_walked = 0; ///< steps looked at to make states, since then

    // While a state is left.
    std::vector<std::uint32_t> m_reachedAt; ///< by step
    std::uint32_t m_leaving = 0;
    std::vector<StepNumber> m_toReach;
    std::vector<StepNumber> m_reached; ///< those that ask for a character
};

} // namespace evident
