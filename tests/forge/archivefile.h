// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Archives for tests, in libarchive's forms and made by it.

#include <QByteArray>

#include <vector>

struct archive;

namespace forge {

struct Member {
    QByteArray path; ///< of a folder when it ends in "/"
    QByteArray bytes;
};

/// @p format and @p filter: libarchive's archive_write_set_format_… and archive_write_add_filter_….
[[nodiscard]] QByteArray packed(int (*format)(archive *), int (*filter)(archive *), const std::vector<Member> &members,
    const char *passphrase = nullptr);
/// With a password: AES-256.
[[nodiscard]] QByteArray zip(const std::vector<Member> &members, const char *passphrase = nullptr);

} // namespace forge
