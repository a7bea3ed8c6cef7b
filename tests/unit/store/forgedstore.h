// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An EventStore filled from forged .evt logs through the real reader, for tests that need rows.

#include "forge/evtfile.h"

#include "store/eventstore.h"

namespace evident::test {

class ForgedStore {
public:
    explicit ForgedStore(Shelf articles = {});

    /// Forges a log of the events and appends it, @p partsABatch parts to each batch.
    void addLog(std::uint32_t number, const QString &name, const std::vector<forge::EvtEvent> &events,
        std::size_t partsABatch = 64);

    Shelf shelf;
    Matcher matcher;
    Names names;
    EventStore store;
};

/// @p count events, different in every column, the same for the same @p seed.
[[nodiscard]] std::vector<forge::EvtEvent> mixedEvents(int count, unsigned seed);

/// An article for Perflib 1008 whose summary names the first string.
[[nodiscard]] Shelf perflibShelf();

} // namespace evident::test
