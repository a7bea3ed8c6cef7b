// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/classicloading.h"

#include "formats/openlog.h"
#include "sources/filesource.h"

namespace evident {

Result<void> loadClassicLog(const ClassicLocation &location, std::uint32_t log, const Matcher &matcher, Names &names,
    const Remote &remote, const CancelFlag &cancelled, const OnClassicPiece &onPiece)
{
    Result<void> read;
    const QString name = location.whole().text();
    const auto done = pullClassicPieces(*remote, location, cancelled, [&](PulledPiece piece) {
        const auto reader = openLog(std::make_shared<const MemorySource>(name, std::move(piece.evt)), names);
        if (!reader) {
            read = std::unexpected(reader.error());
            return;
        }
        const PartSpan all{.first = 0, .count = (*reader)->partCount()};
        onPiece({.reader = *reader,
            .loaded = loadSpan(*reader, log, all, matcher, names, cancelled),
            .came = piece.came,
            .expected = piece.expected});
    });
    return done ? read : done;
}

} // namespace evident
