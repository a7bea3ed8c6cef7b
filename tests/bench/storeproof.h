// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The slow, plain way to sort and filter: row by row, each value as the table shows it, compared one with the next.
// What is measured has to come to the same.

#include "bench/loadedstore.h"
#include "store/eventorder.h"

namespace evident::bench {

/// Ends the program, with a word which row is wrong, unless @p order holds exactly the rows that pass @p query, each once,
/// in its order.
void prove(const LoadedStore &loaded, const Query &query, const EventOrder &order);

} // namespace evident::bench
