// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a user points at, as text: a file, a folder, "-" for standard input, later an archive or a share. Expanding a
// Location finds the bytes behind it.

#include "error.h"

#include <vector>

namespace evident {

class Location {
public:
    explicit Location(QString text);
    [[nodiscard]] QString text() const { return m_text; }
    /// Every regular file behind it, folders recursively in name order, links not followed; "-" gives itself. Errors of
    /// the location itself: NotFound, NoPermission.
    [[nodiscard]] Result<std::vector<QString>> files() const;

private:
    QString m_text;
};

} // namespace evident
