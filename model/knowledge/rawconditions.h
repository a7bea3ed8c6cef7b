// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tests all conditions of a question at once on the values as their log keeps them, without making texts: most conditions
// ask whether a value is, or begins with, a few plain letters, and most values differ from them in the first or second. Says
// what holds() would say of the texts, or nothing.

#include "events/contentplaces.h"
#include "knowledge/condition.h"

#include <optional>
#include <string>
#include <vector>

namespace evident {

class RawConditions {
public:
    /// False: it cannot be told by values at @p places alone, or there are too many. Nothing is to be asked then.
    [[nodiscard]] bool add(const Condition &condition, const ContentPlaces &places);
    /// The same number for values of which the same conditions hold, below answers(); nothing where that takes the texts.
    [[nodiscard]] std::optional<std::size_t> answerFor(const PlacedValues &values) const;
    /// At most 256.
    [[nodiscard]] std::size_t answers() const { return std::size_t{1} << m_facts; }

private:
    /// The first four units, compared in one go.
    struct Head {
        std::uint64_t units = 0;
        std::uint64_t cases = 0;
        std::uint64_t mask = 0; ///< of those that there are
    };
    /// Whether a value is, or begins with, this.
    struct Letters {
        std::u16string text; ///< ASCII, small letters, not empty
        std::u16string cases; ///< for each letter the bit that a capital lacks
        bool isWhole = false;

        [[nodiscard]] std::size_t size() const { return text.size() * sizeof(char16_t); }
        [[nodiscard]] Head head() const;
        [[nodiscard]] bool begin(const std::uint8_t *data, std::size_t there) const;
        bool operator==(const Letters &) const = default;
    };
    /// What is asked of the first value that is there.
    struct Asked {
        std::vector<std::uint8_t> places;
        std::vector<Head> heads; ///< of the letters
        std::vector<Letters> letters;

        [[nodiscard]] std::size_t answerFor(const std::uint8_t *data, std::size_t size) const;
    };
    [[nodiscard]] bool addLetters(Asked &asked, const Condition &condition);

    static constexpr std::size_t MostFacts = 8;

    std::vector<Asked> m_asked;
    std::size_t m_facts = 0; ///< that an answer tells apart, a bit each
};

} // namespace evident
