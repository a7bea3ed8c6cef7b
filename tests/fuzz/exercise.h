// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks a log everything that can be asked of one, for fuzz targets: whatever its bytes are, it must answer, and the
// same thing each time. Aborts when it does not.

#include "formats/logreader.h"

#include <functional>

namespace evident::fuzz {

using OpenLog = std::function<Result<std::shared_ptr<const LogReader>>(std::shared_ptr<const ByteSource>, Names &)>;

void exercise(const std::uint8_t *bytes, std::size_t size, const OpenLog &open);

} // namespace evident::fuzz
