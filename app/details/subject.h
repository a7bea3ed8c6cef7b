// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the details pane speaks of: one event, decoded, with the article that explains it and the finding it belongs to.
// A plain value, made when a row is chosen.

#include "session/session.h"
#include "wording/description.h"

namespace evident {

struct Subject {
    RowId row{};
    Event event;
    Description description;
    QString file; ///< path of its log
    std::uint64_t place = 0; ///< byte offset in it
    RowMark marks = RowMark::None;
    QByteArray xml; ///< unindented; empty when it could not be written
    std::optional<Explanation> explanation;
    std::optional<FindingKey> finding;
};

/// Decodes the row. Errors: what the log's reader says.
[[nodiscard]] Result<Subject> subjectOf(const Session &session, RowId row);
/// The finding with this key as it stands, or null.
[[nodiscard]] const Finding *findingOf(const Session &session, const std::optional<FindingKey> &key);

} // namespace evident
