// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The question "is this file there?", put to a running computer's administrative shares: the folder of Windows by ADMIN$,
// a drive by its own share. The file is looked at and not opened. Free functions on a function, so that every answer a
// computer can give is tried in tests.

#include "checks/checkresult.h"
#include "error.h"
#include "remote/filemessage.h"

#include <functional>

namespace evident {

/// What a computer says of a file; errors as RemoteHost::lookAtFile.
using LookAtFile = std::function<Result<FileFacts>(const FileRequest &)>;

/// Asks about the file that @p result is about, and fills in state, code, by, evidence and next. Only a share that was
/// reached and has no such file gives a no. Errors: those of a conversation that itself failed; a share that is off or
/// refuses is an answer.
[[nodiscard]] Result<void> askFilePresent(const LookAtFile &look, CheckResult &result);

/// What a person can do where nobody could be asked.
[[nodiscard]] QString howToLookForFile(const CheckQuestion &question, const QString &computer);

} // namespace evident
