// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the file of imported classic articles is built: what its writer and its reader must agree about. The index
// "words" is an FTS5 table without content, whose rowid is the article's number. https://www.sqlite.org/fts5.html

#include <QLatin1StringView>

#include <array>

namespace evident::classicfile {

inline constexpr int ApplicationId = 0x45564b42; ///< "EVKB"
inline constexpr int Version = 1;

inline constexpr std::array Schema{
    QLatin1StringView("CREATE TABLE disclaimer (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"),
    /// body: qCompress of the file's bytes up to the disclaimer
    QLatin1StringView("CREATE TABLE article (number INTEGER PRIMARY KEY, title TEXT NOT NULL, disclaimer INTEGER NOT "
                      "NULL, body BLOB NOT NULL)"),
    /// folded: see foldedSource; empty where the article names no source
    QLatin1StringView("CREATE TABLE signature (id INTEGER NOT NULL, folded TEXT NOT NULL, article INTEGER NOT NULL, "
                      "source TEXT NOT NULL, text TEXT NOT NULL)"),
    QLatin1StringView("CREATE VIRTUAL TABLE words USING fts5(title, events, keywords, body, content='')"),
};

} // namespace evident::classicfile
