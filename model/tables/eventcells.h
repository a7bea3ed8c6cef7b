// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The columns of an event table, one description each: English name, translated title, and how a row's cell is made of
// the store's columns. Shared by the table on the screen and the CSV of events.

#include "store/eventorder.h"
#include "tables/tabulartime.h"

#include <span>

namespace evident {

/// One row and what its cells need beside it.
struct CellContext {
    const EventBatch &batch;
    std::size_t index = 0;
    const Names &names;
    const TabularTime &time;
};

struct ColumnDescription {
    EventColumn column;
    const char *name; ///< English, of CONTRACT; source text of the title in the context "EventTable"
    Qt::Alignment alignment; ///< horizontally
    QString (*text)(const CellContext &row); ///< null for Description, which is decoded from the log
};

/// All columns in the order of EventColumn.
[[nodiscard]] std::span<const ColumnDescription> columnDescriptions();

/// "None" for 0, "(5)" for others: Event Viewer's words where no message names the category.
[[nodiscard]] QString shownTask(std::uint16_t task);
/// "0x80000000000000"
[[nodiscard]] QString shownKeywords(std::uint64_t keywords);

} // namespace evident
