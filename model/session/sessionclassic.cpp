// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionprivate.h"

// Classic logs of other computers, whose rows arrive piece by piece; the rest of loading is in sessionprivate.cpp.

namespace evident {

/// The pieces arrive before the answer that says how it ended: both by the session's event loop.
void Session::Private::openClassic(std::uint32_t number, const ClassicLocation &location)
{
    const auto tell = [this, context = &q, number](ClassicPiece piece) {
        QMetaObject::invokeMethod(
            context, [this, number, piece = std::move(piece)] { cameIn(number, piece); }, Qt::QueuedConnection);
    };
    runOn(
        remotePool, Urgency::Open,
        [location, number, matcher = matcher, names = &names, remote = remote,
            cancelled = loading.at(number).cancelled(),
            tell] { return loadClassicLog(location, number, *matcher, *names, remote, cancelled, tell); },
        [this, number](const Result<void> &answer) {
            const auto found = loading.find(number);
            const bool isAny = found != loading.end() && found->second.reader() != nullptr;
            if (isAny && !answer)
                found->second.noteMissing(answer.error().code);
            finish(number, isAny ? LogState::Loaded : LogState::Failed,
                answer ? std::optional<Error>() : std::optional(answer.error()));
        });
}

void Session::Private::cameIn(std::uint32_t number, const ClassicPiece &piece)
{
    const auto found = loading.find(number);
    OpenLog *open = log(number);
    if (found == loading.end() || open == nullptr)
        return;
    found->second.addPiece(piece);
    const std::uint32_t first = store.size();
    if (piece.loaded.batch)
        store.append(piece.loaded.batch);
    tellRows(first);
    tellProgress(*open, found->second);
}

} // namespace evident
