// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A log or hive of the demo as a person writes it down: lines of tab-separated columns, explained at the top of
// resources/demo/README.md. Times are UTC. The same recipe always gives the same bytes.

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace forge {

/// A mistake in a recipe: "file:line: what is wrong".
struct RecipeError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One line of a recipe, with where it stands.
struct RecipeLine {
    std::string file;
    int number = 0;
    std::vector<std::string> columns;

    /// Column @p index, or an empty text.
    [[nodiscard]] const std::string &operator[](std::size_t index) const;
    [[noreturn]] void fail(const std::string &why) const;
};

/// The lines that say something, by their first column.
class Recipe {
public:
    [[nodiscard]] static Recipe read(const std::string &path);
    [[nodiscard]] const std::vector<RecipeLine> &lines(const std::string &word) const;
    /// The second column of the only line with that first word; @p otherwise when there is none.
    [[nodiscard]] std::string one(const std::string &word, const std::string &otherwise = {}) const;
    [[nodiscard]] bool has(const std::string &word) const { return m_lines.contains(word); }

private:
    std::map<std::string, std::vector<RecipeLine>> m_lines;
};

/// Something that is said to happen, at one moment.
struct Happening {
    std::uint64_t time = 0; ///< seconds since 1970, UTC
    std::uint32_t ticks = 0; ///< 100 ns
    std::size_t turn = 0; ///< the how-manieth of its line
    const RecipeLine *line = nullptr; ///< "event" when provider id level details values…
};

/// All events of a recipe in the order of time.
[[nodiscard]] std::vector<Happening> happenings(const Recipe &recipe);

/// "a||b||c" gives a, b, c, a … in turn; any other text itself.
[[nodiscard]] std::string inTurn(const std::string &text, std::size_t turn);
/// The words "name=value" of a details column; "-" says nothing.
[[nodiscard]] std::map<std::string, std::string> details(const std::string &column);
[[nodiscard]] std::u16string wide(const std::string &utf8);
[[nodiscard]] std::string fromHex(const std::string &digits);
/// "21-1-2-3-500": the SID S-1-5-21-1-2-3-500 in binary.
[[nodiscard]] std::string sidFrom(const std::string &numbers);
[[nodiscard]] std::uint64_t number(const std::string &text); ///< decimal or 0x…
/// "1999-02-08 07:55:10", UTC, as seconds since 1970.
[[nodiscard]] std::uint64_t timeFrom(const std::string &text);

} // namespace forge
