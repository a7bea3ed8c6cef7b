// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which value or literal of a program feeds which column: found once per template, so that a row is filled without
// looking at the program again. Part of a Template; immutable. Literals are interned when the plan is made.

#include "events/event.h"
#include "events/eventrow.h"
#include "formats/evtx/program.h"
#include "formats/evtx/value.h"

#include <array>
#include <vector>

namespace evident::evtx {

class KnownNames;

enum class Column : std::uint8_t {
    Provider,
    SourceName,
    Id,
    Level,
    Task,
    Opcode,
    Keywords,
    Time,
    RecordId,
    Activity,
    ProcessId,
    ThreadId,
    Channel,
    Computer,
    User,
    // Of a whole event only:
    ProviderGuid,
    Qualifiers,
    Version,
    RelatedActivity,
    Message, ///< RenderingInfo
};
inline constexpr std::size_t ColumnCount = static_cast<std::size_t>(Column::Message) + 1;

class ColumnPlan {
public:
    ColumnPlan() = default;
    ColumnPlan(const Program &program, Names &names);

    /// Fills the columns of @p row; what the record does not have keeps the row's null.
    void fill(const Program &program, Values values, KnownNames &names, EventRow &row) const;
    /// Fills the head of @p event, and its rendered message.
    void fill(const Program &program, Values values, Event &event) const;
    /// A column of a row that comes from a value, or from several instructions (number is NoDependency).
    struct Feed {
        Column column;
        std::uint16_t number;
        std::uint16_t dependency; ///< NoDependency also when it is the value itself
        bool isName;
    };
    [[nodiscard]] const std::vector<Feed> &feeds() const { return m_feeds; }
    /// The row before anything is fed, with all literals; but for its level, which depends on the keywords.
    [[nodiscard]] const EventRow &prototype() const { return m_prototype; }
    [[nodiscard]] std::optional<std::uint8_t> literalLevel() const { return m_level; }
    /// Whether the program has a place for a rendered message; most have none.
    [[nodiscard]] bool hasMessage() const
    {
        const Source &source = m_sources[static_cast<std::size_t>(Column::Message)];
        return source.begin != source.end;
    }
    /// The rendered message alone.
    [[nodiscard]] QString message(const Program &program, Values values) const
    {
        return text(program, values, Column::Message);
    }

private:
    /// Where a column's text stands: the instructions of an attribute or of an element's content.
    struct Source {
        std::uint32_t begin = 0;
        std::uint32_t end = 0; ///< begin: the program has no such place
        std::uint16_t dependency = NoDependency;
    };
    friend class PlanBuilder;

    [[nodiscard]] QString text(const Program &program, Values values, Column column) const;
    void makePrototype(const Program &program, Names &names);

    std::array<Source, ColumnCount> m_sources{};
    std::vector<Feed> m_feeds;
    EventRow m_prototype;
    std::optional<std::uint8_t> m_level; ///< the literal one
};

} // namespace evident::evtx
