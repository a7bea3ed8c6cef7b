// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/recipe.h"

#include "forge/blob.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

namespace forge {

namespace {

constexpr std::uint64_t Day = 86'400;

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t at = 0; (at = text.find(separator, from)) != std::string::npos; from = at + 1)
        parts.push_back(text.substr(from, at - from));
    parts.push_back(text.substr(from));
    return parts;
}

std::uint64_t secondsOfDay(const std::string &text)
{
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    if (std::sscanf(text.c_str(), "%u:%u:%u", &hour, &minute, &second) != 3 || hour > 23 || minute > 59 || second > 59)
        throw std::invalid_argument("no time of day: " + text);
    return (hour * 60 + minute) * 60ULL + second;
}

/// Numbers that look random and are the same in every run (Knuth's MMIX constants).
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed)
    {
        next();
    }
    std::uint64_t next()
    {
        m_state = m_state * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
        return m_state >> 33;
    }

private:
    std::uint64_t m_state;
};

/// The moments of an event line: "412x", "boot+12", "daily 02:00:05", "1999-02-08 07:55:10".
std::vector<std::uint64_t> moments(const RecipeLine &line, const Recipe &recipe, Dice &dice)
{
    const std::string &when = line[1];
    const std::uint64_t from = timeFrom(recipe.one("from"));
    const std::uint64_t to = timeFrom(recipe.one("to"));
    std::vector<std::uint64_t> times;
    if (when.ends_with('x')) {
        const std::uint64_t count = number(when.substr(0, when.size() - 1));
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::uint64_t step = (to - from) / count;
            times.push_back(from + i * step + dice.next() % std::max<std::uint64_t>(step, 1));
        }
    } else if (when.starts_with("boot")) {
        for (const RecipeLine &boot : recipe.lines("boot"))
            times.push_back(
                timeFrom(boot[1]) + (when.size() > 4 ? static_cast<std::uint64_t>(std::stoll(when.substr(4))) : 0));
    } else if (when.starts_with("daily ")) {
        for (std::uint64_t day = from / Day * Day; day < to; day += Day) {
            if (const std::uint64_t time = day + secondsOfDay(when.substr(6)); time >= from && time < to)
                times.push_back(time);
        }
    } else {
        times.push_back(timeFrom(when));
    }
    return times;
}

} // namespace

const std::string &RecipeLine::operator[](std::size_t index) const
{
    static const std::string Empty;
    return index < columns.size() ? columns[index] : Empty;
}

void RecipeLine::fail(const std::string &why) const
{
    throw RecipeError(file + ":" + std::to_string(number) + ": " + why);
}

Recipe Recipe::read(const std::string &path)
{
    std::ifstream stream(path);
    if (!stream)
        throw RecipeError(path + ": cannot be opened");
    Recipe recipe;
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.empty() || line.front() == '#')
            continue;
        RecipeLine read{.file = path, .number = number, .columns = split(line, '\t')};
        const std::string word = read.columns.front();
        recipe.m_lines[word].push_back(std::move(read));
    }
    return recipe;
}

const std::vector<RecipeLine> &Recipe::lines(const std::string &word) const
{
    static const std::vector<RecipeLine> None;
    const auto it = m_lines.find(word);
    return it == m_lines.end() ? None : it->second;
}

std::string Recipe::one(const std::string &word, const std::string &otherwise) const
{
    const auto &all = lines(word);
    if (all.size() > 1)
        all.back().fail("there is more than one line of this kind");
    return all.empty() ? otherwise : all.front()[1];
}

std::vector<Happening> happenings(const Recipe &recipe)
{
    std::vector<Happening> all;
    for (const RecipeLine &line : recipe.lines("event")) {
        Dice dice(static_cast<std::uint64_t>(line.number));
        std::size_t turn = 0;
        try {
            for (const std::uint64_t time : moments(line, recipe, dice))
                all.push_back({.time = time,
                    .ticks = static_cast<std::uint32_t>(dice.next() % 10'000'000),
                    .turn = turn++,
                    .line = &line});
        } catch (const std::logic_error &error) {
            line.fail(error.what());
        }
    }
    std::ranges::stable_sort(all, {}, &Happening::time);
    return all;
}

std::string inTurn(const std::string &text, std::size_t turn)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t at = 0; (at = text.find("||", from)) != std::string::npos; from = at + 2)
        parts.push_back(text.substr(from, at - from));
    parts.push_back(text.substr(from));
    return parts[turn % parts.size()];
}

std::map<std::string, std::string> details(const std::string &column)
{
    std::map<std::string, std::string> all;
    for (const std::string &word : split(column, ' ')) {
        if (const std::size_t equals = word.find('='); equals != std::string::npos)
            all[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return all;
}

std::u16string wide(const std::string &utf8)
{
    std::u16string text;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(utf8[i]);
        const auto next = [&] { return static_cast<char16_t>(static_cast<std::uint8_t>(utf8.at(++i)) & 0x3f); };
        if (byte < 0x80) {
            text.push_back(byte);
        } else if (byte < 0xe0) {
            const auto high = static_cast<char16_t>((byte & 0x1f) << 6);
            text.push_back(static_cast<char16_t>(high | next()));
        } else if (byte < 0xf0) {
            const auto high = static_cast<char16_t>((byte & 0x0f) << 12);
            const auto middle = static_cast<char16_t>(next() << 6);
            text.push_back(static_cast<char16_t>(high | middle | next()));
        } else {
            throw std::invalid_argument("recipes hold no character beyond U+FFFF: " + utf8);
        }
    }
    return text;
}

std::string fromHex(const std::string &digits)
{
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        bytes.push_back(static_cast<char>(std::stoi(digits.substr(at, 2), nullptr, 16)));
    return bytes;
}

std::string sidFrom(const std::string &numbers)
{
    const auto parts = split(numbers, '-');
    Blob sid;
    sid.u8(1);
    sid.u8(static_cast<std::uint8_t>(parts.size()));
    sid.bytes(std::string_view("\0\0\0\0\0\5", 6));
    for (const std::string &part : parts)
        sid.u32(static_cast<std::uint32_t>(number(part)));
    return sid.take();
}

std::uint64_t number(const std::string &text)
{
    std::size_t used = 0;
    const std::uint64_t value = std::stoull(text, &used, 0);
    if (used != text.size())
        throw std::invalid_argument("no number: " + text);
    return value;
}

std::uint64_t timeFrom(const std::string &text)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (text.size() != 19 || std::sscanf(text.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3)
        throw std::invalid_argument("no time: \"" + text + '"');
    const std::chrono::sys_days date = std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
    return static_cast<std::uint64_t>(date.time_since_epoch().count()) * Day + secondsOfDay(text.substr(11));
}

} // namespace forge
