// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A classic article in the layout of our own: its sections under headings, its lines joined into paragraphs where they
// are prose and left alone where they are not, its disclaimer at the end. Pure functions.

#include "knowledge/classic/classicarticle.h"

namespace evident {

/// Markdown for ReadingText; nothing in it is a link.
[[nodiscard]] QString pageMarkdown(const ClassicArticle &article);
/// "Microsoft Knowledge Base article Q163727, 23-APR-1999", plain text.
[[nodiscard]] QString originText(const ClassicArticle &article);

} // namespace evident
