// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A log in a store, read with every core, for measurements on its rows. Owned by main; nothing changes in it.

#include "store/eventstore.h"

namespace evident::bench {

class LoadedStore {
public:
    /// Ends the program, with a word why, where the log cannot be read.
    explicit LoadedStore(const QString &path);

    Shelf shelf;
    Matcher matcher;
    Names names;
    EventStore store;
};

} // namespace evident::bench
