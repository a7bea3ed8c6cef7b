// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Joins what lies on other computers with the readers of formats: bytes for a location, wherever it is. Free functions
// for jobs.

#include "bytes/bytesource.h"
#include "remote/pull.h"

namespace evident {

/// What opens locations on other computers; null where none are to be opened.
using Remote = std::shared_ptr<RemoteAccess>;

/// The bytes of a file here or on a share, or of a classic log as an .evt, which is fetched whole first. @p trouble is set
/// when less came than there is. Errors: as FileSource::open, RemoteFile::open and pullClassicLog; BadUsage for a
/// location that makes no sense.
[[nodiscard]] Result<std::shared_ptr<const ByteSource>> openSource(const QString &location, const Remote &remote,
    RemoteFile::Fetch fetch, const PullCancel &cancelled, std::optional<Error> *trouble = nullptr);

/// The files behind a location on a share, folders recursively in name order. Errors: as RemoteHost's.
[[nodiscard]] Result<std::vector<QString>> filesOnShare(
    const QString &location, const Remote &remote, const PullCancel &cancelled);

} // namespace evident
