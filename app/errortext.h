// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place where an Error becomes words for people, for the window and for evident-cli alike: what happened, what
// it means, what to do next. Translated in the context "ErrorText".

#include "error.h"

namespace evident {

/// Two or three sentences of plain text; names the file where the error knows it.
[[nodiscard]] QString errorText(const Error &error);

} // namespace evident
