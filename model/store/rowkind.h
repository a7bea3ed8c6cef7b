// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a row of a log mostly has in common with many others: who wrote it, and which of its events it is. A batch has far fewer of
// these than rows, so its builder looks one up per row instead of a dozen values. A plain value, packed to be compared and
// hashed in a few steps.

#include "events/eventrow.h"

#include <array>
#include <utility>

namespace evident {

class RowKind {
public:
    explicit RowKind(const EventRow &row)
        : m_words{row.keywords, pair(row.provider, row.sourceName), pair(row.channel, row.computer),
              std::uint64_t{std::to_underlying(row.user)} << 32 | std::uint64_t{row.id} << 16 | row.task,
              std::uint64_t{row.opcode} << 16 | std::uint64_t{std::to_underlying(row.level)} << 8
                  | std::to_underlying(row.marks)}
    {
    }
    bool operator==(const RowKind &) const = default;

    [[nodiscard]] std::uint64_t keywords() const { return m_words[0]; }
    [[nodiscard]] NameId provider() const { return NameId(m_words[1] >> 32); }
    [[nodiscard]] NameId channel() const { return NameId(m_words[2] >> 32); }
    [[nodiscard]] NameId computer() const { return NameId(m_words[2] & 0xffff'ffff); }
    [[nodiscard]] NameId user() const { return NameId(m_words[3] >> 32); }
    [[nodiscard]] std::uint16_t id() const { return static_cast<std::uint16_t>(m_words[3] >> 16); }
    [[nodiscard]] std::uint16_t task() const { return static_cast<std::uint16_t>(m_words[3]); }
    [[nodiscard]] std::uint8_t opcode() const { return static_cast<std::uint8_t>(m_words[4] >> 16); }
    [[nodiscard]] Level level() const { return Level(static_cast<std::uint8_t>(m_words[4] >> 8)); }
    [[nodiscard]] RowMark marks() const { return RowMark(static_cast<std::uint8_t>(m_words[4])); }

    friend std::uint64_t columnHash(const RowKind &kind)
    {
        const auto &words = kind.m_words;
        const std::uint64_t mixed = words[0] * 0x9e37'79b9'7f4a'7c15 ^ words[1] * 0xff51'afd7'ed55'8ccd
            ^ words[2] * 0xc4ce'b9fe'1a85'ec53 ^ words[3] * 0xd6e8'feb8'6659'fd93 ^ words[4] * 0xa076'1d64'78bd'642f;
        return mixed ^ mixed >> 32;
    }

private:
    static std::uint64_t pair(NameId first, NameId second)
    {
        return std::uint64_t{std::to_underlying(first)} << 32 | std::to_underlying(second);
    }

    std::array<std::uint64_t, 5> m_words;
};

} // namespace evident
