// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which rows a view shows and in which order: the result of a Query, a permutation of row numbers. Made on a worker,
// swapped into the table at once.

#include "knowledge/verdict.h"
#include "store/eventstore.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace evident {

/// The columns of CONTRACT's list, in its order.
enum class EventColumn : std::uint8_t {
    Level,
    Time,
    Source,
    Id,
    Task,
    Description,
    Log,
    Computer,
    User,
    RecordId,
    Keywords,
    Opcode,
    ProcessId,
    ThreadId,
    Activity,
    File,
};
inline constexpr int EventColumnCount = 16;

/// How the text of a query is meant.
enum class TextKind : std::uint8_t {
    Plain, ///< as it stands, without regard to case
    Expression, ///< a regular expression (Expression)
};

/// Rows of these; an empty set means any.
struct Query {
    EventColumn sortBy = EventColumn::Time;
    bool descending = true;
    std::set<Level> levels;
    std::set<NameId> providers;
    std::set<NameId> computers;
    std::set<std::uint16_t> ids;
    std::set<Highlight> highlights;
    std::set<std::uint32_t> logs;
    std::optional<bool> explained; ///< only rows with, or without, an article
    bool recovered = false; ///< show carved rows too
    /// Looked for in source, id, computer, user, values, their names, message and description, each by itself. Nothing passes
    /// where it is an expression with a fault.
    QString text;
    TextKind textKind = TextKind::Plain;
};

struct EventOrder {
    RowIds rows;
    bool isComplete = true; ///< false: more rows, or the order wanted, follow
    std::size_t givenUp =
        0; ///< rows that were left out since the expression takes too many steps on them (Matching::GivenUp)
};

/// Takes what a slow query has found so far. Called from the thread that runs the query, more seldom the longer it takes.
using EarlyOrder = std::function<void(EventOrder order)>;

/// Runs the query on a few threads of its own; looks at @p cancelled often (within 300 ms) and answers nothing when it
/// was set. Rows that are equal in the sorted column stand newest first. @p shelf is the one that the rows' highlights
/// count in. @p early, where it is given, gets the first hits of a text at once, and the newest rows sorted by description while the
/// rest is being decoded.
[[nodiscard]] std::optional<EventOrder> runQuery(const EventStore &store, const Query &query, const Names &names,
    const Shelf &shelf, const std::atomic_bool &cancelled, const EarlyOrder &early = {});

} // namespace evident
