// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the badge of an event row says: the verdict of its article, or what the check of its finding made of it. Owned
// by the events pane; refreshed when findings change.

#include "looks/badge.h"
#include "session/session.h"

#include <QModelIndex>

#include <map>

namespace evident {

/// The finding that a row belongs to; nothing when no article explains it.
[[nodiscard]] std::optional<FindingKey> findingKeyOf(const EventStore &store, RowId row);

class RowVerdicts {
public:
    explicit RowVerdicts(const Session &session);
    void refresh();
    /// @p index: of an EventTable.
    [[nodiscard]] std::optional<BadgeLook> look(const QModelIndex &index) const;

private:
    [[nodiscard]] std::optional<ConclusionKind> conclusionOf(RowId row) const;

    const Session &m_session;
    /// By finding and what its checks are about, folded.
    std::map<FindingKey, std::map<QString, ConclusionKind>> m_conclusions;
};

} // namespace evident
