// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The conversation behind "is this service installed?": asks the service manager of a computer, and where that settles
// too little its registry, with the least rights and at most six calls on open pipes. A free function on interfaces, so
// that every answer a computer can give is tried in tests.

#include "checks/checkresult.h"
#include "remote/rpcpipe.h"

namespace evident {

/// Asks @p host about result.service and fills in state, code, by, start type, names, evidence and next. Errors: what the
/// host's pipes give when the conversation itself fails; the result is then as far as it came.
[[nodiscard]] Result<void> askService(RpcHost &host, CheckResult &result, const Patience &patience);

} // namespace evident
