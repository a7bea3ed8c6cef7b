// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Standard input as a log's bytes. A log is read here and there, a pipe only once: so what comes is first written to a
// temporary file that has no name any more.

#include "bytes/bytesource.h"

#include <memory>

namespace evident {

/// Everything up to the end of standard input; its name is "-". Errors: ReadFailed, WriteFailed.
[[nodiscard]] Result<std::shared_ptr<const ByteSource>> readStandardInput();

} // namespace evident
