// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every column as one small number a row, to sort by: numbers less their lowest, names and descriptions by their rank.
// Made by runQuery and gone with it.

#include "store/eventorder.h"

#include <span>
#include <vector>

namespace evident {

/// The key of every row of @p store in @p column, by row number; of descriptions only where @p passes is not 0, since
/// each of them is decoded. Where @p cancelled was set the keys mean nothing.
[[nodiscard]] std::vector<std::uint32_t> columnKeys(const EventStore &store, std::span<const std::uint8_t> passes,
    EventColumn column, const Names &names, const Shelf &shelf, const std::atomic_bool &cancelled);

} // namespace evident
